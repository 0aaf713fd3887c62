import { work } from './work.ts';

// Addresses and citation keys in running text.

/**
 * What a citation key may hold, by Pandoc's rule: it begins with a letter, a digit or `_`; inside also single
 * `:.#$%&-+?<>~/` between such; or anything but white space and braces in `{…}`. The source of a regular expression with
 * the flag `u`, without `@`.
 */
export const CITATION_KEY = String.raw`(?:[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*|\{[^\s{}]+\})`;

const KEY = new RegExp(CITATION_KEY, 'uy');

/** The end of the citation key that begins at `at` with `@`; -1 if none does. */
export function citationEnd(text: string, at: number, to: number): number {
  // A slice, because a key is short and the text may be long.
  const match = matchAt(KEY, text.slice(at + 1, Math.min(to, at + 256)), 0);
  return match === undefined ? -1 : at + 1 + match.length;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

const DOMAIN = /[a-z\d](?:[a-z\d_-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d_-]*[a-z\d])?)+/iy;

function isLocalUnit(unit: number): boolean {
  const lower = unit | 32;
  return (
    (lower >= 97 && lower <= 122) ||
    (unit >= 48 && unit <= 57) ||
    unit === 46 ||
    unit === 95 ||
    unit === 43 ||
    unit === 45
  );
}

/** Start and end of the mail address around the `@` at `at`, within `from`..`to`. */
export function mailAround(
  text: string,
  at: number,
  from: number,
  to: number,
): readonly [number, number] | undefined {
  let start = at;
  const first = Math.max(from, at - 100);
  while (start > first && isLocalUnit(text.charCodeAt(start - 1))) start--;
  while (start < at && /[.+_-]/.test(text.charAt(start))) start++;
  if (start === at) return undefined;
  const domain = matchAt(DOMAIN, text.slice(at + 1, Math.min(to, at + 256)), 0);
  if (domain === undefined) return undefined;
  if (/^(?:mailto|xmpp):$/i.test(text.slice(Math.max(from, start - 7), start))) start -= 7;
  else if (/^xmpp:$/i.test(text.slice(Math.max(from, start - 5), start))) start -= 5;
  return [start, at + 1 + domain.length];
}

/** Where the scheme begins that ends before `:` at `at`; -1 if none does. Not before `from`. */
export function schemeStart(text: string, at: number, from: number): number {
  const first = Math.max(from, at - 32);
  let start = at;
  while (start > first && isLocalUnit(text.charCodeAt(start - 1)) && text.charCodeAt(start - 1) !== 95)
    start--;
  while (start < at && !/[a-z]/i.test(text.charAt(start))) start++;
  return at - start >= 2 ? start : -1;
}

const URL_END = /[\s<>"`\u201C-\u201E\u00AB\u00BB\u2039\u203A\u3000-\u303F\uFF00-\uFFEF]/;
const TRAILING = /[?!.,:;*_~'\u2018\u2019]/;

/**
 * The end of the bare address that begins at `at`: as far as no white space, quotation mark or angle bracket stands,
 * without closing punctuation and brackets that were not opened within it (as GFM has it).
 */
export function addressEnd(text: string, at: number, to: number): number {
  let end = at;
  let square = 0;
  let round = 0;
  for (; end < to; end++) {
    const unit = text.charCodeAt(end);
    if (unit === 91) square++;
    else if (unit === 93 && square-- === 0) break;
    else if (unit === OPEN) round++;
    else if (unit === CLOSE) round--;
    else if ((unit <= 96 || unit > 127) && !isLocalUnit(unit) && URL_END.test(text.charAt(end))) break;
  }
  work.units += end - at;
  while (end > at) {
    const last = text.charAt(end - 1);
    if (last === ')' && round < 0) round++;
    else if (!TRAILING.test(last)) break;
    end--;
  }
  return end;
}

const OPEN = 40;
const CLOSE = 41;
