import type { Person } from '../dossier/records.ts';
import { APOSTROPHE, LETTER, UPPER, unitKind, WORD } from './chars.ts';
import { AFTER_SURNAME, NOT_GIVEN, titleCode } from './lexicon.ts';
import type { NameMatcher, Use } from './name-index.ts';
import { foldToken } from './name-index.ts';
import { isSpace, type Token, tokenAfter, tokenBefore } from './tokens.ts';

// What stands around a name and makes it part of another one.

function wordEnd(text: string, at: number, to: number): number {
  let end = at;
  while (end < to && unitKind(text.charCodeAt(end)) & WORD) end++;
  return end;
}

function wordStart(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && unitKind(text.charCodeAt(start - 1)) & WORD) start--;
  return start;
}

const isHyphen = (unit: number): boolean => unit === 45 || unit === 0x2010 || unit === 0x2011;

/** Whether the word that stands in `start`..`end` may be joined to a name by a hyphen or stroke: `-led`, `Lavrov/`. */
function joins(text: string, start: number, end: number, index: NameMatcher, lower: boolean): boolean {
  if (start === end) return true;
  const kind = unitKind(text.charCodeAt(start));
  if ((kind & LETTER) === 0) return true;
  if ((kind & UPPER) === 0) return lower;
  return index.surnames.has(foldToken(text, start, end));
}

/** Whether nothing is written on to the name in `start`..`end` that makes it part of something longer. */
export function standsFree(
  text: string,
  start: number,
  end: number,
  from: number,
  to: number,
  index: NameMatcher,
): boolean {
  return freeAfter(text, end, to, index) && freeBefore(text, start, from, index);
}

function freeAfter(text: string, end: number, to: number, index: NameMatcher): boolean {
  if (end >= to) return true;
  const unit = text.charCodeAt(end);
  const next = end + 1 < to ? unitKind(text.charCodeAt(end + 1)) : 0;
  if ((next & WORD) === 0) return unit !== 64;
  const wordTo = wordEnd(text, end + 1, to);
  if (unitKind(unit) & APOSTROPHE) return /^(?:s|ll|d|ve|re|m)$/i.test(text.slice(end + 1, wordTo));
  if (isHyphen(unit)) return joins(text, end + 1, wordTo, index, true);
  if (unit === 47) return joins(text, end + 1, wordTo, index, false);
  if (unit === 46) return (next & (LETTER | UPPER)) === (LETTER | UPPER);
  return unit !== 64 && unit !== 95 && unit !== 92 && unit !== 61;
}

function freeBefore(text: string, start: number, from: number, index: NameMatcher): boolean {
  if (start <= from) return true;
  let at = start - 1;
  const unit = text.charCodeAt(at);
  if (unit === 64 || unit === 35 || unit === 36 || unit === 126 || unit === 61) return false;
  while (at > from && text.charCodeAt(at) === 95) at--;
  const before =
    text.charCodeAt(at) === unit ? (at > from ? text.charCodeAt(at - 1) : 32) : text.charCodeAt(at);
  if (unit === 95) return (unitKind(before) & WORD) === 0;
  if ((unitKind(before) & WORD) === 0) return unit !== 92;
  const wordFrom = wordStart(text, at, from);
  const upper = (unitKind(text.charCodeAt(wordFrom)) & UPPER) !== 0;
  if (unitKind(unit) & APOSTROPHE) return !upper && at - wordFrom <= 2;
  if (isHyphen(unit)) return joins(text, wordFrom, at, index, true);
  if (unit === 47) return joins(text, wordFrom, at, index, false);
  // Glued initials are judged with the given names; `said.Kerry` is an address rather.
  if (unit === 46) return at - wordFrom === 1 && upper;
  return unit !== 92;
}

/**
 * `other`: somebody or something else is named. `rival`: it is somebody known to bear the name too, of whom later bare
 * surnames may speak. Else whose name this is and where it begins or ends.
 */
export type Neighbour =
  | 'other'
  | 'rival'
  | { readonly at: number; readonly uses: readonly Use[] }
  | undefined;

