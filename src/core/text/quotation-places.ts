import { addTo } from '../dossier/keyed.ts';
import type { SourceDocument } from '../dossier/records.ts';
import { FINGERPRINT_WORDS, fnv1a } from './fingerprint.ts';
import { firstEndingAfter, type Range } from './ordered-ranges.ts';
import type { Difference } from './quotation-align.ts';
import type { QuotedWord } from './quotation-words.ts';

/** A passage with the places of its words, which are counted through all documents. */
export interface FingerprintedPassage extends Range {
  readonly document: string;
  readonly passage: number;
}

/** Where words stand by the fingerprints. */
export interface FoundPlace {
  /** The passage in which the longest run of them stands. */
  readonly place: FingerprintedPassage;
  /** Other passages in which all of them stand as well. */
  readonly others: readonly FingerprintedPassage[];
  /** The words that surely stand there, by their numbers in order. */
  readonly agreeing: readonly number[];
  /** Which words differ; what stands there instead is not known. */
  readonly differences: readonly Pick<Difference, 'from' | 'to'>[];
  /** Words that may differ or not: too few in a row to be told. */
  readonly unsure: readonly number[];
}

/** The writer's words `start` to `end` stand at `at` and after. */
interface Run {
  readonly start: number;
  end: number;
  readonly at: number;
  readonly segment: number;
}

/** No word of one document follows one of another. */
const BETWEEN_DOCUMENTS = 1000;
/** So many words may be left out without a mark, and the rest be the same quotation still. */
const LONGEST_LEAP = 40;
/** Words that repeat themselves have many runs; those beyond the longest so many are not looked at. */
const MOST_RUNS = 300;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The numbers of a compiled fingerprint; see `Passage.fingerprint`. What is no base64 gives other numbers, never an error. */
function decodeHashes(base64: string): number[] {
  const hashes: number[] = [];
  let [bits, held, hash, bytes] = [0, 0, 0, 0];
  for (let at = 0; at < base64.length; at++) {
    const digit = DIGITS.indexOf(base64.charAt(at));
    if (digit < 0) continue;
    bits = ((bits << 6) | digit) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    hash |= ((bits >> held) & 0xff) << (8 * bytes++);
    if (bytes < 4) continue;
    hashes.push(hash >>> 0);
    [hash, bytes] = [0, 0];
  }
  return hashes;
}

/** Finds words in the passages whose fingerprints a dossier has, without the passages' text. */
export class FingerprintIndex {
  readonly #places: FingerprintedPassage[] = [];
  /** For each hash, the words with which its windows begin, in order. */
  readonly #windows = new Map<number, number[]>();

  /** Of places that are as good as each other, one in an earlier document is taken. */
  constructor(documents: Iterable<SourceDocument>) {
    let from = 0;
    for (const { id, passages } of documents) {
      for (const { number, fingerprint } of passages) {
        const hashes = decodeHashes(fingerprint ?? '');
        if (hashes.length === 0) continue;
        for (const [at, hash] of hashes.entries()) addTo(this.#windows, hash, from + at);
        const end = from + hashes.length + FINGERPRINT_WORDS - 1;
        this.#places.push({ document: id, passage: number, start: from, end });
        from = end;
      }
      from += BETWEEN_DOCUMENTS;
    }
  }

  /** The place where most of the words stand in their order; nothing where not even four stand together. */
  find(words: readonly QuotedWord[]): FoundPlace | undefined {
    const runs = this.#runs(words);
    const chain = this.#chain(runs);
    const [first] = chain;
    if (!first) return undefined;
    const length = ({ start, end }: Run): number => end - start;
    const longest = chain.reduce((best, run) => (length(run) > length(best) ? run : best), first);
    const same =
      length(first) < words.length ? [] : runs.filter(run => run !== first && length(run) === words.length);
    return {
      place: this.#placeAt(longest.at),
      others: same.map(run => this.#placeAt(run.at)),
      ...this.#compare(words, chain),
    };
  }

  /** Every stretch of the words that stands somewhere, as long as it can be. */
  #runs(words: readonly QuotedWord[]): readonly Run[] {
    const runs: Run[] = [];
    // What lies between where a word stands here and there is the same along a run.
    const open = new Map<number, Run>();
    for (const [start, { segment }] of words.entries()) {
      const end = start + FINGERPRINT_WORDS;
      if (words[end - 1]?.segment !== segment) continue;
      const four = words.slice(start, end).map(word => word.folded);
      for (const at of this.#windows.get(fnv1a(four.join(' '))) ?? []) {
        const run = open.get(at - start);
        if (run && run.segment === segment && start <= run.end) run.end = end;
        else {
          const fresh = { start, end, at, segment };
          open.set(at - start, fresh);
          runs.push(fresh);
        }
      }
    }
    if (runs.length <= MOST_RUNS) return runs;
    const longest = runs.sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, MOST_RUNS);
    return longest.sort((a, b) => a.start - b.start || a.at - b.at);
  }

