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

/** What there is at once of a Markdown file's bibliography. */
export interface KnownBibliography {
  readonly bibliography: DocumentBibliography;
  /** No file has changed since; where one has, the bibliography is as it was until the file is read again. */
  readonly current: boolean;
}

interface Known extends KnownBibliography {
  current: boolean;
  /** The paths that the document gave. */
  readonly paths: string;
  /** The addresses at which the files were looked for. */
  readonly places: ReadonlySet<string>;
}

const EMPTY: DocumentBibliography = { index: new BibliographyIndex([]), files: [], complete: true };

/** Reads the bibliography files of Markdown files, in slices, each once for all of these, and watches what it has read. */
export class BibliographyReader implements vscode.Disposable {
  readonly #changed: () => void;
  readonly #read = new Map<string, ReadFile>();
  /** The files that are being read. */
  readonly #reading = new Map<string, { readonly stamp: string; readonly file: Promise<ReadFile> }>();
  /** By the first of their files, as long as that is there. */
  readonly #indexes = new WeakMap<ReadFile, IndexOf[]>();
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #known = new Map<string, Known>();
  readonly #subscriptions: readonly vscode.Disposable[];
  /** Goes up with each change of a file. */
  #changes = 0;

  /** @param changed called when a file that was read has changed */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#forget(document.uri.toString());
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#known.delete(uri.toString());
        // What was not saved of it is gone.
        this.#forget(uri.toString());
      }),
    ];
  }

  /** What depends on a file is to be asked again. */
  #forget(file: string): void {
    if (!this.#watchers.has(file)) return;
    this.#changes++;
    for (const known of this.#known.values()) if (known.places.has(file)) known.current = false;
    this.#changed();
  }

  /** What is known at once, be it a little old; `undefined` where nothing has been read yet of the files it names now. */
  peek(document: vscode.TextDocument): KnownBibliography | undefined {
    const paths = bibliographyPaths(document);
    if (paths.length === 0) return { bibliography: EMPTY, current: true };
    const known = this.#known.get(document.uri.toString());
    return known?.paths === paths.join('\n') ? known : undefined;
  }

  /** The bibliography of a Markdown file as its files are now. A file that is missing or no bibliography is left out. */
  async get(document: vscode.TextDocument): Promise<DocumentBibliography> {
    const paths = bibliographyPaths(document);
    if (paths.length === 0) return EMPTY;
    const changes = this.#changes;
    const places = new Set<string>();
    const files: ReadFile[] = [];
    for (const path of paths) {
      const file = await this.#find(document, path, places);
      if (file) files.push(file);
    }
    const key = document.uri.toString();
    const before = this.#known.get(key)?.bibliography;
    const complete = files.length === paths.length;
    const same = before?.complete === complete && equal(before.files, files);
    const bibliography = same ? before : { index: await this.#index(files), files, complete };
    if (!document.isClosed) {
      const current = changes === this.#changes;
      this.#known.set(key, { bibliography, current, paths: paths.join('\n'), places });
    }
    return bibliography;
  }

  /** The index of some files, made once for all documents that name the same. */
  #index(files: readonly ReadFile[]): Promise<BibliographyIndex> {
    const [first] = files;
    if (first === undefined) return Promise.resolve(EMPTY.index);
    const made = this.#indexes.get(first) ?? [];
    const known = made.find(each => equal(each.files, files));
    if (known) return known.index;
    const index = new BibliographyIndex(
      files.map(({ uri, bibliography }) => ({ file: uri.toString(), bibliography })),
    );
    const ready = inSlices(index.indexing(), () => false).then(() => index);
    this.#indexes.set(first, [...made, { files, index: ready }]);
    return ready;
  }

  async #find(
    document: vscode.TextDocument,
    path: string,
    places: Set<string>,
  ): Promise<ReadFile | undefined> {
    const format = bibliographyFormat(path);
    for (const uri of format ? bibliographyUris(document, path) : []) {
      places.add(uri.toString());
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
      let reading = this.#reading.get(key);
      if (reading?.stamp !== stamp) {
        reading = { stamp, file: readFile(uri, stamp, open, format) };
        this.#reading.set(key, reading);
      }
      try {
        const read = await reading.file;
        // A later reading has the later text.
        if (this.#reading.get(key) === reading) this.#read.set(key, read);
        return read;
      } finally {
        if (this.#reading.get(key) === reading) this.#reading.delete(key);
      }
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
    const fire = (): void => this.#forget(key);
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

interface IndexOf {
  readonly files: readonly ReadFile[];
  readonly index: Promise<BibliographyIndex>;
}

const equal = (one: readonly ReadFile[], other: readonly ReadFile[]): boolean =>
  one.length === other.length && one.every((file, at) => file === other[at]);

async function readFile(
  uri: vscode.Uri,
  stamp: string,
  open: vscode.TextDocument | undefined,
  format: BibliographyFormat,
): Promise<ReadFile> {
  const text = open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const steps = readingBibliography(text, format);
  const bibliography = (await inSlices(steps, () => false)) ?? { format, entries: [], problems: [] };
  let lines: LineIndex | undefined;
  return {
    uri,
    stamp,
    bibliography,
    // Only what leads to a place of the file asks for it.
    get lines() {
      lines ??= new LineIndex(text);
      return lines;
    },
  };
}
