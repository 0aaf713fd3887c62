import type { Analysis } from '../../text/analysis.ts';
import { citationOf } from '../../text/citation-at.ts';
import type { Citation } from '../../text/citations.ts';
import { isCitation, isForeignKey } from '../../text/foreign-keys.ts';
import type { Range } from '../../text/ordered-ranges.ts';
import { isRoleKey, mannerOfRole, type RoleManner, roleItems } from '../../text/roles.ts';
import type { Form } from '../forms.ts';
import { canBeMarked, writeKey } from '../keys.ts';
import { writtenLocator } from '../preview/written-locator.ts';
import type { CitedWork } from '../references.ts';
import type { Works } from '../works.ts';
import { citedAt } from './found.ts';

/** A source in a citation by key, as it is written. */
interface KeyItem {
  readonly key: string;
  readonly prefix: string;
  /** What stands behind the key and a comma: a locator, words. */
  readonly suffix: string;
  /** No comma parts the words from the key. */
  readonly glued: boolean;
}

/** A citation by keys, of Pandoc's or of MyST's: what its other form, or a reference in words, is made of. */
export interface KeyCitation extends Range {
  readonly form: 'pandoc-key' | 'myst';
  readonly manner: RoleManner['manner'];
  readonly items: readonly KeyItem[];
}

/** A citation of which not all can be told: it stays as it is. */
export interface UnreadCitation extends Range {
  readonly form: KeyCitation['form'];
  readonly items?: undefined;
}

/** On one line, without the marks of a block quote. */
const oneLine = (words: string): string => words.replace(/[ \t]*(?:\r\n|\n|\r)[\s>]*/g, ' ').trim();

const PANDOC_ITEM =
  /^([^@]*?)(-?)@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*))([^@]*)$/u;

/**
 * The citations by keys of a text, in order: in brackets, in roles, and with a key in the sentence where `isKnown` says that
 * it is one and no handle.
 * @param linked the labels of links, in lower case: `[@octocat]` may be one
 */
export function keyCitations(
  analysis: Analysis,
  isKnown: (key: string) => boolean,
  linked: ReadonlySet<string>,
): (KeyCitation | UnreadCitation)[] {
  const { text } = analysis;
  const found: (KeyCitation | UnreadCitation)[] = [];
  let last = 0;
  for (const key of analysis.keysIn(0, text.length)) {
    const citation = key.start < last ? undefined : citationOf(analysis, key);
    if (!citation) continue;
    const { start, end, bracketed, role } = citation;
    const keys = citation.items.map(item => item.key.key);
    if (bracketed) last = end;
    if (role === undefined && bracketed) {
      const isLink = linked.has(text.slice(start + 1, end - 1).toLowerCase());
      const isOther = !isCitation(text, citation) || keys.some(isForeignKey);
      if (isLink || (isOther && !keys.some(isKnown))) continue;
    }
    if (!bracketed && (!isKnown(key.key) || text.charAt(start - 1) === '[')) continue;
    const read = role === undefined ? readPandoc(text, citation) : readRole(text, citation, role);
    found.push(read ?? { start, end, form: role === undefined ? 'pandoc-key' : 'myst' });
  }
  return found;
}

function readPandoc(text: string, citation: Citation): KeyCitation | undefined {
  const { start, end, bracketed } = citation;
  if (!bracketed) {
    const [item] = citation.items;
    if (!item || text.charAt(start - 1) === '-') return undefined;
    const suffix = oneLine(
      text
        .slice(item.key.end, end)
        .replace(/^\s?\[/, '')
        .replace(/\]$/, ''),
    );
    const items = [{ key: item.key.key, prefix: '', suffix, glued: false }];
    return { start, end, form: 'pandoc-key', manner: 'narrative', items };
  }
  const items: KeyItem[] = [];
  const minuses = new Set<string>();
  for (const part of text.slice(start + 1, end - 1).split(';')) {
    const match = PANDOC_ITEM.exec(part);
    if (!match) return undefined;
    const [, before = '', minus = '', braced, plain = '', behind = ''] = match;
    minuses.add(minus);
    items.push({ key: braced ?? plain, prefix: oneLine(before), ...suffixOf(oneLine(behind)) });
  }
  const [minus] = minuses;
  // Of several, all leave out their authors or none does.
  if (minuses.size !== 1) return undefined;
  return { start, end, form: 'pandoc-key', manner: minus === '-' ? 'year' : 'parenthetical', items };
}

function suffixOf(behind: string): Pick<KeyItem, 'suffix' | 'glued'> {
  if (behind.startsWith(',')) return { suffix: behind.slice(1).trim(), glued: false };
  const locator = writtenLocator(behind);
  const braced = /^\{([^{}]*)\}$/.exec(behind)?.[1];
  if (locator && braced !== undefined) return { suffix: braced.replace(/^\s*,/, '').trim(), glued: false };
  return { suffix: behind, glued: behind !== '' && (!locator || behind.startsWith('{')) };
}

