import * as vscode from 'vscode';
import { FORMS, type Form, isForm, substituted } from '../../core/citation/forms.ts';
import type { Reference } from '../../core/citation/references.ts';
import type { CitationStyle } from '../../core/citation/styles/style.ts';
import { setting } from '../../platform/settings.ts';

const STATE_KEY = 'citation.form';

/** The form to begin with: the one of the setting, or the one used last in this workspace. */
export function initialForm(state: vscode.Memento, document: vscode.TextDocument | undefined): Form {
  const chosen = setting('citation.form', document);
  if (isForm(chosen)) return chosen;
  const last = state.get(STATE_KEY);
  return isForm(last) ? last : FORMS[0];
}

export const rememberForm = (state: vscode.Memento, form: Form): Thenable<void> =>
  state.update(STATE_KEY, form);

export function formName(form: Form): string {
  const names: Record<Form, string> = {
    'pandoc-key': vscode.l10n.t('Pandoc key'),
    footnote: vscode.l10n.t('Footnote'),
    'markdown-link': vscode.l10n.t('Markdown link'),
    formatted: vscode.l10n.t('Formatted text'),
  };
  return names[form];
}

/** What to say where the form cannot hold some of the references and another takes its place; empty where it can. */
export function substitutionRemark(
  references: readonly Reference[],
  form: Form,
  style: CitationStyle,
): string {
  const names = substituted(references, form, style)
    .map(reference => (reference.kind === 'document' ? reference.document.shortName : reference.record.name))
    .join(', ');
  if (names === '') return '';
  return form === 'pandoc-key'
    ? vscode.l10n.t('{0}: a public record has no citation key, so it is linked.', names)
    : vscode.l10n.t('{0}: no address is known, so the reference is written out.', names);
}

const ICONS: Record<Form, string> = {
  'pandoc-key': 'mention',
  footnote: 'list-ordered',
  'markdown-link': 'link',
  formatted: 'book',
};

export interface FormButton extends vscode.QuickInputButton {
  readonly form: Form;
}

/** A button for each form, in the order in which they are offered. */
export const formButtons = (current: Form): FormButton[] =>
  FORMS.map(form => ({
    form,
    iconPath: new vscode.ThemeIcon(ICONS[form]),
    tooltip:
      form === current
        ? vscode.l10n.t('{0} (chosen)', formName(form))
        : vscode.l10n.t('Insert as {0}', formName(form)),
  }));
