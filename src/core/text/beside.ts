import { APOSTROPHE, isHyphen, unitKind } from './chars.ts';
import { allCaps, beginsSentence, initialsAfter, isGiven, isInitial, type Neighbour } from './context.ts';
import type { Stretch } from './drafts.ts';
import { isHeadlineVerb } from './headline-words.ts';
import {
  AMBIGUOUS,
  ARTICLES,
  BEFORE_PLACE,
  BUSINESS,
  DISCOVERIES,
  ELDER,
  GENERATION,
  GIVEN_TOO,
  IN_PLACE,
  isFunctionWord,
  isThing,
  NAMED_AFTER,
  OF_PLACE,
  PERSON_VERBS,
  PRESIDENCY,
  PRESIDENTS_TIME,
  SOMEBODY,
  US_STATE,
} from './lexicon.ts';
import { foldToken, type NameMatcher, type NameNode, type Use } from './name-index.ts';
import { rankByTitle, type Title } from './titles.ts';
import { capitalAfter, type Token, tokenAfter, tokenBefore } from './tokens.ts';

// What the words beside a surname say without a given name: of a place, a thing, somebody else of the name.

/** A surname, or a given name alone, that begins at `at`, with the words beside it. */
export interface Surname {
  readonly at: number;
  readonly end: number;
  readonly node: NameNode;
  readonly index: NameMatcher;
  /** No word before it is looked for before this. */
  readonly floor: number;
  /** The word before it, of the same sentence. */
  readonly word: Token | undefined;
  readonly title: Title | undefined;
  /** The word after it, if it has a capital or may tell something. */
  readonly next: Token | undefined;
  /** The word with a capital behind a comma after it. */
  readonly listed: Token | undefined;
}

/**
 * What stands behind a comma after a surname: a state, so that it is a town (`Clinton, Iowa`); the given name or the
 * initials of somebody else of a list (`Rice, Susan`, `Powell, J. H.`) or of theirs (`Rice, Condoleezza`).
 */
export function inList(stretch: Stretch, surname: Surname, uses: readonly Use[]): Neighbour {
  const { text, to } = stretch;
  const { end, title, listed } = surname;
  if (listed === undefined || title !== undefined) return undefined;
  if (US_STATE.test(text.slice(end, Math.min(to, end + 24)))) return 'other';
  if (listed.dot && isInitial(listed)) {
    // Of `Lavrov, S. Ryabkov` the initial is the other one's.
    const other = capitalAfter(text, listed.end + 1, to);
    return other !== undefined && !isInitial(other) ? undefined : initialsAfter(text, listed, to, uses);
  }
  const theirs = uses.filter(use => isGiven(use, listed.folded));
  if (theirs.length > 0) return inverted(stretch, surname, listed, theirs);
  // `Powell, Anthony.`
  if (surname.node.ambiguous && isEntry(stretch, surname, listed)) return 'other';
  return uses.some(use => use.parts.rivals.has(listed.folded)) ? 'other' : undefined;
}

