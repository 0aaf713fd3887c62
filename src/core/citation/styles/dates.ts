import { ENGLISH_DATE_WORDS } from '../../dossier/date-format.ts';
import { type EdtfDate, parseEdtf } from '../../dossier/edtf.ts';

const MONTHS = ENGLISH_DATE_WORDS.months;
/** MLA's (appendix 1): May, June and July are not shortened, September has four letters. */
export const SHORT_MONTHS = MONTHS.map(month =>
  month.length < 5 ? month : `${month.slice(0, month === 'September' ? 4 : 3)}.`,
);
const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'];

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

interface DateOrder {
  /** The day before the month: `12 Sept. 2013`. */
  readonly dayFirst?: boolean;
}

interface Leaf {
  readonly year: string;
  readonly month?: string;
  readonly day?: string;
}

function leaf(date: EdtfDate, months: readonly string[]): Leaf {
  const first = date.earliest ?? '';
  const year = String(Number(first.slice(0, 4)));
  const month = months[Number(first.slice(5, 7)) - 1] ?? '';
  if (date.kind === 'day') return { year, month, day: String(Number(first.slice(8))) };
  if (date.kind === 'month' || /^\d{4}-\d\d-XX/.test(date.text)) return { year, month };
  if (date.kind === 'season') return { year, month: SEASONS[Number(date.text.slice(5, 7)) - 21] ?? '' };
  return { year: date.kind === 'unspecified' && /X/.test(date.text.slice(0, 4)) ? `${year}s` : year };
}

const monthDay = ({ month, day }: Leaf, { dayFirst }: DateOrder): string =>
  (dayFirst ? [day, month] : [month, day]).filter(Boolean).join(' ');

function writeLeaf(one: Leaf, part: DatePart, order: DateOrder): string {
  if (part === 'year') return one.year;
  const rest = part.startsWith('month') ? (one.month ?? '') : monthDay(one, order);
  if (part === 'rest' || part === 'month-alone') return rest;
  if (rest === '') return one.year;
  return rest + (one.day && part === 'full' && !order.dayFirst ? ', ' : ' ') + one.year;
}

function writeSpan(from: Leaf, to: Leaf, part: DatePart, order: DateOrder): string {
  if (part === 'year' || !from.month || !to.month) {
    const [first, last] = [from, to].map(end => writeLeaf(end, part, order));
    return first === last ? (first ?? '') : [first, last].filter(Boolean).join('–');
  }
  if (part === 'full' && from.year !== to.year) {
    return `${writeLeaf(from, part, order)}–${writeLeaf(to, part, order)}`;
  }
  const days = !part.startsWith('month') && from.day && to.day;
  const month = (end: Leaf): string => (days ? monthDay(end, order) : (end.month ?? ''));
  const same = from.month === to.month && from.year === to.year;
  const sameMonth = days
    ? order.dayFirst
      ? `${from.day}–${month(to)}`
      : `${month(from)}–${to.day}`
    : month(from);
  const rest = same ? sameMonth : `${month(from)}–${month(to)}`;
  if (part === 'rest' || part === 'month-alone') return rest;
  if (part === 'month' && from.year !== to.year) return `${month(from)} ${from.year}–${month(to)} ${to.year}`;
  return rest + (days && !order.dayFirst ? ', ' : ' ') + to.year;
}

function write(date: EdtfDate, part: DatePart, months: readonly string[], order: DateOrder): string {
  const [from, to] = date.parts;
  if (date.kind === 'interval') {
    if (from && to) return writeSpan(leaf(from, months), leaf(to, months), part, order);
    if (from) return `${write(from, part, months, order)}–`;
    return to ? `until ${write(to, part, months, order)}` : date.text;
  }
  if (date.kind === 'one-of' || date.kind === 'all-of') {
    const all = date.parts.flatMap(member => (member ? [write(member, part, months, order)] : []));
    const different = [...new Set(all)].filter(Boolean);
    const last = different.pop() ?? '';
    const word = date.kind === 'one-of' ? 'or' : 'and';
    return different.length > 0 ? `${different.join(', ')} ${word} ${last}` : last;
  }
  return writeLeaf(leaf(date, months), part, order);
}

/**
 * A date in English. What is no EDTF is written as it stands, wherever its year is asked for.
 * @param months names of the months, full ones where left out.
 */
export function englishDate(
  edtf: string | undefined,
  months: readonly string[] = MONTHS,
  order: DateOrder = {},
): WrittenDate | undefined {
  if (!edtf) return undefined;
  try {
    const date = parseEdtf(edtf);
    return { ...date, write: part => write(date, part, months, order) };
  } catch {
    return { uncertain: false, approximate: false, write: part => (part === 'rest' ? '' : edtf) };
  }
}
