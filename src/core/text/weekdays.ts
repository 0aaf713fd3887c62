import { dayNumber } from '../dossier/edtf.ts';
import type { DateMention } from './dates.ts';

export type WeekdayLanguage = 'en' | 'ru' | 'de' | 'fr';

/** The name of a weekday in a text: offsets with its dot, and in Russian with the preposition that changes with it. */
export interface WeekdayMention {
  readonly start: number;
  readonly end: number;
  /** 0 is Sunday, 6 Saturday. */
  readonly weekday: number;
  readonly language: WeekdayLanguage;
}

const NAMES: Readonly<Record<WeekdayLanguage, readonly string[]>> = {
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  ru: 'воскресенье понедельник вторник среда четверг пятница суббота'.split(' '),
  de: 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'.split(' '),
  fr: 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' '),
};
/** The Russian ones as dates have them, in the accusative, as alternatives for a regular expression. */
export const RUSSIAN_WEEKDAYS = NAMES.ru.map(name => name.replace(/а$/, 'у')).join('|');
const RUSSIAN_SHORT = 'вс пн вт ср чт пт сб'.split(' ');
const ENGLISH_SHORT = /^(?:sun|mon|tues?|wed|thu(?:rs?)?|fri|sat)$/;

interface Named {
  readonly weekday: number;
  readonly language: WeekdayLanguage;
  readonly short: boolean;
}

/**
 * The weekday that a word names; in Russian in the nominative or accusative. English and German names have a capital.
 * `ср` is none: it bids the reader compare.
 */
export function weekdayNamed(word: string): Named | undefined {
  const lower = word.toLowerCase();
  const capital = word !== lower;
  const find = (language: WeekdayLanguage, wanted: string, short = false): Named | undefined => {
    const weekday = NAMES[language].findIndex(name => {
      const known = name.toLowerCase();
      return short ? known.startsWith(wanted) : known === wanted;
    });
    return weekday < 0 ? undefined : { weekday, language, short };
  };
  if (lower.charCodeAt(0) > 0x3ff) {
    const short = lower === 'ср' ? -1 : RUSSIAN_SHORT.indexOf(lower);
    return short < 0 ? find('ru', lower.replace(/у$/, 'а')) : { weekday: short, language: 'ru', short: true };
  }
  const found = (capital && (find('en', lower) ?? find('de', lower))) || find('fr', lower);
  if (found || !capital) return found;
  if (lower === 'sonnabend') return { weekday: 6, language: 'de', short: false };
  if (ENGLISH_SHORT.test(lower)) return find('en', lower, true);
  return lower.length === 2 ? find('de', lower, true) : undefined;
}

const WORD = String.raw`(?:(во?|на)\s+)?(\p{L}{2,11})(\.?)`;
const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}'’-])${WORD}(?:\s+(?:morning|afternoon|evening|night))?(?:(,)?\s+(?:(?:the|de[nmr]|le)\s+)?|\s?(\())$`,
  'iu',
);
const AFTER = new RegExp(
  String.raw`^(?:(?:,|\s?[-–—])?\s+(?:an?|einem|un)\s+|\s?(\()(?:an?\s+)?|(,)\s+)${WORD}(?![\p{L}\p{N}'’-])`,
  'iu',
);
/** What ends the words on a date. */
const ENDS = /^(?:\s*[,.;:!?)–—]|\s*$|\s+(?:and|when|but|in|on|at|as|that)\s)/;
/** A date or weekday to which what stands before it belongs rather. */
const OTHER = /^[\s,;(–—]*(?:(?:and|or|und|et|и|the|в|во)\s+)?(?:\d|(\p{L}+))/u;
/** Of several weekdays in a row none surely belongs to the date. */
const IN_A_ROW = /(\p{L}+)\.?(?:,?\s+(?:and|or|to|und|oder|bis|et|ou|и|или|на)|,|\s?[-–—/])\s*$/u;
const REACH = 48;

const isWeekday = (word: string | undefined): boolean => weekdayNamed(word ?? '')?.short === false;

/**
 * The weekday that is written directly beside an absolute or relative date of one day, looked for within `from`..`to`:
 * `Saturday, 14 September 2013`, `14 September 2013 (a Saturday)`, `в субботу, 14 сентября`. None where it may belong to
 * something else, and none before 1925, when not everybody counted days by the Gregorian calendar.
 */
export function weekdayBeside(
  text: string,
  date: DateMention,
  from: number,
  to: number,
): WeekdayMention | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date.edtf) || date.edtf < '1925') return undefined;
  const before = text.slice(Math.max(from, date.start - REACH), date.start);
  const after = text.slice(date.end, Math.min(to, date.end + REACH));
  return weekdayBefore(before, after, date) ?? weekdayAfter(after, date, text);
}

