import type { Dossier } from '../dossier/dossier.ts';
import type { Quotation, SourceDocument } from '../dossier/records.ts';
import { isUpper } from './chars.ts';
import type { Range } from './ordered-ranges.ts';
import { align, type Difference } from './quotation-align.ts';
import { mend } from './quotation-mend.ts';
import { FingerprintIndex, type FoundPlace } from './quotation-places.ts';
import { type Candidate, RecordIndex } from './quotation-records.ts';
import { type QuotedWord, readings } from './quotation-words.ts';

/** Where words stand. */
export interface QuotationPlace {
  /** A document's id. */
  readonly document: string;
  /** The passage's number; left out where the words stand in a heading or a caption. */
  readonly passage?: number;
  /** The recorded quotation of which they are all or a part; left out where they are known by fingerprints alone. */
  readonly quotation?: Quotation;
}

/**
 * Where the writer's words depart from the document's. `added`: words that are not there. `left-out`: words that are missing
 * here, so that the range is empty and stands before the next word. Fingerprints do not tell added words from `other`
 * ones, nor, at the beginning and the end, words beside missing ones.
 */
export interface Departure extends Range {
  readonly kind: 'other' | 'added' | 'left-out';
  /** What to point at: the range, or the word beside an empty one. */
  readonly shown: Range;
  /** The words that stand there, empty for `added`; only where they are recorded. */
  readonly expected?: string;
}

/** What a dossier knows of words in quotation marks. Offsets are counted from the beginning of the words. */
export interface QuotationMatch extends QuotationPlace {
  /** Every word was compared, and stands there. */
  readonly exact: boolean;
  /**
   * The words that agree are so many, and so little made of names and small words, that they stand elsewhere hardly by
   * chance. Where this is false, only a speaker who agrees, or a citation, makes sure that this place is meant.
   */
  readonly distinctive: boolean;
  /** In the order of the text. */
  readonly departures: readonly Departure[];
  /**
   * Words that may depart or not: too few between two marks of omission to be compared by fingerprints, or the right word
   * in place of a misprint.
   */
  readonly unsure: readonly Range[];
  /** The writer's words with every departure mended, in the writer's spelling of capitals and apostrophes. */
  readonly corrected?: string;
  /** Where the same words stand as well. */
  readonly others: readonly QuotationPlace[];
}

/** Beyond so many words a quotation is compared with fingerprints alone. */
const LONGEST_COMPARED = 2000;
/** Fewer words stand anywhere. */
const SHORTEST = 3;

/**
 * Tells of words in quotation marks whether they stand in a document of the dossier. What is told nothing of may stand
 * there or not. Compares with the recorded quotations, whose words are known, and with the fingerprints of passages.
 * Both are read when the first words are asked for.
 */
export class QuotationMatcher {
  readonly #dossier: Dossier;
  #records: RecordIndex | undefined;
  #fingerprints: FingerprintIndex | undefined;

  constructor(dossier: Dossier) {
    this.#dossier = dossier;
  }

  /**
   * @param words what stands between the marks, as the writer wrote it. Marks, spaces, line breaks, the case of letters,
   *   emphasis, links, footnotes, ellipses and insertions in square brackets are no departures.
   * @returns nothing where the words are no quotation from the dossier, and where that is not sure.
   */
  match(words: string): QuotationMatch | undefined {
    const all = readings(words);
    const [reading] = all;
    if (reading.length < SHORTEST) return undefined;
    const found: Found[] = [];
    if (reading.length <= LONGEST_COMPARED) {
      for (const candidate of this.#recordIndex.candidates(reading)) {
        const match = recorded(words, reading, candidate);
        if (match) found.push(match);
      }
    }
    for (const each of all) {
      const match = fingerprinted(words, each, this.#fingerprintIndex.find(each));
      if (match) found.push(match);
    }
    const [best, ...rest] = found.sort((a, b) => compareRanks(b.rank, a.rank));
    return best && withOthers(best.match, rest);
  }

  get #recordIndex(): RecordIndex {
    this.#records ??= new RecordIndex(this.#documents);
    return this.#records;
  }

  get #fingerprintIndex(): FingerprintIndex {
    this.#fingerprints ??= new FingerprintIndex(this.#documents);
    return this.#fingerprints;
  }

  /** The better come first. */
  get #documents(): SourceDocument[] {
    const grade = ({ assessment }: SourceDocument): string => assessment.reliability + assessment.credibility;
    return [...this.#dossier.documents.values()].sort((a, b) =>
      grade(a) < grade(b) ? -1 : grade(a) > grade(b) ? 1 : 0,
    );
  }
}

