import type { Range } from './ordered-ranges.ts';

// Roles of MyST that cite: `{cite:p}` before a code span that holds keys. The names are those that mystmd
// (https://mystmd.org/guide/citations) and sphinxcontrib-bibtex (https://sphinxcontrib-bibtex.readthedocs.io/en/latest/usage.html)
// define.

/** The source of a regular expression for `{cite:p}`, with the name captured. */
const ROLE_MARK = String.raw`\{((?:foot)?cite(?::(?:empty|[pt]s?|cts?|alps?|label(?:par)?|year(?:par)?|c?author(?:par)?s?))?)\}`;
/** No mark is longer, braces and all. */
const LONGEST_MARK = 24;
const ENDS_WITH_MARK = new RegExp(`${ROLE_MARK}$`);

/** In a longer code span no keys are looked for. */
const LONGEST = 2_000;

/** White space, or between two lines of a block quote its marks too. */
const GAP = String.raw`\s*(?:[\r\n][\s>]*)?`;
/** What a key in a role may hold: it ends at white space, at what parts keys, at braces and at the code span. */
const ROLE_KEY = String.raw`[^\s\x60{},;@>][^\s\x60{},;]*`;
const ITEM = new RegExp(
  String.raw`^${GAP}(?:\{([^{}]*)\})?${GAP}(${ROLE_KEY})${GAP}(?:\{([^{}]*)\})?${GAP}$`,
  'd',
);
/** As far as the next comma or semicolon outside of braces. */
const UP_TO_SEPARATOR = /(?:\{[^{}]*\}|[^,;])*/y;

/** One source in a role: `{see}key{p. 5}`, without what parts it from the next. */
export interface RoleItem extends Range {
  readonly key: Range;
  /** What stands in the braces before and behind the key; empty where there are none. */
  readonly prefix: string;
  readonly suffix: string;
}

/** Whether the unit at `at` is escaped by the backslashes before it. */
export function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === 92) first--;
  return (at - first) % 2 === 1;
}

/** The mark `{cite:p}` that ends at `at`, where the code span of its role begins; not looked for before `from`. */
export function roleMarkBefore(
  text: string,
  at: number,
  from: number,
): { readonly start: number; readonly name: string } | undefined {
  if (text.charCodeAt(at - 1) !== 125) return undefined;
  const found = ENDS_WITH_MARK.exec(text.slice(Math.max(from, at - LONGEST_MARK), at));
  if (!found) return undefined;
  const start = at - found[0].length;
  return isEscaped(text, start) ? undefined : { start, name: found[1] ?? '' };
}

/** Whether keys are looked for in a code span whose words stand in `from`..`to`. */
export const mayHoldItems = (text: string, from: number, to: number): boolean =>
  to - from <= LONGEST && !text.slice(from, to).includes('`');

/** The sources in the code span of a role, of which the words stand in `from`..`to`. */
export function roleItems(text: string, from: number, to: number): RoleItem[] {
  if (!mayHoldItems(text, from, to)) return [];
  const inside = text.slice(from, to);
  const items: RoleItem[] = [];
  for (let at = 0; at <= inside.length; ) {
    UP_TO_SEPARATOR.lastIndex = at;
    const written = UP_TO_SEPARATOR.exec(inside)?.[0] ?? '';
    const match = ITEM.exec(written);
    const [start = 0, end = 0] = match?.indices?.[2] ?? [];
    if (match) {
      items.push({
        start: from + at,
        end: from + at + written.length,
        key: { start: from + at + start, end: from + at + end },
        prefix: match[1] ?? '',
        suffix: match[3] ?? '',
      });
    }
    at += written.length + 1;
  }
  return items;
}

/** A role with its sources: `start` and `end` are those of the whole, mark and code span. */
export interface CitingRole extends Range {
  /** `cite:p` */
  readonly name: string;
  readonly items: readonly RoleItem[];
  /** Of what stands between the backticks. */
  readonly inside: Range;
}

/** The role around the key at `key`, of which the scanner of inline content has said that it stands in one. */
export function roleAround(text: string, key: Range, from: number): CitingRole | undefined {
  const open = text.lastIndexOf('`', key.start - 1);
  let at = open;
  while (at > from && text.charCodeAt(at - 1) === 96) at--;
  const mark = open < from ? undefined : roleMarkBefore(text, at, from);
  const close = text.indexOf('`', key.end);
  if (!mark || close < 0) return undefined;
  return {
    start: mark.start,
    end: close + open + 1 - at,
    name: mark.name,
    items: roleItems(text, open + 1, close),
    inside: { start: open + 1, end: close },
  };
}

/** How a role cites. */
export interface RoleManner {
  /** In brackets as `[@key]` does, with the author in the sentence as `@key` does, or without the author as `[-@key]`. */
  readonly manner: 'parenthetical' | 'narrative' | 'year';
  /** Without the brackets that the manner has otherwise. */
  readonly bare: boolean;
  /** Nothing but the authors is given. */
  readonly authorOnly: boolean;
  /** Nothing is shown in its place: it asks for entries of the bibliography alone. */
  readonly silent: boolean;
  /** It asks for nothing that Pandoc has not: all authors, capitals, a label, a footnote. */
  readonly exact: boolean;
}

/** How the role of a name cites. */
export function mannerOfRole(name: string): RoleManner {
  const year = name.startsWith('cite:year');
  const narrative = /:(?:c?ts?|c?authors?)$/.test(name);
  return {
    manner: year ? 'year' : narrative ? 'narrative' : 'parenthetical',
    bare: /:(?:alps?|year|label)$/.test(name),
    authorOnly: name.includes('author'),
    silent: name === 'cite:empty',
    exact: ['cite', 'cite:p', 'cite:t', 'cite:yearpar'].includes(name),
  };
}

const BEING_TYPED = new RegExp(String.raw`${ROLE_MARK}\x60+([^\x60]*)$`);

/** What there is of the last source of a role that is not closed where `before` ends; `undefined` where none is open. */
export function openRoleItem(before: string): string | undefined {
  const match = BEING_TYPED.exec(before);
  if (!match || isEscaped(before, match.index)) return undefined;
  const inside = match[2] ?? '';
  let at = 0;
  for (;;) {
    UP_TO_SEPARATOR.lastIndex = at;
    const next = at + (UP_TO_SEPARATOR.exec(inside)?.[0].length ?? 0);
    // Braces that are not closed yet hold what is typed, commas and all.
    const open = /\{[^{}]*$/.exec(inside.slice(at));
    if (next >= inside.length || (open && at + open.index < next)) return inside.slice(at);
    at = next + 1;
  }
}

/** Whether a key can stand in a role. */
export const isRoleKey = (key: string): boolean => WHOLE_KEY.test(key);
const WHOLE_KEY = new RegExp(`^${ROLE_KEY}$`);

/** Tells most texts that have no citation at all. */
export const mayCite = (text: string): boolean => text.includes('@') || /\{(?:foot)?cite[:}]/.test(text);
