import { APOSTROPHE, isHyphen, isUpper, isWord, LETTER, UPPER, unitKind, WORD } from './chars.ts';
import type { Stretch } from './drafts.ts';
import { foldToken, type NameMatcher } from './name-index.ts';
import type { Range } from './ordered-ranges.ts';
import { ABBREVIATION } from './title-words.ts';
import { tokenAfter, tokenBefore } from './tokens.ts';
import { WordSet } from './word-set.ts';
import { work } from './work.ts';

// What is written on to a name and makes it part of something longer.

/** Where the word ends that stands at `at`. */
export function wordEnd(text: string, at: number, to: number): number {
  let end = at;
  while (end < to && isWord(text.charCodeAt(end))) end++;
  work.units += end - at;
  return end;
}

function wordStart(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && isWord(text.charCodeAt(start - 1))) start--;
  work.units += at - start;
  return start;
}

/** Whether the word that stands in `start`..`end` may be joined to a name by a hyphen or stroke: `-led`, `Lavrov/`. */
function joins(text: string, start: number, end: number, index: NameMatcher, stroke: boolean): boolean {
  if (start === end) return true;
  const kind = unitKind(text.charCodeAt(start));
  if ((kind & LETTER) === 0) return true;
  if ((kind & UPPER) === 0) return !stroke;
  const word = foldToken(text, start, end);
  return index.surnames.has(word) || (stroke && index.givens.has(word));
}

/** Whether nothing is written on to the name in `start`..`end` that makes it part of something longer. */
export const standsFree = (stretch: Stretch, name: Range, index: NameMatcher): boolean =>
  freeAfter(stretch, name, index) && freeBefore(stretch, name, index);

function freeAfter(stretch: Stretch, { start, end }: Range, index: NameMatcher): boolean {
  const { text, to } = stretch;
  // An address may begin there: `ЛавровJohn@example.org`.
  if (end >= to) return end >= text.length || !isWord(text.charCodeAt(end));
  const unit = text.charCodeAt(end);
  if (unit === 32) return true;
  const next = end + 1 < to ? unitKind(text.charCodeAt(end + 1)) : 0;
  // {Kerry}, Kerry()
  if ((next & WORD) === 0)
    return unit !== 64 && !text.startsWith('()', end) && (unit !== 125 || text.charCodeAt(start - 1) !== 123);
  const wordTo = wordEnd(text, end + 1, to);
  if (unitKind(unit) & APOSTROPHE) return /^(?:s|ll|d|ve|re|m)$/i.test(text.slice(end + 1, wordTo));
  if (isHyphen(unit)) {
    return joins(text, end + 1, wordTo, index, false) || isPair(stretch, start, wordTo);
  }
  if (unit === 47) return joins(text, end + 1, wordTo, index, true);
  if (unit === 46) return (next & (LETTER | UPPER)) === (LETTER | UPPER);
  return unit !== 64 && unit !== 95 && unit !== 92 && unit !== 61;
}

function freeBefore(stretch: Stretch, { start, end }: Range, index: NameMatcher): boolean {
  const { text, from } = stretch;
  if (start <= from) return start === 0 || !isWord(text.charCodeAt(start - 1));
  let at = start - 1;
  const unit = text.charCodeAt(at);
  if (unit === 32) return true;
  // @Kerry, #Kerry, $Kerry, ~Kerry, =Kerry, {Kerry
  if (unit === 64 || unit === 35 || unit === 36 || unit === 123) return false;
  // ~Kerry and =Kerry, but not ~~Kerry~~ and ==Kerry==.
  if ((unit === 126 || unit === 61) && text.charCodeAt(at - 1) !== unit) return false;
  if (isAttribute(stretch, at, unit)) return false;
  while (at > from && text.charCodeAt(at) === 95) at--;
  const before =
    text.charCodeAt(at) === unit ? (at > from ? text.charCodeAt(at - 1) : 32) : text.charCodeAt(at);
  if (unit === 95) return !isWord(before);
  if (!isWord(before)) return unit !== 92;
  if (unit === 126 || unit === 61) return false;
  const wordFrom = wordStart(text, at, from);
  const upper = isUpper(text.charCodeAt(wordFrom));
  if (unitKind(unit) & APOSTROPHE) return !upper && at - wordFrom <= 2;
  if (isHyphen(unit)) {
    return joins(text, wordFrom, at, index, false) || isPair(stretch, wordFrom, end);
  }
  if (unit === 47) return joins(text, wordFrom, at, index, true);
  // Glued initials are judged with the given names; `said.Kerry` is an address rather.
  if (unit === 46) {
    return (
      upper &&
      (at - wordFrom === 1 || (at - wordFrom < 6 && ABBREVIATION.test(foldToken(text, wordFrom, at))))
    );
  }
  return unit !== 92;
}

/** How far back a name looks for the brace of `\cite{Lavrov,Kerry}`. */
const BRACE_REACH = 48;

/** Whether the mark at `at` before a name makes it a key, a class or a value: `{.Kerry`, `="Kerry`, `::Kerry`, `\cite{Lavrov,Kerry`. */
function isAttribute({ text, from }: Stretch, at: number, unit: number): boolean {
  const before = at > from ? text.charCodeAt(at - 1) : 32;
  if (unit === 46) return before === 123;
  if (unit === 34 || unit === 39) return before === 61;
  if (unit === 58) return before === 58;
  if (unit !== 44) return false;
  const reach = Math.max(from, at - BRACE_REACH);
  for (let back = at - 1; back >= reach; back--) {
    const each = text.charCodeAt(back);
    if (each === 123) return true;
    if (each === 125 || each === 10) return false;
  }
  return false;
}

/** What two people have between them: of `the Kerry-Zarif talks` no half is a part of a name. */
const BETWEEN_TWO = new WordSet(
  'talks plan agreement deal accord negotiations summit meeting meetings call framework pact proposal initiative channel',
);

function isPair({ text, from, to }: Stretch, start: number, end: number): boolean {
  return (
    tokenAfter(text, end, to)?.isOneOf(BETWEEN_TWO) === true &&
    tokenBefore(text, start, from)?.folded === 'the'
  );
}
