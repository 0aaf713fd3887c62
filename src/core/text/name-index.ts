import type { NameForm, Person } from '../dossier/records.ts';
import { LETTER, UPPER, unitKind } from './chars.ts';
import { FOLDED_AWAY, foldUnit, words } from './fold.ts';

/** One person's use of a form. */
export interface Use {
  readonly person: Person;
  readonly form: NameForm;
}

/** A token of a name and what may follow it. */
export interface NameNode {
  /** Folded. */
  readonly token: string;
  /** In the text it must begin with a capital, as it does in the form. */
  readonly capital: boolean;
  /** By folded token; a comma before the token begins its key. */
  readonly next: Map<string, NameNode>;
  /** The forms that end here. */
  readonly uses: Use[];
}

/** A form of a script without case, matched as it stands. */
export interface Literal {
  readonly tokens: readonly string[];
  readonly uses: Use[];
}

/** In {@link NameMatcher.triggers}: a digit begins here, a token of a cased script, a literal. */
export const DIGITS = 1;
export const CASED = 2;
export const CASELESS = 3;

/** Folds a token unit by unit, as the scanner does. */
export function foldToken(text: string, start: number, end: number): string {
  let folded = '';
  for (let at = start; at < end; at++) {
    const unit = foldUnit(text.charCodeAt(at));
    if (unit !== FOLDED_AWAY) folded += String.fromCharCode(unit);
  }
  return folded;
}

/** The hash of a folded token; the scanner computes the same while it reads. */
export function addToHash(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) & 0x3fffffff;
}

/** Of the first two folded units of a token; the second is 0 where it has only one. */
export function pairHash(first: number, second: number): number {
  return (first * 67 + second) & 0xfff;
}

function hashOf(folded: string): number {
  let hash = 0;
  for (let at = 0; at < folded.length; at++) hash = addToHash(hash, folded.charCodeAt(at));
  return hash;
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
  readonly first = new Map<number, NameNode[]>();
  readonly literals = new Map<number, Literal[]>();
  /** Folded given names of each person, by which a surname after one of them is that person. */
  readonly given = new Map<Person, ReadonlySet<string>>();
  /** Folded single-word surnames. */
  readonly surnames = new Set<string>();

  constructor(people: readonly Person[]) {
    for (let digit = 48; digit < 58; digit++) this.triggers[digit] = DIGITS;
    for (const person of people) {
      const given = new Set<string>();
      for (const form of person.forms) this.#add({ person, form }, given);
      this.given.set(person, given);
    }
    this.#fillTriggers();
  }

  #add(use: Use, given: Set<string>): void {
    const { form } = use.form;
    if (!/^[\p{L}\p{M}\p{N}\s.,·・•'’-]+$/u.test(form)) return;
    const tokens = [...words(form)];
    const head = tokens[0];
    if (head === undefined) return;
    const unit = form.charCodeAt(head.start);
    if (head.text.toLowerCase() === head.text.toUpperCase()) {
      const list = this.literals.get(unit) ?? [];
      list.push({ tokens: tokens.map(token => token.text), uses: [use] });
      list.sort((a, b) => b.tokens.join('').length - a.tokens.join('').length);
      this.literals.set(unit, list);
      this.triggers[unit] = CASELESS;
      return;
    }
    let level: NameNode | undefined;
    for (const token of tokens) {
      const folded = foldToken(form, token.start, token.end);
      const capital = (unitKind(form.charCodeAt(token.start)) & UPPER) !== 0;
      if (level === undefined) level = this.#root(folded, capital);
      else {
        const key = (form.slice(0, token.start).trimEnd().endsWith(',') ? ',' : '') + folded;
        let next: NameNode | undefined = level.next.get(key);
        if (next === undefined) {
          next = { token: folded, capital, next: new Map(), uses: [] };
          level.next.set(key, next);
        }
        level = next;
      }
    }
    level?.uses.push(use);
    const folded = foldToken(form, head.start, head.end);
    const comma = form.includes(',');
    if (
      use.form.kind === 'given' ||
      (tokens.length > 1 && use.form.kind !== 'surname' && use.form.kind !== 'misnomer' && !comma)
    ) {
      given.add(folded);
    }
    if (tokens.length === 1 && use.form.kind === 'surname') this.surnames.add(folded);
  }

  #root(folded: string, capital: boolean): NameNode {
    const hash = hashOf(folded);
    this.pairs[pairHash(folded.charCodeAt(0), folded.length > 1 ? folded.charCodeAt(1) : 0)] = 1;
    const nodes = this.first.get(hash) ?? [];
    this.first.set(hash, nodes);
    let node = nodes.find(each => each.token === folded && each.capital === capital);
    if (node === undefined) {
      node = { token: folded, capital, next: new Map(), uses: [] };
      nodes.push(node);
    }
    return node;
  }

  /** Units of the cased scripts (Latin, Greek, Cyrillic, Armenian) that fold to what a first token begins with. */
  #fillTriggers(): void {
    const capital = new Set<number>();
    const any = new Set<number>();
    for (const nodes of this.first.values()) {
      for (const node of nodes) (node.capital ? capital : any).add(node.token.charCodeAt(0));
    }
    const mark = (unit: number): void => {
      const kind = unitKind(unit);
      if ((kind & LETTER) === 0) return;
      const folded = foldUnit(unit);
      if (any.has(folded) || (kind & UPPER && capital.has(folded))) this.triggers[unit] = CASED;
    };
    for (let unit = 0x41; unit < 0x590; unit++) mark(unit);
    for (let unit = 0x1e00; unit < 0x2000; unit++) mark(unit);
  }
}