function readRole(text: string, { start, end, items }: Citation, name: string): KeyCitation | undefined {
  const { manner, exact } = mannerOfRole(name);
  if (!exact) return undefined;
  const inside = text.slice(start, end);
  const open = start + (/^[^`]*`+/.exec(inside)?.[0].length ?? 0);
  const close = end - (/`+$/.exec(inside)?.[0].length ?? 0);
  const read = roleItems(text, open, close);
  // What is no source in a role would be lost.
  const parts = text
    .slice(open, close)
    .replace(/\{[^{}]*\}/g, '')
    .split(/[,;]/);
  if (parts.length !== items.length || (manner === 'narrative' && items.length > 1)) return undefined;
  return {
    start,
    end,
    form: 'myst',
    manner,
    items: read.map(({ key, prefix, suffix }) => ({
      key: text.slice(key.start, key.end),
      prefix: oneLine(prefix),
      suffix: oneLine(suffix),
      glued: false,
    })),
  };
}

/** Markup, or what would end a citation or begin another: in a role words are text, in brackets they are Markdown. */
const NOT_PLAIN = /[[\]{}`@\\*_<>~^$]|&#?\w+;/;

/** Words with the numbers of the locator at their head parted otherwise. */
function withNumbers(words: string, part: (locator: string) => string): { head: string; rest: string } {
  const length = Math.max(0, (writtenLocator(`, ${words}`)?.length ?? 2) - 2);
  return { head: part(words.slice(0, length)), rest: words.slice(length) };
}

/**
 * A citation in the other form of keys, as it can stand in its place in the text; `undefined` where something would be lost,
 * or what stands around it would make something else of it.
 */
export function rewritten(
  text: string,
  citation: KeyCitation,
  form: KeyCitation['form'],
): string | undefined {
  const { start, end } = citation;
  const before = text.slice(Math.max(0, start - REACH), start);
  const behind = text.slice(end, end + 3);
  const free = canStand(text, citation, form);
  if (form === 'myst') return free ? writeRole(citation) : undefined;
  const written = writePandoc(citation, GOES_ON.test(behind));
  if (written?.startsWith('[')) {
    // The locator of the key before it.
    return free && (!/@[^\s[\]]*\s?$/.test(before) || /^\[-?@/.test(written)) ? written : undefined;
  }
  return /[\p{L}\p{N}_\\[-]$/u.test(before) || /^\s?[([]/.test(behind) ? undefined : written;
}

/** Whether a role, brackets or a link can stand in a place, and what touches it makes nothing else of them. */
export function canStand(text: string, { start, end }: Range, form: Form): boolean {
  const before = text.charAt(start - 1);
  const behind = text.charAt(end);
  if (form === 'myst') return before !== '{' && behind !== '`';
  // A link, a picture, a note, a definition, attributes.
  return !/[[\]!^]/.test(before) && !(form === 'markdown-link' ? /\{/ : /[([{:]/).test(behind);
}

/** So much before a citation can make something else of it. */
const REACH = 64;
/** What a key without braces would go on with. */
const GOES_ON = /^[:.#$%&\-+?<>~/]?[\p{L}\p{N}_]/u;

/** The role of MyST's that says the same; `undefined` where something would be lost. */
function writeRole({ manner, items }: KeyCitation): string | undefined {
  const written: string[] = [];
  for (const { key, prefix, suffix, glued } of items) {
    // Readers of roles part sources at each comma, in braces too.
    const { head, rest } = withNumbers(suffix, locator => locator.replace(/\s?,\s?/g, ' and '));
    if (glued || !isRoleKey(key) || NOT_PLAIN.test(prefix + suffix) || /[,;]/.test(prefix + rest))
      return undefined;
    const braces = (words: string): string => (words === '' ? '' : `{${words}}`);
    written.push(braces(prefix) + key + braces(head + rest));
  }
  const role = { parenthetical: 'cite:p', narrative: 'cite:t', year: 'cite:yearpar' }[manner];
  return `{${role}}\`${written.join(', ')}\``;
}

/**
 * The citation of Pandoc's that says the same; `undefined` where something would be lost.
 * @param braced whether a key in the sentence needs braces for the sake of what follows it
 */
function writePandoc({ manner, items }: KeyCitation, braced: boolean): string | undefined {
  const written: string[] = [];
  for (const { key, prefix, suffix } of items) {
    if (NOT_PLAIN.test(prefix + suffix) || /;/.test(prefix + suffix)) return undefined;
    const { head, rest } = withNumbers(suffix, locator => locator.replace(/(?<=\d)\s+and\s+(?=\d)/g, ', '));
    const behind = head + rest;
    if (!canBeMarked(key) || (manner === 'narrative' && prefix !== '')) return undefined;
    const mark = writeKey(key);
    if (manner === 'narrative' && behind !== '') return `${mark} [${behind}]`;
    if (manner === 'narrative') return braced ? `@{${key}}` : mark;
    const before = (prefix === '' ? '' : `${prefix} `) + (manner === 'year' ? '-' : '');
    written.push(before + mark + (behind === '' ? '' : `, ${behind}`));
  }
  return `[${written.join('; ')}]`;
}

/** The works of a citation, for a reference in words; words stand before the first and behind the last alone. */
export interface CitedWorks {
  readonly references: readonly CitedWork[];
  readonly prefix: string;
  readonly suffix: string;
}

/** What a citation cites; `undefined` where a reference in words would not say all of it, or a key is nobody's. */
export function citedBy({ form, manner, items }: KeyCitation, works: Works): CitedWorks | undefined {
  if (manner === 'narrative') return undefined;
  const references: CitedWork[] = [];
  let [before, behind] = ['', ''];
  for (const [index, { key, prefix, suffix }] of items.entries()) {
    const work = works.get(key);
    if (!work || (form === 'myst' && NOT_PLAIN.test(prefix + suffix))) return undefined;
    const { reference, rest } = citedAt(work, suffix);
    if ((prefix !== '' && index > 0) || (rest !== '' && index < items.length - 1)) return undefined;
    before ||= prefix;
    behind ||= rest;
    references.push(reference);
  }
  return { references, prefix: before, suffix: behind };
}
