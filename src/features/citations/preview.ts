import * as vscode from 'vscode';
import { citationText, type Manner } from '../../core/citation/forms.ts';
import type { Insertion } from '../../core/citation/insert.ts';
import type { Reference } from '../../core/citation/references.ts';
import { formName, substitutionRemark } from './form.ts';
import { onOneLine } from './questions.ts';

/** What the picker shows of a citation before it is inserted. */
export interface Preview {
  /** The form, and the exact text on one line. */
  readonly title: string;
  readonly insertion: Insertion | undefined;
}

/**
 * @param insert makes the edits; `undefined` where nothing is going to be inserted, but copied.
 * @throws where the citation cannot be written in this manner.
 */
export function previewOf(
  references: readonly Reference[],
  manner: Manner,
  insert: (references: readonly Reference[]) => Insertion | undefined,
): Preview {
  const form = formName(manner.form);
  if (references.length === 0) return { title: form, insertion: undefined };
  const insertion = insert(references);
  const text = writtenText(references, manner, insertion);
  const remark = substitutionRemark(references, manner);
  const title = [vscode.l10n.t('{0}: {1}', form, text), remark].filter(Boolean).join(' — ');
  return { title, insertion };
}

/** Exactly what is going to be inserted, or copied where there is no insertion, on one line. */
export const writtenText = (
  references: readonly Reference[],
  manner: Manner,
  insertion: Insertion | undefined,
): string =>
  insertion?.edits.length === 0
    ? vscode.l10n.t('cited here already')
    : (insertedText(insertion) ?? onOneLine(citationText(references, manner)));

const insertedText = (insertion: Insertion | undefined): string | undefined =>
  insertion && [insertion.inline, ...insertion.definitions].filter(part => part !== '').join(' ⏎ ');
