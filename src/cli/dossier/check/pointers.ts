import { isPassageEvidence } from '../../../core/dossier/dossier.ts';
import { allEvidence, documentOf, entryFault, formatNumbers, formatSpan, type Rule } from './rule.ts';

/** Evidence from a document points to a passage that is there, or to a stretch of the text that is no passage. */
export const pointers: Rule = {
  id: 'pointers',
  *check(dossier) {
    for (const { entry, path, evidence } of allEvidence(dossier)) {
      if (!isPassageEvidence(evidence)) continue;
      const document = documentOf(dossier, evidence.document);
      if (!document) continue;
      const fault = (field: string, message: string) =>
        entryFault('pointers', entry, field === '' ? path : [...path, field], message);
      const { passage: number, start, end } = evidence;

      const passage = document.passages.find(candidate => candidate.number === number);
      if (number !== undefined && !passage) {
        const numbers = formatNumbers(document.passages.map(candidate => candidate.number));
        yield fault('passage', `document ${document.id} has ${numbers}, not ${number}`);
        continue;
      }
      if (start === undefined && end === undefined) {
        if (!passage)
          yield fault('', 'points to no place: give a passage, or start and end of a caption or heading');
        continue;
      }
      if (start === undefined || end === undefined) {
        const there = start === undefined ? 'end' : 'start';
        yield fault(there, `stands alone: give start and end together`);
        continue;
      }
      if (start >= end) {
        yield fault('end', `${end} is not after the start, ${start}`);
        continue;
      }
      if (end > document.source.length) {
        yield fault(
          'end',
          `${end} lies beyond the end of ${document.id}, which has ${document.source.length} characters`,
        );
        continue;
      }
      if (passage) {
        if (start < passage.start || end > passage.end) {
          const message = `${formatSpan({ start, end })} lies outside passage ${passage.number} of ${document.id}, which is ${formatSpan(passage)}`;
          yield fault('start', message);
        }
        continue;
      }
      const touched = document.passages.find(candidate => candidate.start < end && start < candidate.end);
      if (touched) {
        yield fault(
          'start',
          `${formatSpan({ start, end })} lies in passage ${touched.number} of ${document.id}: add passage: ${touched.number}`,
        );
      }
    }
  },
};
