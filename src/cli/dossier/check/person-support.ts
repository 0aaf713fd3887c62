import type { Aspect, Evidence } from '../../../core/dossier/records.ts';
import { entryFault, type Rule } from './rule.ts';

/** Offices, their tenure and relations stand on evidence. */
export const personSupport: Rule = {
  id: 'person-support',
  *check({ people }) {
    for (const entry of people) {
      const { offices, relations = [] } = entry.record;
      for (const [index, { evidence, from, to }] of offices.entries()) {
        const dated = from !== undefined || to !== undefined;
        for (const aspect of dated ? (['office', 'tenure'] as const) : (['office'] as const)) {
          if (!isSupported(evidence, aspect)) {
            yield entryFault('person-support', entry, ['offices', index, 'evidence'], missing(aspect));
          }
        }
      }
      for (const [index, { evidence }] of relations.entries()) {
        if (!isSupported(evidence, 'relation')) {
          yield entryFault('person-support', entry, ['relations', index, 'evidence'], missing('relation'));
        }
      }
    }
  },
};

const isSupported = (evidence: readonly Evidence[], aspect: Aspect): boolean =>
  evidence.some(item => item.supports?.includes(aspect));

const missing = (aspect: Aspect): string =>
  `none of it supports the ${aspect}: add ${aspect} to what the evidence supports`;
