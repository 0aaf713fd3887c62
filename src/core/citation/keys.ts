import { CITATION_KEY } from '../text/addresses.ts';

const WHOLE = new RegExp(`^${CITATION_KEY}$`, 'u');
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

/** A key that no citation can hold: it is empty, or has blanks or braces in it. */
export class UnwritableKeyError extends Error {
  /** The key, for a message in the reader's language. */
  readonly key: string;

  constructor(key: string) {
    super(`"${key}" cannot be a citation key: it is empty or has blanks or braces in it`);
    this.name = 'UnwritableKeyError';
    this.key = key;
  }
}

/**
 * A key as it stands in a citation: `@key`, or `@{key}` where its characters need the braces.
 * @throws {UnwritableKeyError} for a key that Pandoc cannot hold at all.
 */
export function writeKey(key: string): string {
  if (!key.includes('{') && WHOLE.test(key)) return `@${key}`;
  if (WHOLE.test(`{${key}}`)) return `@{${key}}`;
  throw new UnwritableKeyError(key);
}
