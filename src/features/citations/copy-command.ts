import * as vscode from 'vscode';
import { entryAsWritten } from '../../core/citation/bibliography/as-written.ts';
import { bibliographyFormat } from '../../core/citation/bibliography/entry.ts';
import { readingBibliography } from '../../core/citation/bibliography/read.ts';
import { entryText } from '../../core/citation/bibliography/write.ts';
import { keyAt, placeOfKey } from '../../core/citation/cited-key.ts';
import { citationText } from '../../core/citation/forms.ts';
import { fieldsOf, keyOf, type Reference } from '../../core/citation/references.ts';
import { risRecord } from '../../core/citation/ris.ts';
import { worksOf } from '../../core/citation/works.ts';
import { CITING_LANGUAGES } from '../../platform/languages.ts';
import { withoutIcons } from '../../platform/ranked-quick-pick.ts';
import { referenceArgument } from '../../platform/references.ts';
import { inSlices } from '../../platform/slices.ts';
import { Destination } from './destination.ts';
import { mannerFor, rememberManner } from './form.ts';
import { type CitationDependencies, requestOf } from './insert-command.ts';
import { ownFiles, ownWorks, ownWorksFor } from './own-works.ts';
import { pickCitation } from './picker.ts';
import { failLocalised, referencesTo } from './records.ts';

/** Formats in which records are copied for other programs. */
export type CopyFormat = 'biblatex' | 'csl-json' | 'ris';

/**
 * Runs `Counterparts: Copy Citation`, in the form and style that are in use: of what is given, of the key at the caret, or of
 * what is chosen.
 */
export async function copyCitationCommand(deps: CitationDependencies, argument: unknown): Promise<void> {
  const { state } = deps;
  const document = vscode.window.activeTextEditor?.document;
  const request = requestOf(argument);
  const references = await givenOrAtCaret(deps, argument);
  if (references) return copy(write(() => citationText(references, mannerFor(state, document, request))));
  const picked = await pick(deps);
  if (!picked) return;
  await rememberManner(state, picked.manner);
  await copy(write(() => citationText(picked.references, picked.manner)));
}

/** Runs `Counterparts: Copy as BibLaTeX` and its like, for what is given, for the key at the caret, or what is chosen. */
export async function copyAsCommand(
  deps: CitationDependencies,
  format: CopyFormat,
  argument: unknown,
): Promise<void> {
  const references = (await givenOrAtCaret(deps, argument)) ?? (await pick(deps))?.references;
  if (references) await copy(await recordsText(references, format));
}

/** What an argument asks for, or else the key at the caret, at the place that its citation gives. */
async function givenOrAtCaret(
  { service, analyses, bibliographies }: CitationDependencies,
  argument: unknown,
): Promise<readonly Reference[] | undefined> {
  const editor = vscode.window.activeTextEditor;
  const document = editor?.document;
  const given = referenceArgument(argument);
  const items = given ? [given] : (requestOf(argument)?.items ?? []);
  const dossier = await service.get();
  if (items.length > 0) {
    return referencesTo(dossier, items, await ownWorksFor(bibliographies, document, dossier, items));
  }
  if (!document || !CITING_LANGUAGES.includes(document.languageId)) return undefined;
  const analysis = await analyses.get(document);
  const key = analysis && keyAt(analysis, document.offsetAt(editor.selection.active));
  if (!key) return undefined;
  const work = worksOf(dossier, await ownWorks(bibliographies, document)).get(key.key);
  return work && [{ kind: 'work', work, ...placeOfKey(analysis, key) }];
}

async function pick({ service, bibliographies, log, state }: CitationDependencies) {
  const document = vscode.window.activeTextEditor?.document;
  const loaded = await service.load();
  return pickCitation({
    loaded,
    destination: Destination.clipboard(),
    manner: mannerFor(state, document),
    files: await ownFiles(bibliographies, document, loaded.dossier),
    preselected: undefined,
    sentence: Promise.resolve(''),
    log,
  });
}

function write(make: () => string): string {
  try {
    return make();
  } catch (error) {
    return failLocalised(error);
  }
}

/** The records for another program; a public record as the web page that it is, an own work with all that its file has. */
async function recordsText(references: readonly Reference[], format: CopyFormat): Promise<string> {
  const style = { indent: '  ', eol: '\n' };
  const texts: string[] = [];
  for (const reference of references) {
    const key = keyOf(reference);
    const fields = fieldsOf(reference);
    if (format === 'ris') texts.push(risRecord(fields, key));
    else texts.push((await asWritten(reference, format)) ?? entryText(fields, key, format, style).text);
  }
  if (format === 'ris') return texts.join('\r\n');
  if (format === 'biblatex') return `${texts.join('\n\n')}\n`;
  const indented = texts.map(text => text.replace(/^/gm, '  '));
  return `[\n${indented.join(',\n')}\n]\n`;
}

/** The entry of an own work, where its file is of the format; `undefined` too where the file is gone or has changed. */
async function asWritten(
  reference: Reference,
  format: Exclude<CopyFormat, 'ris'>,
): Promise<string | undefined> {
  const file = reference.kind === 'work' ? reference.work.file : undefined;
  if (file === undefined || bibliographyFormat(file) !== format) return undefined;
  try {
    const text = (await vscode.workspace.openTextDocument(vscode.Uri.parse(file))).getText();
    const bibliography = await inSlices(readingBibliography(text, format), () => false);
    return bibliography && entryAsWritten(text, bibliography, keyOf(reference));
  } catch {
    return undefined;
  }
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  const [line = ''] = text.trim().split('\n');
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Copied: {0}', withoutIcons(line.length > 60 ? `${line.slice(0, 60)}…` : line)),
    5_000,
  );
}
