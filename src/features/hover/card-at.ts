import * as vscode from 'vscode';
import { type Clues, NO_CLUES } from '../../core/cards/fit.ts';
import { likeliestFirst, namesakesOf } from '../../core/cards/namesakes.ts';
import { personCard } from '../../core/cards/person-card.ts';
import { quotationCard } from '../../core/cards/quotation-card.ts';
import { blankMarkup } from '../../core/citation/plain-words.ts';
import type { Person } from '../../core/dossier/records.ts';
import type { Analysis } from '../../core/text/analysis.ts';
import { isIntroducedBefore } from '../../core/text/introductions.ts';
import type { Mention } from '../../core/text/mention.ts';
import { quotationAt } from '../../core/text/quotation-at.ts';
import type { QuotedRange } from '../../core/text/quotation-scan.ts';
import { datesOfSentence } from '../../core/text/sentence-dates.ts';
import { type Thing, thingAt } from '../../core/text/things.ts';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import { chosenStyle } from '../../platform/citation-style.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import type { LoadedDossier } from '../../platform/loaded-dossier.ts';
import { toRange } from '../../platform/ranges.ts';
import { inSlices } from '../../platform/slices.ts';
import { editorVoice } from '../../platform/voice.ts';
import { cardMarkdown } from './card-markdown.ts';
import { type CitedSources, footnoteText, keyText } from './cited-card.ts';
import { cardOf } from './links.ts';
import { quotationMarkdown } from './quotation-markdown.ts';

/** No longer quotation is looked at. */
const LONGEST_QUOTATION = 20_000;
/** So far around a quotation its speaker or source is looked for. */
const BESIDE = 500;

export interface CardSources {
  readonly service: DossierService;
  readonly analyses: AnalysisService;
  readonly bibliographies: Bibliographies;
  readonly state: vscode.Memento;
}

/**
 * The card over the name, key, footnote or quotation at a position, with its exact range; `undefined` where none is. A name
 * inside a quotation comes first.
 */
export async function cardAt(
  { service, analyses, bibliographies, state }: CardSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.Hover | undefined> {
  const analysis = await analyses.get(document, token);
  if (analysis === undefined) return undefined;
  const offset = document.offsetAt(position);
  const thing = thingAt(analysis, offset);
  const quotation = thing ? undefined : quotationAt(analysis, offset);
  const over = thing ?? quotation;
  if (!over) return undefined;
  const loaded = await service.load();
  if (token.isCancellationRequested) return undefined;
  const sources: CitedSources = {
    dossier: loaded.dossier,
    analysis,
    own: () => bibliographies.get(document),
    style: () => chosenStyle(state, document),
    placeOf: at => {
      const { line, character } = document.positionAt(at);
      return { uri: document.uri.toString(), line, character };
    },
  };
  const card = quotation
    ? quotationText(loaded, analysis, quotation)
    : thing && (await cardText(sources, thing, token));
  return card === undefined || token.isCancellationRequested
    ? undefined
    : new vscode.Hover(cardOf(card), toRange(document, over));
}

async function cardText(
  sources: CitedSources,
  thing: Thing,
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const { dossier, analysis, placeOf } = sources;
  if (thing.kind === 'key') return keyText(sources, thing.key);
  if (thing.kind === 'footnote') return footnoteText(sources, thing.mark);
  const { mention } = thing;
  const said = clues(analysis, mention);
  const [person, ...others] = likeliestFirst(dossier, mention.people, said.dates);
  if (!person) return undefined;
  const alternatives = others.map(({ id }) => id);
  const card = personCard(dossier, person, said, mention.form, alternatives, editorVoice());
  const namesakes = await namesakesAt(analysis, mention, person, token);
  return cardMarkdown(card, namesakes, placeOf(mention.nameStart));
}

/** Who else a bare surname can mean, where the text has not said before who is meant. */
async function namesakesAt(
  analysis: Analysis,
  { kind, title, start }: Mention,
  person: Person,
  token: vscode.CancellationToken,
): Promise<readonly string[]> {
  const others = kind === 'surname' && title === undefined ? namesakesOf(person) : [];
  if (others.length === 0) return [];
  const introduced = await inSlices(
    isIntroducedBefore(analysis, person.id, start),
    () => token.isCancellationRequested,
  );
  return introduced === false ? others : [];
}

/** What the sentence around the name says. */
function clues(analysis: Analysis, mention: Mention): Clues {
  const sentence = analysis.sentenceAt(mention.nameStart);
  if (!sentence) return NO_CLUES;
  const { start, end } = sentence;
  const dates = datesOfSentence(analysis, sentence);
  const people = analysis
    .mentionsIn(start, end)
    .flatMap(other => (other.people.length === 1 && other.start !== mention.start ? other.people : []));
  // A key or an address may well have a place in it, of which the sentence does not speak.
  return { dates, people, text: blankMarkup(analysis.text.slice(start, end)) };
}

/** Of words that are no quotation from the dossier, or not surely one, nothing is said. */
function quotationText(
  { dossier, quotations }: LoadedDossier,
  analysis: Analysis,
  { start, end, wordsStart, wordsEnd }: QuotedRange,
): string | undefined {
  if (end - start > LONGEST_QUOTATION) return undefined;
  const words = analysis.text.slice(wordsStart, wordsEnd);
  const match = quotations.match(words);
  if (match === undefined) return undefined;
  // Words that may stand there by chance: the speaker or the source has to be named beside them.
  const paragraph = analysis.paragraphAt(start) ?? { start, end };
  const from = Math.max(paragraph.start, start - BESIDE);
  const to = Math.min(paragraph.end, end + BESIDE);
  const sure =
    match.distinctive ||
    analysis.keysIn(from, to).some(({ key }) => key === match.document) ||
    analysis.mentionsIn(from, to).some(({ people }) => people.includes(match.quotation?.speaker ?? ''));
  return sure ? quotationMarkdown(quotationCard(dossier, match, words, editorVoice())) : undefined;
}
