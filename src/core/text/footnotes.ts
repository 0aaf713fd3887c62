import { addTo } from '../dossier/keyed.ts';
import { firstEndingAfter, type Range } from './ordered-ranges.ts';

/** A footnote's label in a text, `[^label]`, or at its definition `[^label]:`. */
export interface FootnoteMark extends Range {
  readonly label: string;
  /** Of a definition: its first paragraph; an empty stretch behind the mark where it has none. */
  readonly definition?: Range;
}

/** Labels that differ in case alone are one, as CommonMark compares them. */
const folded = (label: string): string => label.toLowerCase();

/** The footnotes of one text. */
export class Footnotes {
  readonly #text: string;
  readonly #paragraphAt: (offset: number) => Range | undefined;
  readonly #marks: FootnoteMark[] = [];
  readonly #definitions = new Map<string, FootnoteMark & { readonly definition: Range }>();
  readonly #calls = new Map<string, FootnoteMark[]>();

  /** @param paragraphAt the paragraph that an offset stands in or at the end of */
  constructor(text: string, paragraphAt: (offset: number) => Range | undefined) {
    this.#text = text;
    this.#paragraphAt = paragraphAt;
  }

  /** Takes the next mark of the text. */
  add(start: number, end: number): void {
    const defines = this.#text.charCodeAt(end - 1) === 58;
    const label = this.#text.slice(start + 2, end - (defines ? 2 : 1));
    const key = folded(label);
    if (defines) {
      const definition = definitionText(this.#text, end, this.#paragraphAt);
      const mark = { start, end, label, definition };
      this.#marks.push(mark);
      if (!this.#definitions.has(key)) this.#definitions.set(key, mark);
      return;
    }
    const mark = { start, end, label };
    this.#marks.push(mark);
    addTo(this.#calls, key, mark);
  }

  /** The mark at `offset`, or that ends there. */
  at(offset: number): FootnoteMark | undefined {
    const mark = this.#marks[firstEndingAfter(this.#marks, offset - 1)];
    return mark !== undefined && mark.start <= offset ? mark : undefined;
  }

  /** The marks that touch `start`..`end`, in order. */
  in(start: number, end: number): FootnoteMark[] {
    const found: FootnoteMark[] = [];
    for (let at = firstEndingAfter(this.#marks, start - 1); at < this.#marks.length; at++) {
      const mark = this.#marks[at];
      if (mark === undefined || mark.start > end) break;
      found.push(mark);
    }
    return found;
  }

  /** The definition of a label; of several the first, as readers take it. */
  definitionOf(label: string): (FootnoteMark & { readonly definition: Range }) | undefined {
    return this.#definitions.get(folded(label));
  }

  /** Where a label is called, in order. */
  callsOf(label: string): readonly FootnoteMark[] {
    return this.#calls.get(folded(label)) ?? [];
  }
}

/** The first paragraph behind the mark of a definition: on its line, or on the next one. */
function definitionText(
  text: string,
  end: number,
  paragraphAt: (offset: number) => Range | undefined,
): Range {
  const gap = /^[ \t]*(?:\r?\n[ \t]+)?/.exec(text.slice(end, end + 256))?.[0].length ?? 0;
  const paragraph = paragraphAt(end + gap);
  return paragraph !== undefined && paragraph.start >= end
    ? { start: paragraph.start, end: paragraph.end }
    : { start: end, end };
}
