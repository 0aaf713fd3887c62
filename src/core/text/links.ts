import { work } from './work.ts';

// What follows the text of a link, and link reference definitions, by the CommonMark 0.31 rules.

const BACKSLASH = 92;
const OPEN = 40;
const CLOSE = 41;

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 10 || unit === 13;
}

function skipSpace(text: string, at: number, to: number): number {
  let next = at;
  while (next < to && isSpace(text.charCodeAt(next))) next++;
  return next;
}

function isPunctuation(unit: number): boolean {
  return (
    (unit > 32 && unit < 48) ||
    (unit > 57 && unit < 65) ||
    (unit > 90 && unit < 97) ||
    (unit > 122 && unit < 127)
  );
}

/** Whether the backslash at `at` takes away the meaning of the unit after it. */
export function escapes(text: string, at: number): boolean {
  return text.charCodeAt(at) === BACKSLASH && isPunctuation(text.charCodeAt(at + 1));
}

/** The end of the link destination that begins at `at`; -1 if none does. It may be empty only in angle brackets. */
function destinationEnd(text: string, at: number, to: number): number {
  if (text.charCodeAt(at) === 60 && at < to) {
    for (let pos = at + 1; pos < to; pos++) {
      work.units++;
      const unit = text.charCodeAt(pos);
      if (unit === 62) return pos + 1;
      if (unit === 60 || unit === 10 || unit === 13) return -1;
      if (escapes(text, pos)) pos++;
    }
    return -1;
  }
  let depth = 0;
  let pos = at;
  for (; pos < to; pos++) {
    work.units++;
    const unit = text.charCodeAt(pos);
    if (unit <= 32 || unit === 127) break;
    if (escapes(text, pos)) pos++;
    else if (unit === OPEN) {
      // The reference implementation's limit, which also keeps the work linear.
      if (++depth > 32) return -1;
    } else if (unit === CLOSE && depth-- === 0) break;
  }
  return pos > at && depth <= 0 ? Math.min(pos, to) : -1;
}

const mayOpenTitle = (unit: number): boolean => unit === 34 || unit === 39 || unit === OPEN;

/** The end of the link title that begins at `at`; -1 if none does. */
function titleEnd(text: string, at: number, to: number): number {
  const open = text.charCodeAt(at);
  if (at >= to || !mayOpenTitle(open)) return -1;
  const close = open === OPEN ? CLOSE : open;
  for (let pos = at + 1; pos < to; pos++) {
    work.units++;
    const unit = text.charCodeAt(pos);
    if (unit === close) return pos + 1;
    if (unit === OPEN && open === OPEN) return -1;
    if (escapes(text, pos)) pos++;
  }
  return -1;
}

/** The end of `(destination "title")` that begins at `at` with `(`; -1 if that is no end of an inline link. */
export function linkTailEnd(text: string, at: number, to: number): number {
  let pos = skipSpace(text, at + 1, to);
  if (pos < to && text.charCodeAt(pos) !== CLOSE) {
    pos = destinationEnd(text, pos, to);
    if (pos < 0) return -1;
    const next = skipSpace(text, pos, to);
    if (next > pos) {
      pos = titleEnd(text, next, to);
      pos = pos < 0 ? next : skipSpace(text, pos, to);
    }
  }
  return pos < to && text.charCodeAt(pos) === CLOSE ? pos + 1 : -1;
}

/** A label has no more units, its brackets included. */
const LABEL = 1001;

/** The end of the link label that begins at `at` with `[`; -1 if none does or it is blank or too long. */
export function labelEnd(text: string, at: number, to: number): number {
  const limit = Math.min(to, at + LABEL);
  let blank = true;
  for (let pos = at + 1; pos < limit; pos++) {
    work.units++;
    const unit = text.charCodeAt(pos);
    if (unit === 93) return blank ? -1 : pos + 1;
    if (unit === 91) return -1;
    if (!isSpace(unit)) blank = false;
    if (escapes(text, pos)) pos++;
  }
  return -1;
}

/** The end of the line that stands at `at` if nothing but blanks is left of it; -1 otherwise. */
function blankLineEnd(text: string, at: number, to: number): number {
  let pos = at;
  while (pos < to && (text.charCodeAt(pos) === 32 || text.charCodeAt(pos) === 9)) pos++;
  if (pos >= to) return to;
  const unit = text.charCodeAt(pos);
  return unit === 10 || unit === 13 ? pos : -1;
}

/** Whether a definition begins depends on lines that are still to come. */
export const UNSETTLED = -2;

/**
 * The end (before the line end) of the link reference definition that begins at `from` with `[` in a paragraph of which
 * the lines before `to` are known; -1 if none does. Unless they are `whole`, all that there are, further ones may
 * follow, and what these may change is {@link UNSETTLED}.
 */
export function definitionEnd(text: string, from: number, to: number, whole: boolean): number {
  const beyond = whole ? -1 : UNSETTLED;
  let pos = labelEnd(text, from, to);
  if (pos < 0) return to - from > LABEL ? -1 : beyond;
  if (text.charCodeAt(pos) !== 58 || pos >= to) return -1;
  const destination = skipSpace(text, pos + 1, to);
  if (destination >= to) return beyond;
  pos = destinationEnd(text, destination, to);
  if (pos < 0) return -1;
  const withoutTitle = blankLineEnd(text, pos, to);
  const next = skipSpace(text, pos, to);
  if (!whole && next >= to) return UNSETTLED;
  const title = next > pos ? titleEnd(text, next, to) : -1;
  if (!whole && title < 0 && next > pos && mayOpenTitle(text.charCodeAt(next))) return UNSETTLED;
  const withTitle = title < 0 ? -1 : blankLineEnd(text, title, to);
  return withTitle < 0 ? withoutTitle : withTitle;
}
