import { addTo } from '../dossier/keyed.ts';
import { ordered, type TextChange } from './changes.ts';
import { type Chunk, frontMatterChunk, introductionsOf, leafOf, rivalKey } from './chunk.ts';
import { CHUNK, scanChunks } from './chunks.ts';
import { type KeyMention, keyIn } from './citations.ts';
import type { DateMention } from './dates.ts';
import { Footnotes } from './footnotes.ts';
import { frontMatterEnd } from './front-matter.ts';
import type { LeafKind, Masked } from './masked.ts';
import type { FoundMention, Mention } from './mention.ts';
import type { NameMatcher } from './name-index.ts';
import { countBelow, firstEndingAfter, type Range } from './ordered-ranges.ts';
import type { QuotedRange } from './quotation-scan.ts';
import { sentenceAround } from './sentences.ts';

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
  readonly #chunks: readonly Chunk[];
  /** Where each chunk begins. */
  readonly #starts: readonly number[];
  /** For each key of the chunks' introductions the chunks that have it, in order. Made when it is first asked for. */
  #introducers: Map<string, number[]> | undefined;
  #rivals: boolean | undefined;
  #footnotes: Footnotes | undefined;
  #headings: readonly Range[] | undefined;

  /** Use {@link analyse}. */
  constructor(text: string, names: NameMatcher, frontMatter: number, chunks: readonly Chunk[]) {
    this.text = text;
    this.#names = names;
    this.#frontMatter = frontMatter;
    this.#chunks = chunks;
    let at = 0;
    this.#starts = chunks.map(chunk => {
      const start = at;
      at += chunk.length;
      return start;
    });
  }

  /** Who is named at `offset`: the mention whose range, title included, holds the unit there. */
  mentionAt(offset: number): Mention | undefined {
    const index = this.#chunkAt(offset);
    const chunk = this.#chunks[index];
    const start = this.#starts[index];
    if (chunk === undefined || start === undefined) return undefined;
    const at = firstEndingAfter(chunk.mentions, offset - start);
    const found = chunk.mentions[at];
    return found !== undefined && found.start <= offset - start ? this.#resolve(index, found) : undefined;
  }

  /** The mentions that touch `start`..`end`, in order. */
  mentionsIn(start: number, end: number): Mention[] {
    const found: Mention[] = [];
    this.#each(
      start,
      end,
      chunk => chunk.mentions,
      (mention, index) => {
        const resolved = this.#resolve(index, mention);
        if (resolved !== undefined) found.push(resolved);
      },
    );
    return found;
  }

  /** The dates that touch `start`..`end`, in order. */
  datesIn(start: number, end: number): DateMention[] {
    const found: DateMention[] = [];
    this.#each(
      start,
      end,
      chunk => chunk.dates,
      (date, _, by) => found.push({ start: date.start + by, end: date.end + by, edtf: date.edtf }),
    );
    return found;
  }

  /** The quotations that touch `start`..`end`, in order; no quotation stands inside another. */
  quotationsIn(start: number, end: number): QuotedRange[] {
    const found: QuotedRange[] = [];
    this.#each(
      start,
      end,
      chunk => chunk.quotations,
      (quotation, _, by) =>
        found.push({
          start: quotation.start + by,
          end: quotation.end + by,
          wordsStart: quotation.wordsStart + by,
          wordsEnd: quotation.wordsEnd + by,
        }),
    );
    return found;
  }

  /** The stretches that are not prose and touch `start`..`end`, in order. */
  maskedIn(start: number, end: number): Masked[] {
    const found: Masked[] = [];
    this.#each(
      start,
      end,
      chunk => chunk.masked,
      (masked, _, by) => found.push({ start: masked.start + by, end: masked.end + by, kind: masked.kind }),
    );
    return found;
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
    for (const [index, chunk] of this.#chunks.entries()) {
      const by = this.#starts[index] ?? 0;
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
    for (const [index, { leaves }] of this.#chunks.entries()) {
      const by = this.#starts[index] ?? 0;
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
    for (let index = this.#chunkAt(start); index < this.#chunks.length; index++) {
      const by = this.#starts[index] ?? 0;
      if (by > end) break;
      const { leaves } = this.#chunks[index] ?? { leaves: [] };
      for (let at = 3 * leafEndingFrom(leaves, start - by); at < leaves.length; at += 3) {
        const [from = 0, to = 0, code = 0] = leaves.slice(at, at + 3);
        if (from + by > end) break;
        yield { start: from + by, end: to + by, ...leafOf(code) };
      }
    }
  }

  /** All of the text as runs of whole blocks, in order. */
  *sections(): Generator<Section, void> {
    for (const [index, chunk] of this.#chunks.entries()) {
      const start = this.#starts[index] ?? 0;
      const standsAlone = !chunk.mentions.some(
        mention =>
          mention.people.length > 1 ||
          mention.needsIntroduction ||
          (mention.surname !== undefined && this.#namesRivals()),
      );
      yield { start, end: start + chunk.length, identity: chunk, standsAlone };
    }
  }

  /** The paragraph, heading or table cell that `offset` stands in or at the end of. */
  paragraphAt(offset: number): Block | undefined {
    const index = this.#chunkAt(offset);
    const { leaves } = this.#chunks[index] ?? { leaves: [] };
    const by = this.#starts[index] ?? 0;
    const at = 3 * leafEndingFrom(leaves, offset - by);
    const [start, end, code] = leaves.slice(at, at + 3);
    return start !== undefined && end !== undefined && code !== undefined && start + by <= offset
      ? { start: start + by, end: end + by, ...leafOf(code) }
      : undefined;
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
    const chunks: Chunk[] = [];
    let next = 0;
    /** How far what is left of the old text has moved. */
    let delta = 0;
    let taken = 0;
    while (taken < hunks.length) {
      const first = this.#restartFor(hunks[taken]?.start ?? 0);
      for (; next < first; next++) push(chunks, this.#chunks[next]);
      let from = (this.#starts[first] ?? 0) + delta;
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
        const old = this.#chunkAt(checkpoint - delta);
        if (this.#starts[old] !== checkpoint - delta || old <= first || (last?.end ?? 0) > checkpoint - delta)
          return false;
        const coming = hunks[taken];
        if (coming !== undefined && this.#restartFor(coming.start) < old) return false;
        // Small chunks are made one, so that they do not become many by many edits.
        return checkpoint - chunkStart >= CHUNK / 2 || (this.#chunks[old]?.length ?? 0) >= CHUNK;
      };
      const end = yield* scanChunks(text, from, this.#names, chunks, stop);
      if (end === text.length) return new Analysis(text, this.#names, frontMatter, chunks);
      next = this.#chunkAt(end - delta);
    }
    for (; next < this.#chunks.length; next++) push(chunks, this.#chunks[next]);
    return new Analysis(text, this.#names, frontMatter, chunks);
  }

  /** The last chunk whose first line a change at `offset` leaves as it is: what stands before it is not touched. */
  #restartFor(offset: number): number {
    let index = this.#chunkAt(offset);
    while (index > 0 && (this.#starts[index] ?? 0) + (this.#chunks[index]?.firstLine ?? 0) > offset) index--;
    return Math.max(0, index);
  }

  /** The chunk that holds `offset`; the last one for the end of the text, 0 where there is none. */
  #chunkAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #each<T extends Range>(
    start: number,
    end: number,
    list: (chunk: Chunk) => readonly T[],
    take: (item: T, chunk: number, by: number) => void,
  ): void {
    for (let index = this.#chunkAt(start); index < this.#chunks.length; index++) {
      const by = this.#starts[index] ?? 0;
      const chunk = this.#chunks[index];
      if (chunk === undefined || by > end) break;
      const items = list(chunk);
      for (let at = firstEndingAfter(items, start - by - 1); at < items.length; at++) {
        const item = items[at];
        if (item === undefined || item.start + by > end) break;
        take(item, index, by);
      }
    }
  }

  /** The mention with what the document said before: an ambiguous one narrowed, an unlikely one left out. */
  #resolve(index: number, found: FoundMention): Mention | undefined {
    const by = this.#starts[index] ?? 0;
    const { needsIntroduction, surname, ...mention } = found;
    let { people } = found;
    if (people.length > 1 || needsIntroduction || (surname !== undefined && this.#namesRivals())) {
      const last = new Map(
        people.map(person => [person, this.#introducedBefore(person, index, found.start)]),
      );
      const introduced = people.filter(person => (last.get(person) ?? -1) >= 0);
      introduced.sort((a, b) => (last.get(b) ?? 0) - (last.get(a) ?? 0));
      const [latest] = introduced;
      if (latest === undefined && needsIntroduction) return undefined;
      if (surname !== undefined) {
        const rival = this.#introducedBefore(rivalKey(surname), index, found.start);
        if (rival > (latest === undefined ? -1 : (last.get(latest) ?? -1))) return undefined;
      }
      if (latest !== undefined) people = introduced;
    }
    const start = found.start + by;
    const nameStart = found.nameStart + by;
    const title = this.text
      .slice(start, nameStart)
      .replace(/(?:[\s>]|&(?:nbsp|#160|#xa0);)+/gi, ' ')
      .trim();
    return {
      ...mention,
      people,
      start,
      end: found.end + by,
      nameStart,
      nameEnd: found.nameEnd + by,
      ...(title !== '' && { title }),
    };
  }

  /** Whether somebody of a surname of the dossier is named who is not in it. In most documents nobody is. */
  #namesRivals(): boolean {
    this.#rivals ??= this.#chunks.some(chunk => chunk.rivals.length > 0);
    return this.#rivals;
  }

  /** Where `key` (a person's id or a {@link rivalKey}) was last introduced before the unit `at` of a chunk; -1 if nowhere. */
  #introducedBefore(key: string, index: number, at: number): number {
    const offsets = this.#introductions(index)?.get(key) ?? [];
    const here = offsets[countBelow(offsets, at) - 1];
    if (here !== undefined) return (this.#starts[index] ?? 0) + here;
    const chunks = this.#introducing().get(key) ?? [];
    const chunk = chunks[countBelow(chunks, index) - 1];
    if (chunk === undefined) return -1;
    return (this.#starts[chunk] ?? 0) + (this.#introductions(chunk)?.get(key)?.at(-1) ?? 0);
  }

  #introductions(index: number): ReadonlyMap<string, readonly number[]> | undefined {
    const chunk = this.#chunks[index];
    return chunk && introductionsOf(chunk);
  }

  #introducing(): ReadonlyMap<string, readonly number[]> {
    if (this.#introducers !== undefined) return this.#introducers;
    const introducers = new Map<string, number[]>();
    for (const [index, chunk] of this.#chunks.entries()) {
      for (const key of introductionsOf(chunk).keys()) addTo(introducers, key, index);
    }
    this.#introducers = introducers;
    return introducers;
  }
}

/** Which leaf of a chunk is the first that does not end before `offset`; their number if all do. */
function leafEndingFrom(leaves: readonly number[], offset: number): number {
  let low = 0;
  let high = leaves.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leaves[3 * middle + 1] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function push<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item);
}

function drain<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Analyses a Markdown text. Takes any string; the time is linear in its length. */
export function analyse(text: string, names: NameMatcher): Analysis {
  return drain(analyseSliced(text, names));
}

/** {@link analyse} in slices of a few milliseconds: the caller may give the thread back at each `yield`. */
export function* analyseSliced(text: string, names: NameMatcher): Generator<void, Analysis> {
  const frontMatter = frontMatterEnd(text);
  const chunks: Chunk[] = frontMatter > 0 ? [frontMatterChunk(text, frontMatter)] : [];
  yield* scanChunks(text, frontMatter, names, chunks, () => false);
  return new Analysis(text, names, frontMatter, chunks);
}
