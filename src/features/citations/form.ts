import * as vscode from 'vscode';
import { FORMS, type Form, isForm, isKeyForm, type Manner, substituted } from '../../core/citation/forms.ts';
import { nameOf, type Reference } from '../../core/citation/references.ts';
import { STYLES, styleOf } from '../../core/citation/styles/registry.ts';
import { chosenStyle, STYLE_KEY } from '../../platform/citation-style.ts';
import { setting } from '../../platform/settings.ts';

const FORM_KEY = 'citation.form';

/** What a command or a key binding asks for instead of what was used last. */
export interface Wishes {
  readonly form?: string;
  readonly style?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/**
 * How to cite: as asked for, else as the settings say, else as it was done last in this workspace.
 * @throws for a form or a style that there is none of.
 */
export function mannerFor(
  state: vscode.Memento,
  document: vscode.TextDocument | undefined,
  { form, style, prefix, suffix }: Wishes = {},
): Manner {
  if (form !== undefined && !isForm(form)) {
    throw new Error(
      vscode.l10n.t('There is no form of citation “{0}”: use one of {1}.', form, FORMS.join(', ')),
    );
  }
  const ids = STYLES.map(({ id }) => id);
  if (style !== undefined && !ids.includes(style)) {
    throw new Error(
      vscode.l10n.t('There is no style of citation “{0}”: use one of {1}.', style, ids.join(', ')),
    );
  }
  const chosenForm = [form, setting('citation.form', document), state.get(FORM_KEY)].find(isForm);
  return {
    form: chosenForm ?? FORMS[0],
    style: style === undefined ? chosenStyle(state, document) : styleOf(style),
    template: setting('citation.template', document),
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
  };
}

export async function rememberManner(state: vscode.Memento, { form, style }: Manner): Promise<void> {
  await state.update(FORM_KEY, form);
  await state.update(STYLE_KEY, style.id);
}

export function formName(form: Form): string {
  const names: Record<Form, string> = {
    'pandoc-key': vscode.l10n.t('Pandoc key'),
    'pandoc-in-text': vscode.l10n.t('Pandoc key in the text'),
    'pandoc-no-author': vscode.l10n.t('Pandoc key without the author'),
    myst: vscode.l10n.t('MyST role'),
    'myst-in-text': vscode.l10n.t('MyST role in the text'),
    footnote: vscode.l10n.t('Footnote'),
    'markdown-link': vscode.l10n.t('Markdown link'),
    formatted: vscode.l10n.t('Formatted text'),
    'plain-key': vscode.l10n.t('Plain key'),
    template: vscode.l10n.t('Own template'),
  };
  return names[form];
}

/** Why another form takes the place of one that cannot hold some of the references; empty where it can. Goes on a sentence. */
export function substitutionRemark(references: readonly Reference[], manner: Manner): string {
  const { t } = vscode.l10n;
  const names = substituted(references, manner).map(nameOf).join(', ');
  if (names === '') return '';
  const why = isKeyForm(manner.form)
    ? t('a public record has no citation key, so it is linked')
    : manner.form === 'template'
      ? t('the template gives nothing for it, so the reference is written out')
      : t('no address is known, so the reference is written out');
  // One that stands alone need not be named.
  return references.length === 1 ? why : t('{0}: {1}', names, why);
}
