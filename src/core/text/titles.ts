import type { Person } from '../dossier/records.ts';
import { CAPITAL_TITLES, mayEndTitle, type TitleCode, titleCode } from './lexicon.ts';
import { Token, tokenBefore } from './tokens.ts';

/** A title before a name. */
export interface Title {
  readonly start: number;
  /** As written. */
  readonly text: string;
  /** Its head, folded: `secretary`. */
  readonly head: string;
}

const MAX_WORDS = 9;
/** A head with what stands before it and what it is of: `Former US Secretary of State`, `министр иностранных дел России`. */
const PHRASE = /^[qnm]*t(?:o?d?[nm]*s)*$/;
const ABBREVIATION = /^(?:mr|mrs|ms|dr|messrs|prof|sec|sen|sens|gen|gov|amb|rep|u\.s)$/;
const PREFIX = /^(?:then|ex|экс|вице|vice|co|now)-/;

/** `word`, or `U.S.` if it is the end of that. */
function wholeWord(text: string, word: Token | undefined, from: number): Token | undefined {
  if (word?.folded !== 's' || !word.dot) return word;
  const first = tokenBefore(text, word.start, from, true);
  return first?.folded === 'u' && first.dot
    ? new Token(text, first.start, word.end, word.end + 1, 'u.s')
    : word;
}

/** The title that ends with `last`, not reaching back before `from`; `undefined` where there is none. */
export function titleBefore(text: string, last: Token | undefined, from: number): Title | undefined {
  if (last === undefined || !mayEnd(text, last)) return undefined;
  const found: { readonly word: Token; readonly code: TitleCode }[] = [];
  let next: Token | undefined = last;
  while (found.length < MAX_WORDS) {
    const word = wholeWord(text, next, from);
    if (word === undefined || (word.dot && !ABBREVIATION.test(word.folded))) break;
    const { folded } = word;
    const code =
      titleCode(folded) ?? (folded.includes('-') ? titleCode(folded.replace(PREFIX, '')) : undefined);
    if (code === undefined) break;
    found.unshift({ word, code });
    next = tokenBefore(text, word.start, from);
  }
  for (; found.length > 0; found.shift()) {
    if (!PHRASE.test(found.map(each => each.code).join(''))) continue;
    const head = found.find(each => each.code === 't');
    const first = found[0];
    if (head === undefined || first === undefined) return undefined;
    if (CAPITAL_TITLES.has(head.word.folded) && !head.word.capital && found.at(-1) === head) return undefined;
    const { word } = found.at(-1) ?? head;
    const end = word.end + (word.dot ? 1 : 0);
    return { start: first.word.start, text: text.slice(first.word.start, end), head: head.word.folded };
  }
  return undefined;
}

function mayEnd(text: string, { start, end }: Token): boolean {
  const first = text.charCodeAt(start);
  // A hyphen may stand inside: `then-President`.
  return mayEndTitle(first > 64 && first < 91 ? first | 32 : first, end - start) || end - start > 9;
}

/** What a title says of its bearer: matched against the words of the offices held. The first that fits the title counts. */
const ROLES: readonly (readonly [title: RegExp, office: RegExp])[] = [
  [/secretar(?:y|ies)\s+of\s+state|госсекретар/i, /secretary of state/i],
  [/foreign|иностранных|глава\s+МИД/i, /foreign/i],
  [/vice.president|вице-президент/i, /vice.president/i],
  [/president|президент/i, /(?<!vice.)president/i],
  [/prime minister|премьер/i, /prime.minister/i],
  [/secretar/i, /secretary/i],
  [/senator|\bsen\b/i, /senator/i],
  [/governor|\bgov\b/i, /governor/i],
  [/ambassador|\bamb\b|посол/i, /ambassador/i],
];

const FEMALE = /^(?:mrs|ms|miss|mme|madame?|госпожа|г-жа)\b/i;
const MALE = /^(?:mr|г-н|господин)\b/i;

/**
 * Of those whom a name can mean, those whom its title allows. Where none ever held such an office the title decides
 * nothing, but a president (and a Mr or Mrs) of a bare surname is then somebody else: nobody is left.
 */
export function rankByTitle(
  people: readonly Person[],
  title: string | undefined,
  bare: boolean,
): readonly Person[] {
  if (title === undefined) return people;
  const gender = FEMALE.test(title) ? 'female' : MALE.test(title) ? 'male' : undefined;
  if (gender !== undefined) return people.filter(person => (person.gender ?? gender) === gender);
  const role = ROLES.find(([pattern]) => pattern.test(title));
  if (role === undefined) return people;
  const holders = people.filter(person =>
    person.offices.some(({ office, title: name }) => role[1].test(`${office} ${name}`)),
  );
  if (holders.length > 0) return holders;
  const excludes =
    bare && role[0].source.startsWith('president') && people.every(person => person.offices.length > 0);
  return excludes ? [] : people;
}
