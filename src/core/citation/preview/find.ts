import { type CitationItem, citationAround } from '../../text/citations.ts';
import { InlineScanner } from '../../text/inline.ts';
import type { Locator } from '../locators.ts';
import { writtenLocator } from './written-locator.ts';

/** One source of a citation in the preview. Offsets are UTF-16 in the text of its block, end exclusive. */
export interface PreviewItem {
  readonly key: string;
  /** The whole item, without the semicolon that parts it from the next. */
  readonly start: number;
  readonly end: number;
  /** Of the `@`. */
  readonly at: number;
  /** As written: `@key`, `-@{key}`. */
  readonly mark: string;
  /** Written `-@key`: the author is left out. */
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

/** A citation in the text of a block: in brackets, or with its key in the sentence. */
export interface PreviewCitation {
  readonly start: number;
  readonly end: number;
  readonly bracketed: boolean;
  readonly items: readonly PreviewItem[];
}

/**
 * The citations in the text of one block (a paragraph, a heading, a cell), in order and apart from each other: none in
 * code, in HTML, in the address of a link, in a formula.
 */
export function previewCitations(text: string): readonly PreviewCitation[] {
  if (!text.includes('@')) return [];
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
    const { bracketed, items, start, end } = citationAround(text, mark, block);
    if (start < done || items.length === 0) continue;
    const read = items.map(item => readItem(text, item, bracketed));
    const first = read[0];
    // `-@key` in the sentence begins at its minus.
    citations.push({
      start: bracketed ? start : Math.min(start, first?.start ?? start),
      end,
      bracketed,
      items: read,
    });
    done = end;
  }
  return citations;
}

/** What stands behind the key of an item; that of a key in the sentence stands in brackets: `@key [para. 5]`. */
export function suffixOf(text: string, { end, key }: CitationItem, bracketed: boolean): string {
  const behind = text.slice(key.end, end);
  return bracketed ? behind : behind.replace(/^\s?\[/, ', ').replace(/\]$/, '');
}

function readItem(text: string, item: CitationItem, bracketed: boolean): PreviewItem {
  const { start, end, key, paragraphs } = item;
  const minus = text.charAt(key.start - 1) === '-' && !/[\p{L}\p{N}_\\]/u.test(text.charAt(key.start - 2));
  const from = minus ? key.start - 1 : key.start;
  const suffix = suffixOf(text, item, bracketed);
  const locator = writtenLocator(suffix);
  return {
    key: key.key,
    start: bracketed ? start : from,
    end,
    at: key.start,
    mark: text.slice(from, key.end),
    written: text.slice(from, end).trimEnd(),
    suppressed: minus,
    ...(locator && { locator: locator.locator }),
    paragraphs,
    prefix: bracketed ? text.slice(start, from).trimStart() : '',
    suffix: suffix.slice(locator?.length ?? 0).trimEnd(),
  };
}
