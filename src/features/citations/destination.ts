import * as vscode from 'vscode';
import { citationText, isKeyForm, type Manner } from '../../core/citation/forms.ts';
import { CitationTarget, type Insertion } from '../../core/citation/insert.ts';
import type { Reference } from '../../core/citation/references.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import { CITING_LANGUAGES } from '../../platform/languages.ts';
import { type BibliographyChange, BibliographyFiles } from './bibliography-file.ts';
import { formName, substitutionRemark } from './form.ts';
import { isReadOnly } from './writable.ts';

/** Why a citation goes to the clipboard instead of into a file. */
type NoEditor = 'none' | 'not-markdown' | 'read-only';

/** Where a citation goes: the carets of an editor, or the clipboard. */
export class Destination {
  readonly #editor: vscode.TextEditor | undefined;
  readonly #bibliography: BibliographyFiles | undefined;
  #reason: NoEditor;
  #read:
    | { readonly target: CitationTarget; readonly selections: readonly vscode.Selection[]; version: number }
    | undefined;

  private constructor(
    editor: vscode.TextEditor | undefined,
    reason: NoEditor,
    bibliography?: BibliographyFiles,
  ) {
    this.#editor = editor;
    this.#reason = reason;
    this.#bibliography = bibliography;
  }

  /**
   * The active editor, if it shows Markdown that can be written.
   * @param bibliographies whose files gain what is cited; they are left alone where none are given.
   */
  static async find(bibliographies?: Bibliographies): Promise<Destination> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return new Destination(undefined, 'none');
    if (!CITING_LANGUAGES.includes(editor.document.languageId))
      return new Destination(undefined, 'not-markdown');
    if (await isReadOnly(editor.document.uri)) return new Destination(undefined, 'read-only');
    const files = bibliographies && new BibliographyFiles(editor.document, bibliographies);
    return new Destination(editor, 'none', files);
  }

  /** The clipboard, whatever is open. */
  static clipboard(): Destination {
    return new Destination(undefined, 'none');
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
    return this.#read.target.insert(this.cited(references, manner), manner);
  }

  /** The references by the keys that the bibliography files have for them, where the form names keys. */
  cited(references: readonly Reference[], manner: Manner): readonly Reference[] {
    return (isKeyForm(manner.form) && this.#bibliography?.cited(references)) || references;
  }

  /**
   * Writes the citation in one undo step, or copies it where nothing can be written, and tells the user where it went.
   * @returns whether anything was written into the editor.
   */
  async write(references: readonly Reference[], manner: Manner): Promise<boolean> {
    const written = await this.apply(() => this.insertion(references, manner), references, manner);
    if (written !== undefined) return written;
    await vscode.env.clipboard.writeText(citationText(references, manner));
    void vscode.window.showInformationMessage(copiedMessage(this.#reason));
    return false;
  }

  /**
   * Writes what is built for the editor as it is, and into the bibliography file what it lacks, in one undo step.
   * @returns whether anything was written; `undefined` where nothing can be.
   */
  async apply(
    build: () => Insertion | undefined,
    references: readonly Reference[],
    manner: Manner,
  ): Promise<boolean | undefined> {
    // The edit is refused where the text has changed since it was read: then it is read again.
    for (let attempt = 0; this.#editor && attempt < 2; attempt++) {
      const plan = isKeyForm(manner.form) ? await this.#bibliography?.plan(references) : undefined;
      const insertion = build();
      if (insertion?.edits.length === 0) {
        vscode.window.setStatusBarMessage(vscode.l10n.t('This is cited here already.'), 5_000);
        return false;
      }
      if (insertion && (await apply(this.#editor, insertion, plan?.change))) {
        const remark = substitutionRemark(references, manner);
        if (remark) {
          const told = vscode.l10n.t('{0}: {1}.', formName(manner.form), remark);
          vscode.window.setStatusBarMessage(told, 10_000);
        }
        if (plan?.problem) void vscode.window.showWarningMessage(plan.problem);
        return true;
      }
      this.#reason = 'read-only';
    }
    return undefined;
  }
}

/** One edit is one step for undo; then the carets go behind what was inserted. */
async function apply(
  editor: vscode.TextEditor,
  { edits, carets }: Insertion,
  bibliography: BibliographyChange | undefined,
): Promise<boolean> {
  const { document } = editor;
  if (document.isClosed) return false;
  const { version } = document;
  if (bibliography) {
    const wasDirty = bibliography.document.isDirty;
    const change = new vscode.WorkspaceEdit();
    change.set(
      document.uri,
      edits.map(({ start, text }) => vscode.TextEdit.insert(document.positionAt(start), text)),
    );
    change.set(bibliography.document.uri, [...bibliography.edits]);
    if (!(await vscode.workspace.applyEdit(change))) return false;
    // What nobody has open would otherwise be lost from sight with its change unsaved.
    if (!wasDirty) await bibliography.document.save();
  } else {
    const done = await editor.edit(builder => {
      for (const { start, text } of edits) builder.insert(document.positionAt(start), text);
    });
    if (!done) return false;
  }
  // VS Code says that it has edited an editor that was made read-only for the session, and has not.
  if (edits.length > 0 && document.version === version) return false;
  editor.selections = carets.map(caret => {
    const position = document.positionAt(caret);
    return new vscode.Selection(position, position);
  });
  return true;
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
