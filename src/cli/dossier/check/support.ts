import { isPassageEvidence, isRecordEvidence } from '../../../core/dossier/dossier.ts';
import type { Aspect, Evidence } from '../../../core/dossier/records.ts';
import { entryFault, type Rule } from './rule.ts';

/** A meeting's participants, date and place stand on evidence, and its date says on which. */
export const support: Rule = {
  id: 'support',
  *check({ meetings }) {
    for (const entry of meetings) {
      const { evidence, date, dateBasis, place } = entry.record;
      const fault = (path: readonly string[], message: string) => entryFault('support', entry, path, message);
      const supporting = (aspect: Aspect): Evidence[] =>
        evidence.filter(item => item.supports?.includes(aspect));

      if (supporting('participants').length === 0) {
        yield fault(
          ['participants'],
          'no evidence supports them: add participants to what the evidence supports',
        );
      }
      if (place && supporting('place').length === 0) {
        yield fault(
          ['place'],
          'no evidence supports it: add place to what the evidence supports, or leave the place out',
        );
      }
      const dated = supporting('date');
      switch (dateBasis.kind) {
        case 'unknown':
          if (dated.length > 0) {
            yield fault(
              ['dateBasis', 'kind'],
              `is unknown, but evidence supports the date ${date}: say how it is known`,
            );
          }
          break;
        case 'public-record':
          if (!dated.some(isRecordEvidence)) {
            yield fault(
              ['dateBasis', 'kind'],
              'is public-record, but no evidence from a public record supports the date',
            );
          }
          break;
        default:
          if (!dated.some(isPassageEvidence)) {
            yield fault(
              ['dateBasis', 'kind'],
              `is ${dateBasis.kind}, but no evidence from a document supports the date`,
            );
          }
      }
      if (dateBasis.kind === 'resolved') {
        for (const field of ['expression', 'reasoning'] as const) {
          if (dateBasis[field] === undefined) {
            yield fault(
              ['dateBasis'],
              `a resolved date keeps its expression and the reasoning: add ${field}`,
            );
          }
        }
      }
    }
  },
};
