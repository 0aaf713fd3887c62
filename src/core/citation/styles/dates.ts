import { ENGLISH_DATE_WORDS } from '../../dossier/date-format.ts';
import { type EdtfDate, parseEdtf } from '../../dossier/edtf.ts';

const MONTHS = ENGLISH_DATE_WORDS.months;

/** The words with which a style writes dates, and their order. */
export interface DateForm {
  readonly months: readonly string[];
  /** Names of months that stand without a day, where they differ. */
  readonly alone?: readonly string[];
  readonly seasons: readonly string[];
  /** The day before the month: `12 Sept. 2013`. */
  readonly dayFirst?: boolean;
  readonly until: string;
  readonly or: string;
  readonly and: string;
  /** A year of which digits are unknown, `201X`. */
  readonly decade: (digits: string) => string;
}

/** `September 12, 2013` */
const AMERICAN: DateForm = {
  months: MONTHS,
  seasons: ['Spring', 'Summer', 'Autumn', 'Winter'],
  until: 'until',
  or: 'or',
  and: 'and',
  decade: digits => `${digits.replaceAll('X', '0')}s`,
};

/** `12 Sept. 2013`, as MLA shortens the months (appendix 1): not May, June and July; September to four letters. */
export const DAY_FIRST: DateForm = {
  ...AMERICAN,
  dayFirst: true,
  months: MONTHS.map(month =>
    month.length < 5 ? month : `${month.slice(0, month === 'September' ? 4 : 3)}.`,
  ),
};

/**
 * Which part of a date is wanted: all of it, its year, its month and year, its month alone, or what is left of it beside
 * the year (`September 12–14`).
 */
export type DatePart = 'full' | 'year' | 'month' | 'month-alone' | 'rest';

/** A date as a style writes it, and how far it is known. */
export interface WrittenDate {
  readonly uncertain: boolean;
  readonly approximate: boolean;
  readonly write: (part: DatePart) => string;
}

interface Leaf {
  readonly year: string;
  readonly month?: string;
  readonly day?: string;
}

function leaf(date: EdtfDate, form: DateForm): Leaf {
  const first = date.earliest ?? '';
  const year = String(Number(first.slice(0, 4)));
  const index = Number(first.slice(5, 7)) - 1;
  if (date.kind === 'day') {
    return { year, month: form.months[index] ?? '', day: String(Number(first.slice(8))) };
  }
  const month = (form.alone ?? form.months)[index] ?? '';
  if (date.kind === 'month' || /^\d{4}-\d\d-XX/.test(date.text)) return { year, month };
  if (date.kind === 'season') return { year, month: form.seasons[Number(date.text.slice(5, 7)) - 21] ?? '' };
  const digits = date.text.slice(0, 4);
  return { year: digits.includes('X') ? form.decade(digits) : year };
}

const monthDay = ({ month, day }: Leaf, { dayFirst }: DateForm): string =>
  (dayFirst ? [day, month] : [month, day]).filter(Boolean).join(' ');

function writeLeaf(one: Leaf, part: DatePart, form: DateForm): string {
  if (part === 'year') return one.year;
  const rest = part.startsWith('month') ? (one.month ?? '') : monthDay(one, form);
  if (part === 'rest' || part === 'month-alone') return rest;
  if (rest === '') return one.year;
  return rest + (one.day && part === 'full' && !form.dayFirst ? ', ' : ' ') + one.year;
}

function writeSpan(from: Leaf, to: Leaf, part: DatePart, form: DateForm): string {
  if (part === 'year' || !from.month || !to.month) {
    const [first, last] = [from, to].map(end => writeLeaf(end, part, form));
    return first === last ? (first ?? '') : [first, last].filter(Boolean).join('–');
  }
  if (part === 'full' && from.year !== to.year) {
    return `${writeLeaf(from, part, form)}–${writeLeaf(to, part, form)}`;
  }
  const days = !part.startsWith('month') && from.day && to.day;
  const month = (end: Leaf): string => (days ? monthDay(end, form) : (end.month ?? ''));
  const same = from.month === to.month && from.year === to.year;
  const sameMonth = days
    ? form.dayFirst
      ? `${from.day}–${month(to)}`
      : `${month(from)}–${to.day}`
    : month(from);
  const rest = same ? sameMonth : `${month(from)}–${month(to)}`;
  if (part === 'rest' || part === 'month-alone') return rest;
  if (part === 'month' && from.year !== to.year) return `${month(from)} ${from.year}–${month(to)} ${to.year}`;
  return rest + (days && !form.dayFirst ? ', ' : ' ') + to.year;
}

function write(date: EdtfDate, part: DatePart, form: DateForm): string {
  const [from, to] = date.parts;
  if (date.kind === 'interval') {
    if (from && to) return writeSpan(leaf(from, form), leaf(to, form), part, form);
    if (from) return write(from, part, form) + (part === 'rest' || part === 'month-alone' ? '' : '–');
    const end = to ? write(to, part, form) : '';
    return end && `${form.until} ${end}`;
  }
  if (date.kind === 'one-of' || date.kind === 'all-of') {
    const all = date.parts.flatMap(member => (member ? [write(member, part, form)] : []));
    const different = [...new Set(all)].filter(Boolean);
    const last = different.pop() ?? '';
    const word = date.kind === 'one-of' ? form.or : form.and;
    return different.length > 0 ? `${different.join(', ')} ${word} ${last}` : last;
  }
  return writeLeaf(leaf(date, form), part, form);
}

/** A date in a style's words. What is no EDTF is written as it stands, wherever its year is asked for. */
export function writtenDate(edtf: string | undefined, form: DateForm = AMERICAN): WrittenDate | undefined {
  if (!edtf) return undefined;
  try {
    const date = parseEdtf(edtf);
    return {
      uncertain: date.uncertain,
      approximate: date.approximate,
      write: part => write(date, part, form),
    };
  } catch {
    const beside = (part: DatePart): boolean => part === 'rest' || part === 'month-alone';
    return { uncertain: false, approximate: false, write: part => (beside(part) ? '' : edtf) };
  }
}
