import * as vscode from 'vscode';
import { RECORDS_MIME } from '../../contributions.ts';
import { FORMS, type Form, isKeyForm, substituted } from '../../core/citation/forms.ts';
import { CitationTarget, type Insertion } from '../../core/citation/insert.ts';
import { type Reference, resolveReference } from '../../core/citation/references.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { isRecordReference } from '../../core/dossier/reference.ts';
import { BibliographyFiles } from './bibliography-file.ts';
import { formName, mannerFor } from './form.ts';
import type { CitationDependencies } from './insert-command.ts';

const KIND = 'counterpartsCitation';
/** Longer texts are neither an address nor a key. */
const LONGEST = 2_000;

/** What is dropped from a tree: the citation in the form in use first, then in the others. */
export async function dropEdits(
  deps: CitationDependencies,
  document: vscode.TextDocument,
  position: vscode.Position,
  data: vscode.DataTransfer,
): Promise<vscode.DocumentDropEdit[] | undefined> {
  const dossier = await deps.service.get();
  const dropped = await data.get(RECORDS_MIME)?.asString();
  const references = referencesIn(dossier, dropped ?? '');
  if (references.length === 0) return undefined;
  const at = document.offsetAt(position);
  const offers = await offersFor(deps, document, { start: at, end: at }, references);
  return offers.map(({ form, edit }) => {
    const drop = new vscode.DocumentDropEdit('', titleOf(form), kindOf(form));
    drop.additionalEdit = edit;
    return drop;
  });
}

/** What is pasted: an address or a key of a document stays what it is, and may become a citation. */
export async function pasteEdits(
  deps: CitationDependencies,
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  data: vscode.DataTransfer,
): Promise<vscode.DocumentPasteEdit[] | undefined> {
  const [range] = ranges;
  if (!range || ranges.length > 1) return undefined;
  const pasted = ((await data.get('text/plain')?.asString()) ?? '').trim();
  if (pasted === '' || pasted.length > LONGEST || /\s/.test(pasted)) return undefined;
  const reference = referenceOf(await deps.service.get(), pasted);
  if (!reference) return undefined;
  const stretch = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const offers = await offersFor(deps, document, stretch, [reference]);
  return offers.map(({ form, edit }) => {
    const paste = new vscode.DocumentPasteEdit('', titleOf(form), kindOf(form));
    paste.additionalEdit = edit;
    paste.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return paste;
  });
}

const titleOf = (form: Form): string => vscode.l10n.t('Insert citation: {0}', formName(form));
const kindOf = (form: Form): vscode.DocumentDropOrPasteEditKind =>
  vscode.DocumentDropOrPasteEditKind.Empty.append('text', KIND, form);

/** The references behind records that a tree gives along. */
function referencesIn(dossier: Dossier, json: string): readonly Reference[] {
  try {
    const records: unknown = JSON.parse(json);
    if (!Array.isArray(records)) return [];
    return records
      .filter(isRecordReference)
      .flatMap((record): readonly Reference[] => resolveReference(dossier, record).references);
  } catch {
    return []; // of somebody else
  }
}

/** The document of an address, of a key, or of a citation of it. */
function referenceOf(dossier: Dossier, pasted: string): Reference | undefined {
  const key = pasted.replace(/^\[?-?@\{?|\}?\]?$/g, '');
  const address = withoutEnd(pasted);
  const document =
    dossier.documents.get(key) ??
    [...dossier.documents.values()].find(
      ({ csl }) => csl.URL !== undefined && withoutEnd(csl.URL) === address,
    );
  return document && { kind: 'work', work: document, paragraphs: [] };
}

const withoutEnd = (url: string): string => url.replace(/#.*$|\/$/g, '').replace(/^http:/i, 'https:');

interface Offer {
  readonly form: Form;
  readonly edit: vscode.WorkspaceEdit;
}

/** The citation in each form that can hold the references, the one in use first, each as all that it changes. */
async function offersFor(
  { state }: CitationDependencies,
  document: vscode.TextDocument,
  stretch: { readonly start: number; readonly end: number },
  references: readonly Reference[],
): Promise<Offer[]> {
  const manner = mannerFor(state, document);
  // What is selected gives way to what is pasted.
  const text = document.getText();
  const rest = text.slice(0, stretch.start) + text.slice(stretch.end);
  const target = new CitationTarget(rest, [{ start: stretch.start, end: stretch.start }]);
  const files = await BibliographyFiles.find(document);
  const forms = [manner.form, ...FORMS.filter(form => form !== manner.form)];
  return forms.flatMap((form): Offer[] => {
    const own = { ...manner, form };
    try {
      if (form !== manner.form && substituted(references, own).length > 0) return [];
      const plan = isKeyForm(form) ? files.plan(references) : undefined;
      const insertion = target.insert(plan?.references ?? references, own);
      if (insertion.edits.length === 0) return [];
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, textEdits(document, insertion, stretch));
      if (plan?.change) edit.set(plan.change.document.uri, [...plan.change.edits]);
      return [{ form, edit }];
    } catch {
      return []; // a key that this form cannot hold
    }
  });
}

function textEdits(
  document: vscode.TextDocument,
  { edits }: Insertion,
  { start, end }: { readonly start: number; readonly end: number },
): vscode.TextEdit[] {
  const back = (at: number): number => (at > start ? at + end - start : at);
  const inserted = edits.map(({ start: at, text }) =>
    vscode.TextEdit.insert(document.positionAt(back(at)), text),
  );
  if (start === end) return inserted;
  return [
    ...inserted,
    vscode.TextEdit.delete(new vscode.Range(document.positionAt(start), document.positionAt(end))),
  ];
}
