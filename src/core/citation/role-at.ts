import { isMarked } from '../text/citations.ts';
import type { Masked } from '../text/masked.ts';
import { firstEndingAfter, type Range } from '../text/ordered-ranges.ts';
import { mayHoldItems, roleItems } from '../text/roles.ts';

const MARK = /^\{(?:foot)?cite[:}]/;
const MARK_LENGTH = 10;

/** A role that cites: the whole, and what stands between its backticks. */
export interface FoundRole extends Range {
  readonly inside: Range;
}

/** The role with keys in which an offset stands, or that ends there; `masked` are the stretches around it that are not prose. */
export function roleAt(text: string, masked: readonly Masked[], offset: number): FoundRole | undefined {
  const belongs = (mask: Masked | undefined): mask is Masked =>
    mask?.kind === 'role' || (mask?.kind === 'citation' && !isMarked(text, mask.start));
  const isMark = ({ start, kind }: Masked): boolean =>
    kind === 'role' && MARK.test(text.slice(start, start + MARK_LENGTH));
  let first = firstEndingAfter(masked, offset - 1);
  let mask = masked[first];
  if (!belongs(mask) || mask.start >= offset) return undefined;
  while (!isMark(mask)) {
    mask = masked[--first];
    if (!belongs(mask)) return undefined;
  }
  const { start } = mask;
  const open = start + (/^[^`]*`+/.exec(text.slice(start, mask.end))?.[0].length ?? 0);
  // A role that has keys goes on behind its first backticks, and ends with the next.
  let last = mask;
  for (let next = first + 1; last.end === open || !text.slice(open, last.end).endsWith('`'); next++) {
    const following = masked[next];
    if (!belongs(following)) return undefined;
    last = following;
  }
  const close = last.end - (/`+$/.exec(text.slice(open, last.end))?.[0].length ?? 0);
  return mayHoldItems(text, open, close)
    ? { start, end: last.end, inside: { start: open, end: close } }
    : undefined;
}

/** What stands in a role behind its last source, and is to stand there for some more: only those that it has not. */
export function itemsToAdd(text: string, { inside }: FoundRole, items: readonly string[]): string {
  const words = text.slice(inside.start, inside.end).trimEnd();
  const there = roleItems(text, inside.start, inside.end).map(
    ({ key, suffix }) => text.slice(key.start, key.end) + (suffix === '' ? '' : `{${suffix}}`),
  );
  const missing = items.filter(item => !there.includes(item.replace(/^\{[^{}]*\}/, '')));
  if (missing.length === 0) return '';
  const separator = /;(?![^{}]*\})/.test(words) ? '; ' : ', ';
  const lead = words.trim() === '' ? '' : /[,;]$/.test(words) ? ' ' : separator;
  return lead + missing.join(separator);
}
