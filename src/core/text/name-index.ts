import type { NameForm, Person } from '../dossier/records.ts';
import { APOSTROPHE, isUpper, isWord, LETTER, UNSPACED, UPPER, unitKind, WORD } from './chars.ts';
import { FOLDED_AWAY, foldUnit, foldWord, words } from './fold.ts';
import { caseForms } from './inflection.ts';
import { AMBIGUOUS, COMMON_WORDS } from './lexicon.ts';
import { rivalsOf } from './rivals.ts';

/** One person's use of a form. */
export interface Use {
  readonly person: Person;
  /** As the record has it, in the nominative. */
  readonly form: NameForm;
  /** Bits of the cases in which it may stand (see inflection.ts). */
  readonly cases: number;
  readonly parts: NameParts;
}

/** A token of a name and what may follow it. */
export interface NameNode {
  /** Folded. */
  readonly token: string;
  /** In the text it must begin with a capital, as it does in the form. */
  readonly capital: boolean;
  /** The token is a word too (see COMMON_WORDS). */
  readonly common: boolean;
  /** The token is a given name, a place or a word too (see AMBIGUOUS). */
  readonly ambiguous: boolean;
  /** Of a surname its nominative, folded, else the token. */
  surname: string;
  /** A comma stands before the token. */
  readonly comma: boolean;
  /** By the hash of the token. */
  readonly next: Map<number, NameNode[]>;
  /** The forms that end here. */
  readonly uses: Use[];
}

/** What is known of a person's names beside the surname; all folded. */
export interface NameParts {
  /** Given names in all their cases, with the bits of these. */
  readonly given: Map<string, number>;
  /** First letters of middle names. */
  readonly middles: Set<string>;
  /** Given names of others of that surname: `bill` for Hillary Clinton. */
  readonly rivals: ReadonlySet<string>;
}

/** A form of a script without case, matched as it stands. */
export interface Literal {
  readonly tokens: readonly string[];
  readonly uses: Use[];
}

/** In {@link NameMatcher.triggers}: a digit begins here, a token of a cased script, a literal. */
export const DIGITS = 1;
const CASED = 2;
export const CASELESS = 3;
/** Not known yet: see {@link NameMatcher.triggerOf}. */
export const UNSURE = 4;

/** Folds a token unit by unit, as the scanner does. */
export function foldToken(text: string, start: number, end: number): string {
  let folded = '';
  for (let at = start; at < end; at++) {
    const unit = foldUnit(text.charCodeAt(at));
    if (unit !== FOLDED_AWAY) folded += String.fromCharCode(unit);
  }
  return folded;
}

/** Where the word ended that {@link hashWord} read last: a second result without an object for each word of a text. */
export const lastWord = { end: 0 };

/** The hash of the word that begins at `at`, folded; its end goes into {@link lastWord}. */
export function hashWord(text: string, at: number, to: number): number {
  let hash = 0;
  let end = at;
  for (; end < to; end++) {
    const unit = text.charCodeAt(end);
    if (!isWord(unit)) break;
    const folded = foldUnit(unit);
    if (folded !== FOLDED_AWAY) hash = (Math.imul(hash, 31) + folded) & 0x3fffffff;
  }
  lastWord.end = end;
  return hash;
}

/** Whether the word in `start`..`end` is the node's: folds to its token and has the capital it needs. */
export function isWordOf(node: NameNode, text: string, start: number, end: number): boolean {
  if (node.capital && !isUpper(text.charCodeAt(start))) return false;
  const { token } = node;
  let met = 0;
  for (let at = start; at < end; at++) {
    const unit = foldUnit(text.charCodeAt(at));
    if (unit === FOLDED_AWAY) continue;
    if (unit !== token.charCodeAt(met)) return false;
    met++;
  }
  return met === token.length;
}

/** Of the first two folded units of a token; the second is 0 where it has only one. */
export function pairHash(first: number, second: number): number {
  return (first * 67 + second) & 0xfff;
}

/**
 * The name forms of all people, compiled for the scanner. Immutable; made once for a set of people. Forms in which
 * something other than words, spaces, hyphens, dots, middle dots and commas stands are left out.
 */
export class NameMatcher {
  /** For each unit: what may begin with it. */
  readonly triggers = new Uint8Array(0x10000);
  /** Whether a first token begins with two such units (see {@link pairHash}): a quick no for most words. */
  readonly pairs = new Uint8Array(0x1000);
  /** Whether a first token has a hash that ends in these 16 bits: cheaper than to ask the map. */
  readonly hashes = new Uint8Array(0x10000);
  readonly first = new Map<number, NameNode[]>();
  readonly literals = new Map<number, Literal[]>();
  readonly literalSurnames = new Set<string>();
  /** First units of the first tokens that need a capital, and of those that do not. */
  readonly #capital = new Set<number>();
  readonly #lower = new Set<number>();
  /** Folded single-word surnames, in all their cases. */
  readonly surnames = new Set<string>();
  /** Folded given names, the same. */
  readonly givens = new Set<string>();

