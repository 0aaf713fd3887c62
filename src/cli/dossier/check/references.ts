import { isRecordEvidence } from '../../../core/dossier/dossier.ts';
import type { Fault } from '../faults.ts';
import type { Entry, LoadedDossier } from '../load.ts';
import type { Path } from '../places.ts';
import { didYouMean } from './nearest.ts';
import { allEvidence, entryFault, type Rule } from './rule.ts';

interface Reference {
  readonly entry: Entry<unknown>;
  readonly path: Path;
  readonly id: string;
}

/** Every id that points to a person, meeting, document or public record names one that is there. */
export const references: Rule = {
  id: 'references',
  *check(dossier) {
    const { ids } = dossier;
    for (const reference of peopleNamed(dossier)) yield* resolve(reference, 'person', ids.people);
    for (const reference of meetingsNamed(dossier)) yield* resolve(reference, 'meeting', ids.meetings);
    for (const reference of documentsNamed(dossier)) yield* resolve(reference, 'document', ids.documents);
    for (const { entry, path, evidence } of allEvidence(dossier)) {
      if (isRecordEvidence(evidence)) {
        if (dossier.recordsUnread) continue;
        yield* resolve(
          { entry, path: [...path, 'record'], id: evidence.record },
          'public record',
          ids.records,
        );
      } else {
        yield* resolve(
          { entry, path: [...path, 'document'], id: evidence.document },
          'document',
          ids.documents,
        );
      }
    }
  },
};

function* resolve({ entry, path, id }: Reference, what: string, known: ReadonlySet<string>): Iterable<Fault> {
  if (!known.has(id)) {
    yield entryFault('references', entry, path, `no ${what} has the id ${id}${didYouMean(id, known)}`);
  }
}

/** The ids of people where nothing but an id may stand; a quotation's speaker may also be words. */
function* peopleNamed(dossier: LoadedDossier): Iterable<Reference> {
  for (const entry of dossier.meetings) {
    for (const [index, { person }] of entry.record.participants.entries()) {
      yield { entry, path: ['participants', index, 'person'], id: person };
    }
  }
  for (const entry of dossier.people) {
    for (const [index, relation] of (entry.record.relations ?? []).entries()) {
      for (const [at, id] of relation.with.entries()) {
        yield { entry, path: ['relations', index, 'with', at], id };
      }
    }
  }
  for (const entry of dossier.documents) {
    for (const [index, region] of entry.record.regions.entries()) {
      for (const [at, id] of (region.mentions ?? []).entries()) {
        yield { entry, path: ['regions', index, 'mentions', at], id };
      }
    }
  }
  for (const entry of dossier.disputes) {
    for (const [at, id] of entry.record.about.people.entries()) {
      yield { entry, path: ['about', 'people', at], id };
    }
  }
}

function* meetingsNamed(dossier: LoadedDossier): Iterable<Reference> {
  for (const entry of dossier.meetings) {
    if (entry.record.partOf !== undefined) yield { entry, path: ['partOf'], id: entry.record.partOf };
  }
  for (const entry of dossier.disputes) {
    for (const [at, id] of entry.record.about.meetings.entries()) {
      yield { entry, path: ['about', 'meetings', at], id };
    }
  }
}

/** Documents whose surface forms a person's record gives; evidence names documents too. */
function* documentsNamed(dossier: LoadedDossier): Iterable<Reference> {
  for (const entry of dossier.people) {
    for (const id of Object.keys(entry.record.surfaceForms ?? {})) {
      yield { entry, path: ['surfaceForms', id], id };
    }
  }
}
