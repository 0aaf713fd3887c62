import * as vscode from 'vscode';
import { BibliographyIndex } from '../core/citation/bibliography/bibliography-index.ts';
import {
  type Bibliography,
  type BibliographyFormat,
  bibliographyFormat,
} from '../core/citation/bibliography/entry.ts';
import { readingBibliography } from '../core/citation/bibliography/read.ts';
import { LineIndex } from '../core/text/line-index.ts';
import type { Range } from '../core/text/ordered-ranges.ts';
import { bibliographyPaths, bibliographyUris } from './bibliography-paths.ts';
import { inSlices } from './slices.ts';

/** A bibliography file as it was read. */
export interface ReadFile {
  readonly uri: vscode.Uri;
  /** Tells whether the file has changed since: the version of an open one, else its time and size. */
  readonly stamp: string;
  readonly bibliography: Bibliography;
  /** The places of its offsets. */
  readonly lines: LineIndex;
}

/** What a Markdown file's bibliography files hold together. */
export interface DocumentBibliography {
  readonly index: BibliographyIndex;
  readonly files: readonly ReadFile[];
  /** All of the files were found and read. */
  readonly complete: boolean;
}

/** Whether a file was read as it stands in an editor now. */
export const isReadOf = ({ uri, stamp }: ReadFile, document: vscode.TextDocument): boolean =>
  uri.toString() === document.uri.toString() && stamp === stampOf(document);

const stampOf = ({ version }: vscode.TextDocument): string => `open ${version}`;

/** The place of offsets in a file that was read. */
export function locationIn({ uri, lines }: ReadFile, { start, end }: Range): vscode.Location {
  const [from, to] = [lines.placeOf(start), lines.placeOf(end)];
  return new vscode.Location(uri, new vscode.Range(from.line, from.character, to.line, to.character));
}

/** Where the entry of a key stands; `undefined` where no file has it. */
export function entryLocation(
  { index, files }: DocumentBibliography,
  key: string,
): vscode.Location | undefined {
  const found = index.get(key);
  const file = files.find(({ uri }) => uri.toString() === found?.file);
  return found && file && locationIn(file, { start: found.entry.keyStart, end: found.entry.keyEnd });
}

const EMPTY: DocumentBibliography = { index: new BibliographyIndex([]), files: [], complete: true };

/** Reads the bibliography files of Markdown files, in slices, and watches what it has read. */
export class BibliographyReader implements vscode.Disposable {
  readonly #changed: () => void;
  readonly #read = new Map<string, ReadFile>();
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #known = new Map<string, DocumentBibliography>();
  readonly #subscriptions: readonly vscode.Disposable[];

  /** @param changed called when a file that was read has changed */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#watchers.has(document.uri.toString())) this.#forget();
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#known.delete(uri.toString())),
    ];
  }

  /** What was known of files is to be asked again. */
  #forget(): void {
    this.#known.clear();
    this.#changed();
  }

  /** What is known at once; `undefined` where nothing has been read yet. */
  peek(document: vscode.TextDocument): DocumentBibliography | undefined {
    return bibliographyPaths(document).length === 0 ? EMPTY : this.#known.get(document.uri.toString());
  }

  /** The bibliography of a Markdown file as its files are now. A file that is missing or no bibliography is left out. */
  async get(document: vscode.TextDocument): Promise<DocumentBibliography> {
    const paths = bibliographyPaths(document);
    if (paths.length === 0) return EMPTY;
    const files: ReadFile[] = [];
    for (const path of paths) {
      const file = await this.#find(document, path);
      if (file) files.push(file);
    }
    const key = document.uri.toString();
    const known = this.#known.get(key);
    const complete = files.length === paths.length;
    const same =
      known?.complete === complete &&
      known.files.length === files.length &&
      files.every((file, at) => known.files[at] === file);
    if (same) return known;
    const index = new BibliographyIndex(
      files.map(({ uri, bibliography }) => ({ file: uri.toString(), bibliography })),
    );
    await inSlices(index.indexing(), () => false);
    const made = { index, files, complete };
    if (!document.isClosed) this.#known.set(key, made);
    return made;
  }

  async #find(document: vscode.TextDocument, path: string): Promise<ReadFile | undefined> {
    const format = bibliographyFormat(path);
    for (const uri of format ? bibliographyUris(document, path) : []) {
      this.#watch(uri);
      const found = format && (await this.#file(uri, format));
      if (found) return found;
    }
    return undefined;
  }

  /** The file as it is in an editor, else on the disk; `undefined` where it is not there. */
  async #file(uri: vscode.Uri, format: BibliographyFormat): Promise<ReadFile | undefined> {
    const key = uri.toString();
    const open = vscode.workspace.textDocuments.find(each => each.uri.toString() === key);
    try {
      const stat = open ? undefined : await vscode.workspace.fs.stat(uri);
      if (stat && (stat.type & vscode.FileType.Directory) !== 0) return undefined;
      const stamp = open ? stampOf(open) : `${stat?.mtime} ${stat?.size}`;
      const known = this.#read.get(key);
      if (known?.stamp === stamp) return known;
      const text = open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const bibliography = await inSlices(readingBibliography(text, format), () => false);
      if (bibliography === undefined) return undefined;
      const read = { uri, stamp, bibliography, lines: new LineIndex(text) };
      this.#read.set(key, read);
      return read;
    } catch {
      // Not there, or not to be read: whoever needs the file says so.
      this.#read.delete(key);
      return undefined;
    }
  }

  #watch(uri: vscode.Uri): void {
    const key = uri.toString();
    if (this.#watchers.has(key)) return;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/[[\]{}*?]/g, '[$&]');
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), name),
    );
    const fire = (): void => this.#forget();
    this.#watchers.set(
      key,
      vscode.Disposable.from(
        watcher,
        watcher.onDidChange(fire),
        watcher.onDidCreate(fire),
        watcher.onDidDelete(fire),
      ),
    );
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const watcher of this.#watchers.values()) watcher.dispose();
  }
}
