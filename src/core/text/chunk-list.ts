import { addTo, getOrAdd, onceFor } from '../dossier/keyed.ts';
import { type Chunk, introductionsOf } from './chunk.ts';
import { countBelow } from './ordered-ranges.ts';

/** A group has at most so many chunks. */
const MOST = 96;
/** One with fewer is joined to the one before it, so that they do not become many by many edits. */
const FEW = 16;

/** Chunks in a row. The same object in every later list in which nothing of it has changed. */
interface Group {
  readonly chunks: readonly Chunk[];
  /** Where each begins, counted from the beginning of the group. */
  readonly starts: readonly number[];
  readonly length: number;
}

function groupOf(chunks: readonly Chunk[]): Group {
  let length = 0;
  const starts = chunks.map(chunk => {
    const start = length;
    length += chunk.length;
    return start;
  });
  return { chunks, starts, length };
}

/** For each key of the introductions of a group's chunks, which of them have it, in order. */
const introducersOf = onceFor(({ chunks }: Group): ReadonlyMap<string, readonly number[]> => {
  const made = new Map<string, number[]>();
  for (const [at, chunk] of chunks.entries()) {
    for (const key of introductionsOf(chunk).keys()) addTo(made, key, at);
  }
  return made;
});

const hasRivals = onceFor(({ chunks }: Group): boolean => chunks.some(({ rivals }) => rivals.length > 0));

/**
 * The chunks of a text, in order, by number. Immutable; in groups, so that the list after an edit is made of the groups of
 * the one before it, and a keystroke in a book leaves nothing behind that is as long as the book.
 */
export class ChunkList {
  /** How many chunks there are. */
  readonly length: number;
  readonly #groups: readonly Group[];
  /** The number of each group's first chunk, and where it begins in the text. */
  readonly #firsts: number[] = [];
  readonly #starts: number[] = [];
  /** For each key that was asked for, the groups that have it. */
  readonly #introducing = new Map<string, readonly number[]>();
  #rivals: boolean | undefined;

  /** Use {@link ChunkListBuilder}. */
  constructor(groups: readonly Group[]) {
    this.#groups = groups;
    let first = 0;
    let start = 0;
    for (const { chunks, length } of groups) {
      this.#firsts.push(first);
      this.#starts.push(start);
      first += chunks.length;
      start += length;
    }
    this.length = first;
  }

  #groupOf(index: number): number {
    return countBelow(this.#firsts, index + 1) - 1;
  }

  at(index: number): Chunk | undefined {
    const group = this.#groupOf(index);
    return this.#groups[group]?.chunks[index - (this.#firsts[group] ?? 0)];
  }

  /** Where a chunk begins in the text; `undefined` where there is none of the number. */
  startOf(index: number): number | undefined {
    const group = this.#groupOf(index);
    const start = this.#groups[group]?.starts[index - (this.#firsts[group] ?? 0)];
    return start === undefined ? undefined : (this.#starts[group] ?? 0) + start;
  }

  /** The number of the chunk that holds `offset`; of the last one for the end of the text, 0 where there is none. */
  indexAt(offset: number): number {
    const group = Math.max(0, countBelow(this.#starts, offset + 1) - 1);
    const starts = this.#groups[group]?.starts ?? [];
    const within = Math.max(0, countBelow(starts, offset - (this.#starts[group] ?? 0) + 1) - 1);
    return (this.#firsts[group] ?? 0) + within;
  }

  /** The chunks from the number `from` on, each with its number and where it begins. */
  *from(from: number): Generator<readonly [chunk: Chunk, start: number, index: number], void> {
    let index = from;
    for (let nth = Math.max(0, this.#groupOf(from)); nth < this.#groups.length; nth++) {
      const { chunks, starts } = this.#groups[nth] ?? groupOf([]);
      for (let at = index - (this.#firsts[nth] ?? 0); at < chunks.length; at++) {
        const chunk = chunks[at];
        if (chunk !== undefined) yield [chunk, (this.#starts[nth] ?? 0) + (starts[at] ?? 0), index++];
      }
    }
  }

  /** The last chunk before that of the number `index` that introduces `key`; -1 where none does. */
  introducerBefore(key: string, index: number): number {
    const own = this.#groupOf(index);
    const within = (nth: number): number => {
      const group = this.#groups[nth];
      const first = this.#firsts[nth] ?? 0;
      const chunks = (group && introducersOf(group).get(key)) ?? [];
      const at = chunks[countBelow(chunks, index - first) - 1];
      return at === undefined ? -1 : first + at;
    };
    const found = within(own);
    if (found >= 0) return found;
    const groups = getOrAdd(this.#introducing, key, () =>
      [...this.#groups.keys()].filter(nth => introducersOf(this.#groups[nth] ?? groupOf([])).has(key)),
    );
    const before = groups[countBelow(groups, own) - 1];
    return before === undefined ? -1 : within(before);
  }

  /** Whether somebody of a surname of the dossier is named who is not in it. */
  get hasRivals(): boolean {
    this.#rivals ??= this.#groups.some(hasRivals);
    return this.#rivals;
  }

  /** The groups that stand whole among the chunks `from`..`to`, and the chunks before and after them. */
  *pieces(from: number, to: number): Generator<Group | Chunk, void> {
    for (let nth = Math.max(0, this.#groupOf(from)); nth < this.#groups.length; nth++) {
      const group = this.#groups[nth] ?? groupOf([]);
      const first = this.#firsts[nth] ?? 0;
      if (first >= to) return;
      if (from <= first && first + group.chunks.length <= to) yield group;
      else yield* group.chunks.slice(Math.max(0, from - first), to - first);
    }
  }
}

/** Makes a list, of new chunks and of those of another list. */
export class ChunkListBuilder {
  readonly #groups: Group[] = [];
  #open: Chunk[] = [];

  push(chunk: Chunk): void {
    this.#open.push(chunk);
    if (this.#open.length >= MOST) this.#close();
  }

  /** Takes over the chunks `from`..`to` of a list. */
  keep(list: ChunkList, from: number, to = list.length): void {
    for (const piece of list.pieces(from, to)) {
      if ('chunks' in piece) {
        this.#close();
        this.#groups.push(piece);
      } else this.push(piece);
    }
  }

  #close(): void {
    if (this.#open.length === 0) return;
    const before = this.#open.length < FEW ? this.#groups.pop() : undefined;
    const chunks = before ? [...before.chunks, ...this.#open] : this.#open;
    this.#open = [];
    const parts = Math.ceil(chunks.length / MOST);
    const size = Math.ceil(chunks.length / parts);
    for (let at = 0; at < chunks.length; at += size) this.#groups.push(groupOf(chunks.slice(at, at + size)));
  }

  finish(): ChunkList {
    this.#close();
    return new ChunkList(this.#groups);
  }
}
