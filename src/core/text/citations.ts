import { CITATION_KEY } from './addresses.ts';
import type { Range } from './ordered-ranges.ts';
import { isEscaped, roleAround } from './roles.ts';

/** A citation key in a text. */
export interface KeyMention extends Range {
  /** Without `@` and braces; in a role of MyST's it has neither. */
  readonly key: string;
  /** Of the key alone. */
  readonly keyStart: number;
  readonly keyEnd: number;
}

/** Whether the key at `start` is marked as Pandoc's are, with `@`; a bare key stands in a role of MyST's. */
export const isMarked = (text: string, start: number): boolean => text.charCodeAt(start) === 64;

/** The key that a mask of kind `citation` covers: `@key` or `@{key}`, or `key` in a role. */
export function keyIn(text: string, { start, end }: Range): KeyMention {
  if (!isMarked(text, start)) {
    return { start, end, key: text.slice(start, end), keyStart: start, keyEnd: end };
  }
  const braces = text.charCodeAt(start + 1) === 123 ? 1 : 0;
  const keyStart = start + 1 + braces;
  const keyEnd = end - braces;
  return { start, end, key: text.slice(keyStart, keyEnd), keyStart, keyEnd };
}

/** Not after a letter, a digit or `_`, as in a mail address, and not after a backslash. */
const MARKED = new RegExp(`(?<![\\p{L}\\p{N}_\\\\])(-?)@(${CITATION_KEY})`, 'gu');

/** A key in a text. Offsets are UTF-16, end exclusive. */
export interface FoundKey {
  /** Without the braces it may stand in. */
  readonly key: string;
  /** Of the whole mark: `-` where the author is suppressed, `@`, braces and key. */
  readonly start: number;
  readonly end: number;
  /** Written `-@key`: the author is left out. */
  readonly suppressed: boolean;
}

/** The citation keys of a text, in order. It does not know code from prose. */
export function* findKeys(text: string): Generator<FoundKey, void> {
  for (const match of text.matchAll(MARKED)) {
    const [whole, minus = '', written = ''] = match;
    const key = written.startsWith('{') ? written.slice(1, -1) : written;
    yield { key, start: match.index, end: match.index + whole.length, suppressed: minus !== '' };
  }
}

/** One source within a citation: `see @key, para. 5` without the semicolon that parts it from the next. */
export interface CitationItem extends Range {
  readonly key: KeyMention;
  /** The numbers of the paragraphs that its locator gives; empty where it gives none. */
  readonly paragraphs: readonly number[];
}

/**
 * A citation as Pandoc has it, `[see @a, para. 4; -@b]`, or a key in the text, `@a [para. 4]`; or a role as MyST has it,
 * `` {cite:p}`{see}a{para. 4}, b` ``.
 */
export interface Citation extends Range {
  /** It can mean nothing else: it stands in brackets, or in a role. */
  readonly bracketed: boolean;
  /** The name of the role: `cite:p`. */
  readonly role?: string;
  readonly items: readonly CitationItem[];
}

/** No citation is looked for further than this from its key. */
const REACH = 1000;
const NUMBERS = String.raw`(\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?:\s?(?:,|and|&)\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?)*)`;
const LOCATOR = new RegExp(
  String.raw`^\s*(?:,\s*)?(?:\{\s*)?(?:paras?\.?|paragraphs?|pars?\.|¶¶?|абз\.|абзацы?)\s*${NUMBERS}`,
  'iu',
);
/** A locator that says it counts paragraphs and has more numbers than anybody looks up is none. */
const MOST_PARAGRAPHS = 200;

/** The numbers of the paragraphs that a locator at the head of some words gives: `, paras. 4–6`; empty where there is none. */
export function paragraphsIn(suffix: string): number[] {
  const written = LOCATOR.exec(suffix)?.[1];
  if (written === undefined) return [];
  const found: number[] = [];
  for (const part of written.split(/,|and|&/)) {
    const [first = 0, last = first] = part.split(/[-–]/).map(Number);
    for (let number = first; number <= last && found.length < MOST_PARAGRAPHS; number++) found.push(number);
  }
  return found;
}

