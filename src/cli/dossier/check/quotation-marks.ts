import { entryFault, formatSpan, NAMING, type OriginalRule } from './rule.ts';

const MARK = /["'“”„‟«»‘’‚‹›]/;
const DOUBLE_MARKS = /["“”„‟«»]/g;
/** Single marks around words. One alone is an apostrophe more often than not, so that it takes both to count. */
const SINGLE_MARKS = /(?<![\p{L}\p{M}\p{N}])['‘‚](?=[\p{L}\p{N}])[^'’‘‚\n]*['’‘](?![\p{L}\p{N}])/gu;

/** Quotations are what stands between quotation marks, unless *sic* says otherwise, and all of them are listed. */
export const quotationMarks: OriginalRule = {
  id: 'quotation-marks',
  *check(originals) {
    for (const { document, text } of originals) {
      const { regions, quotations } = document.record;
      for (const [index, { start, end, sic }] of quotations.entries()) {
        if (sic !== undefined) continue;
        for (const [field, mark, where] of [
          ['start', text.charAt(start - 1), 'before'],
          ['end', text.charAt(end), 'after'],
        ] as const) {
          if (MARK.test(mark)) continue;
          const message = `no quotation mark stands ${where} ${formatSpan({ start, end })}: take all that stands between the marks`;
          yield entryFault('quotation-marks', document, ['quotations', index, field], message);
        }
      }
      for (const [index, { kind, start, end }] of regions.entries()) {
        if (!NAMING.includes(kind)) continue;
        for (const at of marksIn(text.slice(start, end)).map(within => start + within)) {
          if (quotations.some(quotation => quotation.start - 1 <= at && at <= quotation.end)) continue;
          const message = `the quotation mark at ${at} belongs to no quotation: list what it encloses, as not-speech if it is none`;
          yield entryFault('quotation-marks', document, ['regions', index], message);
        }
      }
    }
  },
};

/** Where the quotation marks of a text stand, in order. */
function marksIn(text: string): readonly number[] {
  const double = Array.from(text.matchAll(DOUBLE_MARKS), ({ index }) => index);
  const single = Array.from(text.matchAll(SINGLE_MARKS), ({ 0: words, index }) => [
    index,
    index + words.length - 1,
  ]);
  return [...double, ...single.flat()].sort((a, b) => a - b);
}
