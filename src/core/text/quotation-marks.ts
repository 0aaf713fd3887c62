import { isWord, LETTER, UNSPACED, unitKind } from './chars.ts';
import { isSpace } from './tokens.ts';

/** Marks that can close one another make a family. The last two are apostrophes as well. */
export const MARKS = ['', '"', '“”„', '«»', '‹›', '「」', '『』', "'", '‘’‚'];
export const SINGLE = 7;

/** The family of each unit; 0 of what is no mark. */
export const FAMILY = new Uint8Array(0x10000);
for (const [family, marks] of MARKS.entries()) {
  for (const mark of marks) FAMILY[mark.charCodeAt(0)] = family;
}

/** Whether a unit may open or close a quotation; apostrophes are among them. */
export function isQuotationMark(unit: number): boolean {
  return FAMILY[unit] !== 0;
}

/** Also of scripts that are written without spaces. */
export const isLetter = (unit: number): boolean => (unitKind(unit) & (LETTER | UNSPACED)) !== 0;
/** `(`, `[`, `{`. */
export const isBracket = (unit: number): boolean => unit === 40 || unit === 91 || unit === 123;
/** Hyphen and dashes. */
const isDash = (unit: number): boolean => unit === 45 || (unit >= 0x2010 && unit <= 0x2015);
/** `*`, `_`: emphasis, not seen by the reader. */
export const isEmphasis = (unit: number): boolean => unit === 42 || unit === 95;
export const isDoubleMark = (unit: number): boolean => {
  const family = FAMILY[unit] ?? 0;
  return family > 0 && family < SINGLE;
};

/** Whether a unit may stand before a mark that opens and says nothing of its direction. */
export function mayPrecede(unit: number): boolean {
  return isSpace(unit) || isBracket(unit) || isDash(unit) || isEmphasis(unit) || isDoubleMark(unit);
}

/** After these a mark without direction opens nothing: `.` `!` `?` `)` `=` `…`. */
const ENDS = new Set([46, 33, 63, 41, 61, 0x2026]);
/** Before these it opens nothing: `,` `;` `:` `!` `?` `)` `]` `}`. */
const GOES_ON = new Set([44, 59, 58, 33, 63, 41, 93, 125]);

/** What is written with an apostrophe before it. */
export const ELISIONS = new Set(
  's t d m n ll re ve er em im is tis twas til till cause cos coz bout round ere neath tween kay nuff'.split(
    ' ',
  ),
);
/** Of the longest of these. */
export const MAX_ELISION = 6;

/** Feet before inches: `6'2"`. */
export const FEET = /\d['’′] ?\d{1,2}(?:\.\d)?$/;

/** Whether a straight mark between these may close a quotation. */
export function closes(before: number, after: number): boolean {
  return !isSpace(before) && !isBracket(before) && !isWord(after);
}

/** Whether a straight mark between these may open one. */
export function opens(before: number, after: number): boolean {
  return !isWord(before) && !isSpace(after) && !ENDS.has(before) && !GOES_ON.has(after);
}
