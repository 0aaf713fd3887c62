/**
 * Dates in the Extended Date/Time Format (EDTF, ISO 8601-2:2019; https://www.loc.gov/standards/datetime/): the part of
 * levels 0 to 2 that records and citations need. Days, months, seasons, years, decades and centuries with unspecified
 * digits (`201X`, `2013-XX`), the qualifiers `?`, `~` and `%`, intervals with open and unknown ends, and the sets
 * `[one of]` and `{all of}`. Times of day, years beyond four digits and significant digits are not read.
 *
 * The reader is our own because the complete one (npm `edtf`, 52 kB minified) would be fifteen times as large; the tests hold
 * ours against it.
 */

import { getOrAdd } from './keyed.ts';

export type EdtfKind = 'day' | 'month' | 'season' | 'year' | 'unspecified' | 'interval' | 'one-of' | 'all-of';

export interface EdtfDate {
  /** The EDTF string itself. */
  readonly text: string;
  readonly kind: EdtfKind;
  /** First day it can mean, `YYYY-MM-DD`; `null` where the beginning is open or unknown. */
  readonly earliest: string | null;
  /** Last day it can mean, `YYYY-MM-DD`; `null` where the end is open or unknown. */
  readonly latest: string | null;
  /** Qualified with `?` or `%`. */
  readonly uncertain: boolean;
  /** Qualified with `~` or `%`. */
  readonly approximate: boolean;
  /** The two ends of an interval, or the members of a set; `null` is an open (`..`) or unknown end. */
  readonly parts: readonly (EdtfDate | null)[];
}

/** A string that is not EDTF. The message says what and why, without naming a file. */
export class EdtfError extends Error {
  override readonly name = 'EdtfError';
  constructor(text: string, reason: string) {
    super(`"${text}" is not a date in EDTF: ${reason}`);
  }
}

const SIMPLE = /^(\d{2}[\dX][\dX]|\d{3}[\dX])(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%])?$/;

/** A month or day in two digits. */
export const pad = (value: number | string): string => String(value).padStart(2, '0');

/** Days in a month of the proleptic Gregorian calendar; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Months of the northern hemisphere's seasons (EDTF 21 to 24). Winter begins in December of the year it is named after. */
const SEASON_MONTHS: Readonly<Record<number, readonly [number, number]>> = {
  21: [3, 5],
  22: [6, 8],
  23: [9, 11],
  24: [12, 2],
};

function simple(text: string, whole: string): EdtfDate {
  const match = SIMPLE.exec(text);
  if (!match) {
    throw new EdtfError(whole, text === '' ? 'it is empty' : 'expected year, year-month or year-month-day');
  }
  const [, yearText = '', monthText, dayText, qualifier] = match;
  const base = {
    text,
    uncertain: qualifier === '?' || qualifier === '%',
    approximate: qualifier === '~' || qualifier === '%',
    parts: [],
  };
  const firstYear = yearText.replaceAll('X', '0');
  const lastYear = yearText.replaceAll('X', '9');
  const span = (kind: EdtfKind, earliest: string, latest: string): EdtfDate => ({
    ...base,
    kind,
    earliest,
    latest,
  });
  if (yearText.includes('X')) {
    if (monthText !== undefined)
      throw new EdtfError(whole, 'a year with unspecified digits takes no month here');
    return span('unspecified', `${firstYear}-01-01`, `${lastYear}-12-31`);
  }
  if (monthText === undefined) return span('year', `${yearText}-01-01`, `${yearText}-12-31`);
  if (monthText === 'XX') {
    if (dayText !== undefined && dayText !== 'XX') throw new EdtfError(whole, 'a day needs its month');
    return span('unspecified', `${yearText}-01-01`, `${yearText}-12-31`);
  }
  const year = Number(yearText);
  const month = Number(monthText);
  const season = SEASON_MONTHS[month];
  if (season) {
    if (dayText !== undefined) throw new EdtfError(whole, 'a season has no days');
    const endYear = season[1] < season[0] ? year + 1 : year;
    return span(
      'season',
      `${yearText}-${pad(season[0])}-01`,
      `${String(endYear).padStart(4, '0')}-${pad(season[1])}-${pad(daysInMonth(endYear, season[1]))}`,
    );
  }
  if (month < 1 || month > 12) throw new EdtfError(whole, `there is no month ${monthText}`);
  const last = daysInMonth(year, month);
  if (dayText === undefined || dayText === 'XX') {
    return span(
      dayText ? 'unspecified' : 'month',
      `${yearText}-${monthText}-01`,
      `${yearText}-${monthText}-${last}`,
    );
  }
  const day = Number(dayText);
  if (day < 1 || day > last)
    throw new EdtfError(whole, `${yearText}-${monthText} has the days 01 to ${last}`);
  const iso = `${yearText}-${monthText}-${dayText}`;
  return span('day', iso, iso);
}

