import * as vscode from 'vscode';
import { escapeDestination, escapeMarkdown } from '../../core/cards/markdown.ts';
import { type CitedDocument, type SourceCard, sourceCard } from '../../core/cards/source-card.ts';
import { type CitedPlace, placeIn } from '../../core/citation/references.ts';
import { isWebAddress, toMarkdown, toPlain } from '../../core/citation/rich-text.ts';
import type { CitationStyle } from '../../core/citation/styles/style.ts';
import type { CitableWork } from '../../core/citation/works.ts';
import { fewNumbers } from '../../core/text/number-runs.ts';
import { shortened } from '../../core/text/shortened.ts';
import { editorVoice } from '../../platform/voice.ts';
import { actionLink, type CardPlace, pageLink } from './links.ts';

/** More of a note than this is read in the note. */
const LONGEST_NOTE = 600;
/** Nor are more sources told that a note cites as well. */
const MOST_OTHERS = 5;
/** Nor more of a reference. */
const LONGEST_REFERENCE = 1000;

/**
 * The card of a document as it is cited.
 * @param at where its key stands, if it is cited by key
 * @param style of the reference
 */
export function sourceMarkdown(
  { document, ...place }: CitedDocument & CitedPlace,
  at: CardPlace | undefined,
  style: CitationStyle,
): string {
  const { t } = vscode.l10n;
  const card = sourceCard(document, place.paragraphs, editorVoice());
  const actions = [
    pageLink(t('Page'), card.document),
    ...(isWebAddress(card.url) ? [`[${t('Original')}](${escapeDestination(card.url)})`] : []),
    ...(at ? [actionLink(t('All citations'), 'counterparts.showMentions', { ...card.document, at })] : []),
  ].join(' · ');
  return [
    headLine(card),
    ...(card.weak ? [`$(warning) ${t('Not a source to rely on: graded {0}.', card.grade)}`] : []),
    referenceMarkdown(document, place, style),
    actions,
    ...citedLines(card),
    ...(card.flaws ? [`$(info) ${escapeMarkdown(card.flaws)}`] : []),
  ].join('\n\n');
}

/** The formatted reference; one that nobody can read in a card loses its end and its links. */
function referenceMarkdown(work: CitableWork, place: CitedPlace, style: CitationStyle): string {
  const reference = style.note(work.csl, placeIn({ kind: 'work', work, ...place }));
  const plain = toPlain(reference);
  return plain.length > LONGEST_REFERENCE
    ? escapeMarkdown(shortened(plain, LONGEST_REFERENCE))
    : toMarkdown(reference);
}

const headLine = (card: SourceCard): string =>
  `**${pageLink(card.name, card.document)}** · ⟨${card.grade}⟩ ${escapeMarkdown(card.gradeWords)}`;

function citedLines({ paragraphs, moreParagraphs, missing, name }: SourceCard): string[] {
  const { t } = vscode.l10n;
  const cited = paragraphs.map(
    ({ reference, number, precis }) => `${pageLink(`¶${number}`, reference)} ${escapeMarkdown(precis)}`,
  );
  if (moreParagraphs > 0) cited.push(t('and {0} more paragraphs', moreParagraphs));
  if (missing.length > 0)
    cited.push(`$(warning) ${escapeMarkdown(t('{0} has no ¶{1}.', name, fewNumbers(missing, ', ¶')))}`);
  return cited;
}

/** What is said over a key of no document. */
export function unknownKeyMarkdown(key: string, nearest: string | undefined): string {
  const { t } = vscode.l10n;
  const unknown = `*${t('No source is known by the key “{0}”.', escapeMarkdown(shortened(key, 80)))}*`;
  return nearest === undefined
    ? unknown
    : `${unknown}  \n${t('Did you mean {0}?', pageLink(`@${nearest}`, { type: 'document', id: nearest }))}`;
}

/**
 * What a footnote says, over its call.
 * @param card of the work that it cites
 * @param others that it cites as well
 */
export function noteMarkdown(text: string, card: string | undefined, others: readonly CitableWork[]): string {
  const { t } = vscode.l10n;
  const more = others
    .slice(0, MOST_OTHERS)
    // A work of the writer's own files has no page.
    .map(({ id, shortName, file }) =>
      file === undefined ? pageLink(shortName, { type: 'document', id }) : escapeMarkdown(shortName),
    );
  return [
    escapeMarkdown(shortened(text, LONGEST_NOTE)),
    ...(card ? ['---', card] : []),
    ...(more.length > 0
      ? [t('Also cites {0}', more.join(', ') + (others.length > MOST_OTHERS ? ' …' : ''))]
      : []),
  ].join('\n\n');
}

/** What is said over a footnote's definition. */
export function definitionMarkdown(calls: number): string {
  const { t } = vscode.l10n;
  if (calls === 0) return `*${t('This footnote is used nowhere in the file.')}*`;
  return calls === 1 ? t('Used once in this file.') : t('Used {0} times in this file.', calls);
}
