import { BlockScanner, type BlockSink } from './blocks.ts';
import type { DateMention } from './dates.ts';
import { InlineScanner } from './inline.ts';
import type { Leaf, Masked, MaskKind } from './masked.ts';
import type { FoundMention } from './mention.ts';
import type { NameMatcher } from './name-index.ts';
import { ProseScanner } from './prose.ts';
import { work } from './work.ts';

/** A run of whole top-level blocks. All offsets inside are counted from its beginning, so that it can move. */
export interface Chunk {
  readonly length: number;
  /** Length of the first line with its line end; one more than all where it has none. */
  readonly firstLine: number;
  readonly masked: readonly Masked[];
  /** Start and end of each leaf. */
  readonly leaves: readonly number[];
  readonly mentions: readonly FoundMention[];
  readonly dates: readonly DateMention[];
  /** For each person, and by {@link rivalKey} for others: where a name stands that a bare surname after it is short for. */
  readonly introductions: ReadonlyMap<string, readonly number[]>;
}

/** A chunk ends at the first checkpoint after so many units. */
export const CHUNK = 2048;
/** How much is done at a time before the caller may give the thread back. */
export const SLICE = 65_536;

type Event = { readonly checkpoint: number } | { readonly leaf: Leaf } | Masked;

/**
 * Scans `text` from `from`, which must be the start of the text, the end of the front matter or a checkpoint, and adds
 * the chunks to `chunks`. Ends at the end of the text or at the first checkpoint for which `stop` says so, and answers
 * where. Yields each time about {@link SLICE} units were gone through.
 */
export function* scanChunks(
  text: string,
  from: number,
  names: NameMatcher,
  chunks: Chunk[],
  stop: (checkpoint: number, chunkStart: number) => boolean,
): Generator<void, number> {
  let events: Event[] = [];
  const sink: BlockSink = {
    checkpoint: at => events.push({ checkpoint: at }),
    masked: (start, end, kind) => events.push({ start, end, kind }),
    leaf: leaf => events.push({ leaf }),
  };
  const blocks = new BlockScanner(text, sink, from);
  let chunk = new ChunkBuilder(text, from, names);
  let budget = SLICE;
  for (;;) {
    const before = blocks.at;
    if (before < text.length) blocks.step();
    else blocks.finish();
    budget -= blocks.at - before;
    work.units += blocks.at - before;
    for (const event of events) {
      if ('leaf' in event) {
        budget = yield* chunk.addLeaf(event.leaf, budget);
      } else if ('kind' in event) chunk.addMasked(event.start, event.end, event.kind);
      else if (event.checkpoint > chunk.start) {
        const stopped = stop(event.checkpoint, chunk.start);
        if (stopped || event.checkpoint - chunk.start >= CHUNK) {
          chunks.push(chunk.finish(event.checkpoint));
          if (stopped) return event.checkpoint;
          chunk = new ChunkBuilder(text, event.checkpoint, names);
        }
      }
    }
    if (events.length > 0) events = [];
    if (before >= text.length) break;
    if (budget <= 0) {
      yield;
      budget = SLICE;
    }
  }
  if (chunk.start < text.length) chunks.push(chunk.finish(text.length));
  return text.length;
}

/** A chunk of front matter. */
export function frontMatterChunk(text: string, end: number): Chunk {
  return {
    length: end,
    firstLine: text.indexOf('\n') + 1,
    masked: [{ start: 0, end, kind: 'front-matter' }],
    leaves: [],
    mentions: [],
    dates: [],
    introductions: new Map(),
  };
}

class ChunkBuilder {
  readonly start: number;
  readonly #text: string;
  readonly #names: NameMatcher;
  readonly #masked: Masked[] = [];
  readonly #leaves: number[] = [];
  readonly #mentions: FoundMention[] = [];
  readonly #dates: DateMention[] = [];
  readonly #introductions = new Map<string, number[]>();

  constructor(text: string, start: number, names: NameMatcher) {
    this.#text = text;
    this.start = start;
    this.#names = names;
  }

  addMasked(start: number, end: number, kind: MaskKind): void {
    if (start < end) this.#masked.push({ start: start - this.start, end: end - this.start, kind });
  }

