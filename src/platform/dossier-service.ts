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
