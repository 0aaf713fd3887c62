import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/cards/markdown.ts';
import { sourceCard } from '../../core/cards/source-card.ts';
import { summaryLine } from '../../core/cards/summary-line.ts';
import { toMarkdown } from '../../core/citation/rich-text.ts';
import { DEFAULT_STYLE } from '../../core/citation/styles/registry.ts';
import { workOf } from '../../core/citation/works.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { parsePassageId } from '../../core/dossier/reference.ts';
import { editorVoice } from '../../platform/voice.ts';
import type { CompletionSources } from './index.ts';
import { ReferenceItem, WorkItem } from './item.ts';

/** What is known of the item's record, for whoever looks at the item. */
export async function describeItem(
  { service }: CompletionSources,
  item: vscode.CompletionItem,
): Promise<vscode.CompletionItem> {
  const documentation =
    item instanceof ReferenceItem
      ? documentationOf(await service.get(), item)
      : item instanceof WorkItem
        ? new vscode.MarkdownString(toMarkdown(DEFAULT_STYLE.note(workOf(item.found).csl, [])))
        : undefined;
  if (documentation) item.documentation = documentation;
  return item;
}

function documentationOf(dossier: Dossier, { reference }: ReferenceItem): vscode.MarkdownString | undefined {
  const voice = editorVoice();
  const { type, id } = reference;
  const place = parsePassageId(id);
  const document = dossier.documents.get(type === 'passage' ? (place?.document ?? '') : id);
  if (document === undefined) {
    const description = summaryLine(dossier, reference, voice)?.description;
    return description ? new vscode.MarkdownString(escapeMarkdown(description)) : undefined;
  }
  const card = sourceCard(document, place ? [place.number] : [], voice);
  return new vscode.MarkdownString(
    [
      toMarkdown(DEFAULT_STYLE.note(document.csl, [])),
      `⟨${card.grade}⟩ ${escapeMarkdown(card.gradeWords)}`,
      ...card.paragraphs.map(({ number, precis }) => `¶${number}: ${escapeMarkdown(precis)}`),
      ...(card.flaws ? [escapeMarkdown(card.flaws)] : []),
    ].join('\n\n'),
  );
}