  /** Scans a leaf; takes what is left of the budget before the next yield and answers what then is left. */
  *addLeaf(leaf: Leaf, budget: number): Generator<void, number> {
    const { start, end, lines } = leaf;
    if (start >= end) return budget;
    this.#leaves.push(start - this.start, end - this.start);
    let source = this.#text;
    let from = start;
    let to = end;
    let place = (offset: number): number => offset - this.start;
    if (lines !== undefined) {
      source = '';
      const origins: number[] = [];
      for (let i = 0; i + 1 < lines.length; i += 2) {
        origins.push(source.length);
        source += this.#text.slice(lines[i], lines[i + 1]);
      }
      from = 0;
      to = source.length;
      place = offset => placeInLines(offset, origins, lines) - this.start;
    }
    const masked: Masked[] = [];
    const inline = new InlineScanner(source, from, to, (maskStart, maskEnd, kind) =>
      masked.push({ start: maskStart, end: maskEnd, kind }),
    );
    let left = budget;
    work.units += 2 * (to - from);
    while (!inline.run(SLICE)) {
      yield;
      left = SLICE;
    }
    const sink = {
      mention: (found: FoundMention) => this.#addMention(moved(found, place)),
      date: (date: DateMention) => this.#dates.push(movedDate(date, place)),
    };
    let proseFrom = from;
    for (let i = 0; i <= masked.length; i++) {
      const mask = masked[i];
      const proseTo = mask?.start ?? to;
      if (proseFrom < proseTo) {
        const stretch = { text: source, from: proseFrom, to: proseTo, heading: leaf.kind === 'heading' };
        const prose = new ProseScanner(stretch, this.#names, sink);
        while (!prose.run(SLICE)) {
          yield;
          left = SLICE;
        }
        left -= proseTo - proseFrom;
        if (left <= 0) {
          yield;
          left = SLICE;
        }
      }
      if (mask === undefined) break;
      this.#masked.push({ start: place(mask.start), end: place(mask.end - 1) + 1, kind: mask.kind });
      proseFrom = mask.end;
    }
    return left;
  }

  #addMention(found: FoundMention): void {
    const { people, kind, title, start, surname } = found;
    const [person] = people;
    if (person === undefined) this.#introduce(rivalKey(surname ?? ''), start);
    else {
      this.#mentions.push(found);
      if (people.length === 1 && (kind === 'full' || title !== undefined)) this.#introduce(person, start);
    }
  }

  #introduce(key: string, at: number): void {
    const offsets = this.#introductions.get(key);
    if (offsets) offsets.push(at);
    else this.#introductions.set(key, [at]);
  }

  finish(end: number): Chunk {
    const lineEnd = this.#text.slice(this.start, end).search(/[\r\n]/);
    const crlf = this.#text.startsWith('\r\n', this.start + lineEnd) ? 2 : 1;
    return {
      length: end - this.start,
      firstLine: lineEnd < 0 ? end - this.start + 1 : lineEnd + crlf,
      masked: this.#masked,
      leaves: this.#leaves,
      mentions: this.#mentions,
      dates: this.#dates,
      introductions: this.#introductions,
    };
  }
}

/** Under what people of a surname who are not in the dossier are introduced; no person's id has a colon. */
export const rivalKey = (surname: string): string => `:${surname}`;

/** Where `offset` in the joined lines stands in the text. */
function placeInLines(offset: number, origins: readonly number[], lines: readonly number[]): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((origins[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (lines[2 * low] ?? 0) + offset - (origins[low] ?? 0);
}

/** Ends are placed by the last unit inside, so that one at a line's end does not jump over the next line's markers. */
function moved(mention: FoundMention, place: (offset: number) => number): FoundMention {
  return {
    ...mention,
    start: place(mention.start),
    end: place(mention.end - 1) + 1,
    nameStart: place(mention.nameStart),
    nameEnd: place(mention.nameEnd - 1) + 1,
  };
}

function movedDate(date: DateMention, place: (offset: number) => number): DateMention {
  return { start: place(date.start), end: place(date.end - 1) + 1, edtf: date.edtf };
}
