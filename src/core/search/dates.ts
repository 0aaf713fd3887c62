import { ENGLISH_DATE_WORDS, formatEdtf } from '../dossier/date-format.ts';
import { dayNumber, type EdtfDate } from '../dossier/edtf.ts';
import { words } from '../text/fold.ts';
import { monthOf } from '../text/months.ts';

const DAY = 86_400_000;
/** Of what lasts longer nobody looks for a single day of it, or a single month. */
const MOST_DAYS = 31;
const MOST_MONTHS = 12;
const MOST_YEARS = 10;

const monthName = (month: number): string => ENGLISH_DATE_WORDS.months[month - 1] ?? '';

/** The words under which a date is found: as it is read, and each day, month and year that it reaches over. */
export function dateWords(date: EdtfDate): string {
  const { earliest, latest } = date;
  const found = new Set(Array.from(words(formatEdtf(date)), ({ text }) => text));
  if (earliest === null || latest === null) return [...found].join(' ');
  const days = dayNumber(latest) - dayNumber(earliest) + 1;
  const months = new Set<string>();
  const years = new Set<string>();
  for (let day = 0; day < Math.min(days, 366 * MOST_YEARS); day++) {
    const iso = new Date((dayNumber(earliest) + day) * DAY).toISOString();
    if (days < MOST_DAYS && date.kind !== 'month') found.add(String(Number(iso.slice(8, 10))));
    months.add(iso.slice(0, 7));
    years.add(iso.slice(0, 4));
  }
  if (months.size < MOST_MONTHS) for (const month of months) found.add(monthName(Number(month.slice(5))));
  if (years.size < MOST_YEARS) for (const year of years) found.add(year);
  return [...found].join(' ');
}

/** `2013-09-14`, `2013-09`; `14.09.2013`, `14/9/2013`, `9/14/2013`. Not a part of a longer number. */
const NUMERIC = /(?<![\d.-])(?:(\d{4})-(\d{2})(?:-(\d{2}))?|(\d{1,2})([./])(\d{1,2})\5(\d{4}))(?!\d)/g;

/** A query with its dates in digits as they are read: `2013-09-14` is `14 September 2013`. What is no date stays. */
export function spellDates(query: string): string {
  return query.replace(
    NUMERIC,
    (
      whole,
      year?: string,
      month?: string,
      day?: string,
      one?: string,
      _mark?: string,
      two?: string,
      last?: string,
    ) => {
      if (year !== undefined) return spelt(year, Number(month), day) ?? whole;
      // Day and month stand in either order; where both fit, the day comes first, as in most of the world.
      return spelt(last ?? '', Number(two), one) ?? spelt(last ?? '', Number(one), two) ?? whole;
    },
  );
}

function spelt(year: string, month: number, day: string | undefined): string | undefined {
  const name = monthName(month);
  if (name === '' || Number(day ?? 1) > 31 || Number(day ?? 1) < 1) return undefined;
  return [day === undefined ? '' : String(Number(day)), name, year].filter(Boolean).join(' ');
}

/** Other words for a word of a query: the English month for its short, Russian, German or French name, `5` for `05`. */
export function otherDateWords(word: string): string[] {
  if (/^0\d$/.test(word)) return [word.slice(1)];
  const month = monthOf(word) || monthOf(word.charAt(0).toUpperCase() + word.slice(1));
  return month === 0 ? [] : [monthName(month).toLowerCase()];
}