function interval(text: string): EdtfDate {
  const [first = '', second = '', ...more] = text.split('/');
  if (more.length > 0) throw new EdtfError(text, 'an interval has one slash');
  const end = (part: string): string => (part === '..' ? '' : part);
  return span(text, end(first), end(second), 'interval', text);
}

/** From one date to another, of which one may be open (empty). `what` names it in the messages about `whole`. */
function span(text: string, first: string, last: string, what: string, whole: string): EdtfDate {
  const from = first === '' ? null : simple(first, whole);
  const to = last === '' ? null : simple(last, whole);
  if (!from && !to) throw new EdtfError(whole, `the ${what} needs one end at least`);
  if (from?.earliest && to?.latest && from.earliest > to.latest) {
    throw new EdtfError(whole, `the ${what} ends before it begins`);
  }
  return {
    text,
    kind: 'interval',
    earliest: from?.earliest ?? null,
    latest: to?.latest ?? null,
    uncertain: Boolean(from?.uncertain || to?.uncertain),
    approximate: Boolean(from?.approximate || to?.approximate),
    parts: [from, to],
  };
}

function set(text: string): EdtfDate {
  const oneOf = text.startsWith('[');
  if (!text.endsWith(oneOf ? ']' : '}')) {
    throw new EdtfError(text, `the set lacks its closing ${oneOf ? ']' : '}'}`);
  }
  const members = text
    .slice(1, -1)
    .split(',')
    .map(item => {
      const [first = '', last, ...more] = item.split('..').map(part => part.trim());
      if (more.length > 0) throw new EdtfError(text, 'a range in a set has two ends');
      return last === undefined
        ? simple(first, text)
        : span(item.trim(), first, last, 'range in the set', text);
    });
  const bound = (pick: (date: EdtfDate) => string | null, better: (a: string, b: string) => boolean) => {
    let best: string | null = null;
    for (const [index, member] of members.entries()) {
      const value = pick(member);
      if (value === null) return null;
      if (index === 0 || best === null || better(value, best)) best = value;
    }
    return best;
  };
  return {
    text,
    kind: oneOf ? 'one-of' : 'all-of',
    earliest: bound(
      date => date.earliest,
      (a, b) => a < b,
    ),
    latest: bound(
      date => date.latest,
      (a, b) => a > b,
    ),
    uncertain: members.some(member => member.uncertain),
    approximate: members.some(member => member.approximate),
    parts: members,
  };
}

/**
 * Reads an EDTF string.
 * @throws {EdtfError} where it is not EDTF, or is EDTF of a kind that records do not use (see the head of this file).
 */
export function parseEdtf(text: string): EdtfDate {
  if (read.size >= MOST_READ) read.clear();
  return getOrAdd(read, text, () => {
    if (text.startsWith('[') || text.startsWith('{')) return set(text);
    return text.includes('/') ? interval(text) : simple(text, text);
  });
}

/** The same few dates are asked for again and again: those of tenures, of meetings. */
const read = new Map<string, EdtfDate>();
const MOST_READ = 5000;

/** Whether the two can mean a common day. An open end reaches for ever. */
export function overlaps(
  a: Pick<EdtfDate, 'earliest' | 'latest'>,
  b: Pick<EdtfDate, 'earliest' | 'latest'>,
): boolean {
  return (
    (a.earliest === null || b.latest === null || a.earliest <= b.latest) &&
    (b.earliest === null || a.latest === null || b.earliest <= a.latest)
  );
}

/** Whether every day that `inner` can mean lies within `outer`. */
export function contains(
  outer: Pick<EdtfDate, 'earliest' | 'latest'>,
  inner: Pick<EdtfDate, 'earliest' | 'latest'>,
): boolean {
  return (
    (outer.earliest === null || (inner.earliest !== null && outer.earliest <= inner.earliest)) &&
    (outer.latest === null || (inner.latest !== null && inner.latest <= outer.latest))
  );
}

/** Orders by the first possible day, then by the last; open beginnings first. */
export function compareEdtf(a: EdtfDate, b: EdtfDate): number {
  const [aFirst, bFirst] = [a.earliest ?? '', b.earliest ?? ''];
  if (aFirst !== bFirst) return aFirst < bFirst ? -1 : 1;
  const [aLast, bLast] = [a.latest ?? '9999-12-31', b.latest ?? '9999-12-31'];
  return aLast === bLast ? 0 : aLast < bLast ? -1 : 1;
}

/** Days since 1970-01-01 of a `YYYY-MM-DD` string. */
export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
}
