import { COMPILED_FORMAT, COMPILED_VERSION, formatCompiledDossier } from '../../core/dossier/compiled.ts';
import type { DossierRecords, Passage } from '../../core/dossier/records.ts';
import { buildSearchIndex, type TermsByDocument } from '../../core/search/build.ts';
import { type LoadedDossier, recordsOf } from './load.ts';

/** A dossier without faults as the one file that the extension reads. The same records give the same bytes. */
export function compileDossier(dossier: LoadedDossier): string {
  const records = recordsOf(dossier);
  return formatCompiledDossier({
    format: COMPILED_FORMAT,
    version: COMPILED_VERSION,
    records: withFingerprints(records, dossier),
    search: buildSearchIndex(records, termsOf(dossier)),
  });
}

/** The records with the fingerprint of each passage, from the index files. */
function withFingerprints(records: DossierRecords, { indexes }: LoadedDossier): DossierRecords {
  const documents = records.documents.map(document => {
    const index = indexes.find(({ record }) => record.document === document.id);
    const passages = document.passages.map((passage): Passage => {
      const hashes = index?.record.passages.find(({ number }) => number === passage.number)?.fingerprint;
      return hashes ? { ...passage, fingerprint: encodeHashes(hashes) } : passage;
    });
    return { ...document, passages };
  });
  return { ...records, documents };
}

function encodeHashes(hashes: readonly number[]): string {
  const bytes = Buffer.alloc(hashes.length * 4);
  for (const [at, hash] of hashes.entries()) bytes.writeUInt32LE(hash, at * 4);
  return bytes.toString('base64');
}

/** The words of each passage's original, from the index files. */
export function termsOf(dossier: LoadedDossier): TermsByDocument {
  const byDocument = dossier.indexes
    .map(({ record }): [string, readonly (readonly string[])[]] => [
      record.document,
      record.passages.map(passage => passage.terms),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(byDocument);
}
