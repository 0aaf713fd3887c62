import { type EdtfDate, parseEdtf } from '../dossier/edtf.ts';
import { onceFor } from '../dossier/keyed.ts';
import type { Edtf } from '../dossier/records.ts';
import type { Analysis } from './analysis.ts';
import { frontMatterFields } from './front-matter-fields.ts';
import { overlap, type Range } from './ordered-ranges.ts';
import { relativeDates } from './relative-dates.ts';

/** In a longer paragraph relative dates are not looked for. */
const LONGEST = 20_000;

/** The date of the whole text, from its front matter; empty where it gives none. */
const referenceOf = onceFor(({ text }: Analysis): Edtf => frontMatterFields(text).date ?? '');

/** The dates that a sentence gives, those among them that are told from the document's own date: `last week`. */
export function datesOfSentence(analysis: Analysis, { start, end }: Range): EdtfDate[] {
  const absolute = analysis.datesIn(start, end);
  const reference = referenceOf(analysis);
  const paragraph = reference === '' ? undefined : analysis.paragraphAt(start);
  const relative =
    paragraph === undefined || paragraph.end - paragraph.start > LONGEST
      ? []
      : relativeDates(analysis.text, paragraph.start, paragraph.end, reference).filter(
          date => date.start >= start && date.end <= end && !absolute.some(other => overlap(other, date)),
        );
  return [...absolute, ...relative].sort((a, b) => a.start - b.start).map(({ edtf }) => parseEdtf(edtf));
}
