import { isWeak } from '../../dossier/dossier.ts';
import type { SourceDocument } from '../../dossier/records.ts';
import { type RichText, run, toPlain } from '../rich-text.ts';
import { capital, ended } from '../styles/parts.ts';
import type { CitationStyle, Place } from '../styles/style.ts';
import type { PreviewCitation, PreviewItem } from './find.ts';
import { citationParts, noteAuthor } from './narrative.ts';

/** A stretch of what is shown in the place of a citation, or in a note. */
export type PreviewPart =
  | {
      readonly kind: 'reference';
      readonly runs: RichText;
      readonly document: SourceDocument;
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
  /** For each citation what stands in its place. */
  readonly shown: readonly (readonly PreviewPart[])[];
  /** The notes: that of number 1 comes first. */
  readonly notes: readonly (readonly PreviewPart[])[];
}

/**
 * Formats the citations of a document in its order. In a style of notes each gets a number and a note, in full where the
 * source is cited for the first time; in one that cites in the text, what that style has in brackets. A key that
 * `documentOf` does not know stays as it is written.
 */
export function formatCitations(
  citations: readonly PlacedCitation[],
  style: CitationStyle,
  documentOf: (key: string) => SourceDocument | undefined,
): FormattedCitations {
  const cited = new Set<string>();
  const notes: (readonly PreviewPart[])[] = [];
  const note = (citation: PreviewCitation): PreviewPart[] =>
    itemsOf(citation, documentOf, (item, document) => {
      const format = cited.has(item.key) ? style.laterNote : style.note;
      cited.add(item.key);
      return format(document.csl, placeOf(item));
    });
  const shown = citations.map(({ citation, inNote }): readonly PreviewPart[] => {
    if (style.kind === 'in-text') return inText(citation, style, documentOf);
    const parts = note(citation);
    if (inNote) return parts;
    notes.push(closed(capitalised(parts)));
    const number: PreviewPart = { kind: 'note', number: notes.length };
    const [first] = citation.items;
    const document = first && documentOf(first.key);
    if (citation.bracketed || !first || !document || first.suppressed) return [number];
    return [reference(first, document, noteAuthor(style, document.csl)), number];
  });
  return { shown, notes };
}

/** What is cited of a source: paragraphs, or whatever the locator counts. */
export const placeOf = ({ locator, paragraphs }: PreviewItem): Place | undefined =>
  paragraphs.length > 0 && (!locator || locator.label === 'paragraph') ? paragraphs : locator;

const reference = (item: PreviewItem, document: SourceDocument, runs: RichText): PreviewPart => ({
  kind: 'reference',
  runs,
  document,
  item,
  weak: isWeak(document),
});

const mark = (text: string): PreviewPart[] => (text === '' ? [] : [{ kind: 'mark', text }]);
const written = (markdown: string): PreviewPart[] => (markdown === '' ? [] : [{ kind: 'written', markdown }]);

/** The items of a citation, parted by semicolons, each with what the writer put before and behind it. */
function itemsOf(
  { items }: PreviewCitation,
  documentOf: (key: string) => SourceDocument | undefined,
  format: (item: PreviewItem, document: SourceDocument) => RichText,
): PreviewPart[] {
  return items.flatMap((item, index) => {
    const document = documentOf(item.key);
    const shown = document
      ? [reference(item, document, format(item, document)), ...written(item.suffix)]
      : written(item.written);
    return [...mark(index > 0 ? '; ' : ''), ...written(item.prefix), ...shown];
  });
}

function inText(
  citation: PreviewCitation,
  style: CitationStyle,
  documentOf: (key: string) => SourceDocument | undefined,
): readonly PreviewPart[] {
  const [first] = citation.items;
  const known = citation.items.flatMap(({ key }) => documentOf(key) ?? [])[0];
  if (!first || !known) return [];
  const { open, close, author, rest } = citationParts(style, known.csl, placeOf(first));
  if (!citation.bracketed && !first.suppressed) {
    // The author stands in the sentence, and the rest behind it in brackets.
    if (toPlain(rest) === '') return [reference(first, known, author), ...written(first.suffix)];
    const end = first.suffix === '' ? [run(close)] : [];
    const runs = [...author, run(` ${open}`), ...rest, ...end];
    return [reference(first, known, runs), ...written(first.suffix), ...mark(end.length > 0 ? '' : close)];
  }
  const parts = itemsOf(citation, documentOf, (item, document) => {
    const cited = citationParts(style, document.csl, placeOf(item));
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
