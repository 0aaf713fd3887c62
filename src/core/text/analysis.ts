import { ordered, type TextChange } from './changes.ts';
import { type Chunk, frontMatterChunk, leafOf } from './chunk.ts';
import { type ChunkList, ChunkListBuilder } from './chunk-list.ts';
import { CHUNK, scanChunks } from './chunks.ts';
import { type KeyMention, keyIn } from './citations.ts';
import type { DateMention } from './dates.ts';
import { Footnotes } from './footnotes.ts';
import { frontMatterEnd } from './front-matter.ts';
import type { LeafKind, Masked } from './masked.ts';
import type { Mention } from './mention.ts';
import type { NameMatcher } from './name-index.ts';
import { Naming } from './naming.ts';
import { firstEndingAfter, type Range, shifted } from './ordered-ranges.ts';
import type { QuotedRange } from './quotation-scan.ts';
import { sentenceAround } from './sentences.ts';
import { drain } from './work.ts';

export type { TextChange } from './changes.ts';
export type { Mention } from './mention.ts';
export type { Range } from './ordered-ranges.ts';

/** So many marks are gone through between two chances to give the thread back. */
const SLICE = 2000;

/** A paragraph, heading or table cell. */
export interface Block extends Range {
  readonly kind: LeafKind;
  /** It stands inside a block quote. */
  readonly quoted: boolean;
}

/** A run of whole blocks that edits elsewhere leave as it is. */
export interface Section extends Range {
  /** The same object in every later analysis in which nothing of the run has changed, wherever it then stands. */
  readonly identity: object;
  /** Whom its names mean does not depend on what stands before it. */
  readonly standsAlone: boolean;
}

/**
 * All that is known of one version of a Markdown text: what is not prose, who is named, which dates are given. Immutable;
 * {@link Analysis.edit} makes the next version's by looking again only at the blocks that a change touches.
 */
export class Analysis {
  readonly text: string;
  readonly #names: NameMatcher;
  readonly #frontMatter: number;
  readonly #chunks: ChunkList;
  readonly #naming: Naming;
  #footnotes: Footnotes | undefined;
  #headings: readonly Range[] | undefined;

  /** Use {@link analyse}. */
  constructor(text: string, names: NameMatcher, frontMatter: number, chunks: ChunkList) {
    this.text = text;
    this.#names = names;
    this.#frontMatter = frontMatter;
    this.#chunks = chunks;
    this.#naming = new Naming(text, chunks);
  }

  /** Who is named at `offset`: the mention whose range, title included, holds the unit there. */
  mentionAt(offset: number): Mention | undefined {
    const index = this.#chunks.indexAt(offset);
    const chunk = this.#chunks.at(index);
    const start = this.#chunks.startOf(index);
    if (chunk === undefined || start === undefined) return undefined;
    const at = firstEndingAfter(chunk.mentions, offset - start);
    const found = chunk.mentions[at];
    return found !== undefined && found.start <= offset - start
      ? this.#naming.resolve(index, found)
      : undefined;
  }

