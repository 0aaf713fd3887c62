import { isWord } from './chars.ts';
import { FAMILY, SINGLE } from './quotation-marks.ts';
import { Pairing, type QuotedRange } from './quotation-pairs.ts';
import { skip } from './skip.ts';
import { work } from './work.ts';

export type { QuotedRange } from './quotation-pairs.ts';

/**
 * Finds the quotations of one leaf: of `source` from `from` to `to`, where `masked` holds start and end of what is not
 * prose, in order. Emits the outermost ones in order. Straight marks are told by what stands beside them, single ones
 * count only where they are no apostrophes. What is opened and not closed is no quotation, nor is what its marks would
 * part after it; but where it begins the leaf it goes on to the end, as the first of several paragraphs of a speech does.
 * One pass; nothing is allocated for the marks of a leaf without quotations.
 */
export class QuotationScanner {
  readonly #source: string;
  readonly #from: number;
  readonly #to: number;
  readonly #masked: readonly number[];
  readonly #emit: (quotation: QuotedRange) => void;
  #at: number;
  #mask = 0;
  #pairing: Pairing | undefined;
  #finishing: Generator<void, void> | undefined;

  constructor(
    source: string,
    from: number,
    to: number,
    masked: readonly number[],
    emit: (quotation: QuotedRange) => void,
  ) {
    this.#source = source;
    this.#from = this.#at = from;
    this.#to = to;
    this.#masked = masked;
    this.#emit = emit;
  }

  /** Goes on by about `units`; true once all is done, and then what was found is emitted. */
  run(units: number): boolean {
    const source = this.#source;
    const masked = this.#masked;
    const families = FAMILY;
    const to = this.#to;
    const stop = Math.min(to, this.#at + units);
    work.units += Math.max(0, stop - this.#at);
    let at = this.#at;
    for (;;) {
      // Nearly all of the time is spent here.
      at = skip(source, at, stop, families);
      if (at >= stop) break;
      const family = families[source.charCodeAt(at)] ?? 0;
      // Nearly all single marks are apostrophes.
      const apostrophe =
        family >= SINGLE &&
        !this.#pairing?.mayClose(family) &&
        at > this.#from &&
        isWord(source.charCodeAt(at - 1));
      if (!apostrophe) {
        while (this.#mask < masked.length && (masked[this.#mask + 1] ?? 0) <= at) this.#mask += 2;
        if ((masked[this.#mask] ?? to) <= at) {
          at = masked[this.#mask + 1] ?? to;
          continue;
        }
        this.#pairing ??= new Pairing(source, this.#from, to);
        this.#pairing.mark(at, family);
      }
      at++;
    }
    this.#at = at;
    if (at < to) return false;
    this.#finishing ??= this.#pairing?.finish(masked, this.#emit);
    return this.#finishing?.next().done ?? true;
  }
}
