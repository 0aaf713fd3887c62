import { addTo, onceFor } from '../dossier/keyed.ts';
import type { DateMention } from './dates.ts';
import { LeafScanner, type LeafSink } from './leaf.ts';
import type { Leaf, LeafKind, Masked, MaskKind } from './masked.ts';
import type { DraftMention, FoundMention } from './mention.ts';
import type { NameMatcher } from './name-index.ts';
import type { QuotedRange } from './quotation-scan.ts';

/** A run of whole top-level blocks. All offsets inside are counted from its beginning, so that it can move. */
export interface Chunk {
  readonly length: number;
  /** Length of the first line with its line end; one more than all where it has none. */
  readonly firstLine: number;
  readonly masked: readonly Masked[];
  /** Start, end and {@link leafCode} of each leaf. */
  readonly leaves: readonly number[];
  readonly mentions: readonly FoundMention[];
  readonly dates: readonly DateMention[];
  readonly quotations: readonly QuotedRange[];
  /** Where somebody is named who is not in the dossier but bears a surname of it: the folded surname, and where. */
  readonly rivals: readonly { readonly surname: string; readonly start: number }[];
}

/**
 * For each person, and by {@link rivalKey} for others, where the chunk has a name that a bare surname after it is short
 * for. Made when it is first asked for: most documents never need it.
 */
export const introductionsOf = onceFor(
  ({ mentions, rivals }: Chunk): ReadonlyMap<string, readonly number[]> => {
    const made = new Map<string, number[]>();
    for (const { people, kind, start, nameStart } of mentions) {
      const [person] = people;
      if (people.length === 1 && person !== undefined && (kind === 'full' || start < nameStart))
        addTo(made, person, start);
    }
    for (const { surname, start } of rivals) addTo(made, rivalKey(surname), start);
    return made;
  },
);

/** Under what people of a surname who are not in the dossier are introduced; no person's id has a colon. */
export const rivalKey = (surname: string): string => `:${surname}`;

const LEAF_KINDS: readonly LeafKind[] = ['paragraph', 'heading', 'cell'];

/** What a leaf is, as one number: see {@link leafOf}. */
const leafCode = ({ kind, quoted }: Leaf): number => LEAF_KINDS.indexOf(kind) + (quoted ? 4 : 0);

/** What the number of a leaf says. */
export const leafOf = (code: number): { readonly kind: LeafKind; readonly quoted: boolean } => ({
  kind: LEAF_KINDS[code & 3] ?? 'paragraph',
  quoted: code >= 4,
});

/** A chunk of front matter. */
export function frontMatterChunk(text: string, end: number): Chunk {
  return {
    length: end,
    firstLine: text.indexOf('\n') + 1,
    masked: [{ start: 0, end, kind: 'front-matter' }],
    leaves: [],
    mentions: [],
    dates: [],
    quotations: [],
    rivals: [],
  };
}

/** Collects what is found in the text from `start` on. */
export class ChunkBuilder implements LeafSink {
  readonly start: number;
  readonly #text: string;
  readonly #names: NameMatcher;
  readonly #masked: Masked[] = [];
  readonly #leaves: number[] = [];
  readonly #mentions: FoundMention[] = [];
  readonly #dates: DateMention[] = [];
  readonly #quotations: QuotedRange[] = [];
  readonly #rivals: { readonly surname: string; readonly start: number }[] = [];
  #leaf: LeafScanner | undefined;

  constructor(text: string, start: number, names: NameMatcher) {
    this.#text = text;
    this.start = start;
    this.#names = names;
  }

  /** Begins a leaf. What its scanner finds comes here; it must be run to its end before anything else is added. */
  addLeaf(leaf: Leaf): LeafScanner {
    this.#leaves.push(leaf.start - this.start, leaf.end - this.start, leafCode(leaf));
    this.#leaf = new LeafScanner(this.#text, leaf, this.#names, this);
    return this.#leaf;
  }

  /** Adds a block that is not prose, by its offsets in the text. */
  addMasked(start: number, end: number, kind: MaskKind): void {
    if (start < end) this.#masked.push({ start: start - this.start, end: end - this.start, kind });
  }

  masked(start: number, end: number, kind: MaskKind): void {
    this.#masked.push({ start: this.#place(start), end: this.#placeEnd(end), kind });
  }

  date({ start, end, edtf }: DateMention): void {
    this.#dates.push({ start: this.#place(start), end: this.#placeEnd(end), edtf });
  }

  quotation({ start, end, wordsStart, wordsEnd }: QuotedRange): void {
    this.#quotations.push({
      start: this.#place(start),
      end: this.#placeEnd(end),
      wordsStart: this.#place(wordsStart),
      wordsEnd: this.#placeEnd(wordsEnd),
    });
  }

  mention(found: DraftMention): void {
    found.start = this.#place(found.start);
    if (found.people.length === 0) {
      this.#rivals.push({ surname: found.surname ?? '', start: found.start });
      return;
    }
    found.end = this.#placeEnd(found.end);
    found.nameStart = this.#place(found.nameStart);
    found.nameEnd = this.#placeEnd(found.nameEnd);
    this.#mentions.push(found);
  }

  #place(offset: number): number {
    return (this.#leaf?.place(offset) ?? offset) - this.start;
  }

  /** By the last unit inside, so that an end at the end of a line does not jump over the next line's markers. */
  #placeEnd(offset: number): number {
    return this.#place(offset - 1) + 1;
  }

  finish(end: number): Chunk {
    // Much faster than an expression where all is one long line.
    const own = this.#text.slice(this.start, end);
    const feed = own.indexOf('\n');
    const ret = (feed < 0 ? own : own.slice(0, feed)).indexOf('\r');
    const lineEnd = ret < 0 ? feed : ret;
    const crlf = this.#text.startsWith('\r\n', this.start + lineEnd) ? 2 : 1;
    return {
      length: end - this.start,
      firstLine: lineEnd < 0 ? end - this.start + 1 : lineEnd + crlf,
      masked: this.#masked,
      leaves: this.#leaves,
      mentions: this.#mentions,
      dates: this.#dates,
      quotations: this.#quotations,
      rivals: this.#rivals,
    };
  }
}
