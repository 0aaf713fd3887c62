import { entryFault, isWorstGraded, type Rule } from './rule.ts';

/**
 * What only sources graded E or F tell is doubtful, and nothing else is; a source tells a meeting if it supports the event,
 * and not merely its date or place. Where a better source denies it, it is disputed. What is disputed has its dispute.
 */
export const status: Rule = {
  id: 'status',
  *check(dossier) {
    for (const entry of dossier.meetings) {
      const { id, status: given, evidence } = entry.record;
      if (
        given === 'disputed' &&
        !dossier.disputes.some(({ record }) => record.about.meetings.includes(id))
      ) {
        yield entryFault('status', entry, ['status'], 'is disputed, but no dispute is about this meeting');
      }
      const tellers = evidence.filter(item => item.supports?.includes('event'));
      const grades = tellers.map(item => isWorstGraded(dossier, item));
      if (tellers.length === 0 || grades.includes(undefined)) continue;
      const worst = grades.every(Boolean);
      const denied = evidence.some(
        item => item.contradicts?.includes('event') && isWorstGraded(dossier, item) === false,
      );
      if (worst && given !== 'doubtful' && !(denied && given === 'disputed')) {
        const message = `is ${given}, but only sources graded E or F tell it: it is doubtful`;
        yield entryFault('status', entry, ['status'], message);
      }
      if (!worst && given === 'doubtful') {
        const message = 'is doubtful, but a source graded better than E tells it';
        yield entryFault('status', entry, ['status'], message);
      }
    }
  },
};
