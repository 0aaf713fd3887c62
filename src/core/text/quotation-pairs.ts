import { DIGIT, isWord, LETTER, MARK, UNSPACED, unitKind, WORD } from './chars.ts';
import {
  closes,
  ELISIONS,
  FAMILY,
  FEET,
  isBracket,
  isDoubleMark,
  isEmphasis,
  isLetter,
  MARKS,
  MAX_ELISION,
  mayPrecede,
  opens,
  SINGLE,
} from './quotation-marks.ts';
import { isSpace } from './tokens.ts';
import { work } from './work.ts';

/**
 * A quotation of a text: UTF-16 offsets, ends exclusive, the marks between `start` and `wordsStart` and between `wordsEnd`
 * and `end`. Where `wordsEnd` is `end` no mark closes it: it goes on in the next paragraph, or is a block quotation.
 */
export interface QuotedRange {
  readonly start: number;
  readonly end: number;
  /** Without white space, as the words themselves begin and end. */
  readonly wordsStart: number;
  readonly wordsEnd: number;
}

const APOSTROPHE = 0x27;
const LOW_SINGLE = 0x201a;
const LEFT_SINGLE = 0x2018;
const RIGHT_SINGLE = 0x2019;
const LEFT = 0x201c;
const RIGHT = 0x201d;
const LOW = 0x201e;
const BACKSLASH = 92;
const SPACE = 32;

/** So many quotations are told between two chances to give the thread back. */
const SLICE = 1000;

/** Of a family: where quotations were opened and not closed, and a mark that may close the last of them. */
interface Open {
  readonly starts: number[];
  /** -1 where several may. */
  maybe: number;
}

/** Pairs the marks of one leaf: each is taken in order, and what they make is told at the end. */
export class Pairing {
  readonly #source: string;
  readonly #from: number;
  readonly #to: number;
  /** Start and end of what is closed, in order. */
  readonly #found: number[] = [];
  readonly #open: readonly Open[] = MARKS.map(() => ({ starts: [], maybe: 0 }));

  constructor(source: string, from: number, to: number) {
    this.#source = source;
    this.#from = from;
    this.#to = to;
  }

  mayClose(family: number): boolean {
    return this.#open[family]?.starts.length !== 0;
  }

