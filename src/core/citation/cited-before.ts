import { firstEndingAfter, type Range } from '../text/ordered-ranges.ts';
import { bibliographySection } from './bibliography-section.ts';
import type { DocumentScan, NoteRange } from './document-scan.ts';
import { citesInFull } from './notes.ts';
import { fieldsOf, keyOf, type Reference } from './references.ts';
import { toMarkdown } from './rich-text.ts';
import type { CitationStyle } from './styles/style.ts';
import type { SurroundingsReader } from './surroundings.ts';

/** Where something is read: at `at`, and of what stands in the note that is called there, at `within`. */
export interface ReadingPlace {
  readonly at: number;
  readonly within: number;
}

/** Whether the first of two places is read before the second. */
export const isBefore = (a: ReadingPlace, b: ReadingPlace): boolean =>
  a.at < b.at || (a.at === b.at && a.within < b.within);

/** A number of a paragraph that no work has: where it stands, a locator would. */
const SENTINEL = 987_654;
/** No locator is longer. */
const LOCATOR_LENGTH = 80;

/**
 * Which works a text cites in full, and where first, in the order in which a reader meets the notes: that of their calls.
 * A work counts as cited in full in a footnote that has all of its reference, in whatever style (see {@link citesInFull}),
 * and in a sentence where a reference stands as a style writes it. A citation key does not count: what comes of it is
 * settled elsewhere, and a full note too many is a smaller fault than one too few. Nor does the file's bibliography.
 */
export class CitedBefore {
  readonly #text: string;
  readonly #scan: DocumentScan;
  readonly #surroundings: SurroundingsReader;
  readonly #styles: readonly CitationStyle[];
  readonly #first = new Map<string, ReadingPlace | undefined>();
  readonly #calls = new Map<string, number | undefined>();
  #section: Range | undefined;
  #lowered: ReadonlyMap<string, string> | undefined;

  constructor(
    text: string,
    scan: DocumentScan,
    surroundings: SurroundingsReader,
    styles: readonly CitationStyle[],
  ) {
    this.#text = text;
    this.#scan = scan;
    this.#surroundings = surroundings;
    this.#styles = styles;
    const section = bibliographySection(text);
    this.#section = section === 'open' ? undefined : section;
  }

  /** Where what stands at an offset is read; `undefined` in a note that nothing in the text calls. */
  placeOf(offset: number): ReadingPlace | undefined {
    const note = this.#noteAt(offset);
    if (!note) return { at: offset, within: -1 };
    const call = this.#callOf(note.label);
    return call === undefined ? undefined : { at: call, within: offset };
  }

  /** Whether a reader has met the full reference before an offset. Entries of public records always have their own. */
  isCited(reference: Reference, offset: number): boolean {
    if (reference.kind === 'public-record') return false;
    const note = this.#noteAt(offset);
    if (note && citesInFull(this.#text.slice(note.start, offset), reference)) return true;
    const place = this.placeOf(offset);
    const first = place && this.#firstOf(reference);
    return place !== undefined && first !== undefined && isBefore(first, place);
  }

  /** Whether a footnote is called before an offset. */
  isCalled(label: string, offset: number): boolean {
    const call = this.#callOf(label);
    const place = this.placeOf(offset);
    return call !== undefined && place !== undefined && call < place.at;
  }

  #noteAt(offset: number): NoteRange | undefined {
    const { noteRanges } = this.#scan;
    const note = noteRanges[firstEndingAfter(noteRanges, offset - 1)];
    return note && note.start < offset ? note : undefined;
  }

  #firstOf(reference: Reference): ReadingPlace | undefined {
    const key = keyOf(reference);
    if (!this.#first.has(key)) {
      const places = [...this.#inNotes(reference), ...this.#inSentences(reference)];
      const first = places.reduce<ReadingPlace | undefined>(
        (earliest, place) => (earliest && isBefore(earliest, place) ? earliest : place),
        undefined,
      );
      this.#first.set(key, first);
    }
    return this.#first.get(key);
  }

  *#inNotes(reference: Reference): Generator<ReadingPlace> {
    this.#lowered ??= new Map([...this.#scan.notes].map(([label, text]) => [label, text.toLowerCase()]));
    // A word of the title tells most notes apart from it, at little cost.
    const word = longest(fieldsOf(reference).title).toLowerCase();
    for (const [label, text] of this.#lowered) {
      if (!text.includes(word) || !citesInFull(text, reference)) continue;
      const call = this.#callOf(label);
      if (call !== undefined) yield { at: call, within: 0 };
    }
  }

  *#inSentences(reference: Reference): Generator<ReadingPlace> {
    for (const [before, behind] of this.#wordings(reference)) {
      for (let at = this.#text.indexOf(before); at >= 0; at = this.#text.indexOf(before, at + 1)) {
        const end = at + before.length;
        const rest = this.#text.slice(end, end + LOCATOR_LENGTH + behind.length);
        const place = rest.includes(behind) && this.#isProse(at) ? this.placeOf(at) : undefined;
        if (!place) continue;
        yield place;
        break; // the first of them, but in notes, which are found by what they say
      }
    }
  }

  /** What stands before and behind a locator in the full reference, in each style. */
  *#wordings(reference: Reference): Generator<readonly [before: string, behind: string]> {
    for (const style of this.#styles) {
      const text = toMarkdown(style.note(fieldsOf(reference), [SENTINEL]));
      const [, before = '', behind = ''] = LOCATED.exec(text) ?? [];
      if (before !== '') yield [before, behind];
    }
  }

  #isProse(offset: number): boolean {
    const section = this.#section;
    if (section && section.start <= offset && offset < section.end) return false;
    return this.#maskAt(offset) === undefined;
  }

  /** The kind of what is masked at an offset of prose; `'code'` too where it is none. */
  #maskAt(offset: number): string | undefined {
    const { leaves } = this.#scan;
    const leaf = leaves[firstEndingAfter(leaves, offset)];
    if (!leaf || leaf.start > offset) return 'code';
    const { masked } = this.#surroundings.around(offset, leaf);
    const mask = masked[firstEndingAfter(masked, offset)];
    return mask && mask.start <= offset ? mask.kind : undefined;
  }

  /** Where a footnote is called first outside of other notes. */
  #callOf(label: string): number | undefined {
    if (!this.#calls.has(label)) this.#calls.set(label, this.#findCall(label));
    return this.#calls.get(label);
  }

  #findCall(label: string): number | undefined {
    const mark = `[^${label}]`;
    for (let at = this.#text.indexOf(mark); at >= 0; at = this.#text.indexOf(mark, at + mark.length)) {
      const note = this.#noteAt(at + 1);
      if (!note && this.#maskAt(at) === 'footnote') return at;
    }
    return undefined;
  }
}

const LOCATED = new RegExp(
  `^(.*?)[\\s.,:;]*(?:[^\\s.,:;()]{1,12}\\.?\\s)?${SENTINEL}[\\s.,:;]*(.*?)[.]?$`,
  's',
);

const longest = (text: string): string =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).reduce((best, word) => (word.length > best.length ? word : best), '');
