import * as vscode from 'vscode';
import { type ListedWorks, listedWork } from '../../core/citation/preview/work.ts';
import { onceFor } from '../../core/dossier/keyed.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import { bibliographyPaths } from '../../platform/bibliography-paths.ts';
import type { DocumentBibliography } from '../../platform/bibliography-reader.ts';
import { setting } from '../../platform/settings.ts';

/** How long bibliography files have to rest, in milliseconds, until previews follow their changes. */
const PAUSE = 500;

/** What the preview of a document shows. */
interface Shown {
  /** The paths that were asked for last. */
  readonly paths: string;
  /** What they hold, or those before them, until they are read. */
  bibliography: DocumentBibliography | undefined;
}

const nothing = { has: () => false, get: () => undefined };
const NONE: ListedWorks = nothing;
const UNREAD: ListedWorks = { ...nothing, complete: false };

const worksOf = onceFor(
  ({ index, complete }: DocumentBibliography): ListedWorks => ({
    has: key => index.has(key),
    get(key) {
      const found = index.get(key);
      return found && listedWork(found);
    },
    complete,
  }),
);

const openDocument = (uri: string): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(document => document.uri.toString() === uri);

/**
 * The bibliography files of the documents that are previewed. A preview shows at once what has been read; the rest is
 * read behind it, and again once it changes, and then previews are rendered again.
 */
export class PreviewBibliographies implements vscode.Disposable {
  readonly #bibliographies: Bibliographies;
  readonly #refresh: () => Thenable<unknown>;
  readonly #failed: (error: unknown) => void;
  readonly #shown = new Map<string, Shown>();
  readonly #subscription: vscode.Disposable;
  /** The turn in which changes are followed; none after the end. */
  #due: object | undefined;
  #disposed = false;

  constructor(
    bibliographies: Bibliographies,
    refresh: () => Thenable<unknown>,
    failed: (error: unknown) => void,
  ) {
    this.#bibliographies = bibliographies;
    this.#refresh = refresh;
    this.#failed = failed;
    this.#subscription = bibliographies.onDidChange(() => {
      const turn = {};
      this.#due = turn;
      setTimeout(() => {
        if (this.#due === turn) this.#follow([...this.#shown.keys()]).catch(failed);
      }, PAUSE);
    });
  }

  /** Whether a file of some document that is previewed has the key. */
  mayHave(key: string): boolean {
    for (const { bibliography } of this.#shown.values()) if (bibliography?.index.has(key)) return true;
    return false;
  }

  /** What the files of a document hold, so far as they are read; has them read where they have not been. */
  listed(uri: vscode.Uri | undefined): ListedWorks {
    const key = uri?.toString() ?? '';
    const document = openDocument(key);
    // Without its document nobody knows what a path is relative to.
    if (!document) return setting('citation.bibliography', uri).trim() === '' ? NONE : UNREAD;
    const paths = JSON.stringify(bibliographyPaths(document));
    if (paths === '[]') {
      this.#shown.delete(key);
      return NONE;
    }
    let shown = this.#shown.get(key);
    if (shown?.paths !== paths) {
      shown = { paths, bibliography: shown?.bibliography };
      this.#shown.set(key, shown);
      this.#follow([key]).catch(this.#failed);
    }
    return shown.bibliography ? worksOf(shown.bibliography) : UNREAD;
  }

  /** Reads the files of documents as they are now, and has previews rendered again where they hold something else. */
  async #follow(uris: readonly string[]): Promise<void> {
    let changed = false;
    for (const uri of uris) {
      const document = openDocument(uri);
      const shown = this.#shown.get(uri);
      const found = document && (await this.#bibliographies.get(document));
      // Another one asks for newer paths.
      if (shown === undefined || this.#shown.get(uri) !== shown) continue;
      // A preview that is still there opens its document again, and asks.
      if (found === undefined) this.#shown.delete(uri);
      changed ||= found !== shown.bibliography;
      shown.bibliography = found;
    }
    if (changed && !this.#disposed) await this.#refresh();
  }

  dispose(): void {
    this.#disposed = true;
    this.#due = undefined;
    this.#subscription.dispose();
  }
}
