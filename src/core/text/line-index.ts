import { countBelow } from './ordered-ranges.ts';

/** A place in a text by line and character, both from 0, as editors count. */
export interface LinePlace {
  readonly line: number;
  readonly character: number;
}

/** The lines of a text that no editor has open. A line ends with `\r\n`, `\n` or `\r`. */
export class LineIndex {
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (const match of text.matchAll(/\r\n|[\r\n]/g)) starts.push(match.index + match[0].length);
    this.#starts = starts;
  }

  /** The place of a UTF-16 offset. */
  placeOf(offset: number): LinePlace {
    const line = countBelow(this.#starts, offset + 1) - 1;
    return { line, character: offset - (this.#starts[line] ?? 0) };
  }
}
