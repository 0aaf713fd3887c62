import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/cards/markdown.ts';
import { type CitedPlace, placeIn } from '../../core/citation/references.ts';
import { toMarkdown, toPlain } from '../../core/citation/rich-text.ts';
import type { CitationStyle } from '../../core/citation/styles/style.ts';
import { workOf } from '../../core/citation/works.ts';
import { shortened } from '../../core/text/shortened.ts';
import { type DocumentBibliography, entryLocation } from '../../platform/bibliography-reader.ts';

/** Nobody reads a longer reference in a card. */
const LONGEST = 1000;

/** The card of a key that a bibliography file of the writer's has, as it is cited; `undefined` where none has it. */
export function entryMarkdown(
  bibliography: DocumentBibliography,
  key: string,
  cited: CitedPlace,
  style: CitationStyle,
): string | undefined {
  const found = bibliography.index.get(key);
  const place = entryLocation(bibliography, key);
  if (found === undefined || place === undefined) return undefined;
  const work = workOf(found);
  const reference = style.note(work.csl, placeIn({ kind: 'work', work, ...cited }));
  const plain = toPlain(reference);
  const file = vscode.workspace.asRelativePath(place.uri);
  return [
    plain.length > LONGEST ? escapeMarkdown(shortened(plain, LONGEST)) : toMarkdown(reference),
    escapeMarkdown(
      vscode.l10n.t('{0}, line {1} · not a document of the dossier', file, place.range.start.line + 1),
    ),
  ].join('\n\n');
}
