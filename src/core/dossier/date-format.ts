import { dayNumber, type EdtfDate, parseEdtf } from './edtf.ts';

/** The words and patterns with which dates are written in one language. `{0}`, `{1}` stand for the parts. */
export interface DateWords {
  /** Twelve names as they stand beside a day ("14 September"). */
  readonly months: readonly string[];
  /** Twelve short names, for narrow places. */
  readonly shortMonths: readonly string[];
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly string[];
  readonly since: string;
  readonly until: string;
  readonly about: string;
  readonly uncertain: string;
  readonly or: string;
  readonly oneOf: string;
  readonly and: string;
  /** A decade or century with unspecified digits, e.g. `{0}s` for the 2010s. */
  readonly decade: string;
  readonly someDayOf: string;
  /** One day of which only the first or the last that it can be is known. */
  readonly onOrAfter: string;
  readonly onOrBefore: string;
}

export const ENGLISH_DATE_WORDS: DateWords = {
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  seasons: ['spring', 'summer', 'autumn', 'winter'],
  since: 'since {0}',
  until: 'until {0}',
  about: 'about {0}',
  uncertain: '{0} (uncertain)',
  or: '{0} or {1}',
  oneOf: 'one day of {0}',
  and: '{0} and {1}',
  decade: '{0}s',
  someDayOf: 'some day of {0}',
  onOrAfter: 'on or after {0}',
  onOrBefore: 'on or before {0}',
};

const fill = (pattern: string, ...parts: string[]): string =>
  pattern.replace(/\{(\d)\}/g, (_, index: string) => parts[Number(index)] ?? '');

type Style = 'long' | 'short';

interface Format {
  readonly words: DateWords;
  readonly style: Style;
}

const monthName = (iso: string, { words, style }: Format): string =>
  (style === 'short' ? words.shortMonths : words.months)[Number(iso.slice(5, 7)) - 1] ?? iso.slice(5, 7);

const yearOf = (iso: string): string => iso.slice(0, 4).replace(/^0+(?=\d)/, '');
const dayOf = (iso: string): string => String(Number(iso.slice(8, 10)));

const day = (iso: string, format: Format): string => `${dayOf(iso)} ${monthName(iso, format)} ${yearOf(iso)}`;

/** Two days as shortly as they are read: `12–14 September 2013`, `26 February – 3 March 2013`. */
function daySpan(first: string, last: string, format: Format): string {
  if (first === last) return day(first, format);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${dayOf(first)}–${day(last, format)}`;
  if (first.slice(0, 4) === last.slice(0, 4)) {
    return `${dayOf(first)} ${monthName(first, format)} – ${day(last, format)}`;
  }
  return `${day(first, format)} – ${day(last, format)}`;
}

function unqualified(date: EdtfDate, format: Format): string {
  const { words } = format;
  switch (date.kind) {
    case 'day':
      return day(date.earliest ?? '', format);
    case 'month':
      return `${monthName(date.earliest ?? '', format)} ${yearOf(date.earliest ?? '')}`;
    case 'season': {
      const season = words.seasons[Number(date.text.slice(5, 7)) - 21] ?? '';
      return `${season} ${yearOf(date.earliest ?? '')}`;
    }
    case 'year':
      return yearOf(date.earliest ?? '');
    case 'unspecified': {
      const stem = date.text.replace(/[?~%]$/, '');
      if (/^\d{4}-\d{2}-XX$/.test(stem)) {
        return fill(words.someDayOf, unqualified(parseEdtf(stem.slice(0, 7)), format));
      }
      if (/^\d{4}-XX/.test(stem)) return stem.slice(0, 4);
      return fill(words.decade, stem.replaceAll('X', '0'));
    }
    case 'interval':
      return interval(date, format);
    case 'one-of':
    case 'all-of':
      return set(date, format);
  }
}

function interval(date: EdtfDate, format: Format): string {
  const { words } = format;
  const [from, to] = date.parts;
  if (!from && to) return fill(words.until, one(to, format));
  if (from && !to) return fill(words.since, one(from, format));
  if (!from || !to) return date.text;
  if (from.kind === 'day' && to.kind === 'day' && !qualified(from) && !qualified(to)) {
    return daySpan(from.earliest ?? '', to.latest ?? '', format);
  }
  if (from.kind === 'year' && to.kind === 'year' && !qualified(from) && !qualified(to)) {
    return `${one(from, format)}–${one(to, format)}`;
  }
  if (
    from.kind === 'month' &&
    to.kind === 'month' &&
    !qualified(from) &&
    !qualified(to) &&
    from.text.slice(0, 4) === to.text.slice(0, 4)
  ) {
    return `${monthName(from.earliest ?? '', format)} – ${one(to, format)}`;
  }
  return `${one(from, format)} – ${one(to, format)}`;
}

function set(date: EdtfDate, format: Format): string {
  const { words } = format;
  const members = date.parts.filter((part): part is EdtfDate => part !== null);
  const [first, second] = members;
  if (date.kind === 'one-of' && members.length === 1 && first?.kind === 'interval') {
    const [from, to] = first.parts;
    if (from && !to) return fill(words.onOrAfter, one(from, format));
    if (to && !from) return fill(words.onOrBefore, one(to, format));
  }
  const join = date.kind === 'one-of' ? words.or : words.and;
  const days = members.every(member => member.kind === 'day');
  if (members.length === 2 && first && second) {
    if (days && first.text.slice(0, 7) === second.text.slice(0, 7)) {
      return fill(join, dayOf(first.text), one(second, format));
    }
    return fill(join, one(first, format), one(second, format));
  }
  if (date.kind === 'one-of' && date.earliest && date.latest && (members.length === 1 || days)) {
    const run = dayNumber(date.latest) - dayNumber(date.earliest) + 1;
    if (members.length === 1 || run === members.length) {
      return fill(words.oneOf, daySpan(date.earliest, date.latest, format));
    }
  }
  return members.map(member => one(member, format)).reduce((all, member) => fill(join, all, member));
}

const qualified = (date: EdtfDate): boolean => date.uncertain || date.approximate;

function one(date: EdtfDate, format: Format): string {
  let text = unqualified(date, format);
  if (date.parts.length > 0) return text; // the qualifiers stand at the parts
  if (date.approximate) text = fill(format.words.about, text);
  if (date.uncertain) text = fill(format.words.uncertain, text);
  return text;
}

/**
 * Writes a date for readers, exactly as precise as it is known: `12–14 September 2013`, `September 2013`,
 * `26 or 27 February 2013`, `one day of 12–15 September 2013`, `since 21 January 2025`, `about 2005`.
 * @param style `short` takes the short names of months, for trees and lists.
 */
export function formatEdtf(
  date: EdtfDate | string,
  words: DateWords = ENGLISH_DATE_WORDS,
  style: Style = 'long',
): string {
  return one(typeof date === 'string' ? parseEdtf(date) : date, { words, style });
}
