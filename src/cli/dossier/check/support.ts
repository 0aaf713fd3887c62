import { isPassageEvidence, isRecordEvidence } from '../../../core/dossier/dossier.ts';
import type { Aspect, Evidence, Meeting } from '../../../core/dossier/records.ts';
import type { Fault } from '../faults.ts';
import type { Entry } from '../load.ts';
import { entryFault, type Rule } from './rule.ts';

/** A meeting, its participants, date, place and topics stand on evidence, and its date says on which. */
export const support: Rule = {
  id: 'support',
  *check({ meetings }) {
    for (const entry of meetings) {
      yield* facts(entry);
      yield* dating(entry);
    }
  },
};

const supporting = (evidence: readonly Evidence[], aspect: Aspect): readonly Evidence[] =>
  evidence.filter(item => item.supports?.includes(aspect));

function* facts(entry: Entry<Meeting>): Iterable<Fault> {
  const { evidence, place, topics } = entry.record;
  const without = (aspect: Aspect): boolean => supporting(evidence, aspect).length === 0;
  const fault = (field: keyof Meeting, message: string): Fault =>
    entryFault('support', entry, [field], message);
  if (without('event')) {
    yield fault('evidence', 'none of it supports the event: add event to what the evidence supports');
  }
  if (without('participants')) {
    yield fault('participants', 'no evidence supports them: add participants to what the evidence supports');
  }
  if (place && without('place')) {
    yield fault('place', 'no evidence supports it: add place to what the evidence supports, or leave it out');
  }
  if (topics.length > 0 && without('topics')) {
    yield fault(
      'topics',
      'no evidence supports them: add topics to what the evidence supports, or leave it empty',
    );
  }
}

function* dating(entry: Entry<Meeting>): Iterable<Fault> {
  const { evidence, date, dateBasis } = entry.record;
  const dated = supporting(evidence, 'date');
  const kind = (message: string): Fault =>
    entryFault('support', entry, ['dateBasis', 'kind'], `is ${dateBasis.kind}, but ${message}`);
  switch (dateBasis.kind) {
    case 'unknown':
      if (dated.length > 0) yield kind(`evidence supports the date ${date}: say how it is known`);
      break;
    case 'public-record':
      if (!dated.some(isRecordEvidence)) yield kind('no evidence from a public record supports the date');
      break;
    default:
      if (!dated.some(isPassageEvidence)) yield kind('no evidence from a document supports the date');
  }
  if (dateBasis.kind !== 'resolved') return;
  for (const field of ['expression', 'reasoning'] as const) {
    if (dateBasis[field] !== undefined) continue;
    const message = `a resolved date keeps its expression and the reasoning: add ${field}`;
    yield entryFault('support', entry, ['dateBasis'], message);
  }
}
