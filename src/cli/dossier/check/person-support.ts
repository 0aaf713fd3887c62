import type { Aspect, Evidence } from '../../../core/dossier/records.ts';
import type { LoadedDossier } from '../load.ts';
import { entryFault, isWorstGraded, type Rule } from './rule.ts';

/**
 * Offices, their tenure and relations stand on evidence, and not on sources graded E or F alone: unlike a meeting, they
 * cannot be marked as doubtful.
 */
export const personSupport: Rule = {
  id: 'person-support',
  *check(dossier) {
    for (const entry of dossier.people) {
      const { offices, relations = [] } = entry.record;
      for (const [index, { evidence, from, to }] of offices.entries()) {
        const dated = from !== undefined || to !== undefined;
        for (const aspect of dated ? (['office', 'tenure'] as const) : (['office'] as const)) {
          const message = weakness(dossier, evidence, aspect);
          if (message) yield entryFault('person-support', entry, ['offices', index, 'evidence'], message);
        }
      }
      for (const [index, { evidence }] of relations.entries()) {
        const message = weakness(dossier, evidence, 'relation');
        if (message) yield entryFault('person-support', entry, ['relations', index, 'evidence'], message);
      }
    }
  },
};

/** What is wrong with the evidence of an aspect, if anything is. */
function weakness(dossier: LoadedDossier, evidence: readonly Evidence[], aspect: Aspect): string | undefined {
  const supporting = evidence.filter(item => item.supports?.includes(aspect));
  if (supporting.length === 0) {
    return `none of it supports the ${aspect}: add ${aspect} to what the evidence supports`;
  }
  return supporting.every(item => isWorstGraded(dossier, item) === true)
    ? `only sources graded E or F support the ${aspect}: add a better one, or leave it out`
    : undefined;
}
