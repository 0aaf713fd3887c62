import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/cards/markdown.ts';
import { shortened } from '../../core/cards/source-card.ts';
import { toMarkdown, toPlain } from '../../core/citation/rich-text.ts';
import { DEFAULT_STYLE } from '../../core/citation/styles/registry.ts';
import { type DocumentBibliography, entryLocation } from '../../platform/bibliography-reader.ts';

/** Nobody reads a longer reference in a card. */
const LONGEST = 1000;

/** The card of a key that a bibliography file of the writer's has; `undefined` where none has it. */
export function entryMarkdown(bibliography: DocumentBibliography, key: string): string | undefined {
  const found = bibliography.index.get(key);
  const place = entryLocation(bibliography, key);
  if (found === undefined || place === undefined) return undefined;
  const reference = DEFAULT_STYLE.note({ title: '', ...found.entry.fields });
  const plain = toPlain(reference);
  const file = vscode.workspace.asRelativePath(place.uri);
  return [
    plain.length > LONGEST ? escapeMarkdown(shortened(plain, LONGEST)) : toMarkdown(reference),
    escapeMarkdown(
      vscode.l10n.t('{0}, line {1} · not a document of the dossier', file, place.range.start.line + 1),
    ),
  ].join('\n\n');
}
