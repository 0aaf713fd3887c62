import type { SourceDocument } from '../../../core/dossier/records.ts';
import type { Fault } from '../faults.ts';
import type { Entry, LoadedDossier } from '../load.ts';
import type { DocumentIndex } from '../schema.ts';
import { entryFault, formatNumbers, type Rule } from './rule.ts';

const REMAKE = 'make it anew with "npm run dossier -- index FOLDER"';

/** Every document has its index: made from the same file, with an entry for each passage. */
export const indexes: Rule = {
  id: 'indexes',
  *check(dossier) {
    const { documents, ids } = dossier;
    for (const entry of dossier.indexes) {
      const { document } = entry.record;
      if (document !== entry.file.name) {
        yield entryFault(
          'indexes',
          entry,
          ['document'],
          `is ${document}, but the file is named ${entry.file.name}`,
        );
      } else if (!ids.documents.has(document)) {
        yield entryFault(
          'indexes',
          entry,
          ['document'],
          `no document has the id ${document}: remove this file`,
        );
      }
    }
    for (const entry of documents) yield* indexOf(entry, dossier);
  },
};

function* indexOf(entry: Entry<SourceDocument>, dossier: LoadedDossier): Iterable<Fault> {
  const { id, source, passages } = entry.record;
  const index = dossier.indexes.find(candidate => candidate.file.name === id);
  if (!index) {
    if (!dossier.ids.indexes.has(id)) yield entryFault('indexes', entry, ['id'], `has no index: ${REMAKE}`);
    return;
  }
  if (index.record.sha256 !== source.sha256) {
    yield entryFault(
      'indexes',
      index,
      ['sha256'],
      `is not that of ${source.file} in the document's record: ${REMAKE}`,
    );
  }
  const [has, needs] = [index.record.passages, passages].map(list =>
    formatNumbers(list.map(({ number }) => number)),
  );
  if (has !== needs) {
    yield entryFault('indexes', index, ['passages'], `has ${has}, but the document has ${needs}: ${REMAKE}`);
  }
  yield* sortedTerms(index);
}

function* sortedTerms(index: Entry<DocumentIndex>): Iterable<Fault> {
  for (const [at, { terms }] of index.record.passages.entries()) {
    const wrong = terms.findIndex((term, position) => position > 0 && term <= (terms[position - 1] ?? ''));
    if (wrong < 0) continue;
    const message = `"${terms[wrong]}" does not come after "${terms[wrong - 1]}": ${REMAKE}`;
    yield entryFault('indexes', index, ['passages', at, 'terms', wrong], message);
  }
}