const isGiven = (index: NameMatcher, person: Person, word: string): boolean =>
  index.parts.get(person)?.given.has(word) ?? false;

/** What the initials and the capitalised word before a bare surname at `at` make of it; `before` is the last of them. */
export function givenBefore(
  text: string,
  before: Token | undefined,
  at: number,
  from: number,
  uses: readonly Use[],
  index: NameMatcher,
): Neighbour {
  if (!before?.capital) return undefined;
  let start = at;
  const initials: string[] = [];
  let word: Token | undefined = before;
  while (word?.capital && isInitial(word) && initials.length < 3) {
    // `the U.S. Kerry`
    if (word.folded === 'u' && initials[0] === 's') return undefined;
    initials.unshift(word.folded);
    start = word.start;
    word = tokenBefore(text, start, from, true);
  }
  if (word !== undefined && word.end + (word.dot ? 1 : 0) === start) word = undefined; // glued: no word of its own
  if (word?.capital && !word.dot) {
    const { folded } = word;
    const namesakes = uses.filter(use => isGiven(index, use.person, folded));
    const theirs = namesakes.filter(use => hasMiddles(index, use.person, initials));
    if (theirs.length > 0) return { at: word.start, uses: theirs };
    // George H. W. Bush is not George W. Bush.
    if (namesakes.length > 0) return 'rival';
    if (uses.some(use => index.parts.get(use.person)?.rivals.has(folded))) return 'rival';
    if (!mayPrecede(folded)) return 'other';
  }
  const [first, ...others] = initials;
  if (first === undefined) return undefined;
  const theirs = uses.filter(({ person }) => {
    const given = [...(index.parts.get(person)?.given ?? [])];
    return given.some(name => name.startsWith(first)) && hasMiddles(index, person, others);
  });
  return theirs.length > 0 ? { at: start, uses: theirs } : 'other';
}

/** Whether a person may have these middle initials: all of them known, or no middle name known at all. */
function hasMiddles(index: NameMatcher, person: Person, initials: readonly string[]): boolean {
  const middles = index.parts.get(person)?.middles;
  return middles === undefined || middles.size === 0 || initials.every(initial => middles.has(initial));
}

/** One letter is an initial with a dot (so is `Дж.`), in Latin also without one unless it is a word. */
function isInitial({ folded, dot }: Token): boolean {
  return dot ? folded.length === 1 || folded === 'дж' : /^[b-hj-z]$/.test(folded);
}

/** Whether a capitalised word may stand directly before a surname without being a given name. */
function mayPrecede(folded: string): boolean {
  return /(?:'s|s')$/.test(folded) || NOT_GIVEN.has(folded) || titleCode(folded) !== undefined;
}

/** What the capitalised word after a bare surname makes of it. `plain`: the surname is not all in capitals. */
export function afterSurname(
  text: string,
  after: Token,
  to: number,
  plain: boolean,
  uses: readonly Use[],
  index: NameMatcher,
): Exclude<Neighbour, 'rival'> {
  const { folded } = after;
  const theirs = uses.filter(use => isGiven(index, use.person, folded));
  if (theirs.length > 0) {
    const patronymic = tokenAfter(text, after.end, to);
    const more = patronymic?.capital && /(?:ич|вна)$/.test(patronymic.folded);
    return { at: more ? patronymic.end : after.end, uses: theirs };
  }
  if (AFTER_SURNAME.has(folded)) return undefined;
  // An acronym says nothing, where not all is in capitals.
  return plain && /^\p{Lu}{2,}$/u.test(text.slice(after.start, after.end)) ? undefined : 'other';
}

/** Whether a sentence, a quotation or a line of its own begins at `at`. */
export function beginsSentence(text: string, at: number, from: number): boolean {
  let pos = at;
  while (pos > from && (isSpace(text.charCodeAt(pos - 1)) || /[*_]/.test(text.charAt(pos - 1)))) pos--;
  return pos <= from || /[.!?:;…“„«"'‘([|>#–—-]/.test(text.charAt(pos - 1));
}

/** Whether the word in `start`..`end` is written in capitals throughout. */
export function allCaps(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}