function weekdayBefore(before: string, after: string, date: DateMention): WeekdayMention | undefined {
  const match = BEFORE.exec(before);
  if (match === null) return undefined;
  const [, preposition, word = '', dot = '', comma, bracket] = match;
  const named = weekdayNamed(word);
  if (named === undefined || !isWritten(named, word, dot, comma !== undefined)) return undefined;
  if (preposition !== undefined && named.language !== 'ru') return undefined;
  if (bracket !== undefined && !/^\s?[),]/.test(after)) return undefined;
  if (isWeekday(IN_A_ROW.exec(before.slice(0, match.index))?.[1])) return undefined;
  const start = date.start - before.length + match.index;
  const length = match[0].indexOf(word) + word.length + dot.length;
  return { start, end: start + length, weekday: named.weekday, language: named.language };
}

function weekdayAfter(after: string, date: DateMention, text: string): WeekdayMention | undefined {
  const match = AFTER.exec(after);
  if (match === null) return undefined;
  const [whole, bracket, , preposition, word = '', dot = ''] = match;
  const named = weekdayNamed(word);
  if (named === undefined || !isWritten(named, word, dot, true)) return undefined;
  const rest = after.slice(whole.length);
  if (bracket !== undefined ? !/^[),]/.test(rest) : !ENDS.test(rest)) return undefined;
  const other = OTHER.exec(rest);
  if (other !== null && (other[1] === undefined || isWeekday(other[1]) || isDateWord(other[1])))
    return undefined;
  const end = date.end + whole.length;
  const start = end - dot.length - word.length;
  const from = preposition === undefined ? start : text.lastIndexOf(preposition, start - 1);
  return named.language === 'ru' || preposition === undefined
    ? { start: from, end, weekday: named.weekday, language: named.language }
    : undefined;
}

const isDateWord = (word: string): boolean =>
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(word);

/** Whether a name with or without a dot is spelt as one is: a full name with a dot ends a sentence. */
function isWritten({ short, language }: Named, word: string, dot: string, comma: boolean): boolean {
  if (!short) return dot === '';
  // The Sun is a newspaper too, and Do and So are words.
  if (language === 'de' || /^sun$/i.test(word)) return dot !== '' && comma;
  return true;
}

/** The weekday of a day `YYYY-MM-DD` of the Gregorian calendar: 0 is Sunday, 6 Saturday. */
export function weekdayOf(iso: string): number {
  return (((dayNumber(iso) + 4) % 7) + 7) % 7;
}

/**
 * A weekday as the one found was written, to stand in its place.
 * @param like what stands in the text: `Sat.`, `TUESDAY`, `в субботу`
 */
export function weekdayName(language: WeekdayLanguage, weekday: number, like: string): string {
  const [, lead = '', preposition, space = '', word = '', dot = ''] =
    /^((во?|на)(\s+))?([^.]*)(\.?)$/i.exec(like) ?? [];
  const name = NAMES[language][weekday] ?? '';
  const known = weekdayNamed(word);
  let written = name;
  if (known?.short) {
    written = language === 'ru' ? (RUSSIAN_SHORT[weekday] ?? '') : name.slice(0, language === 'en' ? 3 : 2);
  } else if (language === 'ru' && (preposition !== undefined || /у$/i.test(word))) {
    written = name.replace(/а$/, 'у');
  }
  if (word === word.toUpperCase() && word.length > 2) written = written.toUpperCase();
  else if (word.charAt(0) !== word.charAt(0).toLowerCase())
    written = written.charAt(0).toUpperCase() + written.slice(1);
  if (preposition === undefined || /на/i.test(preposition)) return lead + written + dot;
  const first = preposition.charAt(0);
  return `${first}${weekday === 2 ? (first === 'В' && word === word.toUpperCase() ? 'О' : 'о') : ''}${space}${written}${dot}`;
}
