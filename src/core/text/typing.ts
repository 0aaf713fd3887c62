import { CITATION_KEY } from './addresses.ts';
import { findKeys } from './citations.ts';
import { openRoleItem } from './roles.ts';

// What is being typed, told by the text before the cursor. All offsets are in that text.

const WHOLE_KEY = new RegExp(`^${CITATION_KEY}$`, 'u');
/** What before `@` makes it part of an address, or no mark at all. */
const GLUED = /[\p{L}\p{N}_\\]$/u;

/** A citation key of which the cursor stands at the end, or not far from it. */
export interface TypedKey {
  /** Behind `@` and a brace. */
  readonly start: number;
  /** What there is of the key; may be empty. */
  readonly typed: string;
  /** It stands in `{…}`. */
  readonly braced: boolean;
  /** It stands in a role of MyST's, without a mark. */
  readonly role?: true;
}

/** A source of a role that is being typed: what stands before its key, the key, what is typed in the braces behind it. */
const ROLE_ITEM = /^(\s*(?:\{[^{}]*\})?\s*)([^\s`{},;@]*)(?:\s*\{([^{}]*))?$/;

/** The citation key that is being typed where `before` ends. */
export function keyBeingTyped(before: string): TypedKey | undefined {
  const item = openRoleItem(before);
  if (item !== undefined) {
    const match = ROLE_ITEM.exec(item);
    const typed = match?.[2] ?? '';
    return match && match[3] === undefined
      ? { start: before.length - typed.length, typed, braced: false, role: true }
      : undefined;
  }
  const at = before.lastIndexOf('@');
  if (at < 0 || GLUED.test(before.slice(Math.max(0, at - 2), at))) return undefined;
  const braced = before.charAt(at + 1) === '{';
  const start = at + (braced ? 2 : 1);
  const typed = before.slice(start);
  // Half a key is what a letter can go on with.
  const fits = braced ? !/[\s{}]/.test(typed) : typed === '' || WHOLE_KEY.test(`${typed}x`);
  return fits ? { start, typed, braced } : undefined;
}

/** A locator behind a citation key: `[@key, para. 4`. */
export interface TypedLocator {
  readonly key: string;
  /** Of the key's `@`; in a role, of the key. */
  readonly keyStart: number;
  /** Where begins what is typed last: a number, or as yet half the word for paragraph. */
  readonly start: number;
  /** The word for paragraph stands before. */
  readonly labelled: boolean;
}

const LOCATOR =
  /^(?:\s*,|\s?\[)\s*(?:((?:paras?\.?|paragraphs?|pars?\.|абз\.|абзацы?)\s+|¶¶?\s*)((?:\d{1,4}\s*(?:,|and|&|[-–])\s*)*)\d{0,4}|[\p{L}.]{0,11}|\d{1,4})$/iu;

/** The locator that is being typed where `before` ends; only in a citation. */
export function locatorBeingTyped(before: string): TypedLocator | undefined {
  const item = openRoleItem(before);
  if (item !== undefined) return locatorInRole(before, item);
  const last = [...findKeys(before)].at(-1);
  if (last === undefined) return undefined;
  const rest = before.slice(last.end);
  const match = LOCATOR.exec(rest);
  if (match === null) return undefined;
  const opened = before.lastIndexOf('[', last.start) > before.lastIndexOf(']', last.start);
  if (!opened && !/^\s?\[/.test(rest)) return undefined;
  const typed = /[\p{L}\p{N}.]*$/u.exec(rest)?.[0] ?? '';
  return {
    key: last.key,
    keyStart: last.start + (last.suppressed ? 1 : 0),
    start: before.length - typed.length,
    labelled: match[1] !== undefined,
  };
}

function locatorInRole(before: string, item: string): TypedLocator | undefined {
  const [, lead = '', key = '', words] = ROLE_ITEM.exec(item) ?? [];
  const match = words === undefined || key === '' ? null : LOCATOR.exec(`[${words}`);
  if (match === null || words === undefined) return undefined;
  const typed = /[\p{L}\p{N}.]*$/u.exec(words)?.[0] ?? '';
  return {
    key,
    keyStart: before.length - item.length + lead.length,
    start: before.length - typed.length,
    labelled: match[1] !== undefined,
  };
}

/** A word before the cursor. */
export interface TypedWord {
  readonly start: number;
  readonly text: string;
}

/** No word is longer. */
const LONGEST = 64;
const UNFINISHED = /[\p{L}\p{M}]+$/u;
const FINISHED = /([\p{L}\p{M}]+)\.?[ \u00a0]$/u;
const NO_WORD = /[\p{N}_@#$/\\=~]$/u;

/**
 * The last words before the cursor, at most so many, of which the last one is being typed: none where the cursor stands
 * behind no word, or the word is glued to an address, a tag or a number.
 */
export function wordsBeingTyped(before: string, most: number): TypedWord[] {
  const found: TypedWord[] = [];
  let end = before.length;
  while (found.length < most) {
    const from = Math.max(0, end - LONGEST);
    const match = (found.length === 0 ? UNFINISHED : FINISHED).exec(before.slice(from, end));
    if (match === null) break;
    end = from + match.index;
    if (NO_WORD.test(before.slice(Math.max(0, end - 2), end))) break;
    found.unshift({ start: end, text: match[1] ?? match[0] });
  }
  return found;
}
