import { daysInMonth } from '../dossier/edtf.ts';
import type { Edtf } from '../dossier/records.ts';

/** A date in a text: UTF-16 offsets, end exclusive, and what it says as EDTF. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly edtf: Edtf;
}

/** What was found around a number: how far it reaches back and forth from it. */
interface Found {
  readonly back: number;
  readonly forth: number;
  readonly edtf: string | undefined;
}

/** How far a date may reach from its first number, to either side. */
const REACH = 64;

const LETTERS = String.raw`A-Za-z\u00C0-\u024F\u0400-\u052F`;
const MONTH_NAMES =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|' +
  'nov(?:ember)?|dec(?:ember)?|янв(?:ар[ьяе])?|фев(?:р(?:ал[ьяе])?)?|март[ае]?|апр(?:ел[ьяе])?|ма[йяе]|июн[ьяе]|июл[ьяе]|' +
  'авг(?:уст[ае]?)?|сент?(?:ябр[ьяе])?|окт(?:ябр[ьяе])?|ноя(?:бр[ьяе])?|дек(?:абр[ьяе])?';
const MONTH_STARTS = ['ja', 'f', 'mar', 'ap', 'may', 'jun', 'jul', 'au', 's', 'o', 'n', 'd'];
const MONTH_STARTS_RU = ['ян', 'ф', 'март', 'ап', 'ма', 'июн', 'июл', 'ав', 'с', 'о', 'н', 'д'];
const SEASON_NAMES =
  'spring|summer|autumn|fall|winter|весн(?:а|ой|ы|у)|лет(?:о|ом|а)|осень?ю?|осени|зим(?:а|ой|ы|у)';
const SEASON_STARTS = [/^(?:sp|в)/, /^(?:su|л)/, /^(?:a|f|о)/, /^(?:w|з)/];
const IS_MONTH = new RegExp(`^(?:${MONTH_NAMES})$`);
const IS_SEASON = new RegExp(`^(?:${SEASON_NAMES})$`);

