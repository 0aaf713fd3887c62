import { join } from 'node:path';
import { compileDossier, termsOf } from '../../src/cli/dossier/compile.ts';
import { loadDossier, recordsOf } from '../../src/cli/dossier/load.ts';
import { readCompiledDossier } from '../../src/core/dossier/compiled.ts';
import { Searcher } from '../../src/core/search/searcher.ts';

/** A dossier, read from its folder, compiled and loaded as the extension loads it. */
export function load(data: string) {
  const { dossier: folder, faults } = loadDossier(data);
  if (faults.length > 0) throw new Error(`${data} has faults: run "npm run dossier -- check"`);
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

/** The project's own. */
export const {
  json: compiledJson,
  records,
  terms,
  dossier,
  searcher,
} = load(join(import.meta.dirname, '../../data'));
