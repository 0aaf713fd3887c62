import type * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Manner } from '../../core/citation/forms.ts';
import type { Reference } from '../../core/citation/references.ts';
import { isRecordReference, type RecordReference } from '../../core/dossier/reference.ts';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import type { Log } from '../../platform/log.ts';
import { referenceArgument } from '../../platform/references.ts';
import { Destination } from './destination.ts';
import { mannerFor, rememberManner, type Wishes } from './form.ts';
import { ownFiles, ownWorksFor } from './own-works.ts';
import { pickCitation } from './picker.ts';
import { failLocalised, referencesTo } from './records.ts';
import { sentenceToSupport } from './sentence.ts';
import { offerToQuietValidation } from './validation-offer.ts';

export interface CitationDependencies {
  readonly service: DossierService;
  readonly analyses: AnalysisService;
  readonly bibliographies: Bibliographies;
  readonly log: Log;
  readonly state: vscode.Memento;
}

/** Runs `Counterparts: Insert Citation`; `registerCitations` says what the argument may be. */
export async function insertCitationCommand(deps: CitationDependencies, argument: unknown): Promise<void> {
  const { service, analyses, bibliographies, log, state } = deps;
  const loaded = await service.load();
  const destination = await Destination.find(deps.bibliographies);
  const document = destination.editor?.document;
  const request = requestOf(argument);
  if (request) {
    const manner = mannerFor(state, document, request);
    const own = await ownWorksFor(bibliographies, document, loaded.dossier, request.items);
    return insertReferences(deps, destination, referencesTo(loaded.dossier, request.items, own), manner);
  }
  const preselected = referenceArgument(argument);
  const picked = await pickCitation({
    loaded,
    destination,
    manner: mannerFor(state, document),
    preselected,
    sentence: sentenceToSupport(destination.editor, analyses),
    files: await ownFiles(bibliographies, document, loaded.dossier, preselected),
    log,
  });
  if (!picked) return;
  await rememberManner(state, picked.manner);
  const own = await ownWorksFor(bibliographies, document, loaded.dossier, picked.records);
  referencesTo(loaded.dossier, picked.records, own); // tells what cannot be cited
  await insertReferences(deps, destination, picked.references, picked.manner);
}

/** Writes a citation at the carets, or copies it, and offers what keeps VS Code from reporting it. */
export async function insertReferences(
  { log, state }: CitationDependencies,
  destination: Destination,
  references: readonly Reference[],
  manner: Manner,
): Promise<void> {
  const written = await destination.write(references, manner).catch(failLocalised);
  const { editor } = destination;
  if (!editor || !written) return;
  offerToQuietValidation(editor.document, { references, manner }, state).catch(error => log.error(error));
}

/** The argument that asks for an insertion without a picker. It may come from a key binding, so it is not trusted. */
export function requestOf(
  argument: unknown,
): ({ readonly items: readonly RecordReference[] } & Wishes) | undefined {
  if (typeof argument !== 'object' || argument === null || !('items' in argument)) return undefined;
  const { items, ...wishes } = argument as { items: unknown };
  if (!Array.isArray(items) || items.length === 0 || !items.every(isRecordReference)) {
    throw new Error(
      l10n.t('Insert Citation needs “items”: a list of records, each with its “type” and “id”.'),
    );
  }
  const texts = Object.entries(wishes).filter(([, value]) => typeof value === 'string');
  return { items, ...(Object.fromEntries(texts) as Wishes) };
}
