import { type Dossier, isWeak } from '../dossier/dossier.ts';
import type { Flaw, SourceDocument } from '../dossier/records.ts';
import { passageId, type RecordReference } from '../dossier/reference.ts';
import type { Voice } from '../dossier/translate.ts';
import { shortened } from '../text/shortened.ts';
import { grade, gradeWords } from './phrases.ts';

/** What a card says of a document that is cited. All texts are untrusted. */
export interface SourceCard {
  readonly document: RecordReference;
  /** The short name. */
  readonly name: string;
  readonly grade: string;
  /** What the grade says. */
  readonly gradeWords: string;
  readonly weak: boolean;
  /** How many flaws the document has and the weightiest of them, in one line. */
  readonly flaws?: string;
  /** The paragraphs that are cited. */
  readonly paragraphs: readonly {
    readonly reference: RecordReference;
    readonly number: number;
    readonly precis: string;
  }[];
  /** How many more are cited. */
  readonly moreParagraphs: number;
  /** Numbers that are cited and that the document does not have. */
  readonly missing: readonly number[];
  /** Where the original is. */
  readonly url?: string;
}

const PARAGRAPHS_ON_A_CARD = 3;
const LONGEST = 240;

/** @param paragraphs the numbers of the paragraphs that the citation gives */
export function sourceCard(
  document: SourceDocument,
  paragraphs: readonly number[],
  voice: Voice,
): SourceCard {
  const { id, shortName, assessment, passages, csl } = document;
  const cited = [...new Set(paragraphs)];
  const there = cited.flatMap(number => passages[number - 1] ?? []);
  const flaws = flawsText(document, cited, voice);
  return {
    document: { type: 'document', id },
    name: shortName,
    grade: grade(assessment),
    gradeWords: gradeWords(assessment, voice.t),
    weak: isWeak(document),
    ...(flaws === undefined ? {} : { flaws }),
    paragraphs: there.slice(0, PARAGRAPHS_ON_A_CARD).map(({ number, precis }) => ({
      reference: { type: 'passage', id: passageId(id, number) },
      number,
      precis: shortened(precis, LONGEST),
    })),
    moreParagraphs: Math.max(0, there.length - PARAGRAPHS_ON_A_CARD),
    missing: cited.filter(number => passages[number - 1] === undefined),
    ...(csl.URL === undefined ? {} : { url: csl.URL }),
  };
}

/** Kinds of flaws, the weightiest first: what is wrong in what it says, then what it hides, then how it is printed. */
const WEIGHTS: readonly Flaw['kind'][] = [
  'wrong-fact',
  'misnamed-person',
  'unsupported-claim',
  'wrong-place',
  'partisan',
  'future-told',
  'unnamed-source',
  'missing-date',
  'lost-byline',
  'misspelled-name',
  'hedge',
  'misprint',
  'garbled-table',
  'truncated-sentence',
  'page-clock',
  'glued-heading',
  'foreign-caption',
  'printed-twice',
  'junk',
  'furniture',
];

/** Flaws of the cited paragraphs come before the rest. */
function flawsText(document: SourceDocument, cited: readonly number[], { t }: Voice): string | undefined {
  const isCited = ({ start }: Flaw): boolean =>
    document.passages.some(
      passage => cited.includes(passage.number) && passage.start <= start && start < passage.end,
    );
  const [worst, ...others] = [...document.flaws].sort(
    (a, b) => Number(isCited(b)) - Number(isCited(a)) || WEIGHTS.indexOf(a.kind) - WEIGHTS.indexOf(b.kind),
  );
  if (worst === undefined) return undefined;
  const note = shortened(worst.note, LONGEST);
  return others.length === 0
    ? t('1 flaw: {0}', note)
    : t('{0} flaws, among them: {1}', others.length + 1, note);
}

/** A document with the numbers of the paragraphs that are cited. */
export interface CitedDocument {
  readonly document: SourceDocument;
  readonly paragraphs: readonly number[];
}

/**
 * The document that a note cites without its key: its title or its address stands there, or the label begins with the
 * key, as *Insert Citation* has it (`key-p4-31`), and tells the paragraphs.
 */
export function documentOfNote(dossier: Dossier, label: string, text: string): CitedDocument | undefined {
  const said = folded(text);
  for (const document of dossier.documents.values()) {
    const { id, csl } = document;
    const rest = label.toLowerCase().startsWith(id.toLowerCase()) ? label.slice(id.length) : undefined;
    const numbers = /^(?:-p(\d{1,4}(?:-\d{1,4})*))?(?:-\d+)?$/.exec(rest ?? 'x');
    const named = said.includes(folded(csl.title)) || (csl.URL !== undefined && text.includes(csl.URL));
    if (numbers === null && !named) continue;
    // A number that is less than the one before tells labels of the same source apart.
    const paragraphs = (numbers?.[1] ?? '')
      .split('-')
      .map(Number)
      .filter((number, index, all) => number > (all[index - 1] ?? 0) && dossier.passage(id, number));
    return { document, paragraphs };
  }
  return undefined;
}

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