  /** The unit at `at`; a space beyond the leaf. */
  #unit(at: number): number {
    return at >= this.#from && at < this.#to ? this.#source.charCodeAt(at) : SPACE;
  }

  #isEscaped(at: number): boolean {
    return this.#unit(at - 1) === BACKSLASH;
  }

  /** Takes the mark at `at`. */
  mark(at: number, family: number): void {
    const open = this.#open[family];
    if (open === undefined) return;
    const unit = this.#unit(at);
    const before = this.#unit(at - (this.#isEscaped(at) ? 2 : 1));
    const after = this.#unit(at + 1) === BACKSLASH ? this.#unit(at + 2) : this.#unit(at + 1);
    const start = open.starts.at(-1);
    const opener = start === undefined ? 0 : this.#unit(start);
    switch (unit) {
      case 34: // "
        if (start !== undefined && closes(before, after)) {
          const inside = this.#source.slice(Math.max(this.#from, at - 9), at);
          if (FEET.test(inside)) return;
          this.#close(at, family, (unitKind(before) & DIGIT) !== 0 && this.#goesOn(at));
        } else if (opens(before, after)) this.#opens(at, family);
        return;
      case APOSTROPHE:
        if (start !== undefined && this.#closesSingle(at, family, before, after)) return;
        if (mayPrecede(before) && this.#wordsBegin(at)) this.#opens(at, family);
        return;
      case LEFT_SINGLE:
        if (opener === LOW_SINGLE && !isSpace(before)) this.#close(at, family, false);
        else if (!isWord(before) && this.#wordsBegin(at)) this.#opens(at, family);
        return;
      case RIGHT_SINGLE:
        if (start !== undefined) this.#closesSingle(at, family, before, after);
        return;
      case LOW_SINGLE:
        if (!isWord(before) && isLetter(after)) this.#opens(at, family);
        return;
      case LEFT: {
        // The closing mark of a German quotation, else an opening one.
        const german = opener === LOW && !(mayPrecede(before) && isLetter(after));
        const slip = opener === LEFT && !mayPrecede(before) && !isLetter(after) && !isDoubleMark(after);
        if (german || slip) this.#close(at, family, false);
        else if (!isWord(before)) this.#opens(at, family);
        return;
      }
      case RIGHT: {
        const begins = mayPrecede(before) && isWord(after);
        if (start !== undefined && !(opener === RIGHT && begins)) this.#close(at, family, false);
        else if (begins) this.#opens(at, family);
        return;
      }
      case 0xbb: // »
      case 0x203a: {
        const begins = mayPrecede(before) && isWord(after);
        if (start !== undefined && !(opener === unit && begins)) this.#close(at, family, false);
        else if (begins) this.#opens(at, family);
        return;
      }
      case 0xab: // «
      case 0x2039:
        if (start !== undefined && opener !== unit) this.#close(at, family, false);
        else if (!isWord(before)) this.#opens(at, family);
        return;
      case 0x300d: // 」
      case 0x300f:
        if (start !== undefined) this.#close(at, family, false);
        return;
      default: // „ 「 『
        if (!isWord(before)) this.#opens(at, family);
    }
  }

  #opens(at: number, family: number): void {
    const open = this.#open[family];
    const start = open?.starts.at(-1);
    if (open === undefined) return;
    if (start !== undefined && open.maybe > 0) this.#close(open.maybe, family, false);
    open.maybe = 0;
    open.starts.push(at);
  }

  /** Takes the mark at `at` as the end of what the family opened last; with `unsure`, unless another one turns up. */
  #close(at: number, family: number, unsure: boolean): void {
    const open = this.#open[family];
    if (open === undefined) return;
    if (unsure) {
      open.maybe = open.maybe === 0 ? at : -1;
      return;
    }
    const start = open.starts.pop() ?? at;
    open.maybe = 0;
    for (const other of this.#open) {
      while ((other.starts.at(-1) ?? -1) > start && (other.starts.at(-1) ?? 0) < at) {
        work.units++;
        other.starts.pop();
        other.maybe = 0;
      }
    }
    const found = this.#found;
    while ((found.at(-2) ?? -1) > start && (found.at(-1) ?? 0) <= at) {
      work.units++;
      found.length -= 2;
    }
    found.push(start, at + 1);
  }

  /** Whether a word goes on behind the mark and white space at `at`. */
  #goesOn(at: number): boolean {
    return isSpace(this.#unit(at + 1)) && at + 2 < this.#to && isWord(this.#unit(at + 2));
  }

  /** Whether a single mark closes what is open; an apostrophe at the end of a word may or may not. */
  #closesSingle(at: number, family: number, before: number, after: number): boolean {
    if (isSpace(before) || isBracket(before) || isWord(after)) return false;
    const start = this.#open[family]?.starts.at(-1) ?? 0;
    // Not across a quotation that is open inside.
    if (this.#open.some(other => (other.starts.at(-1) ?? -1) > start)) return false;
    const dropped = /[snxz\d]/i.test(String.fromCharCode(before)) && this.#goesOn(at);
    this.#close(at, family, dropped);
    return true;
  }

  /** Whether words begin behind the single mark at `at` that need no apostrophe. */
  #wordsBegin(at: number): boolean {
    const first = this.#unit(at + 1);
    if (isDoubleMark(first)) return true;
    if (!isLetter(first)) return false;
    let end = at + 1;
    while (end < this.#to && end - at <= MAX_ELISION + 1 && unitKind(this.#unit(end)) & (LETTER | MARK))
      end++;
    return !ELISIONS.has(this.#source.slice(at + 1, end).toLowerCase());
  }

  /** Tells what the marks make. There may be hundreds of thousands: the thread may be given back at each `yield`. */
  *finish(masked: readonly number[], emit: (quotation: QuotedRange) => void): Generator<void, void> {
    let mask = 0;
    let told = 0;
    for (const [start, end] of this.#pairs()) {
      if (++told % SLICE === 0) yield;
      const unclosed = end < 0;
      let wordsStart = start + 1;
      let wordsEnd = unclosed ? this.#to : end - (this.#isEscaped(end - 1) ? 2 : 1);
      while (wordsStart < wordsEnd && isSpace(this.#unit(wordsStart))) wordsStart++;
      while (wordsEnd > wordsStart && isSpace(this.#unit(wordsEnd - 1))) wordsEnd--;
      // A quotation has words of its own.
      for (let at = wordsStart; at < wordsEnd; at++) {
        work.units++;
        while (mask < masked.length && (masked[mask + 1] ?? 0) <= at) mask += 2;
        if ((masked[mask] ?? this.#to) <= at) {
          at = (masked[mask + 1] ?? this.#to) - 1;
        } else if (unitKind(this.#unit(at)) & (WORD | UNSPACED)) {
          emit({ start, end: unclosed ? wordsEnd : end, wordsStart, wordsEnd });
          break;
        }
      }
    }
  }

  /** Start and end of the quotations, the end -1 where one is not closed. */
  *#pairs(): Generator<readonly [start: number, end: number], void> {
    /** Where each family has something open that makes its marks after it unsure. */
    const unclosed: number[] = [];
    /** What a mark that may close it closes after all, of each family once. */
    const late: { readonly start: number; readonly end: number }[] = [];
    for (const { starts, maybe } of this.#open) {
      if (maybe > 0) late.push({ start: starts.pop() ?? 0, end: maybe + 1 });
      unclosed.push(starts[0] ?? this.#to);
    }
    late.sort((a, b) => a.start - b.start);
    const found = this.#found;
    const familyAt = (start: number): number => FAMILY[this.#unit(start)] ?? 0;
    const first = Math.min(...unclosed.slice(0, SINGLE));
    const family = unclosed.indexOf(first);
    const whole =
      first < this.#to &&
      this.#open[family]?.starts.length === 1 &&
      this.#isFirst(first) &&
      !late.some(({ start }) => familyAt(start) === family) &&
      !found.some((start, index) => index % 2 === 0 && familyAt(start) === family);
    if (whole) {
      yield [first, -1];
      return;
    }
    let floor = this.#from;
    let next = 0;
    while (next < found.length || late.length > 0) {
      const closed = found[next] ?? this.#to;
      const other = (late[0]?.start ?? this.#to) < closed ? late.shift() : undefined;
      const [start, end] = other ? [other.start, other.end] : [closed, found[next + 1] ?? 0];
      if (!other) next += 2;
      if (start < floor || start > (unclosed[familyAt(start)] ?? 0)) continue;
      yield [start, end];
      floor = end;
    }
  }

  /** Whether nothing but emphasis stands before `at` in the leaf. */
  #isFirst(at: number): boolean {
    let first = this.#from;
    while (
      first < at &&
      (isSpace(this.#unit(first)) || isEmphasis(this.#unit(first)) || this.#unit(first) === BACKSLASH)
    )
      first++;
    return first === at;
  }
}
