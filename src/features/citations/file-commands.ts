import * as vscode from 'vscode';
import { bibliographyEdit, bibliographyText, sectionStyle } from '../../core/citation/bibliography-edit.ts';
import { CLOSING_MARKER } from '../../core/citation/bibliography-markers.ts';
import { bibliographySection, citedIn, citedWorks } from '../../core/citation/bibliography-section.ts';
import { CONVERTIBLE } from '../../core/citation/convert/found.ts';
import { convertingCitations } from '../../core/citation/convert.ts';
import type { TextEdit } from '../../core/citation/edits.ts';
import { isForm } from '../../core/citation/forms.ts';
import { STYLES } from '../../core/citation/styles/registry.ts';
import { worksOf } from '../../core/citation/works.ts';
import { isWeak } from '../../core/dossier/dossier.ts';
import { inSlices } from '../../platform/slices.ts';
import { Destination } from './destination.ts';
import { mannerFor, rememberManner } from './form.ts';
import type { CitationDependencies } from './insert-command.ts';
import { ownWorks } from './own-works.ts';
import { askForm } from './questions.ts';

/** The Markdown editor whose file a command changes. */
async function editorToChange(): Promise<vscode.TextEditor> {
  const { editor } = await Destination.find();
  if (!editor) throw new Error(vscode.l10n.t('Open a Markdown file that can be changed.'));
  return editor;
}

/** @returns whether the edits were made, in one undo step. */
function change(editor: vscode.TextEditor, edits: readonly TextEdit[]): Thenable<boolean> {
  const { document } = editor;
  return editor.edit(builder => {
    for (const { start, end, text } of edits) {
      builder.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
  });
}

const changedMeanwhile = (): Error =>
  new Error(vscode.l10n.t('The file could not be changed: it is locked, or has changed meanwhile.'));

/** Runs `Counterparts: Convert Citations…`; `form` may be given. */
export async function convertCitationsCommand(deps: CitationDependencies, argument: unknown): Promise<void> {
  const { service, analyses, bibliographies, state } = deps;
  const editor = await editorToChange();
  const { document } = editor;
  const dossier = await service.get();
  const wishes = typeof argument === 'object' && argument !== null ? argument : {};
  const manner = mannerFor(state, document, wishes);
  const title = vscode.l10n.t('Convert the citations of this file');
  const own = await ownWorks(bibliographies, document);
  const asked = 'form' in wishes && isForm(wishes.form) ? wishes.form : undefined;
  // The forms are shown with what the file cites.
  const [sample = [...dossier.documents.values()].find(each => !isWeak(each))] = asked
    ? []
    : citedIn(worksOf(dossier, own), document.getText());
  const samples = sample ? [{ kind: 'work' as const, work: sample, paragraphs: [] }] : [];
  const form = asked ?? (await askForm(samples, manner, CONVERTIBLE, title));
  const analysis = form && (await analyses.get(document));
  if (!form || !analysis) return;
  const { version } = document;
  const stale = (): boolean => document.isClosed || document.version !== version;
  const conversion = await inSlices(
    convertingCitations(dossier, own, analysis, STYLES, { ...manner, form }),
    stale,
  );
  if (!conversion) throw changedMeanwhile();
  const { edits, converted, left } = conversion;
  if (edits.length > 0 && !(await change(editor, edits))) throw changedMeanwhile();
  vscode.window.setStatusBarMessage(
    left > 0
      ? vscode.l10n.t(
          'Citations converted: {0}; left as they are, since something would be lost: {1}.',
          converted,
          left,
        )
      : vscode.l10n.t('Citations converted: {0}.', converted),
    10_000,
  );
}

/**
 * Runs `Counterparts: Insert or Refresh Bibliography`: a section that is there keeps its style unless another is asked for.
 */
export async function refreshBibliographyCommand(
  deps: CitationDependencies,
  argument: unknown,
): Promise<void> {
  const { service, bibliographies, state } = deps;
  const editor = await editorToChange();
  const text = editor.document.getText();
  const wishes = typeof argument === 'object' && argument !== null ? argument : {};
  const manner = mannerFor(state, editor.document, wishes);
  const section = bibliographySection(text);
  if (section === 'open') {
    throw new Error(
      vscode.l10n.t(
        'The end of the bibliography is not marked: put {0} on a line of its own behind it.',
        CLOSING_MARKER,
      ),
    );
  }
  const { index } = await bibliographies.get(editor.document);
  const works = citedWorks(await service.get(), index, text, section);
  if (works.length === 0 && !section) {
    throw new Error(
      vscode.l10n.t('This file cites no document of the dossier and none of its bibliography files yet.'),
    );
  }
  const asked = 'style' in wishes && wishes.style !== undefined;
  const own = section && !asked ? sectionStyle(text, section, works, STYLES, manner.style) : manner.style;
  if (section?.style !== undefined && !own) {
    throw new Error(
      vscode.l10n.t(
        'There is no style of citation “{0}”: name one of {1} in the line before the bibliography.',
        section.style,
        STYLES.map(({ id }) => id).join(', '),
      ),
    );
  }
  const style = own ?? manner.style;
  const edit = bibliographyEdit(text, bibliographyText(works, style), section);
  if (edit && !(await change(editor, [edit]))) throw changedMeanwhile();
  await rememberManner(state, manner);
  vscode.window.setStatusBarMessage(
    edit
      ? vscode.l10n.t('Entries in the bibliography: {0}. Style: {1}.', works.length, style.name)
      : vscode.l10n.t('The bibliography is up to date. Style: {0}.', style.name),
    5_000,
  );
}
