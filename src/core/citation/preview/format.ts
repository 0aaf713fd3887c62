import { type RichText, run, toPlain } from '../rich-text.ts';
import { capital, ended } from '../styles/parts.ts';
import type { CitationStyle, Place } from '../styles/style.ts';
import type { CitableWork } from '../works.ts';
import type { PreviewCitation, PreviewItem } from './find.ts';
import { citationParts, noteAuthor } from './narrative.ts';
import { isWeakWork } from './work.ts';

/** A stretch of what is shown in the place of a citation, or in a note. */
export type PreviewPart =
  | {
      readonly kind: 'reference';
      readonly runs: RichText;
      readonly work: CitableWork;
      readonly item: PreviewItem;
      readonly weak: boolean;
    }
  /** Words of the writer's, Markdown. */
  | { readonly kind: 'written'; readonly markdown: string }
  | { readonly kind: 'mark'; readonly text: string }
  /** The number of a note, which leads to it. */
  | { readonly kind: 'note'; readonly number: number };

/** A citation as it stands in the document. */
export interface PlacedCitation {
  readonly citation: PreviewCitation;
  /** It stands in a footnote, where a style of notes has no further number. */
  readonly inNote: boolean;
}

/** How the citations of a document are shown. */
export interface FormattedCitations {
  /** For each citation what stands in its place; nothing where it stays as it is written. */
  readonly shown: readonly (readonly PreviewPart[])[];
  /** The notes: that of number 1 comes first. */
  readonly notes: readonly (readonly PreviewPart[])[];
}

/**
 * Formats the citations of a document in its order. In a style of notes each gets a number and a note, in full where the
 * source is cited for the first time; in one that cites in the text, what that style has in brackets. A key that
 * `workOf` does not know stays as it is written; for a citation of such keys alone nothing is shown here.
 */
export function formatCitations(
  citations: readonly PlacedCitation[],
  style: CitationStyle,
  workOf: (key: string) => CitableWork | undefined,
): FormattedCitations {
  const cited = new Set<CitableWork>();
  const notes: (readonly PreviewPart[])[] = [];
  const note = (citation: PreviewCitation): PreviewPart[] =>
    itemsOf(citation, workOf, (item, work) => {
      const format = cited.has(work) ? style.laterNote : style.note;
      cited.add(work);
      return format(work.csl, placeOf(item));
    });
  const shown = citations.map(({ citation, inNote }): readonly PreviewPart[] => {
    if (!citation.items.some(({ key }) => workOf(key))) return [];
    if (style.kind === 'in-text') return inText(citation, style, workOf);
    const parts = note(citation);
    if (inNote) return parts;
    notes.push(closed(capitalised(parts)));
    const number: PreviewPart = { kind: 'note', number: notes.length };
    const [first] = citation.items;
    const work = first && workOf(first.key);
    if (citation.bracketed || !first || !work || first.suppressed) return [number];
    return [reference(first, work, noteAuthor(style, work.csl)), number];
  });
  return { shown, notes };
}

/** What is cited of a source: paragraphs, or whatever the locator counts. */
export const placeOf = ({ locator, paragraphs }: PreviewItem): Place | undefined =>
  paragraphs.length > 0 && (!locator || locator.label === 'paragraph') ? paragraphs : locator;

const reference = (item: PreviewItem, work: CitableWork, runs: RichText): PreviewPart => ({
  kind: 'reference',
  runs,
  work,
  item,
  weak: isWeakWork(work),
});

const mark = (text: string): PreviewPart[] => (text === '' ? [] : [{ kind: 'mark', text }]);
const written = (markdown: string): PreviewPart[] => (markdown === '' ? [] : [{ kind: 'written', markdown }]);

/** The items of a citation, parted by semicolons, each with what the writer put before and behind it. */
function itemsOf(
  { items }: PreviewCitation,
  workOf: (key: string) => CitableWork | undefined,
  format: (item: PreviewItem, work: CitableWork) => RichText,
): PreviewPart[] {
  return items.flatMap((item, index) => {
    const work = workOf(item.key);
    const shown = work
      ? [reference(item, work, format(item, work)), ...written(item.suffix)]
      : written(item.written);
    return [...mark(index > 0 ? '; ' : ''), ...written(item.prefix), ...shown];
  });
}

function inText(
  citation: PreviewCitation,
  style: CitationStyle,
  workOf: (key: string) => CitableWork | undefined,
): readonly PreviewPart[] {
  const [first] = citation.items;
  const known = citation.items.flatMap(({ key }) => workOf(key) ?? [])[0];
  if (!first || !known) return [];
  const { open, close, author, rest } = citationParts(style, known.csl, placeOf(first));
  if (!citation.bracketed && !first.suppressed) {
    // The author stands in the sentence, and the rest behind it in brackets.
    if (toPlain(rest) === '') return [reference(first, known, author), ...written(first.suffix)];
    const end = first.suffix === '' ? [run(close)] : [];
    const runs = [...author, run(` ${open}`), ...rest, ...end];
    return [reference(first, known, runs), ...written(first.suffix), ...mark(end.length > 0 ? '' : close)];
  }
  const parts = itemsOf(citation, workOf, (item, work) => {
    const cited = citationParts(style, work.csl, placeOf(item));
    return item.suppressed && cited.rest.length > 0 ? cited.rest : cited.whole;
  });
  return [...mark(open), ...parts, ...mark(close)];
}

/** A note begins as a sentence does, with the writer's words too. */
function capitalised(parts: readonly PreviewPart[]): readonly PreviewPart[] {
  const [first, ...rest] = parts;
  return first?.kind === 'written' && !first.markdown.includes('@')
    ? [{ kind: 'written', markdown: capital(first.markdown) }, ...rest]
    : parts;
}

/** With a full stop at the end, unless the words have one. */
function closed(parts: readonly PreviewPart[]): readonly PreviewPart[] {
  const last = parts.at(-1);
  if (last?.kind === 'written') return /[.!?…]["”']?$/.test(last.markdown) ? parts : [...parts, ...mark('.')];
  if (last?.kind !== 'reference') return parts;
  return [...parts.slice(0, -1), { ...last, runs: ended(last.runs) }];
}
