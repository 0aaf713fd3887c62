import * as vscode from 'vscode';
import type { Dossier } from '../core/dossier/dossier.ts';
import type { LoadedDossier } from './loaded-dossier.ts';

/**
 * Reads the bundled dossier on first use, through `workspace.fs`, and keeps it. Nothing is read before someone asks; a
 * failure is not kept, so that the next question reads again.
 */
export class DossierService {
  readonly #file: vscode.Uri;
  readonly #changed = new vscode.EventEmitter<void>();
  #loaded: Promise<LoadedDossier> | undefined;
  #failed = false;

  /** Fires when the dossier can be read after it could not, and when another takes its place. */
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
    this.#loaded ??= this.#read().then(
      loaded => {
        // What was shown empty because of the failure is shown again.
        if (this.#failed) this.#changed.fire();
        this.#failed = false;
        return loaded;
      },
      error => {
        this.#loaded = undefined;
        this.#failed = true;
        throw error;
      },
    );
    return this.#loaded;
  }

  async #read(): Promise<LoadedDossier> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.#file);
      const { loadDossier } = await import('./loaded-dossier.ts');
      return loadDossier(new TextDecoder().decode(bytes));
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
