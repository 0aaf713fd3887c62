import type { Edtf } from '../dossier/records.ts';
import type { Day } from './calendar.ts';
import { LETTERS } from './months.ts';
import type { Place, RelativeMention } from './relative-context.ts';
import {
  DATE_FOLLOWS,
  dotAfter,
  MONTH_WORDS,
  mondayBased,
  monthNumber,
  NO_WEEKDAY,
  stepOf,
} from './relative-periods.ts';
import { type Tense, tenseAround } from './tense.ts';
import { weekdayBeside, weekdayOf } from './weekdays.ts';

const WEEKDAY_LEAD =
  /(?:^|[^\p{L}-])(?:[Oo]n|[Ss]ince|[Ll]ate|[Ee]arly|[Вв]о?)\s+$|(?:^|\s)(?:said|told|met|spoke|flew|left|began|came|went|held|wrote|reporters|journalists|lawmakers|(?!(?:nam|call|titl|dubb)ed)\p{Ll}{2,}ed)\s+$/u;
const OF_WEEK = /^,?\s+(?:of\s+)?(last|this|next)\s+week(?![\p{L}\d'’-])/u;

/** `on Tuesday`, `said Tuesday`, `во вторник`. */
export function weekdayWord(place: Place): RelativeMention | undefined {
  const { at, word, before, after, calendar } = place;
  const dot = dotAfter(word, after);
  const rest = after.slice(dot);
  const weekday = mondayBased(word);
  const lead = WEEKDAY_LEAD.exec(before);
  if (weekday === undefined || lead === null || NO_WEEKDAY.test(rest) || DATE_FOLLOWS.test(rest))
    return undefined;
  if (/^.?в/i.test(lead[0]) !== word.charCodeAt(0) > 0x3ff) return undefined;
  const end = place.end + dot;
  const week = OF_WEEK.exec(rest);
  if (week !== null) {
    // On a Sunday it is not sure which week is the last.
    const sunday = calendar.sinceWeekday(6) === 0;
    const edtf = sunday ? undefined : calendar.week(stepOf(week[1] ?? ''), weekday, weekday);
    return { start: at, end: end + week[0].length, edtf, elsewhen: true };
  }
  const tense = tenseOf(place, at, end);
  const since = calendar.sinceWeekday(weekday);
  if (since === undefined || tense === 'unsure' || (tense === 'future' && since === 0)) return undefined;
  return { start: at, end, edtf: calendar.day(tense === 'future' ? 7 - since : -since), bare: true };
}

function tenseOf({ text, before, context }: Place, start: number, end: number): Tense {
  if (/(?:since|с)\s+$/i.test(before)) return 'past';
  const sentence = context.sentenceAt(start);
  return tenseAround(text, start, end, sentence.from, sentence.to);
}

const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|-го|-е)?`;
const TO = String.raw`(?:\s?[-\u2010-\u2014]\s?|\s+(?:to|until|till|through|по)\s+)`;
const DAYS_BEFORE = new RegExp(
  String.raw`(?<![\d.,:/${LETTERS}_-])(?:${DAY}${TO})?(?<![\d.,:/${LETTERS}_])${DAY}\s+(?:of\s+)?$`,
);
const DAYS_AFTER = new RegExp(
  String.raw`^\.?\s+(?:the\s+)?${DAY}(?:${TO}(?:(${MONTH_WORDS})\.?\s+)?${DAY})?(?![\d${LETTERS}%:/]|[.,]\d)`,
);
const TO_DAY = new RegExp(String.raw`^\.?${TO}${DAY}\s+(?:of\s+)?(${MONTH_WORDS})(?![${LETTERS}\d])`);
/** A year follows, or is told by the text: `of that year`, `того же года`. */
const YEAR_FOLLOWS =
  /^\.?(?:,?\s*(?:(?:of|in|в)\s+)?(?:['’]\d\d|[12]\d{3})|,?\s+(?:of\s+|in\s+)?(?:that|the|its|his|her)\s+(?:\p{L}+\s+)?year|\s+(?:того|следующего|предыдущего)(?:\s+же)?\s+года|,?\s+(?:and|or|to|и|или)\s+\d)/iu;
const OF_YEAR =
  /^,?\s+(?:(?:earlier|later)\s+)?(?:of\s+)?(?:(last|this|next)\s+year|(прошлого|минувшего|этого|текущего|будущего)\s+года)(?![\p{L}\d'’])/iu;
const MONTH_LEAD =
  /(?:^|[^\p{L}-])(?:[Ii]n|[Ss]ince|[Dd]uring|[Ee]arly|[Ll]ate|(?:[Bb]eginning|[Mm]iddle|[Ee]nd|[Ss]tart)\s+of|[ВвСс]|начал[еа]|середин[еы]|конц[еау])\s+$|(?:^|[\s(])[Mm]id-$/u;
/** Words after which a number does not count days. */
const LABEL = /(?:article|section|resolution|chapter|page|rule|no\.?|number|room|\p{Sc})\s*$/iu;
/** Words after a day that make it a byword, as some days are by themselves. */
const BYWORD =
  /^\s+(?:Day(?!\p{L})|attack|terror|massacre|insurrection|riot|uprising|revolution|coup|movement|committee|commission|hijack)/u;
const BYWORDS = /-(?:09-11|10-07|01-06|02-24)$/;
const YEARLY = /(?:born|birthday|anniversary|every|annual\p{L}*|week of|родил\p{L}+|каждое)\s+(?:on\s+)?$/iu;
/** How far ahead what may be meant is looked for where no verb says whether it is past. */
const AHEAD_DAYS = 60;

/** A month, or a day or some days of it. */
export function monthWord(place: Place): RelativeMention | undefined {
  const { at, word, before, after } = place;
  const month = monthNumber(word);
  if (month === 0 || /(?:last|this|next|past|coming)\s+$/i.test(before)) return undefined;
  const end = place.end + dotAfter(word, after);
  const ahead = DAYS_BEFORE.exec(before);
  if (ahead !== null) {
    if (LABEL.test(before.slice(0, ahead.index))) return undefined;
    const days = [ahead[1], ahead[2]]
      .filter(day => day !== undefined)
      .map((day): Day => [Number(day), month]);
    const last = days.length === 1 ? TO_DAY.exec(after) : null;
    if (last !== null) days.push([Number(last[1]), monthNumber(last[2] ?? '')]);
    return daysOf(place, at - ahead[0].length, last === null ? end : place.end + last[0].length, days);
  }
  // `in September 14 people` counts people.
  const behind = /(?:^|\s)in\s+$/i.test(before) ? null : DAYS_AFTER.exec(after);
  if (behind === null) return bareMonth(place, month, end);
  const [whole, first, otherMonth, last] = behind;
  const days: Day[] = [[Number(first), month]];
  if (last !== undefined)
    days.push([Number(last), otherMonth === undefined ? month : monthNumber(otherMonth)]);
  return daysOf(place, at, place.end + whole.length, days);
}

function daysOf(
  place: Place,
  start: number,
  end: number,
  [first, last]: readonly Day[],
): RelativeMention | undefined {
  const { calendar, text, context } = place;
  const unknown = { start, end, edtf: undefined };
  const rest = text.slice(end, Math.min(context.to, end + 40));
  if (first === undefined) return undefined;
  const year = OF_YEAR.exec(rest);
  if (year !== null) {
    const edtf = calendar.days(first, last, stepOf(year[1] ?? year[2] ?? ''));
    return { start, end: end + year[0].length, edtf, elsewhen: true };
  }
  if (YEAR_FOLLOWS.test(rest) || BYWORD.test(rest)) return unknown;
  if (YEARLY.test(text.slice(Math.max(context.from, start - 24), start))) return unknown;
  const tense = tenseOf(place, start, end);
  const past = calendar.days(first, last, 'past');
  const future = calendar.days(first, last, 'future');
  if (past === undefined || tense === 'unsure' || BYWORDS.test(past)) return unknown;
  const away = future === undefined ? undefined : calendar.daysUntil(future);
  if (tense === undefined && away !== undefined && away > 0 && away <= AHEAD_DAYS) return unknown;
  const edtf = tense === 'future' ? future : past;
  return edtf !== undefined && fitsWeekday(place, start, end, edtf)
    ? { start, end, edtf, bare: true }
    : unknown;
}

/** Whether no other weekday is written beside a day: it would be another year's. */
function fitsWeekday({ text, context }: Place, start: number, end: number, edtf: Edtf): boolean {
  const beside = weekdayBeside(text, { start, end, edtf }, context.from, context.to);
  return beside === undefined || beside.weekday === weekdayOf(edtf);
}

function bareMonth(place: Place, month: number, end: number): RelativeMention | undefined {
  const { calendar, before, at, text, context } = place;
  if (!MONTH_LEAD.test(before) || isNamed(place)) return undefined;
  const rest = text.slice(end, Math.min(context.to, end + 40));
  const year = OF_YEAR.exec(rest);
  if (year !== null) {
    const edtf = calendar.monthOfYear(month, stepOf(year[1] ?? year[2] ?? ''));
    return { start: at, end: end + year[0].length, edtf, elsewhen: true };
  }
  if (YEAR_FOLLOWS.test(rest)) return undefined;
  const tense = tenseOf(place, at, end);
  const since = calendar.sinceMonth(month);
  if (since === undefined) return undefined;
  const ahead = (12 - since) % 12;
  if (tense === 'unsure' && since > 0) return undefined;
  if (tense === undefined && ahead > 0 && ahead <= 2) return undefined;
  return { start: at, end, edtf: calendar.month(tense === 'future' ? ahead : -since), bare: true };
}

/** Whether a month's name is rather somebody's: `confidence in May`, `in April Glaspie’s cable`. */
function isNamed({ word, before, after }: Place): boolean {
  return (
    /^(?:April|May|June|August)$/.test(word) &&
    (/^['’]|^\s+(?:government|cabinet|administration|ministry)/.test(after) ||
      /(?:confidence|faith|trust|belief|interest|hope|pride)\s+in\s+$/.test(before) ||
      /^\s+\p{Lu}/u.test(after))
  );
}
