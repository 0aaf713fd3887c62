import { isRecordEvidence } from '../../../core/dossier/dossier.ts';
import { allEvidence, entryFault, type Rule } from './rule.ts';

/** The address of an entry of a public record lies under that record's own. */
export const recordUrls: Rule = {
  id: 'record-urls',
  *check(dossier) {
    for (const { entry, path, evidence } of allEvidence(dossier)) {
      if (!isRecordEvidence(evidence)) continue;
      const record = dossier.records.find(candidate => candidate.record.id === evidence.record)?.record;
      if (!record || evidence.url === record.url || evidence.url.startsWith(`${record.url}/`)) continue;
      yield entryFault(
        'record-urls',
        entry,
        [...path, 'url'],
        `does not lie under ${record.url}, the address of ${record.id}`,
      );
    }
  },
};
