import * as vscode from 'vscode';
import type { RecordReference } from '../../core/dossier/reference.ts';

/** An item that stands for a record; what is known of that is told when the item is looked at. */
export class ReferenceItem extends vscode.CompletionItem {
  readonly reference: RecordReference;

  constructor(
    label: vscode.CompletionItemLabel,
    kind: vscode.CompletionItemKind,
    reference: RecordReference,
  ) {
    super(label, kind);
    this.reference = reference;
  }
}
