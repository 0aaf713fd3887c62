import * as vscode from 'vscode';
import { appendEntries } from '../../core/citation/bibliography/append.ts';
import {
  type Bibliography,
  type BibliographyFormat,
  bibliographyFormat,
} from '../../core/citation/bibliography/entry.ts';
import { readBibliography } from '../../core/citation/bibliography/read.ts';
import type { CslItem } from '../../core/citation/csl-item.ts';
import type { Reference } from '../../core/citation/references.ts';
import { bibliographyPaths, bibliographyUris } from '../../platform/bibliography-paths.ts';
import { isReadOnly } from './writable.ts';

interface OpenFile {
  readonly document: vscode.TextDocument;
  readonly format: BibliographyFormat;
  read: { readonly version: number; readonly bibliography: Bibliography } | undefined;
}

/** What an insertion does to the bibliography file. */
export interface BibliographyChange {
  readonly document: vscode.TextDocument;
  readonly edits: readonly vscode.TextEdit[];
}

/** What an insertion cites, and what it does to the bibliography file. */
export interface BibliographyPlan {
  /** By the keys under which the files have the works already. */
  readonly references: readonly Reference[];
  /** Adds what is missing. */
  readonly change: BibliographyChange | undefined;
  /** What keeps entries from being added, in one sentence for the user. */
  readonly problem: string | undefined;
}

/**
 * The bibliography files of a Markdown file: those that its front matter names, relative to it and then to the folders that
 * are open, or the one of the setting.
 */
export class BibliographyFiles {
  readonly #files: readonly OpenFile[];
  /** What keeps entries from being added, in one sentence for the user. */
  readonly #problem: string | undefined;
  readonly #writable: OpenFile | undefined;
  #last: { readonly key: string; readonly plan: BibliographyPlan } | undefined;

  private constructor(
    files: readonly OpenFile[],
    writable: OpenFile | undefined,
    problem: string | undefined,
  ) {
    this.#files = files;
    this.#writable = writable;
    this.#problem = problem;
  }

  static async find(document: vscode.TextDocument): Promise<BibliographyFiles> {
    const paths = bibliographyPaths(document);
    const files: OpenFile[] = [];
    const problems: string[] = [];
    for (const path of paths) {
      const found = await open(document, path);
      if (typeof found === 'string') problems.push(found);
      else files.push(found);
    }
    let writable: OpenFile | undefined;
    for (const file of files) {
      if (writable) break;
      if (!(await isReadOnly(file.document.uri))) writable = file;
      else problems.push(readOnlySentence(file.document));
    }
    return new BibliographyFiles(files, writable, writable ? undefined : problems[0]);
  }

  /** What citing the references means for the files as they are now. */
  plan(references: readonly Reference[]): BibliographyPlan {
    const versions = this.#files.map(({ document }) => document.version);
    const ids = references.map(each =>
      each.kind === 'work' ? [each.work.id, each.paragraphs, each.locator] : each.url,
    );
    const key = JSON.stringify([versions, ids]);
    // A picker asks again for each preview, and a file may have thousands of entries.
    if (this.#last?.key !== key) this.#last = { key, plan: this.#plan(references) };
    return this.#last.plan;
  }

  #plan(references: readonly Reference[]): BibliographyPlan {
    const keys = new Map<string, string>();
    const wanted = new Map<string, CslItem>();
    for (const reference of references) {
      // What a file of the writer's has is there already.
      if (reference.kind !== 'work' || reference.work.file !== undefined) continue;
      wanted.set(reference.work.id, reference.work.csl);
    }
    const target = this.#writable;
    // The other files first: what one of them has need not be added to the target.
    for (const file of this.#files.filter(each => each !== target)) {
      const { keys: own, added } = append(file, wanted);
      for (const [key, cited] of own) {
        if (added.includes(key)) continue;
        keys.set(key, cited);
        wanted.delete(key);
      }
    }
    const appended = target && append(target, wanted);
    for (const [key, cited] of appended?.keys ?? []) keys.set(key, cited);
    const edits = (appended?.edits ?? []).map(({ start, end, text }) =>
      vscode.TextEdit.replace(rangeOf(target, start, end), text),
    );
    const refused = appended?.refused && appended.added.length === 0 && wanted.size > keys.size;
    return {
      references: references.map(reference => {
        const cited = reference.kind === 'work' ? keys.get(reference.work.id) : undefined;
        return reference.kind === 'work' && cited !== undefined && cited !== reference.work.id
          ? { ...reference, work: { ...reference.work, id: cited } }
          : reference;
      }),
      change: target && edits.length > 0 ? { document: target.document, edits } : undefined,
      problem: refused
        ? vscode.l10n.t('{0} holds no list of works, so no entry was added to it.', nameOf(target?.document))
        : wanted.size > 0
          ? this.#problem
          : undefined,
    };
  }
}

const rangeOf = (file: OpenFile | undefined, start: number, end: number): vscode.Range =>
  new vscode.Range(
    file?.document.positionAt(start) ?? new vscode.Position(0, 0),
    file?.document.positionAt(end) ?? new vscode.Position(0, 0),
  );

function append(file: OpenFile, wanted: ReadonlyMap<string, CslItem>) {
  const { document, format } = file;
  const text = document.getText();
  if (file.read?.version !== document.version) {
    file.read = { version: document.version, bibliography: readBibliography(text, format) };
  }
  const entries = [...wanted].map(([key, item]) => ({ key, item }));
  return appendEntries(text, format, entries, file.read.bibliography);
}

const nameOf = (document: vscode.TextDocument | undefined): string =>
  document ? vscode.workspace.asRelativePath(document.uri) : '';

const readOnlySentence = (document: vscode.TextDocument): string =>
  vscode.l10n.t('{0} cannot be changed, so no entry was added to it.', nameOf(document));

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
      return { document: await vscode.workspace.openTextDocument(uri), format, read: undefined };
    } catch {
      return vscode.l10n.t('The bibliography file “{0}” cannot be read, so no entry was added to it.', path);
    }
  }
  return vscode.l10n.t('The bibliography file “{0}” does not exist, so no entry was added to it.', path);
}
