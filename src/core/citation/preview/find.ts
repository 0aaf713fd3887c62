import { type Citation, type CitationItem, citationAround } from '../../text/citations.ts';
import { isCitation } from '../../text/foreign-keys.ts';
import { InlineScanner } from '../../text/inline.ts';
import { mannerOfRole, mayCite, type RoleManner } from '../../text/roles.ts';
import type { Locator } from '../locators.ts';
import { writtenLocator } from './written-locator.ts';

/** One source of a citation in the preview. Offsets are UTF-16 in the text of its block, end exclusive. */
export interface PreviewItem {
  readonly key: string;
  /** The whole item, without the semicolon that parts it from the next. */
  readonly start: number;
  readonly end: number;
  /** Of the `@`; in a role, of the key. */
  readonly at: number;
  /** As written: `@key`, `-@{key}`; in a role, the key. */
  readonly mark: string;
  /** Written `-@key`, or in a role that cites so: the author is left out. */
  readonly suppressed: boolean;
  readonly locator?: Locator;
  /** The numbers of the paragraphs that are cited. */
  readonly paragraphs: readonly number[];
  /** From its mark on. */
  readonly written: string;
  /** What the writer put before the key and behind the locator, as Markdown. */
  readonly prefix: string;
  readonly suffix: string;
}

/** A citation in the text of a block: in brackets, with its key in the sentence, or in a role of MyST's. */
export interface PreviewCitation {
  readonly start: number;
  readonly end: number;
  /** Its authors stand in the brackets as well. */
  readonly bracketed: boolean;
  /** How the role cites in which it stands. */
  readonly role?: RoleManner;
  /** Nothing else is written so: its keys are meant for sources, whether or not they are known. */
  readonly meant: boolean;
  readonly items: readonly PreviewItem[];
}

/**
 * The citations in the text of one block (a paragraph, a heading, a cell), in order and apart from each other: none in
 * code, in HTML, in the address of a link, in a formula.
 */
export function previewCitations(text: string): readonly PreviewCitation[] {
  if (!mayCite(text)) return [];
  const marks: { readonly start: number; readonly end: number }[] = [];
  const scanner = new InlineScanner(text, 0, text.length, (start, end, kind) => {
    if (kind === 'citation') marks.push({ start, end });
  });
  while (!scanner.run(text.length));
  const block = { start: 0, end: text.length };
  const citations: PreviewCitation[] = [];
  let done = 0;
  for (const mark of marks) {
    if (mark.start < done) continue;
    const citation = citationAround(text, mark, block);
    const { start, end, items } = citation;
    if (start < done || items.length === 0) continue;
    const role = citation.role === undefined ? undefined : mannerOfRole(citation.role);
    const read = items.map(item => readItem(text, item, citation));
    const first = read[0];
    citations.push({
      // `-@key` in the sentence begins at its minus.
      start: citation.bracketed ? start : Math.min(start, first?.start ?? start),
      end,
      bracketed: role ? role.manner !== 'narrative' : citation.bracketed,
      ...(role && { role }),
      meant: isCitation(text, citation),
      items: read,
    });
    done = end;
  }
  return citations;
}

/**
 * What stands behind the key of an item, as in brackets. Elsewhere it stands in brackets of its own, `@key [para. 5]`, or in
 * a role in braces.
 */
export function suffixOf(
  text: string,
  { end, key }: CitationItem,
  { bracketed, role }: Pick<Citation, 'bracketed' | 'role'>,
): string {
  const behind = text.slice(key.end, end);
  if (role !== undefined)
    return behind
      .replace(/^\s*\{\s*/, ', ')
      .replace(/\s*\}\s*$/, '')
      .trimEnd();
  return bracketed ? behind : behind.replace(/^\s?\[/, ', ').replace(/\]$/, '');
}

function readItem(text: string, item: CitationItem, citation: Citation): PreviewItem {
  const { start, end, key, paragraphs } = item;
  const { bracketed, role } = citation;
  const minus =
    role === undefined &&
    text.charAt(key.start - 1) === '-' &&
    !/[\p{L}\p{N}_\\]/u.test(text.charAt(key.start - 2));
  const from = minus ? key.start - 1 : key.start;
  const suffix = suffixOf(text, item, citation);
  const locator = writtenLocator(suffix);
  const before = bracketed ? text.slice(start, from) : '';
  return {
    key: key.key,
    start: bracketed ? start : from,
    end,
    at: key.start,
    mark: text.slice(from, key.end),
    written: text.slice(from, end).trimEnd(),
    suppressed: minus || (role !== undefined && mannerOfRole(role).manner === 'year'),
    ...(locator && { locator: locator.locator }),
    paragraphs,
    prefix:
      role === undefined
        ? before.trimStart()
        : before.replace(/^[\s>]*\{\s*(.*?)\s*\}\s*$/s, '$1 ').trimStart(),
    suffix: suffix.slice(locator?.length ?? 0).trimEnd(),
  };
}
