/**
 * Citation keys by Pandoc's rule (https://pandoc.org/MANUAL.html#extension-citations, and `citeKey` in
 * pandoc's `Text.Pandoc.Parsing.Citations`): a key begins with a letter, a digit or `_`; inside, each of
 * `:.#$%&-+?<>~/` may stand where a letter, digit or `_` follows, `:` and `/` also before a `/`, so that addresses can be
 * keys; any other key without blanks stands in braces.
 *
 * The one grammar for insertion, completion, hover, navigation and checks.
 */
export const KEY_GRAMMAR =
  '[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_]|[:.#$%&\\-+?<>~/](?=[\\p{L}\\p{N}_])|[:/](?=/))*';

/** A key in braces; one pair may stand within. */
const BRACED = '\\{(?:[^\\s{}]|\\{[^\\s{}]*\\})+\\}';
const WHOLE = new RegExp(`^${KEY_GRAMMAR}$`, 'u');
const WHOLE_BRACED = new RegExp(`^${BRACED}$`, 'u');
/** Not after a letter or digit, as in a mail address, and not after a backslash. */
const MARKED = new RegExp(`(?<![\\p{L}\\p{N}\\\\])(-?)@(?:(${BRACED})|(${KEY_GRAMMAR}))`, 'gu');

/** A key in a text. Offsets are UTF-16, end exclusive. */
export interface FoundKey {
  readonly key: string;
  /** Of the whole mark: `-` where the author is suppressed, `@`, braces and key. */
  readonly start: number;
  readonly end: number;
  /** Of the key alone. */
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Written `-@key`: the author is left out. */
  readonly suppressed: boolean;
}

/** The keys of a text in order. It does not know code from prose: mask the text first where that matters. */
export function* findKeys(text: string): Generator<FoundKey, void> {
  for (const match of text.matchAll(MARKED)) {
    const [whole, minus = '', braced, plain = ''] = match;
    const end = match.index + whole.length;
    const key = braced === undefined ? plain : braced.slice(1, -1);
    const keyEnd = braced === undefined ? end : end - 1;
    yield {
      key,
      start: match.index,
      end,
      keyStart: keyEnd - key.length,
      keyEnd,
      suppressed: minus === '-',
    };
  }
}

/**
 * A key as it stands in a citation: `@key`, or `@{key}` where its characters need the braces.
 * @throws {Error} for a key that Pandoc cannot hold at all: with blanks, or with braces that do not pair.
 */
export function writeKey(key: string): string {
  if (WHOLE.test(key)) return `@${key}`;
  if (WHOLE_BRACED.test(`{${key}}`)) return `@{${key}}`;
  throw new Error(`"${key}" cannot be a citation key: it has blanks or unpaired braces`);
}
