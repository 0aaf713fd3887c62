import * as vscode from 'vscode';
import { appendEntries } from '../../core/citation/bibliography/append.ts';
import { type BibliographyFormat, bibliographyFormat } from '../../core/citation/bibliography/entry.ts';
import { sameWorkAmong } from '../../core/citation/bibliography/same-work.ts';
import type { CslItem } from '../../core/citation/csl-item.ts';
import type { Reference } from '../../core/citation/references.ts';
import type { CitableWork } from '../../core/citation/works.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import { bibliographyPaths, bibliographyUris } from '../../platform/bibliography-paths.ts';
import { type DocumentBibliography, isReadOf } from '../../platform/bibliography-reader.ts';
import { isReadOnly } from './writable.ts';

interface OpenFile {
  readonly document: vscode.TextDocument;
  readonly format: BibliographyFormat;
}

/** What an insertion does to the bibliography file. */
export interface BibliographyChange {
  readonly document: vscode.TextDocument;
  readonly edits: readonly vscode.TextEdit[];
}

/** What an insertion cites, and what it does to the bibliography file. */
export interface BibliographyPlan {
  /** By the keys under which the files have the works, or will have them. */
  readonly references: readonly Reference[];
  /** Adds what is missing. */
  readonly change: BibliographyChange | undefined;
  /** What keeps entries from being added, in one sentence for the user. */
  readonly problem: string | undefined;
}

/** The bibliography files of a Markdown file, which have the works that it cites or gain them. */
export class BibliographyFiles {
  readonly #document: vscode.TextDocument;
  readonly #bibliographies: Bibliographies;
  readonly #keys = new Map<string, string | undefined>();
  #known: DocumentBibliography | undefined;

  constructor(document: vscode.TextDocument, bibliographies: Bibliographies) {
    this.#document = document;
    this.#bibliographies = bibliographies;
    // A failure is told where the files are needed.
    this.#read().catch(() => undefined);
  }

  async #read(): Promise<DocumentBibliography> {
    const known = await this.#bibliographies.get(this.#document);
    if (known !== this.#known) this.#keys.clear();
    this.#known = known;
    return known;
  }

  /** The references by the keys that the files have for their works, so far as the files are read. */
  cited(references: readonly Reference[]): readonly Reference[] {
    return withKeys(references, work => this.#keyOf(work));
  }

  /** The key under which a file has a work, the same or that of an entry of the same work. */
  #keyOf({ id, csl, file }: CitableWork): string | undefined {
    if (file !== undefined) return id;
    if (!this.#keys.has(id)) this.#keys.set(id, this.#find(id, csl));
    return this.#keys.get(id);
  }

  #find(id: string, csl: CslItem): string | undefined {
    if (this.#known?.index.has(id)) return id;
    const files = this.#known?.files ?? [];
    return files.map(({ bibliography }) => sameWorkAmong(bibliography.entries, csl)?.key).find(Boolean);
  }

  /** What citing the references means for the files as they are now. */
  async plan(references: readonly Reference[]): Promise<BibliographyPlan> {
    await this.#read();
    const missing = new Map<string, CslItem>();
    for (const reference of references) {
      if (reference.kind !== 'work' || this.#keyOf(reference.work) !== undefined) continue;
      missing.set(reference.work.id, reference.work.csl);
    }
    const nothing = { references: this.cited(references), change: undefined, problem: undefined };
    const target = missing.size === 0 ? undefined : await writableFile(this.#document);
    if (target === undefined) return nothing;
    if (typeof target === 'string') return { ...nothing, problem: target };
    // As the file is in an editor now, which may be a moment since.
    const { files } = await this.#read();
    const { document, format } = target;
    const text = document.getText();
    const entries = Array.from(missing, ([key, item]) => ({ key, item }));
    const known = files.find(file => isReadOf(file, document))?.bibliography;
    const { edits, keys, refused } = appendEntries(text, format, entries, known);
    const edit = edits.map(({ start, end, text: added }) =>
      vscode.TextEdit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), added),
    );
    return {
      references: withKeys(references, work => this.#keyOf(work) ?? keys.get(work.id)),
      change: edit.length > 0 ? { document, edits: edit } : undefined,
      problem: refused
        ? vscode.l10n.t('{0} holds no list of works, so no entry was added to it.', nameOf(document))
        : undefined,
    };
  }
}

/** The references with other keys, where there are such. */
const withKeys = (
  references: readonly Reference[],
  keyOf: (work: CitableWork) => string | undefined,
): readonly Reference[] =>
  references.map(reference => {
    const key = reference.kind === 'work' ? keyOf(reference.work) : undefined;
    return reference.kind === 'work' && key !== undefined && key !== reference.work.id
      ? { ...reference, work: { ...reference.work, id: key } }
      : reference;
  });

/**
 * The first of the bibliography files of a Markdown file that can be changed: those that its front matter names, relative to
 * it and then to the folders that are open, or the one of the setting. In a sentence why there is none; `undefined` where
 * none is wanted.
 */
async function writableFile(document: vscode.TextDocument): Promise<OpenFile | string | undefined> {
  let problem: string | undefined;
  for (const path of bibliographyPaths(document)) {
    const found = await open(document, path);
    if (typeof found !== 'string') {
      if (!(await isReadOnly(found.document.uri))) return found;
      problem ??= vscode.l10n.t(
        '{0} cannot be changed, so no entry was added to it.',
        nameOf(found.document),
      );
    } else problem ??= found;
  }
  return problem;
}

const nameOf = (document: vscode.TextDocument): string => vscode.workspace.asRelativePath(document.uri);

/** The file of a path, or why it cannot be used. */
async function open(document: vscode.TextDocument, path: string): Promise<OpenFile | string> {
  const format = bibliographyFormat(path);
  if (!format) {
    return vscode.l10n.t(
      '“{0}” is no bibliography file that can be written (.bib, .json, .yaml), so no entry was added.',
      path,
    );
  }
  for (const uri of bibliographyUris(document, path)) {
    try {
      if (((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0) continue;
    } catch {
      continue;
    }
    try {
      return { document: await vscode.workspace.openTextDocument(uri), format };
    } catch {
      return vscode.l10n.t('The bibliography file “{0}” cannot be read, so no entry was added to it.', path);
    }
  }
  return vscode.l10n.t('The bibliography file “{0}” does not exist, so no entry was added to it.', path);
}
