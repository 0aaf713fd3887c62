import type { Block } from './analysis.ts';
import { UNSPACED, UPPER, unitKind, WORD } from './chars.ts';
import { isQuotationMark } from './quotation-marks.ts';
import type { QuotedRange } from './quotation-scan.ts';

/** No longer paragraph of a block quote is one quotation. */
const LONGEST = 20_000;
/** No attribution is longer. */
const TAIL = 200;
/** White space, markers of block quotes, emphasis, hard line breaks: nothing that is read. */
const UNREAD = /[\s>*_\\]/;
const SENTENCE_END = /[.!?…。"'”’»«“]/;
const DASH = /[-\u2012-\u2015]/;

/** The quotation that a block is as a whole: a paragraph of a block quote that has no marks of its own. */
export const quotationOfBlock = (
  source: string,
  { start, end, kind, quoted }: Block,
): QuotedRange | undefined =>
  quoted && kind === 'paragraph' && end - start <= LONGEST ? blockQuotation(source, start, end) : undefined;

/**
 * The quotation that a paragraph of a block quote, or a run of them, is as a whole: `source` from `from` to `to`, with the
 * markers or without. An attribution at its end (`— John Kerry, 14 September 2013`) is no part of it. `undefined` where
 * the paragraph begins with a quotation mark, so that its marks tell what is quoted; where it is an attribution alone, a
 * callout (`[!NOTE]`) or without words.
 */
export function blockQuotation(source: string, from: number, to: number): QuotedRange | undefined {
  let start = from;
  while (start < to && UNREAD.test(source.charAt(start))) start++;
  if (start === to || isQuotationMark(source.charCodeAt(start)) || source.startsWith('[!', start))
    return undefined;
  const end = trimmedEnd(source, start, attributionStart(source, start, to));
  for (let at = start; at < end; at++) {
    if (unitKind(source.charCodeAt(at)) & (WORD | UNSPACED))
      return { start, end, wordsStart: start, wordsEnd: end };
  }
  return undefined;
}

function trimmedEnd(source: string, start: number, end: number): number {
  let last = end;
  while (last > start && UNREAD.test(source.charAt(last - 1))) last--;
  return last;
}

/** Where the dash stands that begins the attribution at the end of `source` before `to`; `to` where there is none. */
function attributionStart(source: string, from: number, to: number): number {
  const limit = Math.max(from, to - TAIL);
  for (let at = to - 1; at >= limit; at--) {
    if (!DASH.test(source.charAt(at))) continue;
    let first = at;
    while (first > from && DASH.test(source.charAt(first - 1))) first--;
    if (!parts(source, first, at, from, to)) {
      // Inside a word, a name or a span of years.
      if (/\S/.test(source.charAt(at + 1)) && first > from && /\S/.test(source.charAt(first - 1))) {
        at = first;
        continue;
      }
      return to;
    }
    return first;
  }
  return to;
}

/** Whether the dash in `first`..`last` stands after a sentence or at the head of a line, and before a name. */
function parts(source: string, first: number, last: number, from: number, to: number): boolean {
  let next = last + 1;
  while (next < to && /[\s*_[]/.test(source.charAt(next))) next++;
  const kind = next < to ? unitKind(source.charCodeAt(next)) : 0;
  if ((kind & (UPPER | UNSPACED)) === 0) return false;
  let before = first;
  let newLine = false;
  while (before > from && UNREAD.test(source.charAt(before - 1))) {
    before--;
    newLine ||= /[\n\r]/.test(source.charAt(before));
  }
  return newLine || before === from || SENTENCE_END.test(source.charAt(before - 1));
}
