import * as vscode from 'vscode';
import { applyEdits, composeInsertions, type TextEdit } from '../../core/citation/edits.ts';
import type { Manner } from '../../core/citation/forms.ts';
import { CitationTarget, type Insertion } from '../../core/citation/insert.ts';
import { quotationPlaces } from '../../core/citation/quotation-places.ts';
import { quotationText } from '../../core/citation/quotation-text.ts';
import { mergeReferences, type Reference, resolveReference } from '../../core/citation/references.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import { referenceArgument } from '../../platform/references.ts';
import { Destination } from './destination.ts';
import { mannerFor, rememberManner } from './form.ts';
import { type CitationDependencies, requestOf } from './insert-command.ts';
import { pickCitation } from './picker.ts';
import { referencesTo } from './records.ts';
import { sentenceToSupport } from './sentence.ts';
import { offerToQuietValidation } from './validation-offer.ts';

/** Runs `Counterparts: Insert Quotation`: recorded words as printed, who spoke them, and the citation. */
export async function insertQuotationCommand(deps: CitationDependencies, argument: unknown): Promise<void> {
  const { service, analyses, log, state } = deps;
  const loaded = await service.load();
  const { dossier } = loaded;
  const destination = await Destination.find(deps.bibliographies);
  const { editor } = destination;
  if (!editor) throw new Error(vscode.l10n.t('Open the Markdown file into which the quotation goes.'));
  const build = (record: RecordReference | undefined, manner: Manner): Insertion | undefined =>
    record && withQuotation(dossier, editor, record, manner, found => destination.cited(found, manner));
  const request = requestOf(argument);
  const given = request?.items[0] ?? referenceArgument(argument);
  let manner = mannerFor(state, editor.document, request);
  let record = given?.type === 'quotation' ? given : undefined;
  if (!record) {
    const picked = await pickCitation({
      loaded,
      destination,
      manner,
      preselected: given,
      sentence: sentenceToSupport(editor, analyses),
      log,
      only: 'quotation',
      insertion: ([chosen], current) => build(chosen, current),
    });
    if (!picked) return;
    ({ manner } = picked);
    [record] = picked.records;
    await rememberManner(state, manner);
  }
  if (!record) return;
  const references = referencesTo(dossier, [record]); // tells what there is none of
  const quoted = record;
  const written = await destination.apply(() => build(quoted, manner), references, manner);
  if (written) {
    offerToQuietValidation(editor.document, { references, manner }, state).catch(error => log.error(error));
  }
}

/**
 * The quotation at each caret, with the citation behind it. What is selected stays, and the quotation follows it.
 * @param cited gives references the keys by which they are cited.
 */
function withQuotation(
  dossier: Dossier,
  editor: vscode.TextEditor,
  record: RecordReference,
  manner: Manner,
  cited: (references: readonly Reference[]) => readonly Reference[],
): Insertion | undefined {
  const located = dossier.quotation(record.id);
  if (!located) return undefined;
  const text = editor.document.getText();
  const ends = editor.selections.map(({ end }) => editor.document.offsetAt(end));
  const places = quotationPlaces(text, ends);
  const quoted = new Map<number, { readonly words: string; readonly caret: number }>();
  for (const { at, before, behind } of places) {
    const lead = before !== '' || !/[^\s([{—–«“"'‘„]/.test(text.charAt(at - 1)) ? before : ' ';
    const words = lead + quotationText(dossier, located, text, at);
    // A reference in words stands in parentheses behind the quotation.
    const inWords = manner.form === 'formatted' && manner.style.kind === 'notes';
    const caret = words.length + (inWords ? 2 : 0);
    quoted.set(at, { words: words + (inWords ? ' ()' : '') + behind, caret });
  }
  const sorted = [...quoted].sort((a, b) => a[0] - b[0]);
  const first = sorted.map(([start, { words }]): TextEdit => ({ start, end: start, text: words }));
  const middle = applyEdits(text, first);
  let grown = 0;
  const carets = new Map<number, number>();
  for (const [start, { words, caret }] of sorted) {
    carets.set(start, start + grown + caret);
    grown += words.length;
  }
  const targets = places.map(({ at }) => carets.get(at) ?? at).map(start => ({ start, end: start }));
  const references = cited(mergeReferences(resolveReference(dossier, record).references));
  const citation = new CitationTarget(middle, targets).insert(references, manner);
  const quotation = first[0]?.text.trim().replace(/ \(\)$/, '') ?? '';
  const inline = [quotation, citation.inline].filter(Boolean).join(' ');
  return { ...citation, edits: composeInsertions(first, citation.edits), inline };
}