  /** The runs that follow each other, here and there, and hold most words; where two overlap, the later is cut. */
  #chain(runs: readonly Run[]): readonly Run[] {
    const links: { readonly run: Run; readonly worth: number; readonly before: number }[] = [];
    let best = -1;
    for (const run of runs) {
      let link = { run, worth: run.end - run.start, before: -1 };
      for (const [before, { run: earlier, worth }] of links.entries()) {
        const overlap = Math.max(0, earlier.end - run.start, endOf(earlier) - run.at);
        if (overlap >= run.end - run.start) continue;
        const cut = { ...run, start: run.start + overlap, at: run.at + overlap };
        const total = worth + cut.end - cut.start - this.#cost(earlier, cut);
        if (total > link.worth) link = { run: cut, worth: total, before };
      }
      const { worth = 0, run: leader } = links[best] ?? {};
      if (link.worth > worth || (link.worth === worth && leader && run.at < leader.at)) best = links.length;
      links.push(link);
    }
    const chain: Run[] = [];
    for (let link = links[best]; link; link = links[link.before]) chain.unshift(link.run);
    return chain;
  }

  /** What makes it less likely that a run goes on another, in words. */
  #cost(earlier: Run, run: Run): number {
    const leap = run.at - endOf(earlier);
    const far = leap / 10_000;
    if (earlier.segment !== run.segment)
      return this.#placeAt(earlier.at).document === this.#placeAt(run.at).document
        ? far
        : Number.POSITIVE_INFINITY;
    if (leap > LONGEST_LEAP) return Number.POSITIVE_INFINITY;
    return 0.5 + far + Math.min(10, Math.abs(leap - (run.start - earlier.end))) / 20;
  }

  /** The passage of a word. */
  #placeAt(at: number): FingerprintedPassage {
    const place = this.#places[firstEndingAfter(this.#places, at)];
    if (!place) throw new Error('A window of a fingerprint stands in no passage');
    return place;
  }

  #compare(
    words: readonly QuotedWord[],
    chain: readonly Run[],
  ): Pick<FoundPlace, 'agreeing' | 'differences' | 'unsure'> {
    const agreeing: number[] = [];
    const unsure: number[] = [];
    const differences: { readonly from: number; readonly to: number }[] = [];
    const add = (list: number[], from: number, to: number): void => {
      for (let number = from; number < to; number++) list.push(number);
    };
    /** Words beside a run; the one next to it surely differs, unless the passage begins or ends there. */
    const beside = (from: number, to: number, next: number, bounded: boolean): void => {
      const few = to - from < FINGERPRINT_WORDS;
      if (from === to) return;
      if (bounded && few) add(unsure, from, to);
      else if (bounded || to - from > FINGERPRINT_WORDS) differences.push({ from, to });
      else {
        if (next === from) add(unsure, from + 1, to);
        else add(unsure, from, next);
        differences.push({ from: next, to: next + 1 });
      }
    };
    for (let from = 0, to = 0; from < words.length; from = to) {
      const segment = words[from]?.segment;
      while (to < words.length && words[to]?.segment === segment) to++;
      let before: Run | undefined;
      for (const run of chain) {
        if (run.segment !== segment) continue;
        if (!before) beside(from, run.start, run.start - 1, this.#placeAt(run.at).start === run.at);
        else differences.push({ from: before.end, to: run.start });
        add(agreeing, run.start, run.end);
        before = run;
      }
      if (before) beside(before.end, to, before.end, this.#placeAt(endOf(before) - 1).end === endOf(before));
      else if (to - from < FINGERPRINT_WORDS) add(unsure, from, to);
      else differences.push({ from, to });
    }
    return { agreeing, differences, unsure };
  }
}

/** The place behind the last word of a run. */
const endOf = ({ start, end, at }: Run): number => at + end - start;