const SPACE = String.raw`\s+`;
const DASH = String.raw`\s?[-\u2010-\u2014]\s?`;
const TO = String.raw`(?:${DASH}|\s+(?:to|по)\s+)`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|-го|-е)?`;
const MONTH = String.raw`(${MONTH_NAMES})(?![${LETTERS}])\.?`;
const YEAR = String.raw`((?:1[5-9]|20)\d\d)`;
/** What must not follow a year: the number goes on, or was the beginning of a word. */
const YEAR_END = String.raw`(?![\d${LETTERS}_]|[.,:]\d|[-\u2010-\u2014/]\d)`;
const YEAR_WORD = String.raw`(?:\s+(?:года|году|годом|годы|годов|год|гг?\.?)(?![${LETTERS}\d]))?`;
const WORD_START = String.raw`(?<![${LETTERS}\d])`;

const pattern = (source: string): RegExp => new RegExp(source, 'i');
const ISO = pattern(String.raw`^(\d{4})-(\d\d)(?:-(\d\d))?(?![\d${LETTERS}_]|[-./:]\d)`);
const NUMERIC = pattern(String.raw`^(\d{1,2})([./])(\d{1,2})\2((?:1[89]|20)\d\d)${YEAR_END}${YEAR_WORD}`);
const DAY_MONTH = pattern(
  String.raw`^${DAY}${SPACE}(?:of\s+)?${MONTH},?${SPACE}${YEAR}${YEAR_END}${YEAR_WORD}`,
);
const DAYS_MONTH = pattern(
  String.raw`^${DAY}${TO}${DAY}${SPACE}(?:of\s+)?${MONTH},?${SPACE}${YEAR}${YEAR_END}${YEAR_WORD}`,
);
const DAY_MONTH_TO = pattern(
  String.raw`^${DAY}${SPACE}${MONTH}(?:,?${SPACE}${YEAR}(?:\s+года)?)?${TO}${DAY}${SPACE}${MONTH},?${SPACE}${YEAR}${YEAR_END}${YEAR_WORD}`,
);
const MONTH_BEFORE = pattern(`${WORD_START}${MONTH}${SPACE}$`);
/** After a month: `14, 2013`, `12–14, 2013`, `30 – October 2, 2013`. */
const DAY_AFTER = pattern(
  `^${DAY}(?:,?${SPACE}${YEAR})?(?:${TO}(?:${MONTH}${SPACE})?${DAY})?,?${SPACE}${YEAR}${YEAR_END}`,
);
const MONTHS_BEFORE = pattern(String.raw`${WORD_START}(?:${MONTH}${TO})?${MONTH},?${SPACE}(?:of\s+)?$`);
const ONE_MONTH_BEFORE = pattern(String.raw`${WORD_START}${MONTH},?${SPACE}(?:of\s+)?$`);
const SEASON_BEFORE = pattern(String.raw`${WORD_START}(${SEASON_NAMES}),?${SPACE}(?:of\s+)?$`);
const YEARS = pattern(
  String.raw`^${YEAR}(?:(?:${DASH}|/)(${YEAR}|\d\d(?!\d)))?(s|-е|-х|-ые|-ых)?${YEAR_END}${YEAR_WORD}`,
);
/** The word before a number, a preposition between, its dot, and the white space. */
const WORD_BEFORE = new RegExp(String.raw`([${LETTERS}]+)(\.?),?(\s+(?:of\s+)?)$`);
/** A number that was written on to something else: a decimal, a path, a part of a longer number, a sum. */
const GLUED = new RegExp(String.raw`[${LETTERS}\d][.,:'’/\\_@-]$|[./\\@:#$€£₽¥§№=+<>~^_&]$`);

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Words after which a number that looks like a year is the label of something. */
const LABELS = set(
  'resolution resolutions no nos number numbers page pages p pp section sections article articles room rooms flight ' +
    'flights case cases chapter chapters route highway version rfc port issue line lines резолюция резолюции резолюцию ' +
    'номер стр статья статьи',
);
/** Words before which it counts something. */
const COUNTS = set(
  'percent people persons troops soldiers men women members words pages votes times dollars euros rubles roubles pounds ' +
    'million billion thousand tons tonnes miles kilometers kilometres meters metres km kg mw feet acres years days hours ' +
    'minutes users lines bytes items px ms mb gb kb hz gmt utc человек рублей долларов тысяч млн млрд тонн лет раз',
);
/** Capitalised words that may stand before a year; any other names something with a number: `Windows 2000`. */
const BEFORE_YEAR = set(
  'in since by until till during before after between from to of the through and early late year в с до после год к',
);
const CIRCA = set('circa c ca около примерно');

/**
 * The date whose first number begins at `at`, looked for within `from`..`to`: `14 September 2013`, `Sept. 12–14, 2013`,
 * `spring of 2013`, `1990s`, `2009–2013`, `2013-09-14`, `в сентябре 2013 года`. A day or month without a year is none
 * yet, and a number that may as well count or label something is none.
 */
export function dateAt(text: string, at: number, from: number, to: number): DateMention | undefined {
  let end = at;
  while (end < to && end - at < 5 && isDigit(text.charCodeAt(end))) end++;
  const digits = end - at;
  // Most numbers are seen to be no dates here.
  const first = text.charCodeAt(at);
  if (digits > 4 || digits === 3 || (digits === 4 && first !== 49 && first !== 50)) return undefined;
  if (digits < 4 && (end >= to || !/[\s\-./,stnr\u2010-\u2014]/.test(text.charAt(end)))) return undefined;
  const before = text.slice(Math.max(from, at - REACH), at);
  if (!/[\s(]$/.test(before) && GLUED.test(before)) return undefined;
  const after = text.slice(at, Math.min(to, at + REACH));
  const found = digits === 4 ? fromYear(before, after) : fromDay(before, after);
  if (found?.edtf === undefined) return undefined;
  return { start: at - found.back, end: at + found.forth, edtf: found.edtf };
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** 1 to 12; 0 if the word is no month as it stands (an English one has a capital: `may`, `march`). */
function monthOf(name: string | undefined): number {
  if (name === undefined || /^[a-z]/.test(name)) return 0;
  const lower = name.toLowerCase();
  if (!IS_MONTH.test(lower)) return 0;
  const starts = lower.charCodeAt(0) < 128 ? MONTH_STARTS : MONTH_STARTS_RU;
  return starts.findIndex(start => lower.startsWith(start)) + 1;
}

const pad = (value: number): string => String(value).padStart(2, '0');

function day(year: string | undefined, month: number, date: string | undefined): string | undefined {
  const number = Number(date);
  if (month < 1 || month > 12 || number < 1 || number > daysInMonth(Number(year), month)) return undefined;
  return `${year}-${pad(month)}-${pad(number)}`;
}

function interval(first: string | undefined, last: string | undefined): string | undefined {
  return first !== undefined && last !== undefined && first < last ? `${first}/${last}` : undefined;
}

function fromDay(before: string, after: string): Found | undefined {
  const month = monthOf(WORD_BEFORE.exec(before)?.[1]);
  const monthBefore = month > 0 ? MONTH_BEFORE.exec(before) : null;
  if (monthBefore !== null) {
    const match = DAY_AFTER.exec(after);
    if (match !== null) {
      const [whole, date, ownYear, otherMonth, lastDate, year] = match;
      const first = day(ownYear ?? year, month, date);
      const last = day(year, otherMonth === undefined ? month : monthOf(otherMonth), lastDate);
      const edtf =
        lastDate === undefined ? (ownYear === undefined ? first : undefined) : interval(first, last);
      return { back: monthBefore[0].length, forth: whole.length, edtf };
    }
  }
  // Each of the patterns below has a year.
  if (!/\d{4}/.test(after)) return undefined;
  let match = DAY_MONTH.exec(after);
  if (match !== null)
    return { back: 0, forth: match[0].length, edtf: day(match[3], monthOf(match[2]), match[1]) };
  match = DAYS_MONTH.exec(after);
  if (match !== null) {
    const [whole, first, last, name, year] = match;
    const number = monthOf(name);
    return {
      back: 0,
      forth: whole.length,
      edtf: interval(day(year, number, first), day(year, number, last)),
    };
  }
  match = DAY_MONTH_TO.exec(after);
  if (match !== null) {
    const [whole, first, name, ownYear, last, lastName, year] = match;
    const begin = day(ownYear ?? year, monthOf(name), first);
    return { back: 0, forth: whole.length, edtf: interval(begin, day(year, monthOf(lastName), last)) };
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
  const match = YEARS.exec(after);
  if (match === null) return undefined;
  const [whole, year = '', second, , plural] = match;
  const forth = whole.length;
  if (plural !== undefined) {
    const decade = second === undefined && year.endsWith('0');
    return { back: 0, forth, edtf: decade ? `${year.slice(0, 3)}X` : undefined };
  }
  const word = WORD_BEFORE.exec(before);
  const name = word?.[1] ?? '';
  const folded = name.toLowerCase();
  const season = IS_SEASON.test(folded) ? SEASON_BEFORE.exec(before) : null;
  if (season !== null) {
    const number = SEASON_STARTS.findIndex(start => start.test(folded)) + 21;
    return { back: season[0].length, forth, edtf: `${year}-${number}` };
  }
  if (second !== undefined) {
    const last = second.length === 2 ? year.slice(0, 2) + second : second;
    return { back: 0, forth, edtf: labelled(word, after.slice(forth)) ? undefined : interval(year, last) };
  }
  const month = monthOf(name);
  const months = month > 0 ? MONTHS_BEFORE.exec(before) : null;
  if (months !== null) return fromMonths(months, year, month, forth);
  if (word !== null && CIRCA.has(folded)) return { back: word[0].length, forth, edtf: `${year}~` };
  // Far from today a bare number is a year only after a preposition.
  const far = (Number(year) < 1800 || Number(year) > 2035) && !BEFORE_YEAR.has(folded);
  return { back: 0, forth, edtf: far || labelled(word, after.slice(forth)) ? undefined : year };
}

/** `September 2013`, `September–October 2013`. */
function fromMonths(match: RegExpExecArray, year: string, month: number, forth: number): Found {
  const [whole, other] = match;
  const edtf = `${year}-${pad(month)}`;
  const first = monthOf(other);
  if (first > 0) return { back: whole.length, forth, edtf: interval(`${year}-${pad(first)}`, edtf) };
  // `may – September 2013`: what stands before the dash is no month.
  const back = other === undefined ? whole.length : (ONE_MONTH_BEFORE.exec(whole)?.[0].length ?? 0);
  return { back, forth, edtf };
}

/** Whether a bare number that looks like a year rather labels or counts something. */
function labelled(before: RegExpExecArray | null, after: string): boolean {
  const name = before?.[1] ?? '';
  const folded = name.toLowerCase();
  if (LABELS.has(folded)) return true;
  // The capital of what directly precedes names something; with a comma or a preposition between it does not.
  if (name !== folded && before?.[0].trimEnd() === name && !BEFORE_YEAR.has(folded)) return true;
  const next = AFTER.exec(after);
  return next !== null && (next[1] === undefined || COUNTS.has(next[1].toLowerCase()));
}

const AFTER = new RegExp(String.raw`^\s*(?:%|([${LETTERS}]+))`);
