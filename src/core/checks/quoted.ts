import type { Dossier } from '../dossier/dossier.ts';
import { overlaps, parseEdtf } from '../dossier/edtf.ts';
import type { Analysis } from '../text/analysis.ts';
import type { Paragraph, Quoted, Sentence } from '../text/paragraphs.ts';
import type { QuotationMatch } from '../text/quotation-match.ts';
import { citedIn } from './cited.ts';
import { cue } from './cues.ts';
import type { CheckContext, Report, Rule } from './rule.ts';

/** In longer paragraphs, and sentences with more quotations, it is not sure whose words are meant. */
const LONGEST_PARAGRAPH = 20_000;
const MOST_QUOTATIONS = 20;

/** Words that nobody spoke. */
export const IMAGINED = cue(
  'novels?|films?|movie|screenplay|cartoon|sketch|satir~|parod~|fiction~|imaginary',
);

/** A rule's look at each quotation of a paragraph, titles left alone. */
export const eachQuotation =
  (
    check: (
      paragraph: Paragraph,
      sentence: Sentence,
      quotation: Quoted,
      context: CheckContext,
      report: Report,
    ) => void,
  ): NonNullable<Rule['paragraph']> =>
  (paragraph, context, report) => {
    if (paragraph.kind === 'heading' || paragraph.end - paragraph.start > LONGEST_PARAGRAPH) return;
    for (const sentence of paragraph.sentences) {
      if (sentence.quotations.length > MOST_QUOTATIONS) continue;
      for (const quotation of sentence.quotations) check(paragraph, sentence, quotation, context, report);
    }
  };

/**
 * Whether a sentence says where its quotation comes from: `here`, it cites the document that was found; `elsewhere`, it
 * cites another source alone, or gives a day on which the recorded words were not spoken.
 */
export function originOf(
  sentence: Sentence,
  { document, quotation }: QuotationMatch,
  analysis: Analysis,
  dossier: Dossier,
): 'here' | 'elsewhere' | undefined {
  const sources = citedIn(sentence, analysis, dossier);
  if (sources.some(source => source.document?.id === document)) return 'here';
  if (sources.length > 0) return 'elsewhere';
  const spoken = quotation?.date === undefined ? undefined : parseEdtf(quotation.date);
  const dates = sentence.dates.map(({ date }) => date);
  return spoken && dates.length > 0 && !dates.some(date => overlaps(date, spoken)) ? 'elsewhere' : undefined;
}
