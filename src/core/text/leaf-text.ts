import type { Leaf } from './masked.ts';
import { countBelow } from './ordered-ranges.ts';
import { work } from './work.ts';

/** The text of a leaf in one piece: lines inside block quotes are joined without their markers. To be run first. */
export class LeafText {
  /** Holds the leaf's text from `from` to `to`; all of the document's where nothing has to be joined. */
  source: string;
  readonly from: number;
  to: number;
  readonly #lines: readonly number[] | undefined;
  /** Where each line begins among the joined ones. */
  readonly #origins: number[] = [];
  /** The document, until all is joined. */
  readonly #text: string;
  readonly #pieces: string[] = [];
  #next = 0;

  constructor(text: string, { start, end, lines }: Leaf) {
    this.#text = this.source = text;
    this.#lines = lines;
    this.from = lines === undefined ? start : 0;
    this.to = lines === undefined ? end : 0;
  }

  /** Joins about `units`; true once all is done. */
  run(units: number): boolean {
    const lines = this.#lines;
    if (lines === undefined || this.#next >= lines.length) return true;
    const begun = this.to;
    const stop = begun + units;
    const parts: string[] = [];
    for (; this.#next + 1 < lines.length && this.to < stop; this.#next += 2) {
      const part = this.#text.slice(lines[this.#next], lines[this.#next + 1]);
      this.#origins.push(this.to);
      this.to += part.length;
      parts.push(part);
    }
    work.units += this.to - begun;
    // Each piece is made one string by itself, so that little is left to do for all of them.
    this.#pieces.push(parts.join(''));
    if (this.#next + 1 < lines.length) return false;
    this.source = this.#pieces.join('');
    return true;
  }

  /** Where the unit `offset` of the source stands in the document. */
  place(offset: number): number {
    const lines = this.#lines;
    if (lines === undefined) return offset;
    const line = countBelow(this.#origins, offset + 1) - 1;
    return (lines[2 * line] ?? 0) + offset - (this.#origins[line] ?? 0);
  }
}
