import * as vscode from 'vscode';
import { RECORDS_MIME } from '../../contributions.ts';
import { parsePassageId, type RecordReference } from '../../core/dossier/reference.ts';
import type { TreeNode } from './node.ts';

/** Rows dragged into a text: as records for our own editors of Markdown, as keys or words for anything else. */
export const dragRows: vscode.TreeDragAndDropController<TreeNode> = {
  dropMimeTypes: [],
  dragMimeTypes: [RECORDS_MIME, 'text/plain'],
  handleDrag(nodes, data) {
    const records = nodes.flatMap(({ reference }) => (reference ? [reference] : []));
    if (records.length > 0) data.set(RECORDS_MIME, new vscode.DataTransferItem(JSON.stringify(records)));
    const words = nodes.map(({ reference, url, label }) => url ?? keyOf(reference) ?? label);
    data.set('text/plain', new vscode.DataTransferItem(words.join('\n')));
  },
};

function keyOf(reference: RecordReference | undefined): string | undefined {
  if (reference?.type === 'document') return `@${reference.id}`;
  const place = reference?.type === 'passage' ? parsePassageId(reference.id) : undefined;
  return place && `[@${place.document}, para. ${place.number}]`;
}
