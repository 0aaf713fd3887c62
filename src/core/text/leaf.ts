import { InlineScanner } from './inline.ts';
import { LeafText } from './leaf-text.ts';
import type { Leaf, MaskKind } from './masked.ts';
import type { NameMatcher } from './name-index.ts';
import { ProseScanner, type ProseSink } from './prose.ts';
import { QuotationScanner, type QuotedRange } from './quotation-scan.ts';
import { work } from './work.ts';

/** Takes what is found in a leaf; all offsets are those of the scanner's {@link LeafScanner.place}. */
export interface LeafSink extends ProseSink {
  masked(start: number, end: number, kind: MaskKind): void;
  quotation(quotation: QuotedRange): void;
}

/**
 * Looks through one leaf, first for what is not prose, then for quotations, names and dates in what is left. Lines inside block
 * quotes are joined without their markers, so that a name may go on over them.
 */
export class LeafScanner {
  readonly #text: LeafText;
  readonly #heading: boolean;
  readonly #names: NameMatcher;
  readonly #sink: LeafSink;
  #begun = false;
  #inline: InlineScanner | undefined;
  #quotations: QuotationScanner | undefined;
  /** Start and end of what is not prose. */
  readonly #masked: number[] = [];
  #prose: ProseScanner | undefined;
  #proseFrom = 0;
  #next = 0;

  constructor(text: string, leaf: Leaf, names: NameMatcher, sink: LeafSink) {
    this.#names = names;
    this.#sink = sink;
    this.#heading = leaf.kind === 'heading';
    this.#text = new LeafText(text, leaf);
  }

  /** Goes on by about `units`; true once all is done. */
  run(units: number): boolean {
    if (!this.#text.run(units)) return false;
    const { source, from, to } = this.#text;
    if (!this.#begun) {
      this.#begun = true;
      this.#proseFrom = from;
      this.#inline = new InlineScanner(source, from, to, (start, end, kind) => {
        this.#masked.push(start, end);
        this.#sink.masked(start, end, kind);
      });
    }
    if (this.#inline !== undefined) {
      work.units += Math.min(units, to - from);
      if (!this.#inline.run(units)) return false;
      this.#inline = undefined;
      this.#quotations = new QuotationScanner(source, from, to, this.#masked, quotation =>
        this.#sink.quotation(quotation),
      );
    }
    if (this.#quotations !== undefined) {
      if (!this.#quotations.run(units)) return false;
      this.#quotations = undefined;
    }
    let left = units;
    while (this.#next <= this.#masked.length) {
      const stop = this.#masked[this.#next] ?? to;
      if (this.#proseFrom < stop) {
        const stretch = { text: source, from: this.#proseFrom, to: stop, heading: this.#heading };
        this.#prose ??= new ProseScanner(stretch, this.#names, this.#sink);
        if (left <= 0 || !this.#prose.run(left)) return false;
        left -= stop - this.#proseFrom;
        this.#prose = undefined;
      }
      this.#proseFrom = this.#masked[this.#next + 1] ?? to;
      this.#next += 2;
    }
    return true;
  }

  /** Where the unit `offset` of what the sink was given stands in the text. */
  place(offset: number): number {
    return this.#text.place(offset);
  }
}
