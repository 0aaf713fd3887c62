const PIPE = 124;

/** Tells start and end of a cell. */
type CellSink = (start: number, end: number) => void;

/**
 * Finds the cells of a row of a GFM table in `from`..`to`: start and end of each without the white space around it. A pipe
 * after a backslash parts nothing; one at either end of the row makes no cell. A row may be as long as a book.
 */
export class RowScanner {
  /** How far it has come. */
  at: number;
  readonly #text: string;
  readonly #to: number;
  #cell: number;

  constructor(text: string, from: number, to: number) {
    let start = from;
    while (start < to && isSpace(text.charCodeAt(start))) start++;
    if (text.charCodeAt(start) === PIPE && start < to) start++;
    this.#text = text;
    this.#to = to;
    this.#cell = this.at = start;
  }

  /** Goes on by `units`; true once all is done. */
  run(units: number, found: CellSink): boolean {
    const text = this.#text;
    const to = this.#to;
    const stop = Math.min(to, this.at + units);
    let at = this.at;
    for (; at < stop; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 92) at++;
      else if (unit === PIPE) {
        const [left, right] = trimmed(text, this.#cell, at);
        found(left, right);
        this.#cell = at + 1;
      }
    }
    this.at = at;
    if (at < to) return false;
    // Nothing stands behind the pipe that ends the row.
    const [left, right] = trimmed(text, this.#cell, to);
    if (left < right) found(left, right);
    return true;
  }
}

function trimmed(text: string, start: number, end: number): readonly [number, number] {
  let left = start;
  let right = end;
  while (left < right && isSpace(text.charCodeAt(left))) left++;
  while (right > left && isSpace(text.charCodeAt(right - 1))) right--;
  return [left, right];
}

/** How many cells a row of a GFM table in `from`..`to` has. */
export function countCells(text: string, from: number, to: number): number {
  let count = 0;
  new RowScanner(text, from, to).run(to - from, () => count++);
  return count;
}

/** How many columns the delimiter row of a GFM table in `from`..`to` has; 0 if it is none. It must hold a pipe. */
export function delimiterColumns(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== PIPE && unit !== 45 && unit !== 58 && !isSpace(unit)) return 0;
  }
  let count = 0;
  let all = true;
  new RowScanner(text, from, to).run(to - from, (start, end) => {
    count++;
    all &&= /^:?-+:?$/.test(text.slice(start, end));
  });
  return all && text.slice(from, to).includes('|') ? count : 0;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9;
}
