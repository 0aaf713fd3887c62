import * as vscode from 'vscode';
import { escapeDestination, escapeMarkdown } from '../../core/cards/markdown.ts';
import { addressOf, type CitedPlace, placeIn, type Reference } from '../../core/citation/references.ts';
import { isWebAddress, toMarkdown, toPlain } from '../../core/citation/rich-text.ts';
import type { CitationStyle } from '../../core/citation/styles/style.ts';
import { workOf } from '../../core/citation/works.ts';
import { shortened } from '../../core/text/shortened.ts';
import { type DocumentBibliography, entryLocation } from '../../platform/bibliography-reader.ts';
import { actionLink, type CardPlace } from './links.ts';

/** Nobody reads a longer reference in a card. */
const LONGEST = 1000;

/**
 * The card of a key that a bibliography file of the writer's has, as it is cited; `undefined` where none has it.
 * @param at where the key stands, if it is cited by key
 */
export function entryMarkdown(
  bibliography: DocumentBibliography,
  key: string,
  cited: CitedPlace,
  style: CitationStyle,
  at: CardPlace | undefined,
): string | undefined {
  const found = bibliography.index.get(key);
  const place = entryLocation(bibliography, key);
  if (found === undefined || place === undefined) return undefined;
  const work = workOf(found);
  const reference: Reference = { kind: 'work', work, ...cited };
  const runs = style.note(work.csl, placeIn(reference));
  const plain = toPlain(runs);
  const file = vscode.workspace.asRelativePath(place.uri);
  const { t } = vscode.l10n;
  const url = addressOf(reference);
  const argument = { type: 'document', id: key, at };
  const actions = [
    ...(isWebAddress(url) ? [`[${t('Original')}](${escapeDestination(url)})`] : []),
    ...(at ? [actionLink(t('All citations'), 'counterparts.showMentions', argument)] : []),
  ].join(' · ');
  return [
    plain.length > LONGEST ? escapeMarkdown(shortened(plain, LONGEST)) : toMarkdown(runs),
    escapeMarkdown(t('{0}, line {1} · not a document of the dossier', file, place.range.start.line + 1)),
    ...(actions ? [actions] : []),
  ].join('\n\n');
}
