import * as vscode from 'vscode';
import { summaryLine } from '../../core/cards/summary-line.ts';
import { type Citable, isCitable } from '../../core/citation/ranking.ts';
import { resolveReference } from '../../core/citation/references.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import type { LoadedDossier } from '../../platform/loaded-dossier.ts';
import { withoutIcons } from '../../platform/ranked-quick-pick.ts';
import type { MissRow } from '../../platform/search-miss.ts';
import { editorVoice } from '../../platform/voice.ts';

/** A row of the picker: something that can be cited, or else a separator, or why nothing is found and what to try. */
export interface Row extends MissRow {
  readonly reference?: RecordReference;
}

export const keyOf = ({ type, id }: RecordReference): string => `${type}:${id}`;

const ICONS: Record<Citable, string> = {
  passage: 'note',
  meeting: 'comment-discussion',
  quotation: 'quote',
  document: 'file-text',
};

export const openPageButton = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('go-to-file'),
  tooltip: vscode.l10n.t('Open Page'),
});

/** The row of a record; none where the dossier does not have it or it cannot be cited. */
export function row(
  { dossier }: LoadedDossier,
  reference: RecordReference,
  openPage: vscode.QuickInputButton,
): Row[] {
  const line = summaryLine(dossier, reference, editorVoice());
  if (!line || !isCitable(reference.type)) return [];
  const { references } = resolveReference(dossier, reference);
  const remark =
    references.length === 0
      ? vscode.l10n.t('nothing to cite')
      : references.every(({ kind }) => kind === 'public-record')
        ? vscode.l10n.t('in public records only')
        : '';
  return [
    {
      reference,
      label: withoutIcons(line.label),
      description: withoutIcons([line.description, remark].filter(Boolean).join(' · ')),
      detail: withoutIcons(line.detail),
      iconPath: new vscode.ThemeIcon(line.weak ? 'warning' : ICONS[reference.type]),
      // VS Code would keep only rows whose texts hold what is typed: a word of the original or a typing error finds none.
      alwaysShow: true,
      buttons: [openPage],
    },
  ];
}

/** The rows of the picker, group by group, as they stand one below the other. */
interface Groups {
  /** What has a tick. */
  readonly chosen: readonly Row[];
  /** What the picker was opened for. */
  readonly first: readonly Row[];
  /** Why nothing has all that was typed. */
  readonly why: readonly Row[];
  readonly best: readonly Row[];
  /** The writer's own works. */
  readonly own: readonly Row[];
  /** What has only some of the words. */
  readonly more: readonly Row[];
}

/** All rows with their separators, and the one to be active: what is wanted, or else the first that is new. */
export function arranged(
  { chosen, first, why, best, own, more }: Groups,
  wanted: RecordReference | undefined,
): { readonly items: readonly Row[]; readonly active: Row | undefined } {
  const { t } = vscode.l10n;
  const ticked = chosen.map(item => ({ ...item, picked: true }));
  const found = [...first, ...best, ...own, ...more];
  const isWanted = ({ reference }: Row): boolean =>
    wanted !== undefined && reference !== undefined && keyOf(reference) === keyOf(wanted);
  return {
    items: [
      ...group(t('Chosen'), ticked),
      ...withSeparators(first),
      ...why,
      // Where nothing has all of the words, a screen reader says so with the first that has some.
      ...(why.length > 0 ? [] : withSeparators(best)),
      ...group(t('Bibliography files'), own),
      ...group(t('With some of the words'), why.length > 0 ? [...best, ...more] : more),
    ],
    active: [...ticked, ...found].find(isWanted) ?? found[0] ?? why[0],
  };
}

const group = (name: string, rows: readonly Row[]): readonly Row[] =>
  rows.length > 0 ? [separator(name), ...rows] : [];

/** Rows with a separator where a group begins. */
function withSeparators(rows: readonly Row[]): Row[] {
  const names: Record<Citable, string> = {
    passage: vscode.l10n.t('Paragraphs'),
    meeting: vscode.l10n.t('Meetings'),
    quotation: vscode.l10n.t('Quotations'),
    document: vscode.l10n.t('Documents'),
  };
  return rows.flatMap((item, index) => {
    const type = item.reference?.type;
    if (!type || !isCitable(type) || rows[index - 1]?.reference?.type === type) return [item];
    return [separator(names[type]), item];
  });
}

export const separator = (label: string): Row => ({ label, kind: vscode.QuickPickItemKind.Separator });

/** So much of the sentence stands in the placeholder. */
const PLACEHOLDER_LENGTH = 40;

/** What the empty input says, and a screen reader at any time: what is searched, and which key leads to form and style. */
export function placeholder(sentence: string, person: string | undefined): string {
  const { t } = vscode.l10n;
  const cut = sentence.length > PLACEHOLDER_LENGTH ? `${sentence.slice(0, PLACEHOLDER_LENGTH)}…` : sentence;
  const shown =
    person !== undefined
      ? t('shown: sources about {0}', person)
      : sentence === ''
        ? t('names, places, dates, topics and all words of the documents')
        : t('shown: sources for “{0}”', cut);
  return t('Type to search, Ctrl+. or ⌘. for form and style; {0}', shown);
}
