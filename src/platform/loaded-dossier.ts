import { readCompiledDossier } from '../core/dossier/compiled.ts';
import type { Dossier } from '../core/dossier/dossier.ts';
import { Searcher } from '../core/search/searcher.ts';
import { NameMatcher } from '../core/text/name-index.ts';

/** What the compiled dossier gives, each part made when it is first asked for. */
export class LoadedDossier {
  readonly dossier: Dossier;
  readonly #index: object;
  #searcher: Searcher | undefined;
  #names: NameMatcher | undefined;

  constructor(dossier: Dossier, index: object) {
    this.dossier = dossier;
    this.#index = index;
  }

  get searcher(): Searcher {
    this.#searcher ??= Searcher.load(this.#index as Parameters<typeof Searcher.load>[0]);
    return this.#searcher;
  }

  get names(): NameMatcher {
    this.#names ??= new NameMatcher([...this.dossier.people.values()]);
    return this.#names;
  }
}

/** Reads a compiled dossier. @throws with the reason, where it is damaged */
export function loadDossier(json: string): LoadedDossier {
  const { dossier, search } = readCompiledDossier(json);
  return new LoadedDossier(dossier, search);
}
