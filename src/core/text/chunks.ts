import { BlockScanner, type BlockSink } from './blocks.ts';
import { type Chunk, ChunkBuilder } from './chunk.ts';
import type { Leaf, Masked, MaskKind } from './masked.ts';
import type { NameMatcher } from './name-index.ts';
import { work } from './work.ts';

/** A chunk ends at the first checkpoint after so many units. */
export const CHUNK = 2048;
/** How much is done at a time before the caller may give the thread back. */
const SLICE = 16_384;
/** And at first, as long as the code may never have run before and be a hundred times slower. */
const FIRST_SLICE = 1024;

/** Takes chunks in order. */
interface ChunkSink {
  push(chunk: Chunk): void;
}

/** Whether the scan may end at a checkpoint; `chunkStart` is where the chunk began that ends there. */
type Stop = (checkpoint: number, chunkStart: number) => boolean;

/**
 * Scans `text` from `from`, which must be the start of the text, the end of the front matter or a checkpoint, and adds
 * the chunks to `chunks`. Ends at the end of the text or at the first checkpoint for which `stop` says so, and answers
 * where. Yields each time about {@link SLICE} units were gone through.
 */
export function* scanChunks(
  text: string,
  from: number,
  names: NameMatcher,
  chunks: ChunkSink,
  stop: Stop,
): Generator<void, number> {
  const collector = new Collector(text, from, names, chunks, stop);
  const blocks = new BlockScanner(text, collector, from);
  let last = from;
  while (collector.stopped < 0) {
    const atEnd = blocks.at >= text.length;
    if (atEnd) blocks.finish();
    else blocks.step();
    collector.spent += blocks.at - last;
    work.units += blocks.at - last;
    last = blocks.at;
    while (!collector.drain()) {
      collector.next();
      yield;
    }
    if (atEnd) break;
    if (collector.spent >= collector.slice) {
      collector.next();
      yield;
    }
  }
  return collector.finish();
}

/** Makes chunks of the blocks. Small leaves are scanned at once, a large one and what comes after it when drained. */
class Collector implements BlockSink {
  /** Units gone through since the last yield. */
  spent = 0;
  /** After so many the caller may give the thread back. */
  slice = FIRST_SLICE;
  /** The checkpoint at which the scan ends; -1 as long as it goes on. */
  stopped = -1;
  readonly #text: string;
  readonly #names: NameMatcher;
  readonly #chunks: ChunkSink;
  readonly #stop: Stop;
  #chunk: ChunkBuilder;
  #pending: (Leaf | Masked | number)[] = [];
  #scanner: ReturnType<ChunkBuilder['addLeaf']> | undefined;

  constructor(text: string, from: number, names: NameMatcher, chunks: ChunkSink, stop: Stop) {
    this.#text = text;
    this.#names = names;
    this.#chunks = chunks;
    this.#stop = stop;
    this.#chunk = new ChunkBuilder(text, from, names);
  }

  /** Begins the next slice. */
  next(): void {
    this.spent = 0;
    this.slice = Math.min(SLICE, 2 * this.slice);
  }

  checkpoint(at: number): void {
    if (this.#pending.length > 0) this.#pending.push(at);
    else if (this.stopped < 0 && at > this.#chunk.start) {
      const stops = this.#stop(at, this.#chunk.start);
      if (stops || at - this.#chunk.start >= CHUNK) {
        this.#chunks.push(this.#chunk.finish(at));
        this.#chunk = new ChunkBuilder(this.#text, at, this.#names);
      }
      if (stops) this.stopped = at;
    }
  }

  masked(start: number, end: number, kind: MaskKind): void {
    if (this.#pending.length > 0) this.#pending.push({ start, end, kind });
    else this.#chunk.addMasked(start, end, kind);
  }

  leaf(leaf: Leaf): void {
    const length = leaf.end - leaf.start;
    if (length <= 0 || this.stopped >= 0) return;
    if (this.#pending.length > 0 || length > this.slice) this.#pending.push(leaf);
    else {
      this.spent += length;
      const scanner = this.#chunk.addLeaf(leaf);
      while (!scanner.run(this.slice));
    }
  }

  /** Does what was left for later, about a slice of it; true once nothing is left. */
  drain(): boolean {
    if (this.#scanner !== undefined && !this.#scanner.run(this.slice)) return false;
    this.#scanner = undefined;
    const pending = this.#pending;
    this.#pending = [];
    for (const [index, each] of pending.entries()) {
      if (typeof each === 'number') this.checkpoint(each);
      else if (each.kind !== 'paragraph' && each.kind !== 'heading' && each.kind !== 'cell') {
        this.masked(each.start, each.end, each.kind);
      } else if (each.end - each.start > this.slice) {
        this.#scanner = this.#chunk.addLeaf(each);
        this.#pending = pending.slice(index + 1);
        return false;
      } else this.leaf(each);
    }
    return true;
  }

  /** Ends the last chunk; answers where the scan ended. */
  finish(): number {
    if (this.stopped >= 0) return this.stopped;
    if (this.#chunk.start < this.#text.length) this.#chunks.push(this.#chunk.finish(this.#text.length));
    return this.#text.length;
  }
}
