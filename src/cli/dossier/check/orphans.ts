import { isRecordEvidence } from '../../../core/dossier/dossier.ts';
import type { CslName, Person } from '../../../core/dossier/records.ts';
import type { LoadedDossier } from '../load.ts';
import { allEvidence, entryFault, type Rule } from './rule.ts';

/** Nothing stands in a dossier to which nothing leads. */
export const orphans: Rule = {
  id: 'orphans',
  *check(dossier) {
    const named = peopleNamed(dossier);
    const authors = dossier.documents.flatMap(({ record }) => record.csl.author ?? []);
    for (const entry of dossier.people) {
      if (named.has(entry.record.id) || authors.some(author => isNameOf(author, entry.record))) continue;
      const message = 'is mentioned, author, participant or speaker nowhere: use the record, or remove it';
      yield entryFault('orphans', entry, ['id'], message);
    }
    const records = new Set(
      [...allEvidence(dossier)].flatMap(({ evidence }) =>
        isRecordEvidence(evidence) ? evidence.record : [],
      ),
    );
    for (const entry of dossier.records) {
      if (records.has(entry.record.id)) continue;
      yield entryFault('orphans', entry, ['id'], 'no evidence points into this record: use it, or remove it');
    }
  },
};

function peopleNamed(dossier: LoadedDossier): ReadonlySet<string | undefined> {
  return new Set<string | undefined>([
    ...dossier.meetings.flatMap(({ record }) => record.participants.map(participant => participant.person)),
    ...dossier.documents.flatMap(({ record }) => [
      ...record.regions.flatMap(region => region.mentions ?? []),
      ...record.quotations.flatMap(({ speaker, reportedBy, addressee }) => [speaker, reportedBy, addressee]),
    ]),
  ]);
}

function isNameOf(name: CslName, person: Person): boolean {
  const written = 'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ');
  return [person.name, ...person.forms.map(form => form.form)].includes(written);
}
