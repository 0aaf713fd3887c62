import type { CslItem } from '../csl-item.ts';
import type { Locator } from '../locators.ts';
import type { RichText } from '../rich-text.ts';

/** A place that is cited: the numbers of paragraphs (none for the whole), or any locator. */
export type Place = readonly number[] | Locator;

/** A way of formatting references. One file each; `registry.ts` lists them. None throws, whatever the fields hold. */
export interface CitationStyle {
  readonly id: string;
  /** As its handbook names it; not translated. */
  readonly name: string;
  /** BCP 47 tag of the language it writes. */
  readonly language: string;
  /** Whether it cites in notes or in the text, in brackets. */
  readonly kind: 'notes' | 'in-text';
  /**
   * The reference in full, as a first note has it, without a full stop at its end. A style that cites in the text gives
   * its entry, for a writer who cites in notes all the same.
   */
  readonly note: (item: CslItem, place?: Place) => RichText;
  /** A later citation of the same: a short note without a full stop; in the text, `citation` without its brackets. */
  readonly laterNote: (item: CslItem, place?: Place) => RichText;
  /**
   * A later note where notes are written in a style that cites in the text and `laterNote` would not tell two works of one
   * author apart; without a full stop.
   */
  readonly shortNote?: (item: CslItem, place?: Place) => RichText;
  /** The citation in the text, brackets and all; for a style of notes, its first note. */
  readonly citation: (item: CslItem, place?: Place) => RichText;
  /** The entry of the bibliography, with its full stop where the style has one. */
  readonly entry: (item: CslItem) => RichText;
}

/** How a style writes a note: in full, or as a later one. */
export const noteOf = (style: CitationStyle, later: boolean): CitationStyle['note'] =>
  later ? (style.shortNote ?? style.laterNote) : style.note;

/** Whether full stops and commas go within closing marks of quotation, as in American English. */
export const marksWithin = ({ language }: CitationStyle): boolean => language.startsWith('en');
