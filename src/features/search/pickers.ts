import * as vscode from 'vscode';
import { summaryLine } from '../../core/cards/summary-line.ts';
import type { Person } from '../../core/dossier/records.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import { passageId } from '../../core/dossier/reference.ts';
import { executeCommand } from '../../platform/commands.ts';
import type { LoadedDossier } from '../../platform/loaded-dossier.ts';
import { createRankedQuickPick } from '../../platform/ranked-quick-pick.ts';
import { editorVoice } from '../../platform/voice.ts';

interface Row extends vscode.QuickPickItem {
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
    rows: text => (text.trim() === '' ? all : filterRows(all, loaded, text)),
  });
}

/** Shows rows for what is typed; the chosen one's page opens. */
function showPicker(options: { placeholder: string; query: string; rows: (text: string) => Row[] }): void {
  const picker = createRankedQuickPick<Row>();
  picker.placeholder = options.placeholder;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.value = options.query;
  picker.items = options.rows(options.query);
  picker.onDidChangeValue(text => {
    picker.items = options.rows(text);
  });
  picker.onDidAccept(() => {
    const reference = picker.selectedItems[0]?.reference;
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
  if (found.length > 0) return found.flatMap(({ type, id }) => row(loaded, { type, id }));
  return [
    {
      label: vscode.l10n.t('Nothing found for “{0}”', text),
      detail: vscode.l10n.t(
        'Every word of the five documents, every name form, place and topic is searched. Try fewer words, or a name alone.',
      ),
      alwaysShow: true,
    },
  ];
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
