import { UnwritableKeyError } from './keys.ts';

interface Around {
  readonly prefix: string;
  readonly suffix: string;
}

/** Words before or behind a key, without what would end the item or name another source. */
const harmless = (words: string): string =>
  words.replace(/[[\]]/g, '').replaceAll(';', ',').replaceAll('@', '\\@');

/** An item of a citation of Pandoc's: `see @key, para. 5, a note`. */
export function keyItem(mark: string, locator: string | undefined, { prefix, suffix }: Around): string {
  const behind = [mark, locator, harmless(suffix)].filter(Boolean).join(', ');
  return prefix === '' ? behind : `${harmless(prefix)} ${behind}`;
}

/**
 * An item of a role of MyST's: `{see}key{para. 5}`. Its readers part items at each comma and semicolon, in braces too.
 * @throws {UnwritableKeyError} for a key that would be parted, or end the role.
 */
export function mystItem(key: string, locator: string | undefined, { prefix, suffix }: Around): string {
  if (key === '' || /[\s`{},;]/.test(key)) throw new UnwritableKeyError(key);
  const braces = (words: string): string => {
    const safe = words
      .replace(/[{}`]/g, '')
      .replace(/\s*[,;]\s*/g, ' and ')
      .trim();
    return safe === '' ? '' : `{${safe}}`;
  };
  return braces(prefix) + key + braces([locator, suffix].filter(Boolean).join(' '));
}

/** The items in one role: `` {cite:p}`a, b` ``. */
export const mystRole = (role: 'p' | 't', items: readonly { readonly item: string }[]): string =>
  `{cite:${role}}\`${items.map(({ item }) => item).join(', ')}\``;
