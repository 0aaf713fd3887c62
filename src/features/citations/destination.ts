import * as vscode from 'vscode';
import { citationText, type Manner } from '../../core/citation/forms.ts';
import { CitationTarget, type Insertion } from '../../core/citation/insert.ts';
import type { Reference } from '../../core/citation/references.ts';
import { substitutionRemark } from './form.ts';

/** Languages whose citations and footnotes are Markdown's. */
const MARKDOWN = new Set(['markdown', 'quarto', 'rmd', 'mdx', 'myst']);

/** Why a citation goes to the clipboard instead of into a file. */
type NoEditor = 'none' | 'not-markdown' | 'read-only';

/** Where a citation goes: the carets of an editor, or the clipboard. */
export class Destination {
  readonly #editor: vscode.TextEditor | undefined;
  #reason: NoEditor;
  #read:
    | { readonly target: CitationTarget; readonly selections: readonly vscode.Selection[]; version: number }
    | undefined;

  private constructor(editor: vscode.TextEditor | undefined, reason: NoEditor) {
    this.#editor = editor;
    this.#reason = reason;
  }

  /** The active editor, if it shows Markdown that can be written. */
  static async find(): Promise<Destination> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return new Destination(undefined, 'none');
    if (!MARKDOWN.has(editor.document.languageId)) return new Destination(undefined, 'not-markdown');
    if (await isReadOnly(editor.document.uri)) return new Destination(undefined, 'read-only');
    return new Destination(editor, 'none');
  }

  get editor(): vscode.TextEditor | undefined {
    return this.#editor;
  }

  /** The edits for the editor as it is now; `undefined` for the clipboard. */
  insertion(references: readonly Reference[], manner: Manner): Insertion | undefined {
    if (!this.#editor) return undefined;
    const { document, selections } = this.#editor;
    if (this.#read?.version !== document.version || this.#read.selections !== selections) {
      const places = selections.map(({ start, end }) => ({
        start: document.offsetAt(start),
        end: document.offsetAt(end),
      }));
      const target = new CitationTarget(document.getText(), places);
      this.#read = { target, selections, version: document.version };
    }
    return this.#read.target.insert(references, manner);
  }

  /**
   * Writes the citation in one undo step, or copies it where nothing can be written, and tells the user where it went.
   * @returns whether anything was written into the editor.
   */
  async write(references: readonly Reference[], manner: Manner): Promise<boolean> {
    // The edit is refused where the text has changed since it was read: then it is read again.
    for (let attempt = 0; this.#editor && attempt < 2; attempt++) {
      const insertion = this.insertion(references, manner);
      if (insertion?.edits.length === 0) {
        vscode.window.setStatusBarMessage(vscode.l10n.t('This is cited here already.'), 5_000);
        return false;
      }
      if (insertion && (await apply(this.#editor, insertion))) {
        const remark = substitutionRemark(references, manner);
        if (remark) vscode.window.setStatusBarMessage(remark, 10_000);
        return true;
      }
      this.#reason = 'read-only';
    }
    await vscode.env.clipboard.writeText(citationText(references, manner));
    void vscode.window.showInformationMessage(copiedMessage(this.#reason));
    return false;
  }
}

/** One edit is one step for undo; then the carets go behind what was inserted. */
async function apply(editor: vscode.TextEditor, { edits, carets }: Insertion): Promise<boolean> {
  const { document } = editor;
  if (document.isClosed) return false;
  const { version } = document;
  const done = await editor.edit(builder => {
    for (const { start, text } of edits) builder.insert(document.positionAt(start), text);
  });
  // VS Code says that it has edited an editor that was made read-only for the session, and has not.
  if (!done || (edits.length > 0 && document.version === version)) return false;
  editor.selections = carets.map(caret => {
    const position = document.positionAt(caret);
    return new vscode.Selection(position, position);
  });
  return true;
}

/** Files that their provider or their permissions protect; an editor that is locked otherwise refuses the edit. */
async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  if (uri.scheme === 'untitled') return false;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return (permissions & vscode.FilePermission.Readonly) !== 0;
  } catch {
    return false; // not on disk yet, or of a scheme without files, such as a notebook's cell
  }
}

function copiedMessage(reason: NoEditor): string {
  const messages: Record<NoEditor, string> = {
    none: vscode.l10n.t('No editor is open, so the citation was copied to the clipboard.'),
    'not-markdown': vscode.l10n.t(
      'The open file is not Markdown, so the citation was copied to the clipboard.',
    ),
    'read-only': vscode.l10n.t(
      'The open file cannot be changed, so the citation was copied to the clipboard.',
    ),
  };
  return messages[reason];
}
