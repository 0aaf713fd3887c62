import type { Person } from '../dossier/records.ts';
import { rivalsOf } from './rivals.ts';
import { ABBREVIATION, CAPITAL_TITLES, mayEndTitle, type TitleCode, titleCode } from './title-words.ts';
import { Token, tokenBefore } from './tokens.ts';

/** A title before a name. */
export interface Title {
  readonly start: number;
  /** As written. */
  readonly text: string;
  /** Its head, folded: `secretary`. */
  readonly head: string;
}

/** More words than the longest titles have: `Former United States Under Secretary of State`. */
const MAX_WORDS = 9;
/** A head with what stands before it and what it is of: `Former US Secretary of State`, `министр иностранных дел России`. */
const PHRASE = /^[qnm]*t(?:o?d?[nm]*s)*$/;
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
    if (word === undefined || (word.dot && !ABBREVIATION.test(word.folded.replace(PREFIX, '')))) break;
    const { folded } = word;
    const code =
      titleCode(folded) ?? (folded.includes('-') ? titleCode(folded.replace(PREFIX, '')) : undefined);
    // `under Secretary Clinton`, and not the under secretary.
    if (code === undefined || (folded === 'under' && !word.capital && found[0]?.word.capital)) break;
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
  if (mayEndTitle(first > 64 && first < 91 ? first | 32 : first, end - start)) return true;
  // A hyphen may stand inside: `then-President`, `ex-Sen`.
  for (let at = start + 2; at < start + 5 && at + 3 < end; at++) if (text.charCodeAt(at) === 45) return true;
  return false;
}

interface Role {
  readonly title: RegExp;
  /** Of the words of an office. */
  readonly office: RegExp;
  /** Tells people of one surname apart so well that nobody is meant who never held such an office. */
  readonly decides?: 'always' | 'among namesakes';
}

/** What a title says of its bearer; the first that fits counts. */
const ROLES: readonly Role[] = [
  {
    title: /secretar(?:y|ies)\s+of\s+state|secstate|госсекретар|государственн\S+\s+секретар/i,
    office: /secretary of state/i,
  },
  { title: /foreign|\bfm\b|иностранных|МИД/i, office: /foreign/i },
  { title: /vice.president|\bvp\b|вице-президент/i, office: /vice.president/i },
  { title: /pr[eéä]sident|potus|президент/i, office: /(?<!vice.)president/i, decides: 'always' },
  { title: /prime minister|премьер/i, office: /prime.minister/i },
  { title: /secretar|секретар/i, office: /secretary/i },
  { title: /senator|\bsen\b/i, office: /senator/i },
  { title: /governor|\bgov\b/i, office: /governor/i, decides: 'among namesakes' },
  { title: /ambassador|\bamb\b|посол/i, office: /ambassador/i, decides: 'among namesakes' },
  { title: /chair|председател/i, office: /chair/i, decides: 'among namesakes' },
  { title: /director|chief|boss|ceo/i, office: /director|chief/i, decides: 'among namesakes' },
  {
    title: /congress|\brep\b|representative/i,
    office: /congress|representative/i,
    decides: 'among namesakes',
  },
];

const FEMALE = /^(?:frau|mrs|ms|miss|mme|madame?|(?:first )?lady|госпож|г-ж)(?![a-z])/i;
const MALE = /^(?:mr|г-н|господин|comrade|herr|monsieur|señor)(?![a-z])/i;

/**
 * Of those whom a name can mean, those whom its title allows. Where none ever held such an office the title says
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
  const role = ROLES.find(each => each.title.test(title));
  if (role === undefined) return people;
  const holders = people.filter(person =>
    person.offices.some(({ office, title: name }) => role.office.test(`${office} ${name}`)),
  );
  if (holders.length > 0) return holders;
  const decides =
    role.decides === 'always' ||
    (role.decides !== undefined && people.every(person => rivalsOf(person).size > 0));
  return bare && decides && people.every(person => person.offices.length > 0) ? [] : people;
}
