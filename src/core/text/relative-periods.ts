import type { Edtf } from '../dossier/records.ts';
import type { Calendar } from './calendar.ts';
import { LETTERS, monthOf, seasonOf } from './months.ts';
import type { Place, RelativeMention } from './relative-context.ts';
import { RUSSIAN_WEEKDAYS, weekdayNamed } from './weekdays.ts';
import { either } from './word-set.ts';

/** Months as running text has them: with a capital in English, in Russian in the cases of a date. */
export const MONTH_WORDS =
  'January|February|March|April|May|June|July|August|September|October|November|December|' +
  String.raw`(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?=[.\s])|` +
  `${either('январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр')}[ьяе]|${either('март|август')}[ае]?|[Мм]а[йяе]`;
/** Weekdays, in Russian in the accusative. */
export const WEEKDAY_WORDS =
  String.raw`(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat)(?=\.)|` +
  either(RUSSIAN_WEEKDAYS);

/** What makes another day of a weekday: `Tuesday’s`, `Sunday Times`, `Friday nights`, `Tuesday or …`. */
export const NO_WEEKDAY =
  /^(?:s|['’-]|\s+(?:Times|Telegraph|Mail|Mirror|Express|Post|Herald|Star|Sun|Morning|Night)(?!\p{L})|\s+(?:morning|evening|afternoon|night)s|\s+(?:or|или)\s)/u;
/** A day of a month that follows a weekday, and to which it belongs. */
export const DATE_FOLLOWS = new RegExp(
  String.raw`^[,(\s]+(?:the\s+)?(?:\d{1,2}[\s.\-–stnr]|\d{4}-|(?:${MONTH_WORDS})\.?\s+\d)`,
);

/** How long the dot of an abbreviated month or weekday is; 0 where none is meant. */
export const dotAfter = (word: string, after: string): number =>
  /^\.(?![\p{L}\p{N}])/u.test(after) && /^(?!March|April|May|June|July)[A-Z][a-z]{2,4}$/.test(word) ? 1 : 0;

/** 0 is Monday. */
export const mondayBased = (name: string): number | undefined => {
  const named = weekdayNamed(name);
  return named && (named.weekday + 6) % 7;
};

/** `last` is -1, `this` 0 and `next` 1. */
export const stepOf = (word: string): number =>
  /^[lpпм]/i.test(word) ? -1 : /^(?:t|эт|тек)/i.test(word) ? 0 : 1;

/** A month's number, whatever its case. */
export const monthNumber = (name: string): number => monthOf(name.charAt(0).toUpperCase() + name.slice(1));

/** What makes of `last week` one that is counted otherwise: `his last week`, `the next day`. */
const DETERMINED =
  /(?:^|[^\p{L}])(?:the|an?|its|his|her|their|our|my|your|very|that|which|one|these|every|each|final|['’]s|s['’]|ago|назад)\s+$/iu;
const COUNTED = /^\s+(?:of|as|before|ahead)\s|^\s+in\s+(?:office|power|government|charge)(?!\p{L})/u;
const UNIT = new RegExp(
  String.raw`^\s+(week(?:end)?|month|year|night|morning|afternoon|evening|spring|summer|autumn|fall|winter|` +
    `недел[еи]|месяц[еа]|год[уа]|весной|летом|осенью|зимой|${WEEKDAY_WORDS}|${MONTH_WORDS})(?![${LETTERS}\\d_-])`,
);

/** `last`, `this` and `next` with a week, month, year, season, weekday or month. */
export function periodWord({ at, end, word, before, after, calendar }: Place): RelativeMention | undefined {
  const unit = UNIT.exec(after);
  if (unit === null || DETERMINED.test(before)) return undefined;
  const [whole, name = ''] = unit;
  const rest = after.slice(whole.length);
  if (word.charCodeAt(0) > 0x3ff !== name.charCodeAt(0) > 0x3ff || COUNTED.test(rest)) return undefined;
  const edtf = period(calendar, word.toLowerCase(), name, rest);
  if (edtf === undefined) return undefined;
  const by = stepOf(word);
  const told = by > 0 || /^эт/i.test(word);
  return { start: at, end: end + whole.length, edtf, told, elsewhen: by !== 0 };
}

function period(calendar: Calendar, word: string, name: string, rest: string): Edtf | undefined {
  const by = stepOf(word);
  const weekday = mondayBased(name);
  if (weekday !== undefined)
    return NO_WEEKDAY.test(rest) || DATE_FOLLOWS.test(rest) ? undefined : weekdayOf(calendar, word, weekday);
  const month = monthNumber(name);
  if (month > 0) return /^\.?\s+\d/.test(rest) ? undefined : month12(calendar, word, month);
  // `The past year` and `the coming week` begin or end today.
  if (word === 'past' || word === 'coming') return undefined;
  const season = seasonOf(name);
  if (season > 0) return calendar.season(season, by < 0 ? 'last' : by > 0 ? 'next' : 'this');
  // Before it has come the next weekend may be this week's.
  if (name === 'weekend')
    return by > 0 && (calendar.sinceWeekday(0) ?? 0) < 5 ? undefined : calendar.week(by, 5, 6);
  // On a Sunday some call the week last that others end that day.
  const sunday = calendar.sinceWeekday(6) === 0;
  if (/^(?:week|нед)/.test(name)) return calendar.week(by, 0, by < 0 && sunday ? 13 : 6);
  if (/^(?:month|месяц)/.test(name)) return calendar.month(by);
  if (/^(?:year|год)/.test(name)) return calendar.year(by);
  if (name === 'night') return by < 0 ? calendar.day(-1) : undefined;
  return by > 0 ? undefined : calendar.day(by);
}

function weekdayOf(calendar: Calendar, word: string, weekday: number): Edtf | undefined {
  const since = calendar.sinceWeekday(weekday);
  const today = calendar.sinceWeekday(0);
  if (since === undefined || today === undefined) return undefined;
  if (word === 'coming') return calendar.day(7 - since);
  const by = stepOf(word);
  // On Wednesday nobody calls Tuesday the last one.
  if (by < 0) return since === 1 && word !== 'past' ? undefined : calendar.day(-(since || 7));
  // On Wednesday the next Friday may be this week's.
  return by > 0 && weekday > today ? undefined : calendar.week(by, weekday, weekday);
}

function month12(calendar: Calendar, word: string, month: number): Edtf | undefined {
  const by = stepOf(word);
  if (by === 0) return calendar.monthOfYear(month, 0);
  const since = calendar.sinceMonth(month);
  if (since === undefined) return undefined;
  if (by < 0) return since === 1 && word !== 'past' ? undefined : calendar.month(-(since || 12));
  const next = calendar.month(12 - since);
  // In May the next October may be this year's or the one after.
  return word !== 'coming' && next?.startsWith(calendar.year(0)) ? undefined : next;
}
