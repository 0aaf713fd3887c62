import { dayNumber, daysInMonth, pad, parseEdtf } from '../dossier/edtf.ts';
import type { Edtf } from '../dossier/records.ts';

/** `YYYY-MM-DD` of a day counted from 1970-01-01. */
const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** A day of a month, and the month: both from 1. */
export type Day = readonly [day: number, month: number];

/** Which of the years, months or days of one name is meant. */
export type Direction = 'past' | 'future';

/**
 * The calendar around a document's date. Each question is answered in EDTF, or with `undefined` where the date is not
 * known exactly enough for it.
 */
export class Calendar {
  readonly #year: number;
  /** 1 to 12. */
  readonly #month: number | undefined;
  /** Days since 1970-01-01. */
  readonly #day: number | undefined;

  private constructor(year: number, month?: number, day?: number) {
    this.#year = year;
    this.#month = month;
    this.#day = day;
  }

  /** `undefined` where the date is none, uncertain, or spans more than a year. */
  static around(reference: Edtf): Calendar | undefined {
    try {
      const { earliest, latest, uncertain, approximate } = parseEdtf(reference);
      if (uncertain || approximate || earliest === null || latest === null) return undefined;
      const year = Number(earliest.slice(0, 4));
      if (earliest.slice(0, 4) !== latest.slice(0, 4) || year < 1000 || year > 2999) return undefined;
      const month = earliest.slice(0, 7) === latest.slice(0, 7) ? Number(earliest.slice(5, 7)) : undefined;
      return new Calendar(year, month, earliest === latest ? dayNumber(earliest) : undefined);
    } catch {
      return undefined;
    }
  }

  /** Whether a date lies within two months of the document's. */
  isNear(date: Edtf): boolean {
    const { earliest, latest } = parseEdtf(date);
    const month = this.#month === undefined ? '' : `-${pad(this.#month)}`;
    const here = parseEdtf(this.#day === undefined ? `${this.#year}${month}` : isoOf(this.#day));
    const first = dayNumber(here.earliest ?? '') - 61;
    const last = dayNumber(here.latest ?? '') + 61;
    return (
      (earliest === null || dayNumber(earliest) <= last) && (latest === null || dayNumber(latest) >= first)
    );
  }

  day(by: number): Edtf | undefined {
    return this.#day === undefined ? undefined : isoOf(this.#day + by);
  }

  /** Monday to Sunday; with `first` and `last` a part of that, 0 being Monday. */
  week(by: number, first = 0, last = 6): Edtf | undefined {
    if (this.#day === undefined) return undefined;
    const monday = this.#day - this.#weekday() + 7 * by;
    return first === last ? isoOf(monday + first) : `${isoOf(monday + first)}/${isoOf(monday + last)}`;
  }

  month(by: number): Edtf | undefined {
    if (this.#month === undefined) return undefined;
    const count = this.#year * 12 + this.#month - 1 + by;
    return `${Math.floor(count / 12)}-${pad((count % 12) + 1)}`;
  }

  year(by: number): Edtf {
    return String(this.#year + by);
  }

  /** A month of the document's year, or of one before or after it. */
  monthOfYear(month: number, by: number): Edtf {
    return `${this.#year + by}-${pad(month)}`;
  }

  /** How many days ago the latest day of that weekday was, 0 being Monday: 0 to 6. */
  sinceWeekday(weekday: number): number | undefined {
    return this.#day === undefined ? undefined : (this.#weekday() - weekday + 7) % 7;
  }

  /** How many months ago the latest month of that number was: 0 to 11. */
  sinceMonth(month: number): number | undefined {
    return this.#month === undefined ? undefined : (this.#month - month + 12) % 12;
  }

  /** A season (21 to 24) as the word before it has it; `undefined` also where two may be meant. */
  season(season: number, which: 'last' | 'this' | 'next'): Edtf | undefined {
    if (this.#month === undefined) return undefined;
    const first = 3 * (season - 20);
    const inWinter = season === 24 && this.#month < 3;
    if (which === 'this') return `${this.#year - (inWinter ? 1 : 0)}-${season}`;
    if (which === 'last') return `${this.#year - (this.#month > first + 2 ? 0 : inWinter ? 2 : 1)}-${season}`;
    // In spring the next autumn may be this year's or the one after.
    return this.#month < first && !inWinter ? undefined : `${this.#year + 1}-${season}`;
  }

  /**
   * A day of a month, or some of it or of two months, in the year that makes it the latest not after the document's date, or
   * the first not before it. `by` counts years from the document's instead.
   */
  days(first: Day, last: Day | undefined, direction: Direction | number): Edtf | undefined {
    const make = (year: number): Edtf | undefined => {
      const begin = dayOf(year, first);
      if (last === undefined) return begin;
      const end = dayOf(year, last);
      return begin !== undefined && end !== undefined && begin < end ? `${begin}/${end}` : undefined;
    };
    if (typeof direction === 'number') return make(this.#year + direction);
    if (this.#month === undefined) return undefined;
    const past = direction === 'past';
    const [, month] = past ? first : (last ?? first);
    if (this.#day === undefined) {
      if (month === this.#month) return undefined;
      return make(this.#year + (month > this.#month ? (past ? -1 : 0) : past ? 0 : 1));
    }
    const today = isoOf(this.#day);
    const [begin, end = begin] = make(this.#year)?.split('/') ?? [];
    // 29 February may be in another year than this.
    if (begin === undefined || end === undefined) return undefined;
    if (past) return make(this.#year - (begin > today ? 1 : 0));
    return make(this.#year + (end < today ? 1 : 0));
  }

  /** How many days the first of the named days is ahead; negative where it is past. */
  daysUntil(date: Edtf): number | undefined {
    return this.#day === undefined ? undefined : dayNumber(date.slice(0, 10)) - this.#day;
  }

  /** 0 is Monday. */
  #weekday(): number {
    return ((((this.#day ?? 0) + 3) % 7) + 7) % 7;
  }
}

function dayOf(year: number, [day, month]: Day): string | undefined {
  return day >= 1 && month >= 1 && day <= daysInMonth(year, month)
    ? `${year}-${pad(month)}-${pad(day)}`
    : undefined;
}
