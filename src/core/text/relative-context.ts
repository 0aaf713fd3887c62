import type { Edtf } from '../dossier/records.ts';
import type { Calendar } from './calendar.ts';
import { type DateMention, dateAt } from './dates.ts';
import { countBelow } from './ordered-ranges.ts';
import { sentenceEnds } from './sentences.ts';

/** A date told from the document's own, before it is known whether what stands around it allows it. */
export interface RelativeMention {
  readonly start: number;
  readonly end: number;
  /** None where the words are not understood, and so nothing else may be made of them. */
  readonly edtf: Edtf | undefined;
  /** Its words say neither week nor year. */
  readonly bare?: true;
  /** Like a bare one it may be told from the time of which the text tells: `next year`. */
  readonly told?: boolean;
  /** It tells of another time, from which what follows in its sentence may be told. */
  readonly elsewhen?: boolean;
}

/** A word that may begin or end a relative date, with what stands around it. */
export interface Place {
  readonly text: string;
  readonly at: number;
  readonly end: number;
  readonly word: string;
  readonly before: string;
  readonly after: string;
  readonly calendar: Calendar;
  readonly context: RelativeContext;
}

/**
 * What the text tells the time by itself from: a bare weekday, day or month after it may be told from that.
 * `two days later`, `the same year`, `на следующий день`
 */
const ANCHOR =
  /(?<!\p{L})(?:(?:days?|weeks?|months?|years?|hours)\s+(?:later|earlier|before|after)|the\s+(?:very\s+)?(?:next|following|previous|preceding|same)\s+\p{L}|that\s+(?:day|week|month|year|morning|evening|night|spring|summer|autumn|fall|winter)(?!\p{L})|спустя|через\s+(?:\p{L}+\s+)?(?:дн|недел|месяц|год|лет)|(?:на следующий|в тот)\s+(?:же\s+)?день|т(?:ого|ой|ом|от)\s+же\s)/giu;

const CLOSING: Readonly<Record<string, RegExp>> = {
  '"': /"/,
  '“': /”/,
  '„': /[“”]/,
  '«': /»/,
  '‘': /’(?!\p{L})/u,
};

/** What stands around relative dates in `from`..`to`. Made where there is one. */
export class RelativeContext {
  readonly #text: string;
  readonly from: number;
  readonly to: number;
  readonly #calendar: Calendar;
  readonly #ends: readonly number[];

  constructor(text: string, from: number, to: number, calendar: Calendar) {
    this.#text = text;
    this.from = from;
    this.to = to;
    this.#calendar = calendar;
    this.#ends = sentenceEnds(text, from, to);
  }

  /** The sentence that holds the unit at `at`. */
  sentenceAt(at: number): { readonly from: number; readonly to: number } {
    const index = countUpTo(this.#ends, at);
    return { from: this.#ends[index - 1] ?? this.from, to: this.#ends[index] ?? this.to };
  }

  /** Those of some mentions, in order, that nothing around them makes doubtful. */
  allowed(found: readonly RelativeMention[]): DateMention[] {
    const absolute = this.#absoluteDates();
    const starts = absolute.map(({ start }) => start);
    const quoted = this.#quotations();
    const quotedStarts = quoted.map(([start]) => start);
    const elsewhere = this.#firstElsewhere(absolute);
    const kept: DateMention[] = [];
    let elsewhen = -1;
    for (const { start, end, edtf, bare, told, elsewhen: other } of found) {
      const sentence = this.sentenceAt(start);
      const next = countUpTo(starts, start);
      const before = absolute[next - 1];
      const after = absolute[next];
      const quotation = quoted[countUpTo(quotedStarts, start) - 1];
      if (quotation !== undefined && quotation[1] > start) continue;
      const doubtful =
        (before !== undefined && before.end > start) ||
        (after !== undefined && after.start < end) ||
        ((bare || told) &&
          (elsewhere < start ||
            elsewhen >= sentence.from ||
            (before !== undefined && before.start >= sentence.from) ||
            (after !== undefined && after.start < sentence.to)));
      if (other) elsewhen = start;
      if (edtf !== undefined && !doubtful)
        kept.push({ start, end, edtf, relative: true, ...(bare && { bare }) });
    }
    return kept;
  }

  #absoluteDates(): DateMention[] {
    const found: DateMention[] = [];
    let floor = this.from;
    for (const { index } of this.#text.slice(this.from, this.to).matchAll(/(?<![\p{L}\p{M}\p{N}])\d/gu)) {
      const at = this.from + index;
      const date = at < floor ? undefined : dateAt(this.#text, at, floor, this.to);
      if (date === undefined) continue;
      found.push(date);
      floor = date.end;
    }
    return found;
  }

  /** Where the text first tells of a time that is not near the document's. */
  #firstElsewhere(absolute: readonly DateMention[]): number {
    ANCHOR.lastIndex = 0;
    const anchor = ANCHOR.exec(this.#text.slice(this.from, this.to));
    const date = absolute.find(({ edtf }) => !this.#calendar.isNear(edtf));
    return Math.min(anchor === null ? Infinity : this.from + anchor.index, date?.start ?? Infinity);
  }

  /** Start and end of what stands in quotation marks. */
  #quotations(): (readonly [start: number, end: number])[] {
    const found: (readonly [number, number])[] = [];
    let close: RegExp | undefined;
    let start = 0;
    for (const { 0: mark, index } of this.#text
      .slice(this.from, this.to)
      .matchAll(/["“”„«»‘]|’(?!\p{L})/gu)) {
      if (close === undefined) {
        close = CLOSING[mark];
        start = this.from + index;
      } else if (close.test(mark)) {
        found.push([start, this.from + index]);
        close = undefined;
      }
    }
    return found;
  }
}

/** How many of some numbers in order are not greater. */
const countUpTo = (numbers: readonly number[], last: number): number => countBelow(numbers, last + 1);
