import { join } from 'node:path';
import { compileDossier, termsOf } from '../../src/cli/dossier/compile.ts';
import { loadDossier, recordsOf } from '../../src/cli/dossier/load.ts';
import { readCompiledDossier } from '../../src/core/dossier/compiled.ts';
import { Searcher } from '../../src/core/search/searcher.ts';

/** The project's own dossier, read from `data/`, compiled and loaded as the extension loads it. */
function load() {
  const { dossier: folder, faults } = loadDossier(join(import.meta.dirname, '../../data'));
  if (faults.length > 0) throw new Error(`data/ has faults: run "npm run dossier -- check"`);
  const json = compileDossier(folder);
  const { dossier, search } = readCompiledDossier(json);
  return {
    json,
    records: recordsOf(folder),
    terms: termsOf(folder),
    dossier,
    searcher: Searcher.load(search as Parameters<typeof Searcher.load>[0]),
  };
}

export const { json: compiledJson, records, terms, dossier, searcher } = load();
