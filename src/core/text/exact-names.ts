import { isWord } from './chars.ts';
import { pairHash } from './name-index.ts';
import { isSpace } from './tokens.ts';

/** Where a form stands in a text: UTF-16 offsets, end exclusive. */
export interface ExactHit {
  readonly start: number;
  readonly end: number;
  /** As it was given; in the text there may be other white space in it. */
  readonly form: string;
}

/** A word or several from the beginning of a form, up to where a word ends. */
interface Prefix {
  /** The form that ends here. */
  form: string | undefined;
  /** Other forms go on. */
  more: boolean;
  /** More forms that end here: few hashes are shared. */
  readonly others: string[];
}

/**
 * Finds forms in a text exactly as they are written, case and diacritics too, as whole words: citation keys, names as a
 * record has them. White space in a form meets any white space. Of forms that begin at one place the longest counts, and
 * hits do not overlap. Scripts without spaces have no words: their forms are found anywhere. Immutable.
 *
 * A regular expression of all first units skips through the text faster than any loop could. What it stops at is read
 * word by word, as long as the hash of all so far is that of a form's beginning.
 */
export class ExactNames {
  readonly #starts: RegExp;
  /** Whether a form begins with two such units: a quick no for most words. */
  readonly #pairs = new Uint8Array(0x1000);
  /** Whether a prefix has a hash that ends in these 16 bits: cheaper than to ask the map. */
  readonly #hashes = new Uint8Array(0x10000);
  readonly #prefixes = new Map<number, Prefix>();
  /** Of the forms' lengths: no longer word of a text is read to its end. */
  #longest = 0;

  /** White space around a form does not count; one that has nothing else is left out. */
  constructor(forms: Iterable<string>) {
    const first = new Set<number>();
    for (const form of new Set(forms)) {
      const trimmed = form.trim();
      if (trimmed === '') continue;
      first.add(trimmed.charCodeAt(0));
      this.#add(trimmed, form);
    }
    this.#starts = anyOf(first);
  }

  #add(trimmed: string, form: string): void {
    this.#longest = Math.max(this.#longest, trimmed.length);
    this.#pairs[pairAt(trimmed, 0)] = 1;
    const place = { at: 0, hash: 0 };
    for (;;) {
      advance(trimmed, place, trimmed.length);
      const prefix = this.#prefixes.get(place.hash) ?? { form: undefined, more: false, others: [] };
      this.#prefixes.set(place.hash, prefix);
      this.#hashes[place.hash & 0xffff] = 1;
      if (place.at < trimmed.length) prefix.more = true;
      else {
        if (prefix.form === undefined) prefix.form = form;
        else prefix.others.push(form);
        return;
      }
    }
  }

  /** The first form that begins at `from` or later. */
  next(text: string, from = 0): ExactHit | undefined {
    const starts = this.#starts;
    starts.lastIndex = from;
    while (starts.test(text)) {
      const hit = this.#at(text, starts.lastIndex - 1);
      if (hit !== undefined) return hit;
    }
    return undefined;
  }

  /** All forms in the text, in order. Linear in its length. */
  all(text: string): ExactHit[] {
    const hits: ExactHit[] = [];
    for (let hit = this.next(text); hit !== undefined; hit = this.next(text, hit.end)) hits.push(hit);
    return hits;
  }

  /** Whether any form stands in the text. */
  some(text: string): boolean {
    return this.next(text) !== undefined;
  }

  /** The longest form that begins at `start`. */
  #at(text: string, start: number): ExactHit | undefined {
    if (this.#pairs[pairAt(text, start)] === 0) return undefined;
    if (start > 0 && isWord(text.charCodeAt(start - 1)) && isWord(text.charCodeAt(start))) return undefined;
    let hit: ExactHit | undefined;
    const place = { at: start, hash: 0 };
    while (place.at < text.length) {
      advance(text, place, this.#longest);
      const prefix = this.#hashes[place.hash & 0xffff] ? this.#prefixes.get(place.hash) : undefined;
      if (prefix === undefined) break;
      const end = place.at;
      const form = formOf(prefix, text, start, end);
      if (form !== undefined) hit = { start, end, form };
      if (!prefix.more) break;
    }
    return hit;
  }
}

/**
 * A global expression that stops at each of these units. Each stands in it once: beyond some 20 kB of source V8 does not
 * compile an expression.
 */
export function anyOf(units: ReadonlySet<number>): RegExp {
  const escaped = [...units].map(unit => `\\u${unit.toString(16).padStart(4, '0')}`);
  return new RegExp(`[${escaped.join('')}]`, 'g');
}

/** The hash of the first two units, the second only where both are of one word. */
function pairAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return pairHash(first, isWord(first) && isWord(second) ? second : 0);
}

const mix = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) & 0x3fffffff;

/** Goes on over white space, which counts as one space, and then over a word or one other unit. */
function advance(text: string, place: { at: number; hash: number }, longest: number): void {
  let { at, hash } = place;
  let unit = text.charCodeAt(at++);
  if (isSpace(unit)) {
    hash = mix(hash, 32);
    while (isSpace(unit)) unit = text.charCodeAt(at++);
  }
  hash = mix(hash, unit);
  if (isWord(unit)) {
    const limit = Math.min(text.length, at + longest);
    for (; at < limit; at++) {
      unit = text.charCodeAt(at);
      if (!isWord(unit)) break;
      hash = mix(hash, unit);
    }
  }
  place.at = at;
  place.hash = hash;
}

/** The form of those that end with `prefix` that `start`..`end` of the text is. */
function formOf({ form, others }: Prefix, text: string, start: number, end: number): string | undefined {
  if (form === undefined || isForm(form, text, start, end)) return form;
  return others.find(other => isForm(other, text, start, end));
}

/** Whether `start`..`end` of the text is the form, whatever its white space. */
function isForm(form: string, text: string, start: number, end: number): boolean {
  if (end - start === form.length && text.startsWith(form, start)) return true;
  const words = (part: string): string => part.trim().replace(/\s+/g, ' ');
  return words(form) === words(text.slice(start, end));
}
