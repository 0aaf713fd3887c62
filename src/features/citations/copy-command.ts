import * as vscode from 'vscode';
import { entryText } from '../../core/citation/bibliography/write.ts';
import { citationText } from '../../core/citation/forms.ts';
import { fieldsOf, keyOf, type Reference } from '../../core/citation/references.ts';
import { risRecord } from '../../core/citation/ris.ts';
import { referenceArgument } from '../../platform/references.ts';
import { Destination } from './destination.ts';
import { mannerFor, rememberManner } from './form.ts';
import { type CitationDependencies, requestOf } from './insert-command.ts';
import { pickCitation } from './picker.ts';
import { failLocalised, referencesTo } from './records.ts';

/** Formats in which records are copied for other programs. */
export type CopyFormat = 'biblatex' | 'csl-json' | 'ris';

/** Runs `Counterparts: Copy Citation`, in the form and style that are in use. */
export async function copyCitationCommand(deps: CitationDependencies, argument: unknown): Promise<void> {
  const { state, service } = deps;
  const document = vscode.window.activeTextEditor?.document;
  const request = requestOf(argument);
  const reference = referenceArgument(argument);
  if (request || reference) {
    const items = request?.items ?? (reference ? [reference] : []);
    const references = referencesTo(await service.get(), items);
    return copy(write(() => citationText(references, mannerFor(state, document, request))));
  }
  const picked = await pick(deps);
  if (!picked) return;
  await rememberManner(state, picked.manner);
  await copy(write(() => citationText(picked.references, picked.manner)));
}

/** Runs `Counterparts: Copy as BibLaTeX` and its like, for the documents behind a record or those chosen. */
export async function copyAsCommand(
  deps: CitationDependencies,
  format: CopyFormat,
  argument: unknown,
): Promise<void> {
  const items = requestOf(argument)?.items ?? [];
  const reference = referenceArgument(argument);
  const records = reference ? [reference] : items;
  const references =
    records.length > 0 ? referencesTo(await deps.service.get(), records) : (await pick(deps))?.references;
  if (references) await copy(recordsText(references, format));
}

function pick(deps: CitationDependencies) {
  const { service, log, state } = deps;
  return service.load().then(loaded =>
    pickCitation({
      loaded,
      destination: Destination.clipboard(),
      manner: mannerFor(state, vscode.window.activeTextEditor?.document),
      preselected: undefined,
      sentence: Promise.resolve(''),
      log,
    }),
  );
}

function write(make: () => string): string {
  try {
    return make();
  } catch (error) {
    return failLocalised(error);
  }
}

/** The records for another program; a public record as the web page that it is. */
function recordsText(references: readonly Reference[], format: CopyFormat): string {
  const style = { indent: '  ', eol: '\n' };
  const texts = references.map(reference => {
    const key = keyOf(reference);
    const fields = fieldsOf(reference);
    return format === 'ris' ? risRecord(fields, key) : entryText(fields, key, format, style).text;
  });
  if (format === 'ris') return texts.join('\r\n');
  if (format === 'biblatex') return `${texts.join('\n\n')}\n`;
  const indented = texts.map(text => text.replace(/^/gm, '  '));
  return `[\n${indented.join(',\n')}\n]\n`;
}

async function copy(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  const [line = ''] = text.trim().split('\n');
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('Copied {0}', line.length > 60 ? `${line.slice(0, 60)}…` : line),
    5_000,
  );
}
