import { LETTERS } from './months.ts';
import { wordSet } from './word-set.ts';

/** Words after which a number that looks like a year is the label of something. */
const LABELS = wordSet(
  'resolution resolutions no nos number numbers page pages p pp section sections article articles room rooms flight ' +
    'flights case cases chapter chapters route highway version rfc port issue line lines at резолюция резолюции резолюцию ' +
    'резолюций номер стр статья статьи',
);
/** Words before which it counts something. */
const COUNTS = wordSet(
  'percent people persons troops soldiers men women members words pages votes times dollars euros rubles roubles pounds ' +
    'million billion thousand tons tonnes miles kilometers kilometres meters metres m km kg mw feet acres years days hours ' +
    'minutes users lines bytes items px ms mb gb kb hz gmt utc usd eur человек рублей долларов тысяч млн млрд тонн лет раз м км кг',
);
/** Words that make an amount of the number after them. */
const QUANTITY =
  /(?:^|[^\p{L}])(?:about|around|approximately|roughly|nearly|almost|over|some|only|just|exactly|than|least|most|up to|more|fewer|another|total of|почти|около|примерно|более|менее|свыше)\s+$/iu;
/** Unless they say of a point in time how sure it is: `since about 2005`. */
const TIME = /(?:^|[^\p{L}])(?:in|since|from|by|until|till|of|dated?|в|с|к)\s+\p{L}+\s+$/iu;
/** Capitalised words that may stand before a year; any other names something with a number: `Windows 2000`. */
const BEFORE_YEAR = wordSet(
  'in since by until till during before after between from to of the through and early late year в с до после год к',
);
/** A word that belongs to the noun after the year, at most two others between: `the failed 2013 talks`. */
const DETERMINER =
  /(?:^|[^\p{L}])(?:the|an?|its|his|her|their|our|this|that|these|those|any|no|every|each|s)(?:\s+[\p{L}-]+){0,2}\s+$/iu;
const NO_PLURAL = wordSet(
  'was has is its this as us versus plus minus always besides perhaps across towards',
);
/** `1970 and ` of `Resolutions 1970 and 1973`. */
const NUMBERS_BEFORE = /(?:\d{1,4}(?:,\s?|\s(?:and|or|to|through|и|или|по)\s)){1,6}$/;

const WORD_BEFORE = new RegExp(String.raw`([${LETTERS}]+)\.?,?(\s+(?:of\s+)?)$`);

/** The word before a number as it ends `before`, and the white space (with `of`) between. */
export function wordBefore(before: string): RegExpExecArray | null {
  // Not the whole of it: the pattern would be tried at each of its letters.
  return WORD_BEFORE.exec(before.slice(-24));
}

const AFTER = new RegExp(String.raw`^\s*(?:%|([${LETTERS}]+))`);

/** Whether a number that looks like a year rather labels or counts something, by what stands before and after it. */
export function isNoYear(before: string, after: string, year: string): boolean {
  const word = wordBefore(before);
  const name = word?.[1] ?? '';
  const folded = name.toLowerCase();
  const of = word?.[2]?.includes('of');
  const usual = of || BEFORE_YEAR.has(folded);
  // Far from today it is a year only after a preposition.
  if ((Number(year) < 1800 || Number(year) > 2035) && !usual) return true;
  if (!of && LABELS.has(folded)) return true;
  // The capital of what directly precedes names something; with a comma or a preposition between it does not.
  if (name !== folded && word?.[0].trimEnd() === name && !usual) return true;
  const list = NUMBERS_BEFORE.exec(before);
  if (list !== null && LABELS.has(wordBefore(before.slice(0, list.index))?.[1]?.toLowerCase() ?? ''))
    return true;
  const next = AFTER.exec(after);
  if (QUANTITY.test(before) && !TIME.test(before) && (next !== null || year.endsWith('00'))) return true;
  if (next === null) return false;
  const noun = next[1];
  if (noun === undefined || COUNTS.has(noun.toLowerCase())) return true;
  if (/^[а-яё]/.test(noun)) return !usual;
  // `killed 1987 civilians`, `in 2000 villages`.
  if (!/^[a-z]{2,}s$/.test(noun) || NO_PLURAL.has(noun)) return false;
  return usual ? year.endsWith('00') && folded === 'in' : !DETERMINER.test(before);
}