function item(text: string, start: number, end: number, mark: Range): CitationItem {
  const key = keyIn(text, mark);
  return { start, end, key, paragraphs: paragraphsIn(text.slice(key.end, Math.min(end, key.end + 200))) };
}

/** The bracket that is open at `at`, not before `from`; -1 if none is. No further away than a citation may be long. */
export function openBracket(text: string, at: number, from: number): number {
  let depth = 0;
  for (let pos = at - 1; pos >= Math.max(from, at - REACH); pos--) {
    const unit = text.charCodeAt(pos);
    if ((unit !== 91 && unit !== 93) || isEscaped(text, pos)) continue;
    if (unit === 93) depth++;
    else if (depth-- === 0) return pos;
  }
  return -1;
}

/** The end of the bracket that is open at `at`, not behind `to`; -1 if it is never closed. */
function closeBracket(text: string, at: number, to: number): number {
  let depth = 0;
  for (let pos = at; pos < Math.min(to, at + REACH); pos++) {
    const unit = text.charCodeAt(pos);
    if (unit === 92) pos++;
    else if (unit === 91) depth++;
    else if (unit === 93 && depth-- === 0) return pos + 1;
  }
  return -1;
}

/** The role around a key that has no mark of its own. */
function roleCitation(text: string, key: Range, paragraph: Range): Citation {
  const role = roleAround(text, key, paragraph.start);
  if (!role) return { ...key, bracketed: true, items: [item(text, key.start, key.end, key)] };
  const items = role.items.map(each => item(text, each.start, each.end, each.key));
  return { start: role.start, end: role.end, bracketed: true, role: role.name, items };
}

/**
 * The citation around the key at `key`, in the paragraph `paragraph`. Brackets that are the text of a link are no
 * citation: then, as without brackets, the key stands in the text.
 */
export function citationAround(text: string, key: Range, paragraph: Range): Citation {
  if (!isMarked(text, key.start)) return roleCitation(text, key, paragraph);
  const open = openBracket(text, key.start, paragraph.start);
  const close = open < 0 ? -1 : closeBracket(text, key.end, paragraph.end);
  if (close > 0 && !/[([{:]/.test(text.charAt(close))) {
    return { start: open, end: close, bracketed: true, items: itemsOf(text, open + 1, close - 1) };
  }
  const after = /^\s?\[(?!\^|@)/.exec(text.slice(key.end, key.end + 3))?.[0];
  const end = after === undefined ? -1 : closeBracket(text, key.end + after.length, paragraph.end);
  const own = keyIn(text, key);
  if (after === undefined || end < 0 || /[([]/.test(text.charAt(end)))
    return { ...key, bracketed: false, items: [{ ...key, key: own, paragraphs: [] }] };
  const paragraphs = paragraphsIn(text.slice(key.end + after.length, Math.min(end - 1, key.end + 200)));
  return {
    start: key.start,
    end,
    bracketed: false,
    items: [{ start: key.start, end, key: own, paragraphs }],
  };
}

function itemsOf(text: string, from: number, to: number): CitationItem[] {
  const inside = text.slice(from, to);
  const keys = [...findKeys(inside)];
  const items: CitationItem[] = [];
  let start = from;
  for (const [index, found] of keys.entries()) {
    const next = keys[index + 1];
    // The first semicolon behind a key parts it from the next; without one the next key belongs to the first one's suffix.
    const stop = next === undefined ? -1 : inside.indexOf(';', found.end);
    const parted = next !== undefined && stop >= 0 && stop < next.start;
    const end = parted ? from + stop : to;
    const mark = from + found.start + (found.suppressed ? 1 : 0);
    items.push(item(text, start, end, { start: mark, end: from + found.end }));
    if (!parted) break;
    start = end + 1;
  }
  return items;
}
