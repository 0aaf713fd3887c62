/** Kinds of UTF-16 code units, as bits of what {@link unitKind} answers. */
export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 4;
/** An upper-case or title-case letter. */
export const UPPER = 8;
/** Without width inside a word: soft hyphen, joiners, byte-order mark. */
export const JOINER = 16;
/** `'` and its relatives: part of a word only between letters. */
export const APOSTROPHE = 32;
/** A letter of a script that is written without spaces between words: Han, Kana, Thai and their kin. Then no LETTER. */
export const UNSPACED = 64;
const KNOWN = 128;

/** What a word begins with. */
export const WORD_START = LETTER | DIGIT;
/** What a word consists of, apostrophes and unspaced scripts apart. */
export const WORD = LETTER | DIGIT | MARK | JOINER;

/** One byte for each unit; a page of 256 is filled when a unit of it is first asked for. */
const KINDS = new Uint8Array(0x10000);
const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30FC]/u;

function kindOf(char: string): number {
  let kind = KNOWN;
  if (/\p{L}/u.test(char)) kind |= LETTER;
  if (/\p{N}/u.test(char)) kind |= DIGIT;
  if (/\p{M}/u.test(char)) kind |= MARK;
  if (/[\p{Lu}\p{Lt}]/u.test(char)) kind |= UPPER;
  if (/[\u00AD\u2060\uFEFF\u200C\u200D]/.test(char)) kind |= JOINER;
  if (/['\u2018\u2019\u02BC\u201B\uFF07]/.test(char)) kind = KNOWN | APOSTROPHE;
  if (kind & LETTER && UNSPACED_SCRIPT.test(char)) kind = KNOWN | UNSPACED;
  return kind;
}

function fillPage(unit: number): number {
  const first = unit & 0xff00;
  for (let code = first; code < first + 256; code++) KINDS[code] = kindOf(String.fromCharCode(code));
  return KINDS[unit] ?? 0;
}

/** The kind of a UTF-16 code unit. A surrogate is none of the kinds: see {@link pairKind}. */
export function unitKind(unit: number): number {
  return KINDS[unit] || fillPage(unit);
}

/** The kind of the surrogate pair that begins at `at`; 0 where none does. */
export function pairKind(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff ? kindOf(String.fromCodePoint(code)) : 0;
}
