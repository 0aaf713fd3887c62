import { UNSPACED, unitKind, WORD } from './chars.ts';
import { mention, type Stretch } from './drafts.ts';
import type { DraftMention } from './mention.ts';
import type { NameMatcher } from './name-index.ts';
import { skipGap } from './tokens.ts';

const HANGUL = /[\u1100-\u11FF\uAC00-\uD7AF]/;
const KATAKANA = /[\u30A1-\u30FA\u30FC]/;
/** What joins the parts of a foreign name in Chinese and Japanese. */
const JOINT = /[\u00B7\u2027\u2022\u30FB\uFF65\uFF1D]/;
/** One-letter words that Arabic and Hebrew write on to the next one. */
const PROCLITIC = /[\u0648\u0641\u0628\u0643\u0644\u05D5\u05D1\u05DC\u05DB\u05D4\u05DE\u05E9]/;
/** What makes a building, a company or a foundation of the Chinese name before it, and of it the name of a son. */
const NAMED_AFTER = /^(?:大[厦廈楼樓学學道街]|酒店|集[团團]|基金[会會]|[学學]院|[图圖]|家族|二世)/;
const YOUNGER = /[小老]/;

/** The mention of a script without case that begins at `at`. */
export function literalAt(stretch: Stretch, at: number, index: NameMatcher): DraftMention | undefined {
  const { text, to } = stretch;
  for (const { tokens, uses } of index.literals.get(text.charCodeAt(at)) ?? []) {
    let end = at;
    let met = true;
    for (const token of tokens) {
      const next: number | undefined = end === at ? at : skipGap(text, end, to, false)?.at;
      met = next !== undefined && text.startsWith(token, next) && next + token.length <= to;
      if (!met) break;
      end = (next ?? 0) + token.length;
    }
    if (met && standsFree(stretch, at, end, index.literalSurnames)) return mention(at, end, uses, undefined);
  }
  return undefined;
}

const MAX_SURNAME = 8;

/**
 * Whether a name goes on at `at` forwards or backwards behind a joint; `false` where another surname of the dossier stands
 * there, as in the title of talks between two.
 */
function isJoined(
  { text, from, to }: Stretch,
  at: number,
  by: 1 | -1,
  surnames: ReadonlySet<string>,
): boolean {
  const beyond = by > 0 ? at : at - 1;
  if (beyond < from || beyond >= to || (unitKind(text.charCodeAt(beyond)) & UNSPACED) === 0) return false;
  for (let length = 2; length <= MAX_SURNAME; length++) {
    if (surnames.has(by > 0 ? text.slice(at, at + length) : text.slice(Math.max(0, at - length), at)))
      return false;
  }
  return true;
}

/** Whether a name of a script without case is no part of a longer word or name, as far as the script shows where they end. */
function standsFree(stretch: Stretch, at: number, end: number, surnames: ReadonlySet<string>): boolean {
  const { text, from, to } = stretch;
  const first = text.charAt(at);
  const before = at > from ? text.charAt(at - 1) : ' ';
  const after = end < to ? text.charAt(end) : ' ';
  if (unitKind(first.charCodeAt(0)) & UNSPACED) {
    if (JOINT.test(before) && isJoined(stretch, at - 1, -1, surnames)) return false;
    if (JOINT.test(after) && isJoined(stretch, end + 1, 1, surnames)) return false;
    if (KATAKANA.test(first)) return !KATAKANA.test(before) && !KATAKANA.test(after);
    return !YOUNGER.test(before) && !NAMED_AFTER.test(text.slice(end, Math.min(to, end + 2)));
  }
  if (HANGUL.test(first)) {
    // Particles of up to three syllables may be written on to it.
    return (
      !HANGUL.test(before) && !/^[\u1100-\u11FF\uAC00-\uD7AF]{4}/.test(text.slice(end, Math.min(to, end + 4)))
    );
  }
  const free = (char: string): boolean => (unitKind(char.charCodeAt(0)) & WORD) === 0;
  const clitic = PROCLITIC.test(before) && (at - 1 <= from || free(text.charAt(at - 2)));
  return (free(before) || clitic) && free(after);
}
