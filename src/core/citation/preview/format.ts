import { type RichText, run, toPlain } from '../rich-text.ts';
import { capital, ended, endedMarkdown } from '../styles/parts.ts';
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
  /** The key of a role that nobody knows. */
  | { readonly kind: 'key'; readonly key: string }
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
    if (citation.role?.silent) return [{ kind: 'mark', text: '' }];
    if (style.kind === 'in-text') return inText(citation, style, workOf);
    const parts = note(citation);
    if (inNote) return parts;
    notes.push(closed(capitalised(parts)));
    const number: PreviewPart = { kind: 'note', number: notes.length };
    return [...authorsInSentence(citation, style, workOf), number];
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
/** The writer's words beside a key: Markdown, but in the code span of a role text. */
const words = ({ role }: PreviewCitation, text: string): PreviewPart[] => (role ? mark(text) : written(text));

/** The items of a citation, parted by semicolons, each with what the writer put before and behind it. */
function itemsOf(
  citation: PreviewCitation,
  workOf: (key: string) => CitableWork | undefined,
  format: (item: PreviewItem, work: CitableWork) => RichText,
): PreviewPart[] {
  return citation.items.flatMap((item, index) => {
    const work = workOf(item.key);
    const shown = work
      ? [reference(item, work, format(item, work)), ...words(citation, item.suffix)]
      : citation.role
        ? unknown(item)
        : written(item.written);
    return [...mark(index > 0 ? '; ' : ''), ...words(citation, item.prefix), ...shown];
  });
}

/** A source of a role that nobody knows. */
const unknown = ({ key, suffix }: PreviewItem): PreviewPart[] => [{ kind: 'key', key }, ...mark(suffix)];

/** In a style of notes, the authors who stand in the sentence. */
function authorsInSentence(
  { bracketed, items }: PreviewCitation,
  style: CitationStyle,
  workOf: (key: string) => CitableWork | undefined,
): PreviewPart[] {
  if (bracketed || items[0]?.suppressed) return [];
  const authors = items.flatMap(item => {
    const work = workOf(item.key);
    return work ? [reference(item, work, noteAuthor(style, work.csl))] : [];
  });
  return authors.flatMap((author, index) => [...mark(index > 0 ? ', ' : ''), author]);
}

function inText(
  citation: PreviewCitation,
  style: CitationStyle,
  workOf: (key: string) => CitableWork | undefined,
): readonly PreviewPart[] {
  const { items, bracketed, role } = citation;
  const first = items.find(({ key }) => workOf(key));
  const known = first && workOf(first.key);
  if (!known) return [];
  if (!bracketed && !items[0]?.suppressed && (role || items.length === 1)) {
    return items.flatMap((item, index) => [
      ...mark(index > 0 ? ', ' : ''),
      ...words(citation, item.prefix),
      ...narrative(citation, item, style, workOf(item.key)),
    ]);
  }
  const { open, close } = citationParts(style, known.csl, placeOf(first));
  const parts = itemsOf(citation, workOf, (item, work) => {
    const cited = citationParts(style, work.csl, placeOf(item));
    if (role?.authorOnly) return cited.author;
    return item.suppressed && cited.rest.length > 0 ? cited.rest : cited.whole;
  });
  return role?.bare ? parts : [...mark(open), ...parts, ...mark(close)];
}

/** The author as they stand in the sentence, and the rest behind in brackets. */
function narrative(
  citation: PreviewCitation,
  item: PreviewItem,
  style: CitationStyle,
  work: CitableWork | undefined,
): PreviewPart[] {
  if (!work) return unknown(item);
  const { open, close, author, rest } = citationParts(style, work.csl, placeOf(item));
  const suffix = words(citation, item.suffix);
  if (citation.role?.authorOnly || toPlain(rest) === '') return [reference(item, work, author), ...suffix];
  const end = item.suffix === '' ? [run(close)] : [];
  const runs = [...author, run(` ${open}`), ...rest, ...end];
  return [reference(item, work, runs), ...suffix, ...mark(end.length > 0 ? '' : close)];
}

/** A note begins as a sentence does, with the writer's words too. */
function capitalised(parts: readonly PreviewPart[]): readonly PreviewPart[] {
  const [first, ...rest] = parts;
  if (first?.kind === 'mark') return [...mark(capital(first.text)), ...rest];
  return first?.kind === 'written' && !first.markdown.includes('@')
    ? [{ kind: 'written', markdown: capital(first.markdown) }, ...rest]
    : parts;
}

/** With a full stop at the end, unless the words have one. */
function closed(parts: readonly PreviewPart[]): readonly PreviewPart[] {
  const last = parts.at(-1);
  const rest = parts.slice(0, -1);
  if (last?.kind === 'reference') return [...rest, { ...last, runs: ended(last.runs) }];
  if (last?.kind === 'written') return [...rest, { ...last, markdown: endedMarkdown(last.markdown) }];
  return last?.kind === 'mark' ? [...rest, ...mark(endedMarkdown(last.text))] : parts;
}
