import { ENGLISH_DATE_WORDS } from '../../dossier/date-format.ts';
import { type EdtfDate, parseEdtf } from '../../dossier/edtf.ts';

const MONTHS = ENGLISH_DATE_WORDS.months;
const SEASONS = ['Spring', 'Summer', 'Autumn', 'Winter'] as const;

const year = (iso: string): string => String(Number(iso.slice(0, 4)));
const month = (iso: string): string => MONTHS[Number(iso.slice(5, 7)) - 1] ?? '';
const day = (iso: string): string => String(Number(iso.slice(8, 10)));
const monthDay = (iso: string): string => `${month(iso)} ${day(iso)}`;

/**
 * A date as American reference works print it: `September 15, 2013`, `May 2017`, `September 12–14, 2013`. What is
 * only inferred stands in brackets: `[2005?]` where it is uncertain, `[ca. 2005]` where approximate.
 * @throws {EdtfError} where the string is not EDTF.
 */
export function englishDate(edtf: string): string {
  const date = parseEdtf(edtf);
  const written = bare(date);
  if (!date.uncertain && !date.approximate) return written;
  return `[${date.approximate ? 'ca. ' : ''}${written}${date.uncertain ? '?' : ''}]`;
}

function bare(date: EdtfDate): string {
  const first = date.earliest ?? '';
  const last = date.latest ?? '';
  switch (date.kind) {
    case 'day':
      return `${monthDay(first)}, ${year(first)}`;
    case 'month':
      return `${month(first)} ${year(first)}`;
    case 'season':
      return `${SEASONS[Number(date.text.slice(5, 7)) - 21] ?? ''} ${year(first)}`;
    case 'year':
      return year(first);
    case 'unspecified':
      return unspecified(date, first);
    case 'interval':
      return interval(date, first, last);
    case 'one-of':
      return members(date, 'or');
    case 'all-of':
      return members(date, 'and');
  }
}

/** Digits that are not known: `2013-05-XX` is a month, `2013-XX-XX` a year, `201X` a decade, `20XX` a century. */
function unspecified(date: EdtfDate, first: string): string {
  if (/^\d{4}-\d{2}-XX/.test(date.text)) return `${month(first)} ${year(first)}`;
  if (/^\d{4}-XX/.test(date.text)) return year(first);
  return `${year(first)}s`;
}

function interval(date: EdtfDate, first: string, last: string): string {
  const [from, to] = date.parts;
  if (!from) return to ? `until ${bare(to)}` : date.text;
  if (!to) return `${bare(from)}–`;
  const year1 = first.slice(0, 4);
  if (from.kind === 'day' && to.kind === 'day' && year1 === last.slice(0, 4)) {
    return first.slice(0, 7) === last.slice(0, 7)
      ? `${monthDay(first)}–${day(last)}, ${year(last)}`
      : `${monthDay(first)}–${monthDay(last)}, ${year(last)}`;
  }
  if (from.kind === 'month' && to.kind === 'month' && year1 === last.slice(0, 4)) {
    return `${month(first)}–${month(last)} ${year(last)}`;
  }
  return `${bare(from)}–${bare(to)}`;
}

function members(date: EdtfDate, conjunction: string): string {
  const parts = date.parts.filter(part => part !== null).map(bare);
  const last = parts.pop() ?? date.text;
  return parts.length === 0 ? last : `${parts.join(', ')} ${conjunction} ${last}`;
}
