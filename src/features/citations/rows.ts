import * as vscode from 'vscode';
import { summaryLine } from '../../core/cards/summary-line.ts';
import { type Citable, isCitable } from '../../core/citation/ranking.ts';
import { resolveReference } from '../../core/citation/references.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import type { LoadedDossier } from '../../platform/loaded-dossier.ts';
import { editorVoice } from '../../platform/voice.ts';

/** Something that can be cited, as a row of the picker; `reference` is missing in separators and messages. */
export interface Row extends vscode.QuickPickItem {
  readonly reference?: RecordReference;
}

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
      label: line.label,
      description: [line.description, remark].filter(Boolean).join(' · '),
      detail: line.detail,
      iconPath: new vscode.ThemeIcon(line.weak ? 'warning' : ICONS[reference.type]),
      // VS Code would keep only rows whose texts hold what is typed: a word of the original or a typing error finds none.
      alwaysShow: true,
      buttons: [openPage],
    },
  ];
}

/** Rows with a separator where a group begins. */
export function withSeparators(rows: readonly Row[]): Row[] {
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

export const nothingFound = (typed: string): Row => ({
  label: vscode.l10n.t('Nothing found for “{0}”', typed),
  detail: vscode.l10n.t(
    'Documents, paragraphs, meetings and quotations are searched for names, places, dates, topics and every word of the originals. Try fewer words, a name or a year.',
  ),
  alwaysShow: true,
});