/** Whether a surname and one word more are all that an entry of a list has of a name. */
function isEntry({ text, from, to }: Stretch, { at, index }: Surname, given: Token): boolean {
  return (
    beginsSentence(text, at, from) &&
    !index.surnames.has(foldToken(text, given.start, given.end)) &&
    /^(?:[.;]|\s*\(|\s*$)/.test(text.slice(given.end, Math.min(to, given.end + 2)))
  );
}

/** Where a name ends that begins with the surname and goes on with `given`, at the head of an entry of a list. */
function inverted(
  { text, from, to }: Stretch,
  { at }: Surname,
  given: Token,
  uses: readonly Use[],
): Neighbour {
  if (!beginsSentence(text, at, from)) return undefined;
  let last = given;
  let next = tokenAfter(text, last.end, to);
  while (next?.capital && uses.every(use => use.parts.middles.has(next?.folded.charAt(0) ?? ''))) {
    last = next;
    next = tokenAfter(text, last.end, to);
  }
  const initial = last !== given && last.dot && last.folded.length === 1;
  // Not `Kerry, John Boehner` or `Kerry, John and others`.
  if (next !== undefined && !initial) return undefined;
  return { at: last.end + (initial ? 1 : 0), uses };
}

/** A shop, an inn or a discovery: `Powell's Books`, `Rubio's Coastal Grill`, `Rice's theorem`. */
export function isBusiness({ text, to }: Stretch, { end }: Surname): boolean {
  if (!/^s$/i.test(text.charAt(end + 1))) return false;
  if (capitalAfter(text, end + 2, to, DISCOVERIES)?.isOneOf(DISCOVERIES)) return true;
  let word = capitalAfter(text, end + 2, to);
  for (let words = 0; words < 3 && word?.capital; words++) {
    if (BUSINESS.has(word.folded)) return true;
    const next = tokenAfter(text, word.end, to);
    word = next?.folded === 'of' ? tokenAfter(text, next.end, to) : next;
  }
  return false;
}

/** Of whom `the … administration` and the like can speak. */
export function presidentsOf(
  text: string,
  { end, title, next }: Surname,
  uses: readonly Use[],
): readonly Use[] {
  if (title !== undefined) return uses;
  const office = next?.isOneOf(PRESIDENCY);
  if (
    !office &&
    !next?.isOneOf(PRESIDENTS_TIME) &&
    !(isHyphen(text.charCodeAt(end)) && text.startsWith('era', end + 1))
  )
    return uses;
  const people = uses.map(use => use.person);
  const presidents = rankByTitle(people, 'President', true);
  if (presidents === people) return uses;
  // `the Kerry years` are his own, `the Clinton years` another Clinton's.
  if (presidents.length === 0 && !office && !people.some(isPresidentsNamesake)) return uses;
  return uses.filter(use => presidents.includes(use.person));
}

const isPresidentsNamesake = ({ confusableWith = [] }: Use['person']): boolean =>
  confusableWith.some(text => /president/i.test(text));

/** Whether the words with a capital behind a name make a place, a body or a thing of it: `… High School`. */
export function isNamedAfter(text: string, after: Token | undefined, to: number): boolean {
  let word = after;
  for (let words = 0; words < 4 && word?.capital; words++) {
    const { folded } = word;
    if (NAMED_AFTER.has(folded)) return true;
    if (isFunctionWord(folded) || isHeadlineVerb(folded)) return false;
    word = tokenAfter(text, word.end, to);
  }
  return false;
}

/** Whether a surname stays one though a capitalised word follows: a headline (`Mr. Lavrov Comes`, `Kerry-Lavrov Talks`). */
export function goesOn({ text, from, heading }: Stretch, { at, node, title }: Surname): boolean {
  if (at > from && /[-\u2010-\u2014/]/.test(text.charAt(at - 1))) return true;
  return (heading || title !== undefined) && !AMBIGUOUS.has(node.token);
}

/** Whether another surname of the dossier follows: in a list of one on each line, or to one that is no given name. */
export function isAnotherSurname({ text }: Stretch, { end, node, next, index }: Surname): boolean {
  return (
    next !== undefined &&
    index.surnames.has(foldToken(text, next.start, next.end)) &&
    // `сказал Керри Лаврову`
    (!AMBIGUOUS.has(node.token) || /[\u0400-\u042F].*[^а]$|\n/s.test(text.slice(end, next.end)))
  );
}

/** Whether a surname before an unknown capital is a given name, so that somebody is introduced: `Kerry Washington`. */
export function isGivenName(text: string, { node, word, next }: Surname): boolean {
  if (!GIVEN_TOO.has(node.token) || next === undefined) return false;
  return !word?.isOneOf(ARTICLES) && !allCaps(text, next.start, next.end);
}

/** The father or the son of the one who is meant otherwise; the head of a bank. */
export function isElder(text: string, { node, word, title, next }: Surname): boolean {
  if (title === undefined ? word?.isOneOf(ELDER) : /^first president/i.test(title.text)) return true;
  if (!next?.isOneOf(GENERATION)) return false;
  if (next.folded === '41') return node.token === 'bush';
  return next.folded !== 'the' || text.startsWith(' elder', next.end);
}

/** What the words in small letters beside a surname that is a given name, a place or a word too make of it. */
export function besideAmbiguous(
  { text, to }: Stretch,
  { end, node, word, next, floor }: Surname,
): 'other' | 'rival' | 'doubtful' | undefined {
  if (next !== undefined && isThing(next.folded)) return 'other';
  if (next?.folded === 'is' && isPlaceAfter(text, next, to)) return 'rival';
  // `Trump that!`
  if (node.token === 'trump' && next !== undefined && /^(?:that|this|it|them)$/.test(next.folded))
    return 'doubtful';
  if (word === undefined) return undefined;
  if (word.isOneOf(BEFORE_PLACE)) return 'other';
  // `in Kerry`, but `in Kerry's time`.
  const possessive = (unitKind(text.charCodeAt(end)) & APOSTROPHE) !== 0;
  if (word.isOneOf(SOMEBODY)) return 'rival';
  if (word.folded === 'of' && !possessive) {
    return tokenBefore(text, word.start, floor)?.isOneOf(OF_PLACE) ? 'other' : undefined;
  }
  if (!possessive && word.isOneOf(IN_PLACE)) return 'doubtful';
  if (!node.common || !word.isOneOf(ARTICLES)) return undefined;
  // `the Rice visit`, but `the Bush is green`.
  const attribute =
    next !== undefined && !next.capital && !isHeadlineVerb(next.folded) && !isFunctionWord(next.folded);
  return attribute ? undefined : 'doubtful';
}

/** `Kerry is a county`, `Clinton is the seat of …`. */
function isPlaceAfter(text: string, is: Token, to: number): boolean {
  const article = tokenAfter(text, is.end, to);
  const noun = article?.isOneOf(ARTICLES) ? tokenAfter(text, article.end, to) : undefined;
  return noun?.isOneOf(OF_PLACE) === true;
}

/** Whether a surname that is a word too stands where it may be the word: at the head of a sentence, in capitals. */
export function maybeWord({ text, from, to, heading }: Stretch, { at, end, next, index }: Surname): boolean {
  if (!heading && !beginsSentence(text, at, from) && !allCaps(text, at, end)) return false;
  if (heading || next === undefined) return !text.startsWith(', who', end);
  // `Rice and Lavrov met`, but `Rice and beans`.
  const other = next.folded === 'and' ? tokenAfter(text, next.end, to) : undefined;
  return other === undefined
    ? !PERSON_VERBS.has(next.folded)
    : !index.surnames.has(foldToken(text, other.start, other.end));
}
