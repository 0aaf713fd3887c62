import { didYouMean } from './nearest.ts';
import { entryFault, type Rule } from './rule.ts';

/** A quotation is as long as its stretch; speech has a speaker, and other words in quotation marks have none. */
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
