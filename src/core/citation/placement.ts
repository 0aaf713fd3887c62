import { findKeys } from '../text/citations.ts';
import { countBelow, firstEndingAfter } from '../text/ordered-ranges.ts';
import { type FoundRole, roleAt } from './role-at.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a citation goes. Offsets are UTF-16. */
export type Place =
  /** On its own. */
  | { readonly kind: 'apart'; readonly at: number }
  /** Into the citation whose brackets `start` and `end` enclose, as further items. */
  | { readonly kind: 'join'; readonly at: number; readonly start: number; readonly end: number }
  /** Into a role of MyST's, as further items behind those that it has. */
  | { readonly kind: 'role'; readonly at: number; readonly role: FoundRole }
  /** Behind an `@` that was typed already, in brackets of which the closing one may be lacking. */
  | { readonly kind: 'complete'; readonly at: number; readonly closed: boolean }
  /** In a paragraph of its own beside a block that is not prose; `before` and `behind` part it from what stands there. */
  | { readonly kind: 'paragraph'; readonly at: number; readonly before: string; readonly behind: string };

/** No citation is longer. */
const LONGEST = 2_000;

/** A stretch of the text, or a caret where `start` is `end`: UTF-16 offsets, end exclusive. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a citation for what is selected goes, if it belongs within the sentence (a key, a link): behind the words, before
 * the mark that ends them, unless the mark is part of an abbreviation.
 */
export function withinSentence(text: string, selection: Selection): number {
  const end = behindSentence(text, selection);
  const words = text.slice(Math.max(selection.start, end - 64), end);
  const marks = /(?<!(?:^|[\s.])\p{L}|[.,;:!?…])[.,;:!?…]+$/u.exec(words);
  return end - (marks?.[0].length ?? 0);
}

/** Where it goes if it belongs behind the sentence (a footnote, a reference in words): behind all but blanks. */
export function behindSentence(text: string, { start, end }: Selection): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at === start ? end : at;
}

const LETTERS = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/uy;

/** The blank between words and the citation that stands for them. */
const BLANK_BEFORE_CITATION = /[ \t\u00a0](?:\[|\{(?:foot)?cite)/y;

/**
 * Where a citation for the caret at `offset` goes: behind what must not be broken (a word, a link, a code span, a key, a
 * footnote's mark), and for keys into the citation in which or behind which the caret stands, or that stands for the words
 * behind which it does: `in Sofia| [@a]`.
 * @param around what stands around the caret.
 * @param keys whether keys are inserted, which can join a citation.
 */
export function placeAt(text: string, offset: number, around: Surroundings, keys: boolean): Place {
  BLANK_BEFORE_CITATION.lastIndex = offset;
  if (keys && /\S/.test(text.charAt(offset - 1)) && BLANK_BEFORE_CITATION.test(text)) {
    const inside = placeIn(text, offset + 2, around, keys);
    const begins = inside.kind === 'join' ? inside.start : inside.kind === 'role' ? inside.role.start : -1;
    if (begins === offset + 1) return inside;
  }
  return placeIn(text, offset, around, keys);
}

function placeIn(text: string, offset: number, around: Surroundings, keys: boolean): Place {
  const apart = (at: number): Place => ({ kind: 'apart', at });
  const { masked, pairs, to } = around;
  const role = roleAt(text, masked, offset);
  if (role && keys) {
    const { start, end } = role.inside;
    return { kind: 'role', at: start + text.slice(start, end).trimEnd().length, role };
  }
  if (role && offset < role.end) return apart(role.end);
  if (keys) {
    const typed = typedMark(text, offset, to);
    if (typed) return typed;
  }
  // The innermost first.
  let pair = pairs[countBelow(around.opens, offset) - 1];
  for (; pair; pair = pairs[pair.outer]) {
    const { open, close } = pair;
    const tail = masked[firstEndingAfter(masked, close + 1)];
    const hasTail = tail?.kind === 'link' && tail.start === close + 1;
    if (hasTail && offset < tail.end) return apart(tail.end);
    if (hasTail || offset > close + 1) continue;
    const inner = text.slice(open + 1, close);
    pair.citation ??= inner.length <= LONGEST && isCitation(inner);
    if (!pair.citation && offset <= close && isBehindKey(masked, open)) return apart(close + 1);
    if (!pair.citation && !(keys && inner === '' && offset === close)) continue;
    if (keys) return { kind: 'join', at: open + 1 + inner.trimEnd().length, start: open, end: close + 1 };
    if (offset <= close) return apart(close + 1);
  }
  const whole = masked[firstEndingAfter(masked, offset)];
  if (whole && whole.start < offset && offset < whole.end) return apart(whole.end);
  return apart(afterWord(text, offset));
}

/** `[@` or `; @` before the caret, the key not yet typed. */
function typedMark(text: string, offset: number, to: number): Place | undefined {
  const before = text.slice(Math.max(0, offset - 2), offset);
  if (!/[[;\s-]@$/.test(before)) return undefined;
  const after = text.slice(offset, Math.min(to, offset + 1));
  if (after === ']' || after === ';') return { kind: 'complete', at: offset, closed: true };
  return before === '[@' && (after === '' || /\s/.test(after))
    ? { kind: 'complete', at: offset, closed: false }
    : undefined;
}

/** Whether the words between brackets are a citation: a key at the head of an item. */
function isCitation(inner: string): boolean {
  for (const { start } of findKeys(inner)) {
    if (start === 0 || /[\s;(]/.test(inner.charAt(start - 1))) return true;
  }
  return false;
}

/** Whether brackets stand behind a key in the text, so that they hold its place: `@a [p. 3]`. */
function isBehindKey(masked: Surroundings['masked'], open: number): boolean {
  const before = masked[firstEndingAfter(masked, open - 2)];
  return before?.kind === 'citation' && before.end <= open;
}

/** For a caret within a word, the word's end. */
function afterWord(text: string, at: number): number {
  if (!/[\p{L}\p{N}\p{M}]/u.test(characterBefore(text, at))) return at;
  LETTERS.lastIndex = at;
  return LETTERS.test(text) ? LETTERS.lastIndex : at;
}

const CLOSING_MARKS = /[\p{L}\p{N}\p{M}.,;:!?…)\]}'"’”»*_`]/u;
/** Behind more blanks than this, a mark stays where the caret is. */
const BLANKS = 64;
/** A line that has nothing but the marks of its block: quotation, list item, heading. */
const BLOCK_MARKS = /^[\s>]*(?:[-+*]|\d{1,9}[.)]|#{1,6})?$/;

/**
 * Where a footnote's mark goes for a caret behind blanks: to the end of the words before them, if there are any.
 * @param from where the block of the caret begins.
 */
export function behindWords(text: string, at: number, from: number): number {
  let end = at;
  while (at - end < BLANKS && /[ \t\u00a0]/.test(text.charAt(end - 1))) end--;
  if (end === at || end <= from || !CLOSING_MARKS.test(characterBefore(text, end))) return at;
  const marks = text.slice(Math.max(0, end - 64), end);
  const line = marks.slice(Math.max(marks.lastIndexOf('\n'), marks.lastIndexOf('\r')) + 1);
  return BLOCK_MARKS.test(line) ? at : end;
}

/** The character that ends at an offset; empty at the start of the text. */
export function characterBefore(text: string, at: number): string {
  const last = text.charCodeAt(at - 1);
  const pair = last >= 0xdc00 && last < 0xe000 && at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff;
  return at === 0 ? '' : text.slice(at - (pair ? 2 : 1), at);
}
