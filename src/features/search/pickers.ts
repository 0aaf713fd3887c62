import * as vscode from 'vscode';
import { summaryLine } from '../../core/cards/summary-line.ts';
import type { Person } from '../../core/dossier/records.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import { passageId } from '../../core/dossier/reference.ts';
import { executeCommand } from '../../platform/commands.ts';
import type { LoadedDossier } from '../../platform/loaded-dossier.ts';
import { createRankedQuickPick } from '../../platform/ranked-quick-pick.ts';
import { type MissRow, missRows, nothingFound } from '../../platform/search-miss.ts';
import { editorVoice } from '../../platform/voice.ts';

interface Row extends MissRow {
  readonly reference?: RecordReference;
}

const ICONS: Record<RecordReference['type'], string> = {
  person: 'person',
  meeting: 'comment-discussion',
  document: 'file-text',
  passage: 'note',
  quotation: 'quote',
  dispute: 'warning',
};

const LIMIT = 60;

/** Everything, as one types. */
export function showSearch(loaded: LoadedDossier, query: string): void {
  showPicker({
    placeholder: vscode.l10n.t('Name, place, date, topic, or any word of the documents'),
    query,
    rows: text => resultRows(loaded, text),
  });
}

/** Where the documents name a person. */
export function showMentions(loaded: LoadedDossier, person: Person): void {
  const all = mentionRows(loaded, person.id);
  showPicker({
    placeholder: vscode.l10n.t(
      '{0}: {1} mentions in the documents',
      person.name,
      all.filter(row => row.reference).length,
    ),
    query: '',
    rows: text => {
      const rows = text.trim() === '' ? all : filterRows(all, loaded, text);
      return rows.length > 0 ? rows : [nothingMentioned(person, text)];
    },
  });
}

/** What is typed is looked for in what names the person alone; choosing the row looks for it everywhere. */
function nothingMentioned(person: Person, text: string): Row {
  return {
    label: vscode.l10n.t('None of the mentions of {0} has “{1}”', person.name, text),
    detail: vscode.l10n.t('Choose this: {0}', vscode.l10n.t('Search everything for “{0}”', text)),
    alwaysShow: true,
    instead: { query: text, everywhere: true },
  };
}

/** Shows rows for what is typed; the chosen one's page opens. */
function showPicker(options: { placeholder: string; query: string; rows: (text: string) => Row[] }): void {
  const picker = createRankedQuickPick<Row>();
  picker.placeholder = options.placeholder;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  const show = (text: string): void => {
    if (picker.value !== text) picker.value = text;
    const rows = options.rows(text);
    picker.items = rows;
    // Where a reason stands above results, the first of these is what one looks for.
    const first = rows.find(({ reference }) => reference);
    if (first) picker.activeItems = [first];
  };
  show(options.query);
  picker.onDidChangeValue(show);
  picker.onDidAccept(() => {
    const { reference, instead } = picker.selectedItems[0] ?? {};
    if (instead?.everywhere) return void executeCommand('counterparts.search', instead.query);
    if (instead) show(instead.query);
    if (!reference) return;
    picker.hide();
    void executeCommand('counterparts.openPage', reference);
  });
  picker.onDidHide(() => picker.dispose());
  picker.show();
}

function row({ dossier }: LoadedDossier, reference: RecordReference): Row[] {
  const line = summaryLine(dossier, reference, editorVoice());
  if (!line) return [];
  return [
    {
      reference,
      label: line.label,
      description: line.description,
      ...(line.detail ? { detail: line.detail } : {}),
      iconPath: new vscode.ThemeIcon(line.weak ? 'warning' : ICONS[reference.type]),
      alwaysShow: true,
    },
  ];
}

function resultRows(loaded: LoadedDossier, text: string): Row[] {
  if (text.trim() === '') {
    return [
      ...[...loaded.dossier.people.keys()].flatMap(id => row(loaded, { type: 'person', id })),
      ...[...loaded.dossier.documents.keys()].flatMap(id => row(loaded, { type: 'document', id })),
    ];
  }
  const found = loaded.searcher.search(text, { limit: LIMIT });
  const rows = found.flatMap(({ type, id }) => row(loaded, { type, id }));
  const misses = missRows(loaded.searcher, text, 'anything');
  return rows.length + misses.length > 0 ? [...misses, ...rows] : [nothingFound(text)];
}

/** The passages and captions that name a person, by document. */
function mentionRows(loaded: LoadedDossier, person: string): Row[] {
  return loaded.dossier.documentsAbout(person).flatMap(document => {
    const passages = document.passages.filter(passage => passage.mentions.includes(person));
    return [
      { label: document.shortName, kind: vscode.QuickPickItemKind.Separator },
      ...passages.flatMap(passage =>
        row(loaded, { type: 'passage', id: passageId(document.id, passage.number) }),
      ),
      ...(passages.length === 0 ? row(loaded, { type: 'document', id: document.id }) : []),
    ];
  });
}

/** Those of the rows that the search finds, in its order. */
function filterRows(rows: readonly Row[], { searcher }: LoadedDossier, text: string): Row[] {
  const byId = new Map(rows.map(item => [item.reference?.id, item]));
  return searcher
    .search(text, { types: ['passage', 'document'], limit: 1000 })
    .flatMap(({ id }) => byId.get(id) ?? []);
}
