import * as vscode from 'vscode';
import { UnwritableKeyError } from '../../core/citation/keys.ts';
import {
  mergeReferences,
  type NothingToCite,
  type Reference,
  resolveReference,
} from '../../core/citation/references.ts';
import { NO_WORKS, type Works } from '../../core/citation/works.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';

/**
 * What stands behind the records.
 * @param own works that can be cited as documents beside those of the dossier.
 * @throws for a record that cannot be cited, with the reason.
 */
export function referencesTo(
  dossier: Dossier,
  records: readonly RecordReference[],
  own: Works = NO_WORKS,
): readonly Reference[] {
  return mergeReferences(
    records.flatMap(record => {
      const resolved = resolveReference(dossier, record, own);
      if ('reason' in resolved) throw new Error(reasonText(resolved.reason, record));
      return resolved.references;
    }),
  );
}

/** Throws the error again, in the reader's language where the core said it in codes. */
export function failLocalised(error: unknown): never {
  if (!(error instanceof UnwritableKeyError)) throw error;
  const sentence = vscode.l10n.t(
    '“{0}” cannot be a citation key here, since it is empty or has blanks or marks in it that end a key. Choose another form of citation.',
    error.key,
  );
  throw new Error(sentence, { cause: error });
}

function reasonText(reason: NothingToCite, { type, id }: RecordReference): string {
  const reasons: Record<NothingToCite, string> = {
    unknown:
      type === 'document'
        ? vscode.l10n.t('Neither the dossier nor a bibliography file of this text has “{0}”.', id)
        : vscode.l10n.t('The dossier has no {0} “{1}”.', typeName(type), id),
    person: vscode.l10n.t(
      'A person cannot be cited: choose a document, a paragraph, a meeting or a quotation instead of “{0}”.',
      id,
    ),
    'no-evidence': vscode.l10n.t('Nothing in the dossier supports “{0}”, so there is nothing to cite.', id),
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
