import type { Quotation, Region } from '../../../core/dossier/records.ts';
import { didYouMean } from './nearest.ts';
import { entryFault, formatSpan, type Rule } from './rule.ts';

/** Where a quotation stands that has no passage. */
const WITHOUT_PASSAGE: readonly Region['kind'][] = ['heading', 'caption', 'printed-twice'];

/**
 * A quotation is as long as its stretch, and names its passage if it stands in one; speech has a speaker, and other words
 * in quotation marks have none.
 */
export const quotations: Rule = {
  id: 'quotations',
  *check({ documents, ids }) {
    for (const entry of documents) {
      for (const [index, quotation] of entry.record.quotations.entries()) {
        const fault = (field: string, message: string) =>
          entryFault('quotations', entry, ['quotations', index, field], message);
        const { words, start, end, kind, speaker } = quotation;
        if (end > start && words.length !== end - start) {
          yield fault('words', `has ${words.length} characters, but ${start}–${end} has ${end - start}`);
        }
        const misplaced = placeFault(quotation, entry.record.regions);
        if (misplaced !== undefined) yield fault('start', misplaced);
        if (kind === 'not-speech' && speaker !== undefined) {
          yield fault(
            'speaker',
            'words that are not speech have no speaker: leave it out, or change the kind',
          );
        }
        if (kind !== 'not-speech' && speaker === undefined) {
          yield fault('kind', `is ${kind} without a speaker: add a person's id, or words for an unnamed one`);
        }
        for (const field of ['speaker', 'reportedBy', 'addressee'] as const) {
          const who = quotation[field];
          if (who === undefined || who.includes(' ') || ids.people.has(who)) continue;
          const message = `no person has the id ${who}${didYouMean(who, ids.people) || '; for someone without a record write at least two words'}`;
          yield fault(field, message);
        }
      }
    }
  },
};

/** What is wrong with the place of a quotation without a passage; the rule `stretches` judges the others. */
function placeFault(quotation: Quotation, regions: readonly Region[]): string | undefined {
  const { passage, start, end } = quotation;
  if (passage !== undefined || start >= end) return undefined;
  const region = regions.find(candidate => candidate.start <= start && end <= candidate.end);
  if (region?.kind === 'text') {
    return `${formatSpan(quotation)} lies in passage ${region.passage}: add passage: ${region.passage}`;
  }
  if (region && WITHOUT_PASSAGE.includes(region.kind)) return undefined;
  return `${formatSpan(quotation)} lies in no passage, heading or caption`;
}
