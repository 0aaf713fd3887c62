import { formatEdtf } from '../dossier/date-format.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Quotation } from '../dossier/records.ts';
import type { RecordReference } from '../dossier/reference.ts';
import type { Voice } from '../dossier/translate.ts';
import type { Departure, QuotationMatch, QuotationPlace } from '../text/quotation-match.ts';
import { shortened } from '../text/shortened.ts';
import { documentMark, locatorText, placeReference, type SourceMark } from './sources.ts';

/** What a card says of words in quotation marks that stand in a document. All texts are untrusted. */
export interface QuotationCard {
  /** Every word stands there. */
  readonly exact: boolean;
  /** Whether they do, in a few words. */
  readonly verdict: string;
  readonly source: SourceMark;
  /** Who spoke them, with a page where the dossier knows them; left out where no quotation is recorded. */
  readonly speaker?: { readonly name: string; readonly reference?: RecordReference };
  /** How the document has them, to whom they were said and when. */
  readonly circumstances: readonly string[];
  /** Where the words depart, each in one line. */
  readonly departures: readonly string[];
  /** The words as they are right. */
  readonly corrected?: string;
  /** Other places where they stand. */
  readonly others: readonly SourceMark[];
  /** What a citation of the words cites. */
  readonly citable: RecordReference;
}

const DEPARTURES_ON_A_CARD = 4;
const LONGEST = 300;

/**
 * The card of a quotation.
 * @param words what the writer has between the marks
 */
export function quotationCard(
  dossier: Dossier,
  match: QuotationMatch,
  words: string,
  voice: Voice,
): QuotationCard {
  const { t } = voice;
  const { exact, departures, unsure, quotation, corrected } = match;
  const shown = departures.slice(0, DEPARTURES_ON_A_CARD).map(each => departureText(each, words, voice));
  const more = departures.length - shown.length;
  return {
    exact,
    verdict: exact
      ? t('Word for word')
      : departures.length > 0
        ? t('Not word for word')
        : t('Word for word as far as it can be compared'),
    source: markOf(dossier, match, voice),
    ...(quotation?.speaker === undefined ? {} : { speaker: speakerOf(dossier, quotation.speaker) }),
    circumstances: quotation ? circumstancesOf(dossier, quotation, voice) : [],
    departures: [
      ...shown,
      ...(more > 0 ? [t('and {0} more', more)] : []),
      ...(departures.length > 0 && unsure.length > 0 ? [t('Some words cannot be compared.')] : []),
    ],
    ...(corrected === undefined ? {} : { corrected: shortened(corrected, LONGEST) }),
    others: match.others.map(place => markOf(dossier, place, voice)),
    citable: quotation
      ? { type: 'quotation', id: quotation.id }
      : placeReference(match.document, match.passage),
  };
}

function markOf(
  dossier: Dossier,
  { document: id, passage, quotation }: QuotationPlace,
  { t }: Voice,
): SourceMark {
  const document = dossier.documents.get(id);
  const start = quotation?.start;
  return {
    ...documentMark(document, id),
    place: locatorText(
      document,
      { ...(passage === undefined ? {} : { passage }), ...(start === undefined ? {} : { start }) },
      t,
    ),
    reference: placeReference(id, passage),
  };
}

function speakerOf(dossier: Dossier, id: string): NonNullable<QuotationCard['speaker']> {
  const person = dossier.people.get(id);
  return person ? { name: person.name, reference: { type: 'person', id } } : { name: id };
}

function circumstancesOf(dossier: Dossier, quotation: Quotation, { t, dates }: Voice): string[] {
  const { kind, reportedBy, addressee, date } = quotation;
  const name = (id: string): string => dossier.people.get(id)?.name ?? id;
  const hand: Record<Quotation['kind'], string> = {
    speech: t('at first hand'),
    reported: reportedBy ? t('at second hand, from {0}', name(reportedBy)) : t('at second hand'),
    'not-speech': t('a set phrase or a title, no speech'),
  };
  return [
    hand[kind],
    ...(addressee ? [t('to {0}', name(addressee))] : []),
    ...(date ? [formatEdtf(date, dates)] : []),
  ];
}

function departureText({ start, end, kind, expected }: Departure, words: string, { t }: Voice): string {
  const quoted = (text: string): string => `“${shortened(text.replace(/\s+/g, ' '), LONGEST)}”`;
  const written = quoted(words.slice(start, end));
  if (kind === 'added') return t('{0} does not stand there', written);
  if (kind === 'left-out') return expected ? t('{0} is left out', quoted(expected)) : t('Words are left out');
  return expected
    ? t('{0}: the record has {1}', written, quoted(expected))
    : t('{0} does not stand there so', written);
}
