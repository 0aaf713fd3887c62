import * as vscode from 'vscode';
import type { BibliographyReader, DocumentBibliography, KnownBibliography } from './bibliography-reader.ts';

/**
 * The bibliography files of open Markdown files: read when first asked for, off the typing path, and again once they change
 * on the disk or in an editor.
 */
export class Bibliographies implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  #loading: Promise<BibliographyReader> | undefined;
  #reader: BibliographyReader | undefined;

  /** Fires when a file that was read has changed. */
  readonly onDidChange = this.#changed.event;

  /** What is known at once, be it a little old; `undefined` where nothing has been read yet. */
  peek(document: vscode.TextDocument): KnownBibliography | undefined {
    return this.#reader?.peek(document);
  }

  /** The bibliography of a Markdown file as its files are now. A file that is missing or no bibliography is left out. */
  async get(document: vscode.TextDocument): Promise<DocumentBibliography> {
    this.#loading ??= import('./bibliography-reader.ts').then(module => {
      this.#reader = new module.BibliographyReader(() => this.#changed.fire());
      return this.#reader;
    });
    return (await this.#loading).get(document);
  }

  dispose(): void {
    this.#reader?.dispose();
    this.#changed.dispose();
  }
}
