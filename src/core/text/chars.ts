/** Kinds of UTF-16 code units, as bits of what {@link unitKind} answers. */
export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 4;
/** A letter that has a lower-case one. */
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
const CLASS = /(\p{L})|(\p{N})|\p{M}/u;

function isUnspaced(code: number): boolean {
  return (
    (code >= 0x2e80 && code < 0x3130) || // CJK radicals, Kana, Bopomofo
    (code >= 0x3190 && code < 0xa000) || // Han
    (code >= 0xf900 && code < 0xfb00) ||
    (code >= 0xff66 && code < 0xffa0) || // Kana of half width
    (code >= 0x20000 && code < 0x40000) ||
    (code >= 0xe00 && code < 0xf00) || // Thai, Lao
    (code >= 0x1000 && code < 0x10a0) || // Myanmar
    (code >= 0x1780 && code < 0x1800) // Khmer
  );
}

/** Without the Unicode classes, whose first use takes milliseconds, for what English is written with. */
function plainKind(code: number): number | undefined {
  const lower = code | 32;
  if (lower > 96 && lower < 123 && code < 128) return code === lower ? LETTER : LETTER | UPPER;
  if (code > 47 && code < 58) return DIGIT;
  if (code < 0xaa) return 0;
  if (code >= 0xc0 && code < 0x100)
    return code === 0xd7 || code === 0xf7 ? 0 : code < 0xdf ? LETTER | UPPER : LETTER;
  return code >= 0x2000 && code < 0x2070 ? 0 : undefined;
}

function kindOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (/[\u00AD\u2060\uFEFF\u200C\u200D]/.test(char)) return KNOWN | JOINER;
  if (/['\u2018\u2019\u02BC\u201B\uFF07]/.test(char)) return KNOWN | APOSTROPHE;
  const plain = plainKind(code);
  if (plain !== undefined) return KNOWN | plain;
  const match = CLASS.exec(char);
  if (match === null) return KNOWN;
  const [, letter, digit] = match;
  if (digit !== undefined) return KNOWN | DIGIT;
  if (letter === undefined) return KNOWN | MARK;
  if (isUnspaced(code)) return KNOWN | UNSPACED;
  return KNOWN | (char === char.toLowerCase() ? LETTER : LETTER | UPPER);
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

/** Whether a unit is part of a word; apostrophes and unspaced scripts are not (see {@link WORD}). */
export const isWord = (unit: number): boolean => (unitKind(unit) & WORD) !== 0;
export const isUpper = (unit: number): boolean => (unitKind(unit) & UPPER) !== 0;
/** A hyphen between the parts of a word, not a dash. */
export const isHyphen = (unit: number): boolean => unit === 45 || unit === 0x2010 || unit === 0x2011;

/** The kind of the surrogate pair that begins at `at`; 0 where none does. */
export function pairKind(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff ? kindOf(String.fromCodePoint(code)) : 0;
}
