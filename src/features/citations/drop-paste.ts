import * as vscode from 'vscode';
import { RECORDS_MIME } from '../../contributions.ts';
import { applyEdits } from '../../core/citation/edits.ts';
import { FORMS, type Form, isKeyForm, substituted } from '../../core/citation/forms.ts';
import { CitationTarget, type Insertion } from '../../core/citation/insert.ts';
import type { Selection } from '../../core/citation/placement.ts';
import { type Reference, resolveReference } from '../../core/citation/references.ts';
import { type CitableWork, NO_WORKS, type Works, worksOf } from '../../core/citation/works.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { isRecordReference } from '../../core/dossier/reference.ts';
import { BibliographyFiles } from './bibliography-file.ts';
import { formName, mannerFor } from './form.ts';
import type { CitationDependencies } from './insert-command.ts';
import { ownWorks } from './own-works.ts';

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
  const dropped = await data.get(RECORDS_MIME)?.asString();
  const references = referencesIn(await deps.service.get(), dropped ?? '');
  if (references.length === 0) return undefined;
  const at = document.offsetAt(position);
  const offers = await offersFor(deps, document, [{ start: at, end: at }], references);
  return offers.map(({ form, edit }) => {
    const drop = new vscode.DocumentDropEdit('', titleOf(form), kindOf(form));
    drop.additionalEdit = edit;
    return drop;
  });
}

/** What is pasted: an address or a key of a work stays what it is, and may become a citation, at each of several carets. */
export async function pasteEdits(
  deps: CitationDependencies,
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  data: vscode.DataTransfer,
): Promise<vscode.DocumentPasteEdit[] | undefined> {
  const pasted = ((await data.get('text/plain')?.asString()) ?? '').trim();
  if (pasted === '' || pasted.length > LONGEST || /\s/.test(pasted)) return undefined;
  const work =
    workFor(worksOf(await deps.service.get(), NO_WORKS), pasted) ??
    workFor(await ownWorks(deps.bibliographies, document), pasted);
  if (!work) return undefined;
  const stretches = ranges.map(({ start, end }) => ({
    start: document.offsetAt(start),
    end: document.offsetAt(end),
  }));
  const offers = await offersFor(deps, document, stretches, [{ kind: 'work', work, paragraphs: [] }]);
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

/** The work of a key, of a citation of it, or of an address. */
const workFor = (works: Works, pasted: string): CitableWork | undefined =>
  works.get(pasted.replace(/^\[?-?@\{?|\}?\]?$/g, '')) ?? works.at(pasted);

interface Offer {
  readonly form: Form;
  readonly edit: vscode.WorkspaceEdit;
}

/**
 * The citation in each form that can hold the references, the one in use first, each as all that it changes.
 * @param stretches carets, and what is selected and gives way; they do not overlap.
 */
async function offersFor(
  { bibliographies, state }: CitationDependencies,
  document: vscode.TextDocument,
  stretches: readonly Selection[],
  references: readonly Reference[],
): Promise<Offer[]> {
  const manner = mannerFor(state, document);
  const text = document.getText();
  const gaps = [...stretches].sort((a, b) => a.start - b.start);
  const rest = applyEdits(
    text,
    gaps.map(gap => ({ ...gap, text: '' })),
  );
  const target = new CitationTarget(
    rest,
    startsWithout(gaps).map(start => ({ start, end: start })),
  );
  const plan = await new BibliographyFiles(document, bibliographies).plan(references);
  const forms = [manner.form, ...FORMS.filter(form => form !== manner.form)];
  return forms.flatMap((form): Offer[] => {
    const own = { ...manner, form };
    try {
      if (form !== manner.form && substituted(references, own).length > 0) return [];
      const insertion = target.insert(isKeyForm(form) ? plan.references : references, own);
      if (insertion.edits.length === 0) return [];
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, textEdits(document, insertion, gaps));
      if (plan.change && isKeyForm(form)) edit.set(plan.change.document.uri, [...plan.change.edits]);
      return [{ form, edit }];
    } catch {
      return []; // a key that this form cannot hold
    }
  });
}

/** Where stretches in order begin in the text without them. */
function startsWithout(stretches: readonly Selection[]): number[] {
  let gone = 0;
  return stretches.map(({ start, end }) => {
    const at = start - gone;
    gone += end - start;
    return at;
  });
}

/** The edits of the text without the stretches as edits of the text, which take the stretches away. */
function textEdits(
  document: vscode.TextDocument,
  { edits }: Insertion,
  stretches: readonly Selection[],
): vscode.TextEdit[] {
  const starts = startsWithout(stretches);
  const back = (at: number): number =>
    stretches.reduce(
      (sum, { start, end }, index) => (at > (starts[index] ?? at) ? sum + end - start : sum),
      at,
    );
  const inserted = edits.map(({ start: at, text }) =>
    vscode.TextEdit.insert(document.positionAt(back(at)), text),
  );
  const removed = stretches.filter(({ start, end }) => start < end);
  return [
    ...inserted,
    ...removed.map(({ start, end }) =>
      vscode.TextEdit.delete(new vscode.Range(document.positionAt(start), document.positionAt(end))),
    ),
  ];
}