/** A match that is still to be held against others. */
interface Found {
  readonly match: QuotationMatch;
  /** Greater is better; the first that differ decide. */
  readonly rank: readonly number[];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = value - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How many words do not agree at most. A place where words are left out counts as one. */
const lost = (differences: readonly Pick<Difference, 'from' | 'to'>[], unsure: readonly number[]): number =>
  differences.reduce((sum, { from, to }) => sum + Math.max(1, to - from), unsure.length);

/** How many of some words are neither names nor small words, roughly: long, and without a capital. */
function telling(text: string, words: readonly QuotedWord[], numbers: readonly number[]): number {
  return numbers.filter(number => {
    const word = words[number];
    return word && word.folded.length > 4 && !isUpper(text.charCodeAt(word.start));
  }).length;
}

/** Judges how words lie on a recorded quotation. */
function recorded(text: string, words: readonly QuotedWord[], candidate: Candidate): Found | undefined {
  const { document, parts, words: record } = candidate;
  const found = align(words, record);
  const { differences, longest, compared, whole } = found;
  const partAt = (word: number) => parts.findLast(({ from }) => from <= word);
  const part = partAt(found.first);
  // What lies within one of several is compared with that one alone.
  if (!part || (parts.length > 1 && part === partAt(found.last))) return undefined;
  const agreeing = found.agreeing.length;
  const told = telling(text, words, found.agreeing);
  const nearlyWhole = agreeing >= 0.8 * record.length;
  if (differences.length === 0) {
    const pieces = longest >= 3 && agreeing >= 5 && (told >= 3 || agreeing >= 0.6 * record.length);
    if (longest < 4 && !pieces && !(whole && record.length >= SHORTEST)) return undefined;
  } else {
    const own = words.filter(({ free }) => !free).length;
    if (agreeing < 5 || longest < 3 || agreeing < 0.6 * own || agreeing < 0.5 * compared) return undefined;
    // A few small words are in the same order in many sentences.
    if (!nearlyWhole && (agreeing * agreeing) / compared + told < 6.5) return undefined;
  }
  const departures = differences.map(difference =>
    departureOf(words, difference, recordedWords(candidate, difference)),
  );
  const mended = mend(text, departures);
  // Only what is surely right is offered: markup may change its meaning when words beside it go.
  const isRight = mended !== undefined && align(readings(mended)[0], record).differences.length === 0;
  const { quotation } = part;
  const match = {
    ...placeOf(document.id, quotation.passage, quotation),
    exact: departures.length === 0 && found.righted.length === 0,
    distinctive:
      agreeing >= 5 && (told >= 3 || (whole && differences.length === 0) || (nearlyWhole && agreeing >= 7)),
    departures,
    unsure: rangesOf(words, found.righted),
    ...(isRight && { corrected: mended }),
    others: [],
  };
  const speech = quotation.kind === 'not-speech' ? 0 : 1;
  const rank = [
    match.exact ? 1 : 0,
    -lost(differences, found.righted),
    1,
    whole ? 1 : 0,
    speech,
    -parts.length,
  ];
  return { match, rank };
}

/** Judges where words stand by the fingerprints. */
function fingerprinted(
  text: string,
  words: readonly QuotedWord[],
  found: FoundPlace | undefined,
): Found | undefined {
  if (!found) return undefined;
  const agreeing = found.agreeing.length;
  const told = telling(text, words, found.agreeing);
  const exact = found.differences.length === 0 && found.unsure.length === 0;
  if (!exact && agreeing < 0.6 * words.length) return undefined;
  // Titles with names, and set phrases of the news, stand in many texts.
  const chance = agreeing < 8 || told < 2 || agreeing / 4 + told < 6;
  if (found.differences.length > 0 && chance) return undefined;
  const match = {
    ...placeOf(found.place.document, found.place.passage),
    exact,
    distinctive: agreeing >= 5 && told >= 3,
    departures: found.differences.map(difference => departureOf(words, difference)),
    unsure: rangesOf(words, found.unsure),
    others: found.others.map(({ document, passage }) => placeOf(document, passage)),
  };
  return { match, rank: [exact ? 1 : 0, -lost(found.differences, found.unsure), 0] };
}

const placeOf = (document: string, passage?: number, quotation?: Quotation): QuotationPlace => ({
  document,
  ...(passage !== undefined && { passage }),
  ...(quotation && { quotation }),
});

const rangesOf = (words: readonly QuotedWord[], numbers: readonly number[]): Range[] =>
  numbers.flatMap(number => {
    const word = words[number];
    return word ? { start: word.start, end: word.end } : [];
  });

/** @param expected the record's words, empty where it has none; left out where they are not known */
function departureOf(
  words: readonly QuotedWord[],
  { from, to }: Pick<Difference, 'from' | 'to'>,
  expected?: string,
): Departure {
  const [first, last] = [words[from], words[to - 1]];
  const known = expected === undefined ? {} : { expected };
  if (from < to) {
    const range = { start: first?.start ?? 0, end: last?.end ?? 0 };
    return { ...range, kind: expected === '' ? 'added' : 'other', shown: range, ...known };
  }
  const beside = first ?? last;
  const shown = { start: beside?.start ?? 0, end: beside?.end ?? 0 };
  const at = first ? shown.start : shown.end;
  return { start: at, end: at, kind: 'left-out', shown, ...known };
}

/** What the record has in place of the writer's words. */
function recordedWords({ text, words }: Candidate, { there, thereTo }: Difference): string {
  const [first, last] = [words[there], words[thereTo - 1]];
  if (!first || !last || there === thereTo) return '';
  const found = text.slice(first.start, last.end);
  // The dot behind `U.S.` belongs to it.
  const dotted = /\.\p{Lu}$/u.test(found) && text.charAt(last.end) === '.';
  return (dotted ? `${found}.` : found).replace(/\s+/g, ' ');
}

/** The match with the other places where the very same words stand, each once. */
function withOthers(match: QuotationMatch, rest: readonly Found[]): QuotationMatch {
  if (!match.exact) return match;
  const places: QuotationPlace[] = [];
  const exact = [match, ...rest.map(found => found.match)].filter(each => each.exact);
  const all = exact.flatMap(each => [each, ...each.others]);
  for (const { document, passage, quotation } of all) {
    const known = places.some(
      place =>
        place.document === document &&
        (quotation ? place.quotation === quotation : place.passage === passage),
    );
    if (!known) places.push(placeOf(document, passage, quotation));
  }
  return { ...match, others: places.slice(1) };
}
