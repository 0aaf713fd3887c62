import * as vscode from 'vscode';
import type { PlacedReference } from '../../contributions.ts';
import { isRecordReference } from '../../core/dossier/reference.ts';
import { nothingChosen } from '../../platform/references.ts';
import { BibliographyFiles } from './bibliography-file.ts';
import type { CitationDependencies } from './insert-command.ts';
import { referencesTo } from './records.ts';

/** What was written into a bibliography file. */
interface Added {
  readonly uri: vscode.Uri;
  readonly offset: number;
  readonly text: string;
}

/** A key that completion wrote. */
interface Accepted {
  readonly reference: PlacedReference;
  readonly document: vscode.TextDocument;
  readonly key: string;
  /** Where it stands, or stood before it was undone. */
  start: number;
  undone: boolean;
  added: Added;
}

/** Nobody goes back further than so many keys. */
const MOST = 50;

/**
 * The works of keys that were taken from completion: the bibliography file gains what it lacks. VS Code knows no suggestion
 * that changes two files in one step, so the step is followed here: where the key is undone the entry goes again, and where it
 * is redone the entry comes back.
 */
export class AcceptedKeys implements vscode.Disposable {
  readonly #deps: CitationDependencies;
  readonly #subscription: vscode.Disposable;
  #accepted: Accepted[] = [];
  /** One change of a file after the other: each looks at what the one before left. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(deps: CitationDependencies) {
    this.#deps = deps;
    this.#subscription = vscode.workspace.onDidChangeTextDocument(event => this.#follow(event));
  }

  /** Adds the work of a key that was just written where the reference says. What keeps it from that stands in the status bar. */
  accept(reference: PlacedReference | undefined): Promise<void> {
    if (!isRecordReference(reference) || typeof reference.at?.uri !== 'string') throw nothingChosen();
    return this.#next(async () => {
      const { uri, line, character } = reference.at;
      const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri);
      if (document === undefined) return;
      const place = new vscode.Position(line, character);
      const braced = document.getText(new vscode.Range(place, place.translate(0, 1))) === '{';
      const start = document.offsetAt(place) + (braced ? 1 : 0);
      const written = await this.#add(document, reference);
      if (written === undefined) return;
      const accepted = { reference, document, start, undone: false, ...written };
      if (isThere(accepted)) this.#accepted = [...this.#accepted, accepted].slice(-MOST);
      // Whoever undoes at once has done so by now.
      else await takeBack(accepted);
    });
  }

  #next(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(() => this.#deps.log.quietly(work));
    this.#last = done;
    return done;
  }

  async #add(
    document: vscode.TextDocument,
    reference: PlacedReference,
  ): Promise<{ readonly key: string; readonly added: Added } | undefined> {
    const { service, bibliographies } = this.#deps;
    const references = referencesTo(await service.get(), [{ type: reference.type, id: reference.id }]);
    const { change, problem, ...plan } = await new BibliographyFiles(document, bibliographies).plan(
      references,
    );
    if (problem) vscode.window.setStatusBarMessage(problem, 10_000);
    const [edit] = change?.edits ?? [];
    const [cited] = plan.references;
    if (!change || !edit || cited?.kind !== 'work') return undefined;
    const { uri } = change.document;
    const offset = change.document.offsetAt(edit.range.start);
    await write(change.document, [...change.edits]);
    return { key: cited.work.id, added: { uri, offset, text: edit.newText } };
  }

  #follow({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    this.#accepted = this.#accepted.filter(accepted => {
      if (accepted.document !== document) return !accepted.document.isClosed;
      const { start, key } = accepted;
      for (const { rangeOffset, rangeLength, text } of contentChanges)
        if (rangeOffset < start && rangeOffset + rangeLength <= start)
          accepted.start += text.length - rangeLength;
      if (accepted.undone) {
        if (reason === vscode.TextDocumentChangeReason.Redo && isThere(accepted)) this.#redo(accepted);
        // What is typed now is what would have been redone.
        return reason !== undefined;
      }
      const touched = contentChanges.some(
        ({ rangeOffset, rangeLength }) =>
          rangeOffset < start + key.length && rangeOffset + rangeLength > start,
      );
      if (!touched || isThere(accepted)) return true;
      if (reason !== vscode.TextDocumentChangeReason.Undo) return false;
      accepted.undone = true;
      void this.#next(() => takeBack(accepted));
      return true;
    });
  }

  #redo(accepted: Accepted): void {
    accepted.undone = false;
    void this.#next(async () => {
      const written = await this.#add(accepted.document, accepted.reference);
      if (written) accepted.added = written.added;
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

/** Whether the key stands where it was written. */
function isThere({ document, start, key }: Accepted): boolean {
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + key.length));
  return document.getText(range) === key;
}

/** Takes out of the bibliography file what was added for a key, if it is as it was and no open text has the key. */
async function takeBack({ key, added }: Accepted): Promise<void> {
  const { uri, offset, text } = added;
  const shown = new Set(vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.flatMap(addressOf)));
  const cited = vscode.workspace.textDocuments.some(
    each => shown.has(each.uri.toString()) && each.languageId === 'markdown' && each.getText().includes(key),
  );
  if (cited) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const range = new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
  if (document.getText(range) === text) await write(document, [vscode.TextEdit.delete(range)]);
}

/** The address of a text that a tab shows. VS Code keeps texts for a while after their tabs are closed. */
const addressOf = ({ input }: vscode.Tab): string[] =>
  input instanceof vscode.TabInputText
    ? [input.uri.toString()]
    : input instanceof vscode.TabInputTextDiff
      ? [input.modified.toString()]
      : [];

/** Changes a file, and saves it where nothing of it was unsaved: nobody may have it open, and see that it is. */
async function write(document: vscode.TextDocument, edits: vscode.TextEdit[]): Promise<void> {
  const { isDirty } = document;
  const change = new vscode.WorkspaceEdit();
  change.set(document.uri, edits);
  if (!(await vscode.workspace.applyEdit(change))) throw new Error(`${document.uri} could not be changed.`);
  if (!isDirty) await document.save();
}
