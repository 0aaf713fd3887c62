import type { QuotedWord } from './quotation-words.ts';

/** Words that do not agree: from the writer's `from` to `to`, where the record has its `there` to `thereTo`; ends exclusive. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly there: number;
  readonly thereTo: number;
}

/** How a writer's words lie on those of a recorded quotation, of which they may be a part. */
export interface Alignment {
  /** The writer's words that agree, by their numbers in order. */
  readonly agreeing: readonly number[];
  /** How many words agree or differ, left-out ones too. */
  readonly compared: number;
  /** The longest run of words that agree with nothing between them. */
  readonly longest: number;
  /** The record's words with which the first and the last agreeing one agree. */
  readonly first: number;
  readonly last: number;
  /** Every word of the record agrees. */
  readonly whole: boolean;
  readonly differences: readonly Difference[];
  /** The writer's words that stand where the record has a misprint of them. */
  readonly righted: readonly number[];
}

const AGREE = 1;
const OTHER = 2;
/** One of the writer's words that the record lacks. */
const ADDED = 3;
/** One of the record's words that the writer lacks. */
const LACKING = 4;
/** `cooperation` against `co-operation`, and the other way round. */
const ONE_FOR_TWO = 5;
const TWO_FOR_ONE = 6;

/** One of the writer's words; without it, the gap before the word of that number. */
interface Row {
  readonly word?: QuotedWord;
  readonly number: number;
}

const agrees = (word: QuotedWord, there: QuotedWord): boolean =>
  word.folded === there.folded ||
  word.folded === there.meant ||
  (word.name !== '' && word.name === there.name);

/**
 * Lays the writer's words on the record's so that as many as possible agree and as few as possible differ. Words of the
 * record before, behind, and in the gaps between the writer's segments count for nothing. Takes time and room
 * proportional to the product of both lengths.
 */
export function align(words: readonly QuotedWord[], record: readonly QuotedWord[]): Alignment {
  const rows: Row[] = [];
  for (const [number, word] of words.entries()) {
    if (number > 0 && word.segment !== words[number - 1]?.segment) rows.push({ number });
    rows.push({ word, number });
  }
  const width = record.length + 1;
  const scores = new Int32Array((rows.length + 1) * width);
  const steps = new Uint8Array(scores.length);
  const score = (at: number): number => scores[at] ?? 0;
  for (let row = 1; row <= rows.length; row++) {
    const word = rows[row - 1]?.word;
    const before = rows[row - 2]?.word;
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      let best = score(at - width) - (word && !word.free ? 1 : 0);
      let step = ADDED;
      const there = record[column - 1];
      if (there) {
        const across = at - width - 1;
        if (word) {
          const same = agrees(word, there);
          const together = score(across) + (same ? 2 : word.free ? 0 : -1);
          // An added word that is a repetition is the later one: the words before it go on without a break.
          if (together > best || (together === best && !same))
            [best, step] = [together, same ? AGREE : OTHER];
          if (!same) {
            const left = record[column - 2];
            if (left && left.folded + there.folded === word.folded && score(across - 1) + 2 > best)
              [best, step] = [score(across - 1) + 2, ONE_FOR_TWO];
            if (before && before.folded + word.folded === there.folded && score(across - width) + 4 > best)
              [best, step] = [score(across - width) + 4, TWO_FOR_ONE];
          }
        }
        const lacking = score(at - 1) - (word && !there.free ? 1 : 0);
        if (lacking > best) [best, step] = [lacking, LACKING];
      }
      scores[at] = best;
      steps[at] = step;
    }
  }
  return trace(rows, record, steps, lastColumn(scores, rows.length * width, width));
}

/** Where the writer's last word lies best; behind two that are equal, since it then stands for a word of the record. */
function lastColumn(scores: Int32Array, from: number, width: number): number {
  let best = 0;
  for (let column = 1; column < width; column++) {
    if ((scores[from + column] ?? 0) >= (scores[from + best] ?? 0)) best = column;
  }
  return best;
}

function trace(
  rows: readonly Row[],
  record: readonly QuotedWord[],
  steps: Uint8Array,
  lastColumn: number,
): Alignment {
  const agreeing: number[] = [];
  const righted: number[] = [];
  const differences: Difference[] = [];
  let [row, column] = [rows.length, lastColumn];
  let [compared, run, longest, first, last, covered] = [0, 0, 0, 0, 0, 0];
  /** The trace runs from the end: this difference may begin further before. */
  let open: { from: number; readonly to: number; there: number; readonly thereTo: number } | undefined;
  const close = (): void => {
    if (open) differences.push(open);
    open = undefined;
  };
  while (row > 0) {
    const step = steps[row * (record.length + 1) + column];
    const { word, number } = rows[row - 1] ?? { number: 0 };
    const two = step === TWO_FOR_ONE;
    const up = step === LACKING ? 0 : two ? 2 : 1;
    const left = step === ADDED ? 0 : step === ONE_FOR_TWO ? 2 : 1;
    if (step === AGREE || step === ONE_FOR_TWO || two) {
      close();
      if (agreeing.length === 0) last = column - 1;
      agreeing.push(number);
      if (two) agreeing.push(number - 1);
      if (word && record[column - 1]?.meant === word.folded) righted.push(number);
      compared += up;
      run += up;
      longest = Math.max(longest, run);
      covered += left;
      first = column - left;
    } else {
      run = 0;
      if (!word || (step === LACKING ? record[column - 1]?.free : word.free)) {
        if (step !== LACKING || !word) close();
        if (word) covered += left;
      } else {
        compared++;
        open ??= { from: number + 1, to: number + 1, there: column, thereTo: column };
        open.from = number + 1 - up;
        open.there = column - left;
      }
    }
    row -= up;
    column -= left;
  }
  close();
  return {
    agreeing: agreeing.reverse(),
    compared,
    longest,
    first,
    last,
    whole: covered === record.length,
    differences: differences.reverse(),
    righted: righted.reverse(),
  };
}
