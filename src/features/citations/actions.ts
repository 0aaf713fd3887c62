import * as vscode from 'vscode';
import type { Manner } from '../../core/citation/forms.ts';
import type { CitedPlace, Reference } from '../../core/citation/references.ts';
import { formName } from './form.ts';
import { askForm, askPlace, askStyle, askWords, choose } from './questions.ts';

/** Asks something in the picker's place. A function that it gives is run instead of coming back to the picker. */
export type Question = () => Promise<(() => void) | undefined>;

/** Something that can be done in the picker beside choosing a source: by a button in the title or from a list. */
export interface Action {
  readonly icon: string;
  readonly label: string;
  /** What is in force. */
  readonly description: string;
  readonly ask: Question;
}

/** What the actions that change a citation read and change. */
export interface Changeable {
  readonly manner: () => Manner;
  /** What would be inserted in a manner, on one line. */
  readonly written: (manner: Manner) => string;
  readonly references: () => readonly Reference[];
  readonly change: (change: Partial<Manner>) => void;
  readonly place: (work: string, place: CitedPlace) => void;
}

/** Form, style, place, and the words around: for each a question. */
export function changes({ manner, written, references, change, place }: Changeable): Action[] {
  const { t } = vscode.l10n;
  const { form, style } = manner();
  const action = (icon: string, label: string, description: string, ask: () => Promise<void>): Action => ({
    icon,
    label,
    description,
    ask: async () => {
      await ask();
      return undefined;
    },
  });
  return [
    action('symbol-key', t('Change the form'), formName(form), async () => {
      const chosen = await askForm(references(), manner(), undefined, undefined, written);
      if (chosen) change({ form: chosen });
    }),
    action('book', t('Change the style'), style.name, async () => {
      const chosen = await askStyle(references(), manner().style);
      if (chosen) change({ style: chosen });
    }),
    action('list-ordered', t('Give paragraphs or pages'), '', async () => {
      for (const reference of references()) {
        if (reference.kind !== 'work') continue;
        const given = await askPlace(reference);
        if (given === undefined) return;
        place(reference.work.id, given);
      }
    }),
    action('whole-word', t('Words before and behind'), '', async () => {
      const words = await askWords(manner());
      if (words) change(words);
    }),
  ];
}

/** @param preview says what would be inserted, also to those who cannot see it. */
export const insertAction = (preview: string, ask: Question): Action => ({
  icon: 'check',
  label: vscode.l10n.t('Insert'),
  description: preview,
  ask,
});

export const takeAction = (ask: Question): Action => ({
  icon: 'add',
  label: vscode.l10n.t('Take it and look for another'),
  description: '',
  ask,
});

export const openAction = (ask: Question): Action => ({
  icon: 'go-to-file',
  label: vscode.l10n.t('Open Page'),
  description: '',
  ask,
});

/** The buttons in the title, to which the Tab key leads in some versions of VS Code only. */
export const actionButtons = (
  actions: readonly Action[],
): (vscode.QuickInputButton & { readonly ask: Question })[] =>
  actions.map(({ icon, label, description, ask }) => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip: description === '' ? label : vscode.l10n.t('{0} ({1})', label, description),
    ask,
  }));

/** The same as a list, for the keyboard, which begins with what is active now; `undefined` where the user leaves it. */
export const askAction = (title: string, actions: readonly Action[]): Promise<Action | undefined> =>
  choose(
    title,
    actions.map(action => ({
      value: action,
      label: action.label,
      description: action.description,
      iconPath: new vscode.ThemeIcon(action.icon),
    })),
    actions[0],
  );
