import * as vscode from 'vscode';
import { summaryLine } from '../../core/cards/summary-line.ts';
import {
  CITABLE,
  type Citable,
  isCitable,
  type RankedSources,
  rankForCitation,
} from '../../core/citation/ranking.ts';
import { resolveReference } from '../../core/citation/references.ts';
import { passageId, type RecordReference } from '../../core/dossier/reference.ts';
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
/** Of each type. */
const LIMIT = 25;

/** What the rows are for: the words typed, or else the words of the sentence, or else a person. */
export interface Question {
  readonly typed: string;
  readonly sentence: string;
  readonly person: string | undefined;
}

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

/** The records that answer the question, type by type. */
export function answer(loaded: LoadedDossier, question: Question): RankedSources {
  if (question.typed !== '') return found(loaded, question.typed);
  if (question.person !== undefined) return { best: sourcesAbout(loaded, question.person), more: [] };
  const fitting = question.sentence === '' ? undefined : found(loaded, question.sentence);
  return fitting && fitting.best.length > 0 ? fitting : { best: everything(loaded), more: [] };
}

const found = ({ dossier, searcher }: LoadedDossier, query: string): RankedSources =>
  rankForCitation(
    dossier,
    query,
    CITABLE.flatMap(type =>
      searcher.search(query, { limit: LIMIT, types: [type] }).map(({ id, score }) => ({ type, id, score })),
    ),
  );

function sourcesAbout({ dossier }: LoadedDossier, person: string): RecordReference[] {
  const passages = [...dossier.documents.values()].flatMap(document =>
    document.passages
      .filter(({ mentions }) => mentions.includes(person))
      .map(({ number }) => passageId(document.id, number)),
  );
  return [
    ...dossier.meetingsOf(person).map(({ id }): RecordReference => ({ type: 'meeting', id })),
    ...dossier
      .quotationsOf(person)
      .map(({ quotation }): RecordReference => ({ type: 'quotation', id: quotation.id })),
    ...passages.map((id): RecordReference => ({ type: 'passage', id })),
  ];
}

const everything = ({ dossier }: LoadedDossier): RecordReference[] => [
  ...[...dossier.documents.keys()].map((id): RecordReference => ({ type: 'document', id })),
  ...[...dossier.meetings.keys()].map((id): RecordReference => ({ type: 'meeting', id })),
];

/** Rows with a separator where a group begins. */
export function withSeparators(rows: readonly Row[]): Row[] {
  const names: Record<Citable, string> = {
    passage: vscode.l10n.t('Passages'),
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
    'Documents, passages, meetings and quotations are searched for names, places, dates, topics and every word of the originals. Try fewer words, a name or a year.',
  ),
  alwaysShow: true,
});