  constructor(people: readonly Person[]) {
    for (let digit = 48; digit < 58; digit++) this.triggers[digit] = DIGITS;
    for (const person of people) {
      const parts: NameParts = { given: new Map(), middles: new Set(), rivals: rivalsOf(person) };
      for (const form of person.forms) {
        for (const [inflected, cases] of caseForms(form, person)) {
          this.#add(inflected, { person, form, cases, parts });
        }
      }
    }
    for (const hash of this.first.keys()) this.hashes[hash & 0xffff] = 1;
    this.#fillTriggers();
  }

  #add(form: string, use: Use): void {
    if (![...form].every(mayStandInForm)) return;
    const tokens = [...words(form)];
    const head = tokens[0];
    if (head === undefined) return;
    const unit = form.charCodeAt(head.start);
    if (head.text.toLowerCase() === head.text.toUpperCase()) {
      this.#addLiteral(
        unit,
        tokens.map(token => token.text),
        use,
      );
      return;
    }
    let level: NameNode | undefined;
    for (const token of tokens) {
      const comma = form.slice(0, token.start).trimEnd().endsWith(',');
      level = findOrAdd(level?.next ?? this.first, form, token, comma);
      if (token === head) this.#addPair(level.token);
    }
    if (level === undefined) return;
    level.uses.push(use);
    const { parts } = use;
    const { kind } = use.form;
    const addGiven = (): void => {
      const given = foldWord(head.text);
      this.givens.add(foldToken(form, head.start, head.end));
      // An initial is looked for by the names themselves.
      if (given.length > 1) parts.given.set(given, (parts.given.get(given) ?? 0) | use.cases);
    };
    if (kind === 'given') addGiven();
    else if (tokens.length === 1 && kind === 'surname') {
      level.surname = foldWord(use.form.form);
      this.surnames.add(level.token);
    } else if (kind !== 'surname' && kind !== 'misnomer' && tokens.length > 1 && !form.includes(',')) {
      addGiven();
      for (const token of tokens.slice(1, -1)) parts.middles.add(foldWord(token.text).charAt(0));
    }
  }

  #addLiteral(unit: number, tokens: readonly string[], use: Use): void {
    const list = this.literals.get(unit) ?? [];
    const same = list.find(each => each.tokens.join(' ') === tokens.join(' '));
    if (same) same.uses.push(use);
    else list.push({ tokens, uses: [use] });
    if (tokens.length === 1) this.literalSurnames.add(tokens[0] ?? '');
    list.sort((a, b) => b.tokens.join('').length - a.tokens.join('').length);
    this.literals.set(unit, list);
    this.triggers[unit] = CASELESS;
  }

  #addPair(token: string): void {
    this.pairs[pairHash(token.charCodeAt(0), token.length > 1 ? token.charCodeAt(1) : 0)] = 1;
  }

  /** What may begin with a unit of which {@link triggers} does not tell yet; from then on it does. */
  triggerOf(unit: number): number {
    const kind = unitKind(unit);
    const folded = foldUnit(unit);
    const begins = kind & LETTER && (this.#lower.has(folded) || (kind & UPPER && this.#capital.has(folded)));
    const trigger = begins ? CASED : 0;
    this.triggers[unit] = trigger;
    return trigger;
  }

  /** Letters of the cased scripts are told when they are met: most texts use few of them. */
  #fillTriggers(): void {
    for (const nodes of this.first.values()) {
      for (const node of nodes) (node.capital ? this.#capital : this.#lower).add(node.token.charCodeAt(0));
    }
    const unsure = (from: number, to: number): void => {
      for (let unit = from; unit < to; unit++) if (this.triggers[unit] === 0) this.triggers[unit] = UNSURE;
    };
    unsure(0x41, 0x7b);
    unsure(0xc0, 0x590);
    unsure(0x1e00, 0x2000);
  }
}

function mayStandInForm(char: string): boolean {
  return (unitKind(char.charCodeAt(0)) & (WORD | UNSPACED | APOSTROPHE)) !== 0 || /[\s.,·・•-]/.test(char);
}

function findOrAdd(
  level: Map<number, NameNode[]>,
  form: string,
  { start, end }: { readonly start: number; readonly end: number },
  comma: boolean,
): NameNode {
  const token = foldToken(form, start, end);
  const capital = isUpper(form.charCodeAt(start));
  const hash = hashWord(form, start, end);
  const nodes = level.get(hash) ?? [];
  level.set(hash, nodes);
  let node = nodes.find(each => each.token === token && each.capital === capital && each.comma === comma);
  if (node === undefined) {
    node = {
      token,
      capital,
      common: COMMON_WORDS.has(token),
      ambiguous: AMBIGUOUS.has(token),
      comma,
      surname: token,
      next: new Map(),
      uses: [],
    };
    nodes.push(node);
  }
  return node;
}
