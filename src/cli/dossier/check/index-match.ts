import type { Fault } from '../faults.ts';
import { indexDocument } from '../index.ts';
import type { Entry } from '../load.ts';
import type { DocumentIndex } from '../schema.ts';
import { entryFault, type OriginalRule } from './rule.ts';

/** Terms and fingerprints are those that the received texts give. */
export const indexMatch: OriginalRule = {
  id: 'index-match',
  *check(originals, { indexes }) {
    for (const { document, text } of originals) {
      const stored = indexes.find(entry => entry.file.name === document.record.id);
      if (stored) yield* compare(stored, indexDocument(document.record, text));
    }
  },
};

function* compare(stored: Entry<DocumentIndex>, made: DocumentIndex): Iterable<Fault> {
  for (const [index, passage] of stored.record.passages.entries()) {
    const fresh = made.passages.find(candidate => candidate.number === passage.number);
    if (!fresh) continue; // the rule `indexes` tells
    for (const field of ['terms', 'fingerprint'] as const) {
      if (passage[field].join(' ') === fresh[field].join(' ')) continue;
      const message = `passage ${passage.number} is not what the received text gives: make it anew with "npm run dossier -- index FOLDER"`;
      yield entryFault('index-match', stored, ['passages', index, field], message);
    }
  }
}
