import type { Leaf } from './masked.ts';
import { countBelow } from './ordered-ranges.ts';

/** The text of a leaf in one piece: lines inside block quotes are joined without their markers. */
export class LeafText {
  /** Holds the leaf's text from `from` to `to`; all of the document's where nothing had to be joined. */
  readonly source: string;
  readonly from: number;
  readonly to: number;
  readonly #lines: readonly number[] | undefined;
  /** Where each line begins among the joined ones. */
  readonly #origins: number[] = [];

  constructor(text: string, { start, end, lines }: Leaf) {
    this.#lines = lines;
    let source = text;
    if (lines !== undefined) {
      source = '';
      for (let i = 0; i + 1 < lines.length; i += 2) {
        this.#origins.push(source.length);
        source += text.slice(lines[i], lines[i + 1]);
      }
    }
    this.source = source;
    this.from = lines === undefined ? start : 0;
    this.to = lines === undefined ? end : source.length;
  }

  /** Where the unit `offset` of the source stands in the document. */
  place(offset: number): number {
    const lines = this.#lines;
    if (lines === undefined) return offset;
    const line = countBelow(this.#origins, offset + 1) - 1;
    return (lines[2 * line] ?? 0) + offset - (this.#origins[line] ?? 0);
  }
}
