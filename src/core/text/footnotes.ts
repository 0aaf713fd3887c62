import type { Masked } from './masked.ts';
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
  readonly #marks: readonly FootnoteMark[];
  readonly #definitions = new Map<string, FootnoteMark & { readonly definition: Range }>();
  readonly #calls = new Map<string, FootnoteMark[]>();

  /**
   * @param masked all that is no prose, in order
   * @param paragraphAt the paragraph that an offset stands in or at the end of
   */
  constructor(text: string, masked: readonly Masked[], paragraphAt: (offset: number) => Range | undefined) {
    this.#marks = masked.flatMap(({ start, end, kind }): FootnoteMark[] => {
      if (kind !== 'footnote') return [];
      const defines = text.charCodeAt(end - 1) === 58;
      const label = text.slice(start + 2, end - (defines ? 2 : 1));
      if (!defines) return [{ start, end, label }];
      return [{ start, end, label, definition: definitionText(text, end, paragraphAt) }];
    });
    for (const mark of this.#marks) {
      const label = folded(mark.label);
      if (mark.definition === undefined) {
        const calls = this.#calls.get(label);
        if (calls) calls.push(mark);
        else this.#calls.set(label, [mark]);
      } else if (!this.#definitions.has(label)) {
        this.#definitions.set(label, { ...mark, definition: mark.definition });
      }
    }
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
