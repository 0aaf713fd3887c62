import { APOSTROPHE, isHyphen, isUpper, isWord, LETTER, UNSPACED, unitKind, WORD } from './chars.ts';
import { foldWord } from './fold.ts';
import type { WordSet } from './word-set.ts';

/** A word beside a name: `start` and `end` are offsets in the text. */
export class Token {
  readonly start: number;
  readonly end: number;
  /** A dot follows the word directly. */
  readonly dot: boolean;
  readonly #text: string;
  #folded: string | undefined;

  constructor(text: string, start: number, end: number, to: number, folded?: string) {
    this.#text = text;
    this.start = start;
    this.end = end;
    this.dot = end < to && text.charCodeAt(end) === 46;
    this.#folded = folded;
  }

  get capital(): boolean {
    return isUpper(this.#text.charCodeAt(this.start));
  }

  /** Folded when first asked for: most words beside a name are told by their first letter. */
  get folded(): string {
    this.#folded ??= foldWord(this.#text.slice(this.start, this.end));
    return this.#folded;
  }

  isOneOf(words: WordSet): boolean {
    return words.mayHave(this.#text.charCodeAt(this.start), this.end - this.start) && words.has(this.folded);
  }
}

/** No more white space than this joins two words of a name. */
const MAX_SPACE = 64;
/** No longer word is in any list. */
const MAX_WORD = 48;

const ENTITY = /&(?:nbsp|#160|#xa0);/iy;

/** White space of any width, line breaks too. */
export function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    unit === 0xa0 ||
    (unit >= 9 && unit <= 13) ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Where the white space that begins at `at` ends: `at` where there is none, -1 if a second line break stands in it. */
function skipSpace(text: string, at: number, to: number): number {
  let next = at;
  let breaks = 0;
  const limit = Math.min(to, at + MAX_SPACE);
  while (next < limit) {
    const unit = text.charCodeAt(next);
    if (unit === 38) {
      ENTITY.lastIndex = next;
      const entity = ENTITY.exec(text);
      if (entity === null) break;
      next += entity[0].length;
      continue;
    }
    if (!isSpace(unit)) break;
    if (unit === 10 || (unit === 13 && text.charCodeAt(next + 1) !== 10)) breaks++;
    next++;
  }
  return breaks > 1 ? -1 : next;
}

/** {@link skipSpace} backwards: where the white space that ends at `at` begins. */
function skipSpaceBack(text: string, at: number, from: number): number {
  let next = at;
  let breaks = 0;
  const limit = Math.max(from, at - MAX_SPACE);
  while (next > limit) {
    const unit = text.charCodeAt(next - 1);
    if (unit === 59 && /&(?:nbsp|#160|#xa0);$/i.test(text.slice(Math.max(limit, next - 6), next))) {
      // Before the semicolon: another reference may follow it.
      next = text.lastIndexOf('&', next - 1);
      continue;
    }
    if (!isSpace(unit)) break;
    if (unit === 10 || (unit === 13 && text.charCodeAt(next) !== 10)) breaks++;
    next--;
  }
  return breaks > 1 ? -1 : next;
}

/** What joins two tokens of a name at `at`: where the next token begins. `initial`: the token before is one letter. */
export function skipGap(
  text: string,
  at: number,
  to: number,
  initial: boolean,
): { readonly at: number; readonly comma: boolean } | undefined {
  let next = at;
  let comma = false;
  const unit = next < to ? text.charCodeAt(next) : 0;
  if (unit === 44 || (unit === 46 && initial)) {
    comma = unit === 44;
    next++;
  }
  // Hyphens and the middle dots of Chinese and Japanese; never with space around.
  if (isHyphen(unit) || unit === 0xb7 || unit === 0x30fb || unit === 0x2022) {
    next++;
  } else {
    const space = skipSpace(text, next, to);
    if (space < 0 || space === at) return undefined;
    next = space;
  }
  return next < to && unitKind(text.charCodeAt(next)) & (WORD | UNSPACED) ? { at: next, comma } : undefined;
}

function tokenEnd(text: string, start: number, to: number): number {
  const limit = Math.min(to, start + MAX_WORD);
  let end = start;
  while (end < limit && isWord(text.charCodeAt(end))) end++;
  return end;
}

/** The word after `at` with nothing but white space between. */
export function tokenAfter(text: string, at: number, to: number): Token | undefined {
  const start = skipSpace(text, at, to);
  if (start <= at) return undefined;
  const end = tokenEnd(text, start, to);
  return end > start ? new Token(text, start, end, to) : undefined;
}

/** {@link tokenAfter}, but only one with a capital, or that may be one of `others`. */
export function capitalAfter(text: string, at: number, to: number, others?: WordSet): Token | undefined {
  const start = skipSpace(text, at, to);
  if (start <= at || start >= to) return undefined;
  const unit = text.charCodeAt(start);
  if (isUpper(unit)) return tokenAfter(text, at, to);
  if (others === undefined) return undefined;
  const end = tokenEnd(text, start, to);
  return end > start && others.mayHave(unit, end - start) ? new Token(text, start, end, to) : undefined;
}

/**
 * The word before `at` with nothing but white space, and after an abbreviation its dot, between; hyphens and apostrophes
 * count as parts of it. With `glued` also where no white space stands between.
 */
export function tokenBefore(text: string, at: number, from: number, glued = false): Token | undefined {
  let end = skipSpaceBack(text, at, from);
  if (end < 0 || (end === at && !glued)) return undefined;
  if (end > from && text.charCodeAt(end - 1) === 46) end--;
  const limit = Math.max(from, end - MAX_WORD);
  let start = end;
  while (start > limit) {
    const unit = text.charCodeAt(start - 1);
    const kind = unitKind(unit);
    if ((kind & WORD) === 0) {
      const joins = (kind & APOSTROPHE || isHyphen(unit)) && start < end;
      if (!joins || start - 1 === limit || (unitKind(text.charCodeAt(start - 2)) & LETTER) === 0) break;
    }
    start--;
  }
  return start < end ? new Token(text, start, end, at) : undefined;
}
