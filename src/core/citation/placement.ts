import { InlineScanner } from '../text/inline.ts';
import type { Leaf, Masked } from '../text/masked.ts';
import { findKeys } from './keys.ts';

/** Where a citation goes. Offsets are UTF-16. */
export interface Place {
  readonly at: number;
  /**
   * `apart`: on its own. `join`: into a citation that is there, as further items; `open` is what is typed of one already.
   */
  readonly mode:
    | { readonly kind: 'apart' }
    | { readonly kind: 'join'; readonly start: number; readonly end: number }
    | { readonly kind: 'complete'; readonly bracketOpen: boolean };
}

/** So far around the caret the line is read: a line may be as long as the file. */
const REACH = 8_192;

const LETTERS = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/uy;

/**
 * Where a citation for the caret at `offset` goes: behind what must not be broken (a word, a link, a code span, a key, a
 * footnote's mark), and for keys into the citation in which or behind which the caret stands.
 * @param leaf the block of inline content around the caret; `undefined` in a blank line or a block of code.
 * @param keys whether keys are inserted, which can join a citation.
 */
export function placeAt(text: string, offset: number, leaf: Leaf | undefined, keys: boolean): Place {
  const apart = (at: number): Place => ({ at, mode: { kind: 'apart' } });
  if (!leaf) return apart(afterPair(text, offset));
  const from = Math.max(leaf.start, offset - REACH);
  const to = Math.min(leaf.end, offset + REACH);
  const masked: Masked[] = [];
  new InlineScanner(text, from, to, (start, end, kind) => masked.push({ start, end, kind })).run(to - from);

  if (keys) {
    const typed = typedMark(text, offset, to);
    if (typed) return typed;
  }
  const pairs = bracketPairs(text, from, to, masked).filter(([open]) => open < offset);
  for (const [open, close] of pairs.sort((a, b) => b[0] - a[0])) {
    const tail = masked.find(({ start, kind }) => kind === 'link' && start === close + 1);
    if (tail && offset < tail.end) return apart(tail.end);
    if (tail || offset > close + 1) continue;
    const inner = text.slice(open + 1, close);
    if (!isCitation(inner) && !(keys && inner === '' && offset === close)) continue;
    if (keys) return { at: open + 1 + inner.trimEnd().length, mode: { kind: 'join', start: open, end: close + 1 } };
    if (offset <= close) return apart(close + 1);
  }
  const whole = masked.find(({ start, end }) => start < offset && offset < end);
  if (whole) return apart(whole.end);
  return apart(afterWord(text, offset));
}

/** `[@` or `; @` before the caret, the key not yet typed. */
function typedMark(text: string, offset: number, to: number): Place | undefined {
  const before = text.slice(Math.max(0, offset - 2), offset);
  if (!/[[;\s-]@$/.test(before)) return undefined;
  const after = text.slice(offset, Math.min(to, offset + 1));
  if (after === ']' || after === ';') return { at: offset, mode: { kind: 'complete', bracketOpen: false } };
  return before === '[@' && (after === '' || /\s/.test(after))
    ? { at: offset, mode: { kind: 'complete', bracketOpen: true } }
    : undefined;
}

/** Brackets that pair, outside of what is masked, as offsets of `[` and `]`. */
function bracketPairs(
  text: string,
  from: number,
  to: number,
  masked: readonly Masked[],
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const open: number[] = [];
  let next = 0;
  for (let at = from; at < to; at++) {
    while ((masked[next]?.end ?? to) <= at) next++;
    const mask = masked[next];
    if (mask && mask.start <= at) {
      at = mask.end - 1;
      continue;
    }
    const unit = text.charCodeAt(at);
    if (unit === 92) at++;
    else if (unit === 91) open.push(at);
    else if (unit === 93) {
      const start = open.pop();
      if (start !== undefined) pairs.push([start, at]);
    }
  }
  return pairs;
}

/** Whether the words between brackets are a citation: a key at the head of an item. */
function isCitation(inner: string): boolean {
  for (const { start } of findKeys(inner)) {
    if (start === 0 || /[\s;(]/.test(inner.charAt(start - 1))) return true;
  }
  return false;
}

function afterWord(text: string, offset: number): number {
  const at = afterPair(text, offset);
  if (!/[\p{L}\p{N}\p{M}]/u.test(characterBefore(text, at))) return at;
  LETTERS.lastIndex = at;
  return LETTERS.test(text) ? LETTERS.lastIndex : at;
}

/** Never between the halves of a surrogate pair. */
function afterPair(text: string, offset: number): number {
  const first = text.charCodeAt(offset - 1);
  const second = text.charCodeAt(offset);
  return first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000 ? offset + 1 : offset;
}

/** The character that ends at an offset; empty at the start of the text. */
export function characterBefore(text: string, at: number): string {
  const last = text.charCodeAt(at - 1);
  const pair = last >= 0xdc00 && last < 0xe000 && at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff;
  return at === 0 ? '' : text.slice(at - (pair ? 2 : 1), at);
}
