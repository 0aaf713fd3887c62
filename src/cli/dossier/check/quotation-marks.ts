import { entryFault, formatSpan, type OriginalRule } from './rule.ts';

const MARK = /["'“”„‟«»‘’‚‹›]/;
/** Single marks are apostrophes too often to be told apart. */
const DOUBLE_MARKS = /["“”„‟«»]/g;

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
        if (kind !== 'text') continue; // a quotation has a passage, so that a heading's cannot be listed
        for (const { index: within } of text.slice(start, end).matchAll(DOUBLE_MARKS)) {
          const at = start + within;
          if (quotations.some(quotation => quotation.start - 1 <= at && at <= quotation.end)) continue;
          const message = `the quotation mark at ${at} belongs to no quotation: list what it encloses, as not-speech if it is none`;
          yield entryFault('quotation-marks', document, ['regions', index], message);
        }
      }
    }
  },
};
