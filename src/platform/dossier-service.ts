import * as vscode from 'vscode';
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

/**
 * Reads the bundled dossier on first use, through `workspace.fs`, and keeps it. Nothing is read before someone asks; a
 * failure is not kept, so that the next question reads again.
 */
export class DossierService {
  readonly #file: vscode.Uri;
  readonly #changed = new vscode.EventEmitter<void>();
  #loaded: Promise<LoadedDossier> | undefined;

  /** Fires when another dossier takes the place of the one that `get` gave. */
  readonly onDidChange = this.#changed.event;

  constructor(extensionUri: vscode.Uri) {
    this.#file = vscode.Uri.joinPath(extensionUri, 'dist', 'dossier.json');
  }

  /** Whether the file has been asked for since the start. */
  get isRead(): boolean {
    return this.#loaded !== undefined;
  }

  /**
   * The records.
   * @throws {Error} one sentence for the user, where the file is missing or damaged.
   */
  async get(): Promise<Dossier> {
    return (await this.load()).dossier;
  }

  /** The records with the search index and the names. Throws as {@link get} does. */
  load(): Promise<LoadedDossier> {
    this.#loaded ??= this.#read().catch(error => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  async #read(): Promise<LoadedDossier> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.#file);
      const { dossier, search } = readCompiledDossier(new TextDecoder().decode(bytes));
      return new LoadedDossier(dossier, search);
    } catch (error) {
      throw new Error(
        vscode.l10n.t(
          'The bundled dossier ({0}) could not be read: {1}. Installing the extension again restores it.',
          'dist/dossier.json',
          (error instanceof Error ? error.message : String(error)).replace(/\.$/, ''),
        ),
        { cause: error },
      );
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