  /** The mentions that touch `start`..`end`, in order. */
  mentionsIn(start: number, end: number): Mention[] {
    const found: Mention[] = [];
    this.#each(
      start,
      end,
      chunk => chunk.mentions,
      (mention, index) => {
        const resolved = this.#naming.resolve(index, mention);
        if (resolved !== undefined) found.push(resolved);
      },
    );
    return found;
  }

  /** The dates that touch `start`..`end`, in order. */
  datesIn(start: number, end: number): DateMention[] {
    return this.#moved(start, end, chunk => chunk.dates, shifted);
  }

  /** The quotations that touch `start`..`end`, in order; no quotation stands inside another. */
  quotationsIn(start: number, end: number): QuotedRange[] {
    return this.#moved(
      start,
      end,
      chunk => chunk.quotations,
      (quotation, by) => ({
        ...shifted(quotation, by),
        wordsStart: quotation.wordsStart + by,
        wordsEnd: quotation.wordsEnd + by,
      }),
    );
  }

  /** The stretches that are not prose and touch `start`..`end`, in order. */
  maskedIn(start: number, end: number): Masked[] {
    return this.#moved(start, end, chunk => chunk.masked, shifted);
  }

  /** The citation keys that touch `start`..`end`, in order. */
  keysIn(start: number, end: number): KeyMention[] {
    return this.maskedIn(start, end).flatMap(mask =>
      mask.kind === 'citation' ? [keyIn(this.text, mask)] : [],
    );
  }

  /** The footnotes of the whole text: where each is called, where it is defined. */
  get footnotes(): Footnotes {
    return drain(this.footnotesSliced());
  }

  /** {@link footnotes} in slices: the caller may give the thread back at each `yield`. */
  *footnotesSliced(): Generator<void, Footnotes> {
    if (this.#footnotes !== undefined) return this.#footnotes;
    const footnotes = new Footnotes(this.text, offset => this.paragraphAt(offset));
    let seen = 0;
    for (const [chunk, by] of this.#chunks.from(0)) {
      for (const { start, end, kind } of chunk.masked) {
        if (kind === 'footnote') footnotes.add(start + by, end + by);
        if (++seen % SLICE === 0) yield;
      }
    }
    this.#footnotes = footnotes;
    return footnotes;
  }

  /** The headings of the whole text, in order. */
  get headings(): readonly Range[] {
    if (this.#headings !== undefined) return this.#headings;
    const headings: Range[] = [];
    for (const [{ leaves }, by] of this.#chunks.from(0)) {
      for (let at = 0; at < leaves.length; at += 3) {
        const [start = 0, end = 0, code = 0] = [leaves[at], leaves[at + 1], leaves[at + 2]];
        if (leafOf(code).kind === 'heading') headings.push({ start: start + by, end: end + by });
      }
    }
    this.#headings = headings;
    return headings;
  }

  /** The blocks that touch `start`..`end`, in order. */
  blocksIn(start: number, end: number): Block[] {
    return [...this.eachBlockIn(start, end)];
  }

  /** {@link blocksIn} one after the other: a table may have a hundred thousand cells. */
  *eachBlockIn(start: number, end: number): Generator<Block, void> {
    for (let index = this.#chunks.indexAt(start); index < this.#chunks.length; index++) {
      const by = this.#chunks.startOf(index) ?? 0;
      if (by > end) break;
      for (let nth = this.#leafFrom(index, start); ; nth++) {
        const block = this.#block(index, nth);
        if (block === undefined || block.start > end) break;
        yield block;
      }
    }
  }

  /** All of the text as runs of whole blocks, in order. */
  *sections(): Generator<Section, void> {
    for (const [chunk, start] of this.#chunks.from(0)) {
      const standsAlone = !chunk.mentions.some(mention => this.#naming.dependsOn(mention));
      yield { start, end: start + chunk.length, identity: chunk, standsAlone };
    }
  }

  /** The paragraph, heading or table cell that `offset` stands in or at the end of. */
  paragraphAt(offset: number): Block | undefined {
    const index = this.#chunks.indexAt(offset);
    const block = this.#block(index, this.#leafFrom(index, offset));
    return block !== undefined && block.start <= offset ? block : undefined;
  }

  /** Which leaf of a chunk is the first that does not end before `offset`; their number if all do. */
  #leafFrom(chunk: number, offset: number): number {
    const { leaves } = this.#chunks.at(chunk) ?? { leaves: [] };
    const end = offset - (this.#chunks.startOf(chunk) ?? 0);
    let low = 0;
    let high = leaves.length / 3;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((leaves[3 * middle + 1] ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #block(chunk: number, nth: number): Block | undefined {
    const [start, end, code] = this.#chunks.at(chunk)?.leaves.slice(3 * nth, 3 * nth + 3) ?? [];
    return start === undefined || end === undefined || code === undefined
      ? undefined
      : shifted({ start, end, ...leafOf(code) }, this.#chunks.startOf(chunk) ?? 0);
  }

  /** The sentence that `offset` stands in, within its paragraph; `undefined` where there is none. */
  sentenceAt(offset: number): Range | undefined {
    const paragraph = this.paragraphAt(offset);
    return paragraph && sentenceAround(this.text, offset, paragraph.start, paragraph.end);
  }

  /**
   * The analysis of `text`, which came from this one's text by `changes`: their offsets are all in the old text, and none
   * overlaps another (see `composeChanges` for changes made one after the other). It finds what a fresh one would find.
   */
  edit(changes: readonly TextChange[], text: string): Analysis {
    return drain(this.editSliced(changes, text));
  }

  /** {@link edit} in slices, for a big paste: the caller may give the thread back at each `yield`. */
  *editSliced(changes: readonly TextChange[], text: string): Generator<void, Analysis> {
    const hunks = ordered(changes);
    const frontMatter = frontMatterEnd(text);
    const kept =
      frontMatter === this.#frontMatter &&
      (frontMatter === 0 || (hunks[0]?.start ?? frontMatter) >= frontMatter);
    if (!kept) hunks.unshift({ start: 0, end: 0, inserted: 0 });
    const chunks = new ChunkListBuilder();
    let next = 0;
    /** How far what is left of the old text has moved. */
    let delta = 0;
    let taken = 0;
    while (taken < hunks.length) {
      const first = this.#restartFor(hunks[taken]?.start ?? 0);
      chunks.keep(this.#chunks, next, first);
      next = Math.max(next, first);
      let from = (this.#chunks.startOf(first) ?? 0) + delta;
      if (from === 0 && frontMatter > 0) {
        chunks.push(frontMatterChunk(text, frontMatter));
        from = frontMatter;
      }
      // The scan may end where a chunk began before and nothing after its first line was scanned otherwise: from there on
      // the same text gives the same chunks.
      const stop = (checkpoint: number, chunkStart: number): boolean => {
        for (
          let hunk = hunks[taken];
          hunk !== undefined && hunk.start + delta < checkpoint;
          hunk = hunks[++taken]
        ) {
          delta += hunk.inserted - (hunk.end - hunk.start);
        }
        const last = hunks[taken - 1];
        const old = this.#chunks.indexAt(checkpoint - delta);
        const isStart = this.#chunks.startOf(old) === checkpoint - delta;
        if (!isStart || old <= first || (last?.end ?? 0) > checkpoint - delta) return false;
        const coming = hunks[taken];
        if (coming !== undefined && this.#restartFor(coming.start) < old) return false;
        // Small chunks are made one, so that they do not become many by many edits.
        return checkpoint - chunkStart >= CHUNK / 2 || (this.#chunks.at(old)?.length ?? 0) >= CHUNK;
      };
      const end = yield* scanChunks(text, from, this.#names, chunks, stop);
      if (end === text.length) return new Analysis(text, this.#names, frontMatter, chunks.finish());
      next = this.#chunks.indexAt(end - delta);
    }
    chunks.keep(this.#chunks, next);
    return new Analysis(text, this.#names, frontMatter, chunks.finish());
  }

  /**
   * From where the blocks can be looked for anew after a change at `offset`, or behind it: what stands before that place
   * stays as it is, and a block begins there. 0 where it is the beginning of the text.
   */
  restartBefore(offset: number): number {
    return this.#chunks.startOf(this.#restartFor(offset)) ?? 0;
  }

  /** The last chunk whose first line a change at `offset` leaves as it is: what stands before it is not touched. */
  #restartFor(offset: number): number {
    let index = this.#chunks.indexAt(offset);
    const firstLineEnd = (at: number): number =>
      (this.#chunks.startOf(at) ?? 0) + (this.#chunks.at(at)?.firstLine ?? 0);
    while (index > 0 && firstLineEnd(index) > offset) index--;
    return Math.max(0, index);
  }

  /** What touches `start`..`end` of a list that each chunk has, in its place in the text. */
  #moved<T extends Range>(
    start: number,
    end: number,
    list: (chunk: Chunk) => readonly T[],
    move: (item: T, by: number) => T,
  ): T[] {
    const found: T[] = [];
    this.#each(start, end, list, (item, _, by) => found.push(move(item, by)));
    return found;
  }

  #each<T extends Range>(
    start: number,
    end: number,
    list: (chunk: Chunk) => readonly T[],
    take: (item: T, chunk: number, by: number) => void,
  ): void {
    for (const [chunk, by, index] of this.#chunks.from(this.#chunks.indexAt(start))) {
      if (by > end) break;
      const items = list(chunk);
      for (let at = firstEndingAfter(items, start - by - 1); at < items.length; at++) {
        const item = items[at];
        if (item === undefined || item.start + by > end) break;
        take(item, index, by);
      }
    }
  }
}

/** Analyses a Markdown text. Takes any string; the time is linear in its length. */
export function analyse(text: string, names: NameMatcher): Analysis {
  return drain(analyseSliced(text, names));
}

/** {@link analyse} in slices of a few milliseconds: the caller may give the thread back at each `yield`. */
export function* analyseSliced(text: string, names: NameMatcher): Generator<void, Analysis> {
  const frontMatter = frontMatterEnd(text);
  const chunks = new ChunkListBuilder();
  if (frontMatter > 0) chunks.push(frontMatterChunk(text, frontMatter));
  yield* scanChunks(text, frontMatter, names, chunks, () => false);
  return new Analysis(text, names, frontMatter, chunks.finish());
}
