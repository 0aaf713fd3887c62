import * as vscode from 'vscode';
import { citationText, FORMS, type Form, type Manner } from '../../core/citation/forms.ts';
import { type PlaceFault, readPlace } from '../../core/citation/read-place.ts';
import {
  type CitedPlace,
  type CitedWork,
  fieldsOf,
  placeText,
  type Reference,
} from '../../core/citation/references.ts';
import { toPlain } from '../../core/citation/rich-text.ts';
import { STYLES } from '../../core/citation/styles/registry.ts';
import type { CitationStyle } from '../../core/citation/styles/style.ts';
import type { CitableWork } from '../../core/citation/works.ts';
import { formName } from './form.ts';

interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Lets the user choose with the arrow keys, beginning at what is in use; `undefined` where they leave. */
export async function choose<T>(
  title: string,
  choices: readonly Choice<T>[],
  current: T | undefined,
): Promise<T | undefined> {
  const picker = vscode.window.createQuickPick<Choice<T>>();
  picker.title = title;
  picker.matchOnDescription = true;
  picker.items = choices;
  picker.activeItems = picker.items.filter(({ value }) => value === current).slice(0, 1);
  try {
    return await new Promise<T | undefined>(resolve => {
      picker.onDidAccept(() => resolve(picker.activeItems[0]?.value));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

/**
 * Asks for the form, each with what would be inserted in it.
 * @param write gives that; by default the citation as it stands on its own.
 */
export function askForm(
  references: readonly Reference[],
  manner: Manner,
  forms: readonly Form[] = FORMS,
  title = vscode.l10n.t('Form of the citation'),
  write: (manner: Manner) => string = each => onOneLine(citationText(references, each)),
): Promise<Form | undefined> {
  const choices = forms.map(form => ({
    value: form,
    label: formName(form),
    description: preview({ ...manner, form }, write),
  }));
  return choose(title, choices, manner.form);
}

/** Asks for the style, each with the first of the references in it. */
export function askStyle(
  references: readonly Reference[],
  current: CitationStyle,
): Promise<CitationStyle | undefined> {
  const [first] = references;
  const choices = STYLES.map(style => ({
    value: style,
    label: style.name,
    ...(first && { detail: sample(first, style) }),
  }));
  return choose(vscode.l10n.t('Style of formatted references'), choices, current);
}

/** A note, or a citation in the text with its entry. */
function sample(reference: Reference, style: CitationStyle): string {
  const fields = fieldsOf(reference);
  return style.kind === 'notes'
    ? toPlain(style.note(fields))
    : `${toPlain(style.citation(fields))} · ${toPlain(style.entry(fields))}`;
}

/** Asks which place of a work is cited; `undefined` where the user leaves. */
export async function askPlace(cited: CitedWork): Promise<CitedPlace | undefined> {
  const { t } = vscode.l10n;
  const { work } = cited;
  const { shortName, passages } = work;
  const answer = await vscode.window.showInputBox({
    title: passages ? t('Paragraphs of {0}', shortName) : t('Place in {0}', shortName),
    prompt: passages
      ? t('Numbers from 1 to {0}, such as 5 or 5–7, 31; nothing for the whole document', lastOf(work))
      : t('Pages such as 12 or 12–15, or para. 5, chap. 2, sec. 4; nothing for the whole work'),
    value: cited.locator ? (placeText(cited, '–') ?? '') : cited.paragraphs.join(', '),
    validateInput: text => {
      const read = readPlace(work, text);
      return 'fault' in read ? faultText(work, read) : undefined;
    },
  });
  const read = answer === undefined ? undefined : readPlace(work, answer);
  return read && 'fault' in read ? undefined : read;
}

const lastOf = ({ passages }: CitableWork): number => passages?.at(-1)?.number ?? 0;

function faultText(work: CitableWork, { fault }: PlaceFault): string {
  const { t } = vscode.l10n;
  if (fault === 'backwards') return t('A range goes from the lower number to the higher one.');
  return work.passages
    ? t('{0} has the paragraphs 1 to {1}.', work.shortName, lastOf(work))
    : t('Write a page such as 12, or what is counted and its number, such as chap. 2.');
}

/** Asks for the words before and behind the citation; `undefined` where the user leaves. */
export async function askWords(
  manner: Manner,
): Promise<{ readonly prefix: string; readonly suffix: string } | undefined> {
  const prefix = await vscode.window.showInputBox({
    title: vscode.l10n.t('Words before the citation'),
    prompt: vscode.l10n.t('Such as “see” or “compare”; may be empty'),
    value: manner.prefix ?? '',
  });
  if (prefix === undefined) return undefined;
  const suffix = await vscode.window.showInputBox({
    title: vscode.l10n.t('Words behind the citation'),
    prompt: vscode.l10n.t('Such as “emphasis added”; may be empty'),
    value: manner.suffix ?? '',
  });
  return suffix === undefined ? undefined : { prefix, suffix };
}

/** A citation on one line; empty where it cannot be written in this manner. */
function preview(manner: Manner, write: (manner: Manner) => string): string {
  try {
    return write(manner);
  } catch {
    return '';
  }
}

export const onOneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ⏎ ');
