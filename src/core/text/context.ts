import { NOMINATIVE } from './inflection.ts';
import { mayFollowSurname, mayPrecedeSurname } from './lexicon.ts';
import type { Use } from './name-index.ts';
import { hasNamesakes } from './rivals.ts';
import { PREPOSITIONS } from './russian.ts';
import { wordEnd } from './standing.ts';
import { isSpace, Token, tokenAfter, tokenBefore } from './tokens.ts';
import { work } from './work.ts';

// What the given names and initials beside a surname make of it.

/**
 * `other`: somebody or something else is named. `rival`: it is somebody known to bear the name too, of whom later bare
 * surnames may speak. Else whose name this is and where it begins or ends.
 */
export type Neighbour =
  | 'other'
  | 'rival'
  | {
      readonly at: number;
      readonly uses: readonly Use[];
      /** `initials` where nothing else stands before the surname, `shared` where the given name is a namesake's too. */
      readonly how?: 'initials' | 'shared';
    }
  | undefined;

/** Whether a word is a given name of the person's, in a case in which the surname may stand too. */
export const isGiven = ({ parts, cases }: Use, word: string): boolean =>
  ((parts.given.get(word) ?? 0) & cases) !== 0;

/** What the initials and the capitalised word before a bare surname at `at` make of it; `before` is the last of them. */
export function givenBefore(
  text: string,
  before: Token | undefined,
  at: number,
  from: number,
  uses: readonly Use[],
): Neighbour {
  // `Saif al-Islam`
  if (before?.dot === false && /^[ae]l-\p{Lu}/u.test(text.slice(before.start, before.end))) return 'other';
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
    const namesakes = uses.filter(use => isGiven(use, folded));
    const theirs = namesakes.filter(use => hasMiddles(use, initials));
    const isRival = uses.some(use => use.parts.rivals.has(folded));
    if (theirs.length > 0) {
      return { at: word.start, uses: theirs, ...(isRival && initials.length === 0 && { how: 'shared' }) };
    }
    // George H. W. Bush is not George W. Bush.
    if (namesakes.length > 0 || isRival) return 'rival';
    if (!mayPrecedeSurname(folded) && !isCompound(text, word)) {
      if (isRussian(folded)) return afterRussian(text, word, from, uses);
      return 'other';
    }
  }
  const [first, ...others] = initials;
  if (first === undefined) return undefined;
  const theirs = uses.filter(use => startsGiven(use, first) && hasMiddles(use, others));
  return theirs.length > 0 ? { at: start, uses: theirs, how: 'initials' } : 'other';
}

/** `US-brokered`, `Moscow-based`, `President-elect`. */
function isCompound(text: string, { start, end }: Token): boolean {
  return /[-\u2010\u2011]\p{Ll}+$/u.test(text.slice(start, end));
}

const isRussian = (folded: string): boolean => /^[а-яё]/.test(folded);

/**
 * What an unknown Russian word with a capital makes of the surname behind it. After a preposition no name stands in the
 * nominative (`В Тбилиси Лавров`), nor does an object (`Сирию Лавров`). Else it is a given name, and where others bear the
 * surname, they are meant from here on.
 */
function afterRussian(text: string, word: Token, from: number, uses: readonly Use[]): Neighbour {
  const ruled = tokenBefore(text, word.start, from)?.isOneOf(PREPOSITIONS);
  const subject = uses.every(use => use.cases === NOMINATIVE);
  // `Встретив Лаврова`: a name would end otherwise.
  if (/[а-я]{3}в$/.test(word.folded) && uses.every(use => (use.cases & NOMINATIVE) === 0)) return undefined;
  if (subject && (ruled || /(?:ию|[а-я]{3}у)$/.test(word.folded))) return undefined;
  return !ruled && uses.some(({ person }) => hasNamesakes(person)) ? 'rival' : 'other';
}

/** Whether a person may have these middle initials: all of them known, or no middle name known at all. */
function hasMiddles({ parts: { middles } }: Use, initials: readonly string[]): boolean {
  return middles.size === 0 || initials.every(initial => middles.has(initial));
}

const startsGiven = ({ parts }: Use, initial: string): boolean =>
  [...parts.given.keys()].some(name => name.startsWith(initial));

/** One letter is an initial with a dot (so is `Дж.`), in Latin also without one unless it is a word. */
export function isInitial({ folded, dot }: Token): boolean {
  return dot ? folded.length === 1 || folded === 'дж' : /^[b-hj-z]$/.test(folded);
}

/** What the capitalised word after a bare surname makes of it. `plain`: the surname is not all in capitals. */
export function afterSurname(
  text: string,
  after: Token,
  to: number,
  plain: boolean,
  uses: readonly Use[],
): Exclude<Neighbour, 'rival'> {
  const { folded } = after;
  if (after.dot && isInitial(after)) return initialsAfter(text, after, to, uses);
  const theirs = uses.filter(use => isGiven(use, folded));
  if (theirs.length > 0) {
    const patronymic = tokenAfter(text, after.end, to);
    const more = patronymic?.capital && /(?:ич(?:[ауе]|ем)?|вн(?:[аыеу]|ой))$/.test(patronymic.folded);
    return { at: more ? patronymic.end : after.end, uses: theirs };
  }
  if (mayFollowSurname(folded)) return undefined;
  // An acronym says nothing, where not all is in capitals.
  return plain && /^\p{Lu}{2,}$/u.test(text.slice(after.start, after.end)) ? undefined : 'other';
}

const NO_INITIALS = /^(?:U\.[SNK]|E\.U|D\.C)\./;

/** Whose the initials behind a surname are that begin with `first`: `Лавров С.В.`, `Powell, C. L.` */
export function initialsAfter(
  text: string,
  first: Token,
  to: number,
  uses: readonly Use[],
): Exclude<Neighbour, 'rival'> {
  if (NO_INITIALS.test(text.slice(first.start, first.start + 4))) return undefined;
  const others: string[] = [];
  let last = first;
  while (others.length < 2) {
    // The next one may be written on to the dot.
    const at = last.end + 1;
    const next =
      wordEnd(text, at, Math.min(to, at + 2)) === at
        ? tokenAfter(text, at, to)
        : new Token(text, at, at + 1, to);
    if (!next?.capital || !next.dot || !isInitial(next)) break;
    others.push(next.folded);
    last = next;
  }
  const theirs = uses.filter(use => startsGiven(use, first.folded) && hasMiddles(use, others));
  return theirs.length > 0 ? { at: last.end + 1, uses: theirs } : 'other';
}

/** Whether a sentence, a quotation or a line of its own begins at `at`. */
export function beginsSentence(text: string, at: number, from: number): boolean {
  let pos = at;
  while (pos > from && (isSpace(text.charCodeAt(pos - 1)) || /[*_]/.test(text.charAt(pos - 1)))) pos--;
  work.units += at - pos;
  return pos <= from || /[.!?:;…“„«"'‘([|>#–—-]/.test(text.charAt(pos - 1));
}

/** Whether the word in `start`..`end` is written in capitals throughout. */
export function allCaps(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}
