import { COMPILED_FORMAT, COMPILED_VERSION, type CompiledDossier } from '../../core/dossier/compiled.ts';
import { buildSearchIndex, type TermsByDocument } from '../../core/search/build.ts';
import { type LoadedDossier, recordsOf } from './load.ts';

/** A dossier without faults as the one file that the extension reads. The same records give the same bytes. */
export function compileDossier(dossier: LoadedDossier): string {
  const records = recordsOf(dossier);
  const compiled: CompiledDossier = {
    format: COMPILED_FORMAT,
    version: COMPILED_VERSION,
    records,
    search: buildSearchIndex(records, termsOf(dossier)),
  };
  return `${JSON.stringify(compiled)}\n`;
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
