import { daysInMonth, pad } from '../dossier/edtf.ts';
import type { Edtf } from '../dossier/records.ts';
import { isNoYear, wordBefore } from './bare-year.ts';
import { LETTERS, MONTH_NAMES, monthOf, SEASON_NAMES, seasonOf } from './months.ts';

/** A date in a text: UTF-16 offsets, end exclusive, and what it says as EDTF. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly edtf: Edtf;
  /** The text says it relative to the document's own date. */
  readonly relative?: true;
  /**
   * Of a relative one, that it names a weekday, day or month and leaves week or year to the reader: right in the news, and
   * wrong where a text tells of another year without saying so in the same paragraph.
   */
  readonly bare?: true;
}

/** What was found around a number: how far it reaches back and forth from it. */
interface Found {
  readonly back: number;
  readonly forth: number;
  readonly edtf: string | undefined;
}

/** How far a date may reach from its first number, to either side. */
const REACH = 64;

const SPACE = String.raw`\s+`;
const DASH = String.raw`\s?[-\u2010-\u2014]\s?`;
const TO = String.raw`(?:${DASH}|\s+(?:to|until|till|through|bis|au|по)\s+)`;
/** Between two days or months; the word that leaves it open whether both are meant is captured. */
const LINK = String.raw`(?:${TO}|/|\s+(and|or|und|oder|et|ou|и|или)\s+)`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|\.|-го|-е)?`;
const MONTH = String.raw`(${MONTH_NAMES})(?![${LETTERS}])\.?`;
const YEAR = String.raw`((?:1[5-9]|20)\d\d)`;
/** What must not follow a year: the number goes on, or was the beginning of a word. */
const YEAR_END = String.raw`(?![\d${LETTERS}_]|[.,:]\d|[-\u2010-\u2014/]W?\d)`;
const YEAR_WORD = String.raw`(?:\s+(?:года|году|годом|годы|годов|годах|год|гг?\.?)(?![${LETTERS}\d]))?`;
const WORD_START = String.raw`(?<![${LETTERS}\d])`;
const OF_YEAR = String.raw`,?${SPACE}(?:of\s+)?${YEAR}`;
const LAST_YEAR = `${OF_YEAR}${YEAR_END}${YEAR_WORD}`;

const pattern = (source: string): RegExp => new RegExp(source, 'i');
const ISO = pattern(String.raw`^(\d{4})-(\d\d)(?:-(\d\d))?(?![\d${LETTERS}_]|[-./:]\d)`);
const NUMERIC = pattern(String.raw`^(\d{1,2})([./])(\d{1,2})\2((?:1[89]|20)\d\d)${YEAR_END}${YEAR_WORD}`);
const DAY_MONTH = pattern(String.raw`^${DAY}${SPACE}(?:of\s+)?${MONTH}${LAST_YEAR}`);
const DAYS_MONTH = pattern(String.raw`^${DAY}${LINK}${DAY}${SPACE}(?:of\s+)?${MONTH}${LAST_YEAR}`);
const DAY_MONTH_TO = pattern(
  String.raw`^${DAY}${SPACE}${MONTH}(?:,?${SPACE}${YEAR}(?:\s+года)?)?${LINK}${DAY}${SPACE}${MONTH}${LAST_YEAR}`,
);
const MONTH_BEFORE = pattern(`${WORD_START}${MONTH}${SPACE}$`);
/** After a month: `14, 2013`, `12–14, 2013`, `30 – October 2, 2013`. */
const DAY_AFTER = pattern(`^${DAY}${OF_YEAR}${YEAR_END}`);
const DAYS_AFTER = pattern(
  `^${DAY}(?:,?${SPACE}${YEAR})?${LINK}(?:${MONTH}${SPACE})?${DAY}${OF_YEAR}${YEAR_END}`,
);
const MONTHS_BEFORE = pattern(String.raw`${WORD_START}(?:${MONTH}${LINK})?${MONTH},?${SPACE}(?:of\s+)?$`);
const ONE_MONTH_BEFORE = pattern(String.raw`${WORD_START}${MONTH},?${SPACE}(?:of\s+)?$`);
const MONTH_YEAR_TO = pattern(String.raw`^${YEAR}(?:\s+года)?${LINK}${MONTH}${LAST_YEAR}`);
const SEASON_BEFORE = pattern(String.raw`${WORD_START}(${SEASON_NAMES}),?${SPACE}(?:of\s+)?$`);
const YEARS = pattern(
  String.raw`^${YEAR}(?:(?:${DASH}|/)(${YEAR}|\d\d(?!\d)))?(s|-[ехй]|-[ыо]х|-ые|-го|-му?)?${YEAR_END}${YEAR_WORD}`,
);
/** After `from` or `between`: `2009 to 2013`. */
const YEARS_TO = pattern(String.raw`^${YEAR}(?:\s+года)?${LINK}${YEAR}${YEAR_END}${YEAR_WORD}`);
const FROM = /(?:^|[^\p{L}])(?:from|von|с|between|zwischen|entre|между)\s+$/iu;
const BETWEEN = /(?:^|[^\p{L}])(?:between|zwischen|entre|между)\s+$/iu;
const CIRCA =
  /(?:^|[^\p{L}])((?:circa|ca\.?|c\.|about|around|около|примерно|приблизительно)\s+(?:(?:in|on|в)\s+)?)$/iu;
/** What stands before `14. September`, which English would read as the end of one sentence and the head of the next. */
const GERMAN = /(?:(?:^|[\s(])(?:am|vom|zum|bis|de[mnrs]|ab|seit|und|oder)|,|tag|abend|woch)\s+$/i;
/** A number that was written on to something else: a decimal, a path, a part of a longer number, a sum. */
const GLUED = new RegExp(String.raw`[${LETTERS}\d][.,:'’/\\_@-]$|[./\\@:#$€£₽¥§№=+<>~^_&]$`);
const MID = /(?:^|[\s(])mid-$/i;

/**
 * The date whose first number begins at `at`, looked for within `from`..`to`: `14 September 2013`, `Sept. 12–14, 2013`,
 * `spring of 2013`, `1990s`, `2009–2013`, `2013-09-14`, `в сентябре 2013 года`, `14. September 2013`. Two days or months
 * are an interval, with `and` a set of both (`{…}`), with `or` one of them (`[…]`). `about`, `around` and `circa` belong to
 * a date and qualify it (`~`). A day or month without a year is none yet, and a number that may as well count or label
 * something is none.
 */
export function dateAt(text: string, at: number, from: number, to: number): DateMention | undefined {
  let end = at;
  while (end < to && end - at < 5 && isDigit(text.charCodeAt(end))) end++;
  const digits = end - at;
  // Most numbers are seen to be no dates here.
  const first = text.charCodeAt(at);
  if (digits > 4 || digits === 3 || (digits === 4 && first !== 49 && first !== 50)) return undefined;
  if (digits < 4 && (end >= to || !/[\s\-./,stnre\u2010-\u2014]/.test(text.charAt(end)))) return undefined;
  const before = text.slice(Math.max(from, at - REACH), at);
  if (!/[\s(]$/.test(before) && GLUED.test(before) && !MID.test(before)) return undefined;
  const after = text.slice(at, Math.min(to, at + REACH));
  const found = digits === 4 ? fromYear(before, after) : fromDay(before, after);
  if (found?.edtf === undefined) return undefined;
  const circa = /[/,X]|-2\d$/.test(found.edtf)
    ? null
    : CIRCA.exec(before.slice(0, before.length - found.back).slice(-26));
  return {
    start: at - found.back - (circa?.[1]?.length ?? 0),
    end: at + found.forth,
    edtf: circa === null ? found.edtf : `${found.edtf}~`,
  };
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function day(year: string | undefined, month: number, date: string | undefined): string | undefined {
  const number = Number(date);
  if (month < 1 || month > 12 || number < 1 || number > daysInMonth(Number(year), month)) return undefined;
  return `${year}-${pad(month)}-${pad(number)}`;
}

/** `word` is what stands between the two and `before` what stands before the first: `between … and …` is an interval. */
function linked(
  first: string | undefined,
  word: string | undefined,
  last: string | undefined,
  before: string,
): string | undefined {
  if (first === undefined || last === undefined || first >= last) return undefined;
  if (word === undefined || BETWEEN.test(before)) return `${first}/${last}`;
  return /^(?:and|und|et|и)$/i.test(word) ? `{${first},${last}}` : `[${first},${last}]`;
}

function fromDay(before: string, after: string): Found | undefined {
  // Each of the patterns below has a year.
  if (!/\d{4}/.test(after)) return undefined;
  const month = monthOf(wordBefore(before)?.[1]);
  const monthBefore = month > 0 ? MONTH_BEFORE.exec(before) : null;
  return (monthBefore && fromDayAfter(month, monthBefore, after)) ?? fromDayBefore(before, after);
}

/** `September 14, 2013`: the number stands after the month. */
function fromDayAfter(month: number, { 0: name, input }: RegExpExecArray, after: string): Found | undefined {
  const back = name.length;
  let match = DAYS_AFTER.exec(after);
  if (match !== null) {
    const [whole, date, ownYear, word, otherMonth, lastDate, year] = match;
    const first = day(ownYear ?? year, month, date);
    const last = day(year, otherMonth === undefined ? month : monthOf(otherMonth), lastDate);
    const edtf = linked(first, word, last, input.slice(0, -back));
    // Of `May 1, 2013 and May 9, 2013` each is a date of its own.
    if (ownYear === undefined || edtf?.includes('/')) return { back, forth: whole.length, edtf };
  }
  match = DAY_AFTER.exec(after);
  return match === null ? undefined : { back, forth: match[0].length, edtf: day(match[2], month, match[1]) };
}

/** `14 September 2013`: the month stands after the number. */
function fromDayBefore(before: string, after: string): Found | undefined {
  let match = DAY_MONTH_TO.exec(after);
  if (match !== null) {
    const [whole, first, name, ownYear, word, last, lastName, year] = match;
    const begin = day(ownYear ?? year, monthOf(name), first);
    const edtf = linked(begin, word, day(year, monthOf(lastName), last), before);
    if (ownYear === undefined || edtf?.includes('/')) return { back: 0, forth: whole.length, edtf };
  }
  match = DAYS_MONTH.exec(after);
  if (match !== null) {
    const [whole, first, word, last, name, year] = match;
    const number = monthOf(name);
    const edtf = linked(day(year, number, first), word, day(year, number, last), before);
    return { back: 0, forth: whole.length, edtf };
  }
  match = DAY_MONTH.exec(after);
  if (match !== null) {
    const [whole, date, name = '', year] = match;
    const english = /^\d+\.\s/.test(whole) && !/^(?:jan|feb)uar$|[äz]|[mnl]a?i$|okt/i.test(name);
    return english && !GERMAN.test(before)
      ? undefined
      : { back: 0, forth: whole.length, edtf: day(year, monthOf(name), date) };
  }
  match = NUMERIC.exec(after);
  return match === null ? undefined : { back: 0, forth: match[0].length, edtf: numeric(match) };
}

/** `14.09.2013` is day, month, year; `9/14/2013` either, and none where both would be possible. */
function numeric([, first, separator, second, year]: RegExpExecArray): string | undefined {
  if (separator === '.' || Number(first) > 12) return day(year, Number(second), first);
  return Number(second) > 12 ? day(year, Number(first), second) : undefined;
}

function fromYear(before: string, after: string): Found | undefined {
  const iso = after.charAt(4) === '-' ? ISO.exec(after) : null;
  if (iso !== null) {
    const [whole, year = '', month = '', date] = iso;
    // `2009-10` may be a year and the next one.
    const twoYears = date === undefined && Number(month) > Number(year.slice(2));
    const right = Number(month) >= 1 && Number(month) <= 12 && !twoYears;
    const edtf =
      date === undefined ? (right ? `${year}-${month}` : undefined) : day(year, Number(month), date);
    return { back: 0, forth: whole.length, edtf };
  }
  const name = wordBefore(before)?.[1] ?? '';
  const month = monthOf(name);
  const months = month > 0 ? MONTHS_BEFORE.exec(before) : null;
  if (months !== null) return fromMonths(months, month, after);
  const match = YEARS.exec(after);
  if (match === null) return undefined;
  const [whole, year = '', second, , suffix] = match;
  const forth = whole.length;
  const rest = after.slice(forth);
  if (suffix !== undefined && !/^-(?:й|го|му?)$/i.test(suffix)) {
    const decade = second === undefined && year.endsWith('0');
    return { back: 0, forth, edtf: decade ? `${year.slice(0, 3)}X` : undefined };
  }
  const season = seasonOf(name);
  const seasonBefore = season > 0 ? SEASON_BEFORE.exec(before) : null;
  if (seasonBefore !== null) return { back: seasonBefore[0].length, forth, edtf: `${year}-${season}` };
  // `2013 года` and what is introduced by `circa` are years in any case.
  const sure = /г/i.test(whole.slice(4)) || /(?:^|[^\p{L}])(?:circa|ca\.?|c\.)\s+$/iu.test(before);
  if (!sure && isNoYear(before, rest, year)) return undefined;
  if (second !== undefined) {
    const last = second.length === 2 ? year.slice(0, 2) + second : second;
    return { back: 0, forth, edtf: linked(year, undefined, last, '') };
  }
  const span = FROM.test(before) ? YEARS_TO.exec(after) : null;
  const edtf = span === null ? undefined : linked(year, span[2], span[3], before);
  return span !== null && edtf?.includes('/')
    ? { back: 0, forth: span[0].length, edtf }
    : { back: 0, forth, edtf: year };
}

/** `September 2013`, `September–October 2013`, `September 2013 – May 2014`. */
function fromMonths(match: RegExpExecArray, month: number, after: string): Found | undefined {
  const [whole, other, word] = match;
  const outside = match.input.slice(0, match.index);
  const first = monthOf(other);
  const to = first > 0 ? null : MONTH_YEAR_TO.exec(after);
  if (to !== null) {
    const [forth, year, link, name, lastYear] = to;
    const edtf = linked(`${year}-${pad(month)}`, link, `${lastYear}-${pad(monthOf(name))}`, outside);
    if (monthOf(name) > 0 && edtf?.includes('/')) return { back: whole.length, forth: forth.length, edtf };
  }
  const years = ONE_YEAR.exec(after);
  if (years === null) return undefined;
  const forth = years[0].length;
  const edtf = `${years[1]}-${pad(month)}`;
  if (first > 0)
    return { back: whole.length, forth, edtf: linked(`${years[1]}-${pad(first)}`, word, edtf, outside) };
  // `may – September 2013`: what stands before the dash is no month.
  const back = other === undefined ? whole.length : (ONE_MONTH_BEFORE.exec(whole)?.[0].length ?? 0);
  return { back, forth, edtf };
}

const ONE_YEAR = pattern(`^${YEAR}${YEAR_END}${YEAR_WORD}`);
