import * as vscode from 'vscode';
import { FORMS, type Form, isForm } from '../../core/citation/forms.ts';
import { UnwritableKeyError } from '../../core/citation/keys.ts';
import {
  mergeReferences,
  type NothingToCite,
  type Reference,
  resolveReference,
} from '../../core/citation/references.ts';
import { DEFAULT_STYLE } from '../../core/citation/styles/registry.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { isRecordReference, type RecordReference } from '../../core/dossier/reference.ts';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import type { Log } from '../../platform/log.ts';
import { referenceArgument } from '../../platform/references.ts';
import { Destination } from './destination.ts';
import { initialForm, rememberForm } from './form.ts';
import { pickCitation } from './picker.ts';
import { sentenceToSupport } from './sentence.ts';
import { offerToQuietValidation } from './validation-offer.ts';

export interface CitationDependencies {
  readonly service: DossierService;
  readonly analyses: AnalysisService;
  readonly log: Log;
  readonly state: vscode.Memento;
}

/** Runs `Counterparts: Insert Citation`; `registerCitations` says what the argument may be. */
export async function insertCitationCommand(deps: CitationDependencies, argument: unknown): Promise<void> {
  const { service, analyses, log, state } = deps;
  const insert = async (
    dossier: Dossier,
    records: readonly RecordReference[],
    form: Form,
    destination: Destination,
  ): Promise<void> => {
    const references = referencesTo(dossier, records);
    const written = await destination.write(references, form, DEFAULT_STYLE).catch(failLocalised);
    const { editor } = destination;
    if (!editor || !written) return;
    const inserted = { references, form, style: DEFAULT_STYLE };
    offerToQuietValidation(editor.document, inserted, state).catch(error => log.error(error));
  };

  const loaded = await service.load();
  const destination = await Destination.find();
  const request = requestOf(argument);
  if (request) {
    const form = request.form ?? initialForm(state, destination.editor?.document);
    return insert(loaded.dossier, request.items, form, destination);
  }
  const picked = await pickCitation({
    loaded,
    destination,
    style: DEFAULT_STYLE,
    form: initialForm(state, destination.editor?.document),
    preselected: referenceArgument(argument),
    sentence: sentenceToSupport(destination.editor, analyses),
    log,
  });
  if (!picked) return;
  await rememberForm(state, picked.form);
  await insert(loaded.dossier, picked.records, picked.form, destination);
}

/** The argument that asks for an insertion without a picker. It may come from a key binding, so it is not trusted. */
function requestOf(
  argument: unknown,
): { readonly items: readonly RecordReference[]; readonly form: Form | undefined } | undefined {
  if (typeof argument !== 'object' || argument === null || !('items' in argument)) return undefined;
  const { items } = argument;
  const form = 'form' in argument ? argument.form : undefined;
  if (!Array.isArray(items) || items.length === 0 || !items.every(isRecordReference)) {
    throw new Error(
      vscode.l10n.t('Insert Citation needs "items": a list of records, each with its "type" and "id".'),
    );
  }
  if (form !== undefined && !isForm(form)) {
    throw new Error(
      vscode.l10n.t('There is no form of citation "{0}": use one of {1}.', String(form), FORMS.join(', ')),
    );
  }
  return { items, form };
}

/** @throws for a record that cannot be cited, with the reason. */
function referencesTo(dossier: Dossier, records: readonly RecordReference[]): readonly Reference[] {
  return mergeReferences(
    records.flatMap(record => {
      const resolved = resolveReference(dossier, record);
      if ('reason' in resolved) throw new Error(reasonText(resolved.reason, record));
      return resolved.references;
    }),
  );
}

/** Throws the error again, in the reader's language where the core said it in codes. */
function failLocalised(error: unknown): never {
  if (!(error instanceof UnwritableKeyError)) throw error;
  const sentence = vscode.l10n.t(
    '“{0}” cannot be a citation key, since it is empty or has blanks or braces in it. Choose another form of citation.',
    error.key,
  );
  throw new Error(sentence, { cause: error });
}

function reasonText(reason: NothingToCite, { type, id }: RecordReference): string {
  const reasons: Record<NothingToCite, string> = {
    unknown: vscode.l10n.t('The dossier has no {0} "{1}".', typeName(type), id),
    person: vscode.l10n.t(
      'A person cannot be cited: choose a document, a paragraph, a meeting or a quotation instead of "{0}".',
      id,
    ),
    'no-evidence': vscode.l10n.t('Nothing in the dossier supports "{0}", so there is nothing to cite.', id),
  };
  return reasons[reason];
}

function typeName(type: RecordReference['type']): string {
  const names: Record<RecordReference['type'], string> = {
    person: vscode.l10n.t('person'),
    meeting: vscode.l10n.t('meeting'),
    document: vscode.l10n.t('document'),
    passage: vscode.l10n.t('paragraph'),
    quotation: vscode.l10n.t('quotation'),
    dispute: vscode.l10n.t('dispute'),
  };
  return names[type];
}
