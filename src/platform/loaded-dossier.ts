import * as vscode from 'vscode';
import { COMPILED_VERSION, DossierFileError, readCompiledDossier } from '../core/dossier/compiled.ts';
import type { Dossier } from '../core/dossier/dossier.ts';
import { Searcher } from '../core/search/searcher.ts';
import { NameMatcher } from '../core/text/name-index.ts';
import { QuotationMatcher } from '../core/text/quotation-match.ts';

/** What the compiled dossier gives, each part made when it is first asked for. */
export class LoadedDossier {
  readonly dossier: Dossier;
  readonly #index: object;
  #searcher: Searcher | undefined;
  #names: NameMatcher | undefined;
  #quotations: QuotationMatcher | undefined;

  constructor(dossier: Dossier, index: object) {
    this.dossier = dossier;
    this.#index = index;
  }

  get searcher(): Searcher {
    try {
      this.#searcher ??= Searcher.load(this.#index as Parameters<typeof Searcher.load>[0]);
    } catch (error) {
      throw new Error(
        vscode.l10n.t(
          'The search index of the bundled dossier is damaged. Installing the extension again restores it.',
        ),
        { cause: error },
      );
    }
    return this.#searcher;
  }

  get names(): NameMatcher {
    this.#names ??= new NameMatcher([...this.dossier.people.values()]);
    return this.#names;
  }

  get quotations(): QuotationMatcher {
    this.#quotations ??= new QuotationMatcher(this.dossier);
    return this.#quotations;
  }
}

/** Reads a compiled dossier. @throws with the reason in the user's words, where it is damaged */
export function loadDossier(json: string): LoadedDossier {
  try {
    const { dossier, search } = readCompiledDossier(json);
    return new LoadedDossier(dossier, search);
  } catch (error) {
    throw error instanceof DossierFileError ? new Error(reason(error), { cause: error }) : error;
  }
}

function reason({ code, detail }: DossierFileError): string {
  const { t } = vscode.l10n;
  switch (code) {
    case 'cut-off':
      return t('it is not whole: {0}', detail);
    case 'foreign':
      return t('it is not a compiled dossier');
    case 'version':
      return t('it is of version {0}, and this extension reads version {1}', detail, COMPILED_VERSION);
    case 'incomplete':
      return t('its records or its index are missing');
    case 'list':
      return t('its list of {0} is damaged', detail);
    case 'changed':
      return t('its contents are not those that were written');
  }
}
