import { scanDocument } from './document-scan.ts';
import { lineBreakOf } from './edits.ts';

/** Where a quotation goes, and what parts it from what stands there already. */
export interface QuotationPlace {
  readonly at: number;
  readonly before: string;
  readonly behind: string;
}

/** For carets the places where a quotation can begin: not within a word, nor in code, HTML, front matter or a comment. */
export function quotationPlaces(text: string, carets: readonly number[]): QuotationPlace[] {
  const { blocks, places, end } = scanDocument(text, carets);
  const eol = lineBreakOf(text);
  return carets.map(caret => {
    const block = blocks.get(caret);
    if (block?.endless) return { at: end, before: '', behind: eol + eol };
    if (block) {
      const blank = eol + block.prefix.trimEnd();
      const apart = /^(?:(?:\r\n|\n|\r)[ \t>]*(?:[\r\n]|$)|$)/.test(text.slice(block.end, block.end + 256));
      return { at: block.end, before: blank + eol + block.prefix, behind: apart ? '' : blank };
    }
    const at = places.get(caret)?.at ?? caret;
    const inWord = /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at - 1));
    const rest = inWord ? (/^[\p{L}\p{N}\p{M}]+/u.exec(text.slice(at, at + 64))?.[0].length ?? 0) : 0;
    return { at: at + rest, before: '', behind: '' };
  });
}
