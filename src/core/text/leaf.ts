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
  readonly #source: string;
  readonly #from: number;
  readonly #to: number;
  readonly #heading: boolean;
  readonly #names: NameMatcher;
  readonly #sink: LeafSink;
  #inline: InlineScanner | undefined;
  #quotations: QuotationScanner | undefined;
  /** Start and end of what is not prose. */
  readonly #masked: number[] = [];
  #prose: ProseScanner | undefined;
  #proseFrom: number;
  #next = 0;

  constructor(text: string, leaf: Leaf, names: NameMatcher, sink: LeafSink) {
    this.#names = names;
    this.#sink = sink;
    this.#heading = leaf.kind === 'heading';
    this.#text = new LeafText(text, leaf);
    const { source, from, to } = this.#text;
    this.#source = source;
    this.#from = this.#proseFrom = from;
    this.#to = to;
    work.units += 2 * (this.#to - this.#from);
    this.#inline = new InlineScanner(source, this.#from, this.#to, (maskStart, maskEnd, maskKind) => {
      this.#masked.push(maskStart, maskEnd);
      sink.masked(maskStart, maskEnd, maskKind);
    });
  }

  /** Goes on by about `units`; true once all is done. */
  run(units: number): boolean {
    if (this.#inline !== undefined) {
      if (!this.#inline.run(units)) return false;
      this.#inline = undefined;
      this.#quotations = new QuotationScanner(this.#source, this.#from, this.#to, this.#masked, quotation =>
        this.#sink.quotation(quotation),
      );
    }
    if (this.#quotations !== undefined) {
      if (!this.#quotations.run(units)) return false;
      this.#quotations = undefined;
    }
    let left = units;
    while (this.#next <= this.#masked.length) {
      const to = this.#masked[this.#next] ?? this.#to;
      if (this.#proseFrom < to) {
        const stretch = { text: this.#source, from: this.#proseFrom, to, heading: this.#heading };
        this.#prose ??= new ProseScanner(stretch, this.#names, this.#sink);
        if (left <= 0 || !this.#prose.run(left)) return false;
        left -= to - this.#proseFrom;
        this.#prose = undefined;
      }
      this.#proseFrom = this.#masked[this.#next + 1] ?? this.#to;
      this.#next += 2;
    }
    return true;
  }

  /** Where the unit `offset` of what the sink was given stands in the text. */
  place(offset: number): number {
    return this.#text.place(offset);
  }
}
