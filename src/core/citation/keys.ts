import { CITATION_KEY } from '../text/addresses.ts';

const WHOLE = new RegExp(`^${CITATION_KEY}$`, 'u');
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
  if (!canBeMarked(key)) throw new UnwritableKeyError(key);
  return WHOLE.test(key) && !key.includes('{') ? `@${key}` : `@{${key}}`;
}

/** Whether {@link writeKey} can write a key. */
export const canBeMarked = (key: string): boolean => WHOLE.test(`{${key}}`);
