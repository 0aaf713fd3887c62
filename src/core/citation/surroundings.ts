import { InlineScanner } from '../text/inline.ts';
import type { Leaf, Masked } from '../text/masked.ts';

/** Brackets that pair, outside of what is masked: offsets of `[` and `]`. */
interface BracketPair {
  readonly open: number;
  readonly close: number;
  /** The index of the pair around it; -1 where there is none. */
  readonly outer: number;
  /** Whether the words between them are a citation, once somebody has asked. */
  citation?: boolean;
}

/** What stands in a stretch of a block. Offsets are UTF-16. */
export interface Surroundings {
  readonly to: number;
  /** What is not prose, in order. */
  readonly masked: readonly Masked[];
  /** In the order in which they open. */
  readonly pairs: readonly BracketPair[];
  /** Where each pair opens. */
  readonly opens: readonly number[];
}

/** So far around a caret a line is read, at least: a line may be as long as the file. */
const REACH = 8_192;

/** Reads what stands around carets; carets near each other share what was read. */
export class SurroundingsReader {
  readonly #text: string;
  readonly #read = new Map<string, Surroundings>();

  constructor(text: string) {
    this.#text = text;
  }

  around(offset: number, leaf: Leaf): Surroundings {
    const step = Math.max(0, Math.floor((offset - leaf.start) / REACH) - 1);
    const from = leaf.start + step * REACH;
    const key = `${leaf.start} ${step}`;
    let found = this.#read.get(key);
    if (!found) {
      found = read(this.#text, from, Math.min(leaf.end, from + 3 * REACH));
      this.#read.set(key, found);
    }
    return found;
  }
}

function read(text: string, from: number, to: number): Surroundings {
  const masked: Masked[] = [];
  new InlineScanner(text, from, to, (start, end, kind) => masked.push({ start, end, kind })).run(to - from);
  const found: { open: number; close: number }[] = [];
  const open: number[] = [];
  let next = 0;
  for (let at = from; at < to; at++) {
    while ((masked[next]?.end ?? to) <= at) next++;
    const mask = masked[next];
    if (mask && mask.start <= at) {
      at = mask.end - 1;
      continue;
    }
    const unit = text.charCodeAt(at);
    if (unit === 92) at++;
    else if (unit === 91) open.push(at);
    else if (unit === 93) {
      const start = open.pop();
      if (start !== undefined) found.push({ open: start, close: at });
    }
  }
  found.sort((a, b) => a.open - b.open);
  const around: number[] = [];
  const pairs = found.map((pair, index): BracketPair => {
    while ((found[around.at(-1) ?? 0]?.close ?? 0) < pair.open && around.length > 0) around.pop();
    const outer = around.at(-1) ?? -1;
    around.push(index);
    return { ...pair, outer };
  });
  return { to, masked, pairs, opens: pairs.map(pair => pair.open) };
}
