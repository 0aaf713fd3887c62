import * as vscode from 'vscode';
import type { Settings } from '../../contributions.ts';
import { FORMS, type Form, isForm } from '../../core/citation/forms.ts';

const STATE_KEY = 'citation.form';

/** The form to begin with: the one of the setting, or the one used last in this workspace. */
export function initialForm(state: vscode.Memento, document: vscode.TextDocument | undefined): Form {
  const setting = vscode.workspace
    .getConfiguration('counterparts', document)
    .get<Settings['citation.form']>('citation.form');
  if (isForm(setting)) return setting;
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
