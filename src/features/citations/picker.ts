import * as vscode from 'vscode';
import { citationText, type Manner } from '../../core/citation/forms.ts';
import type { Insertion } from '../../core/citation/insert.ts';
import { CITABLE, type Citable } from '../../core/citation/ranking.ts';
import {
  type CitedPlace,
  mergeReferences,
  type Reference,
  resolveReference,
} from '../../core/citation/references.ts';
import { SourceFinder } from '../../core/citation/source-finder.ts';
import { entryWorks, NO_WORKS, type OwnWorks } from '../../core/citation/works.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import type { DocumentBibliography } from '../../platform/bibliography-reader.ts';
import { executeCommand } from '../../platform/commands.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { LoadedDossier } from '../../platform/loaded-dossier.ts';
import type { Log } from '../../platform/log.ts';
import { createRankedQuickPick } from '../../platform/ranked-quick-pick.ts';
import type { Destination } from './destination.ts';
import { formName, substitutionRemark } from './form.ts';
import { GhostText } from './ghost.ts';
import { openEntryButton, workRow } from './own-rows.ts';
import { showEntry } from './own-works.ts';
import { askForm, askPlace, askStyle, askWords, onOneLine } from './questions.ts';
import { nothingFound, openPageButton, type Row, row, separator, withSeparators } from './rows.ts';
import { WhileOpen } from './while-open.ts';

export interface PickerOptions {
  readonly loaded: LoadedDossier;
  readonly destination: Destination;
  readonly manner: Manner;
  /** Stands first and is active; a person gives the rows to begin with instead. */
  readonly preselected: RecordReference | undefined;
  /** The sentence to be supported, as soon as it is known; empty where there is none. */
  readonly sentence: Promise<string>;
  /** The bibliography files whose works can be chosen too, as soon as they are read; none where it is left out. */
  readonly bibliography?: Promise<DocumentBibliography> | undefined;
  readonly log: Log;
  /** What may be chosen, and whether it is one only; all that can be cited, several at once, where it is left out. */
  readonly only?: Citable;
  /** What is going to be inserted, where it is more than the citation. */
  readonly insertion?: (records: readonly RecordReference[], manner: Manner) => Insertion | undefined;
}

export interface Picked {
  readonly records: readonly RecordReference[];
  readonly references: readonly Reference[];
  readonly manner: Manner;
}

/** Lets the user choose what to cite and in which form; `undefined` where they leave. */
export function pickCitation(options: PickerOptions): Promise<Picked | undefined> {
  return new CitationPicker(options).run();
}

const keyOf = ({ type, id }: RecordReference): string => `${type}:${id}`;
/** So much of the sentence stands in the input's placeholder. */
const PLACEHOLDER_LENGTH = 60;

class CitationPicker {
  readonly #options: PickerOptions;
  readonly #store = new DisposableStore();
  readonly #picker: vscode.QuickPick<Row>;
  readonly #ghost: GhostText;
  readonly #finder: SourceFinder;
  readonly #whileOpen: WhileOpen;
  readonly #openPage = openPageButton();
  readonly #openEntry = openEntryButton();
  #bibliography: DocumentBibliography | undefined;
  #own: OwnWorks = NO_WORKS;
  /** What has a tick: it stays on top while one looks for more. */
  readonly #chosen = new Map<string, RecordReference>();
  /** The places that the user gave for works. */
  readonly #places = new Map<string, CitedPlace>();
  #manner: Manner;
  /** A question is being asked in the picker's place. */
  #asking = false;
  #buttons: readonly Button[] = [];
  #sentence = '';
  #active: Row | undefined;

  constructor(options: PickerOptions) {
    this.#options = options;
    this.#manner = options.manner;
    this.#whileOpen = new WhileOpen(error => options.log.error(error));
    const { dossier, searcher } = options.loaded;
    this.#finder = new SourceFinder(
      dossier,
      (query, limits) => searcher.search(query, limits),
      options.only ? [options.only] : CITABLE,
    );
    this.#ghost = this.#store.add(new GhostText(options.destination.editor));
    this.#picker = this.#store.add(createRankedQuickPick<Row>());
    this.#picker.canSelectMany = options.only === undefined;
    this.#picker.matchOnDescription = false;
    this.#picker.matchOnDetail = false;
    this.#showButtons();
  }

  run(): Promise<Picked | undefined> {
    const picker = this.#picker;
    return new Promise(resolve => {
      const leave = (picked: Picked | undefined): void => {
        resolve(picked); // first: hiding resolves with nothing
        picker.hide();
      };
      this.#store.add(picker.onDidChangeValue(() => this.#whileOpen.run(() => this.#showRows())));
      this.#store.add(
        picker.onDidChangeActive(([active]) =>
          this.#whileOpen.run(() => {
            // While a question stands in its place, and when it comes back, VS Code tells of no active row.
            if (!active) return;
            this.#active = active;
            this.#showPreview();
          }),
        ),
      );
      this.#store.add(picker.onDidChangeSelection(rows => this.#whileOpen.run(() => this.#choose(rows))));
      this.#store.add(
        picker.onDidTriggerButton(button => {
          const pressed = this.#buttons.find(candidate => candidate === button);
          if (pressed) void this.#ask(pressed.ask);
        }),
      );
      this.#store.add(
        picker.onDidTriggerItemButton(({ item }) => {
          leave(undefined);
          void this.#open(item.reference).catch(error => this.#options.log.error(error));
        }),
      );
      this.#store.add(
        picker.onDidAccept(() => {
          const records = this.#records();
          const picked = { records, references: this.#references(), manner: this.#manner };
          if (records.length > 0) leave(picked);
        }),
      );
      this.#store.add(
        picker.onDidHide(() => {
          if (this.#asking) return;
          resolve(undefined);
          this.#whileOpen.close();
          this.#store.dispose();
        }),
      );
      this.#whileOpen.run(() => this.#showRows());
      picker.show();
      void this.#awaitSentence();
      void this.#awaitBibliography();
    });
  }

  async #awaitSentence(): Promise<void> {
    this.#picker.busy = true;
    await this.#whileOpen.after(this.#options.sentence, '', sentence => {
      this.#sentence = sentence;
      this.#picker.busy = false;
      if (this.#picker.value === '' && sentence !== '') this.#showRows();
    });
  }

  async #awaitBibliography(): Promise<void> {
    const { bibliography } = this.#options;
    if (!bibliography) return;
    await this.#whileOpen.after<DocumentBibliography | undefined>(bibliography, undefined, found => {
      this.#bibliography = found;
      this.#own = found ? entryWorks(found.index) : NO_WORKS;
      if (!this.#asking) this.#showRows(this.#active?.reference);
    });
  }

  async #open(reference: RecordReference | undefined): Promise<void> {
    if (!reference) return;
    if (this.#bibliography && this.#ownWork(reference)) return showEntry(this.#bibliography, reference.id);
    await executeCommand('counterparts.openPage', reference);
  }

  /** The writer's own work of a record that the dossier does not have. */
  #ownWork({ type, id }: RecordReference) {
    const isOwn = type === 'document' && !this.#options.loaded.dossier.documents.has(id);
    return isOwn ? this.#own.get(id) : undefined;
  }

  /** @param wanted the record to be active; else the first. */
  #showRows(wanted?: RecordReference): void {
    const { loaded, preselected } = this.#options;
    const typed = this.#picker.value.trim();
    const person = preselected?.type === 'person' ? preselected.id : undefined;
    const toRows = (records: readonly RecordReference[]): Row[] =>
      records.flatMap(record => {
        const work = this.#ownWork(record);
        return work ? [workRow(work, this.#openEntry)] : row(loaded, record, this.#openPage);
      });
    const top = typed === '' && preselected ? [preselected] : [];
    const shown = new Set([...this.#chosen.keys(), ...top.map(keyOf)]);
    const question = { typed, sentence: this.#sentence, person };
    const { best, own, more } = this.#finder.answer(question, this.#own);
    const others = (records: readonly RecordReference[]): Row[] =>
      toRows(records.filter(record => !shown.has(keyOf(record))));
    const first = toRows(top.filter(record => !this.#chosen.has(keyOf(record))));
    const rest = withSeparators(others(best));
    const works = others(own);
    if (works.length > 0) rest.push(separator(vscode.l10n.t('Bibliography files')), ...works);
    const partial = others(more);
    if (partial.length > 0) rest.push(separator(vscode.l10n.t('With some of the words')), ...partial);
    const chosen = toRows([...this.#chosen.values()]).map(item => ({ ...item, picked: true }));
    const nothing = typed !== '' && best.length + own.length === 0 ? [nothingFound(typed)] : [];
    this.#picker.placeholder = this.#placeholder();
    this.#picker.items = [
      ...(chosen.length > 0 ? [separator(vscode.l10n.t('Chosen')), ...chosen] : []),
      ...withSeparators(first),
      ...nothing,
      ...rest,
    ];
    this.#picker.selectedItems = chosen;
    const shownRows = [...first, ...nothing, ...rest].filter(
      ({ kind }) => kind !== vscode.QuickPickItemKind.Separator,
    );
    const active =
      shownRows.find(({ reference }) => wanted && reference && keyOf(reference) === keyOf(wanted)) ??
      shownRows[0];
    this.#picker.activeItems = active ? [active] : [];
    this.#active = active;
    this.#showPreview();
  }

  #placeholder(): string {
    const { loaded, preselected } = this.#options;
    const person = preselected?.type === 'person' ? loaded.dossier.people.get(preselected.id) : undefined;
    if (person) return vscode.l10n.t('Sources about {0}; type to search all', person.name);
    if (this.#sentence === '') return vscode.l10n.t('Name, place, date, topic, or any word of the documents');
    const words = this.#sentence;
    const cut = words.length > PLACEHOLDER_LENGTH ? `${words.slice(0, PLACEHOLDER_LENGTH)}…` : words;
    return vscode.l10n.t('Sources for “{0}”; type to search all', cut);
  }

  #choose(rows: readonly Row[]): void {
    this.#chosen.clear();
    for (const { reference } of rows) if (reference) this.#chosen.set(keyOf(reference), reference);
    this.#showPreview();
  }

  /** Asks in the picker's place, and comes back to it as it was. */
  async #ask(question: () => Promise<unknown>): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const active = this.#active?.reference;
    try {
      await question();
    } catch (error) {
      this.#options.log.error(error);
    }
    this.#asking = false;
    this.#whileOpen.run(() => {
      this.#showButtons();
      this.#picker.show();
      this.#showRows(active);
    });
  }

  #showButtons(): void {
    const { t } = vscode.l10n;
    const button = (icon: string, tooltip: string, ask: Button['ask']): Button => ({
      iconPath: new vscode.ThemeIcon(icon),
      tooltip,
      ask,
    });
    this.#buttons = [
      button('symbol-key', t('Change the form ({0})', formName(this.#manner.form)), async () => {
        const form = await askForm(this.#references(), this.#manner);
        if (form) this.#manner = { ...this.#manner, form };
      }),
      button('book', t('Change the style ({0})', this.#manner.style.name), async () => {
        const style = await askStyle(this.#references(), this.#manner.style);
        if (style) this.#manner = { ...this.#manner, style };
      }),
      button('list-ordered', t('Give paragraphs or pages'), async () => {
        for (const reference of this.#references()) {
          if (reference.kind !== 'work') continue;
          const place = await askPlace(reference);
          if (place === undefined) return;
          this.#places.set(reference.work.id, place);
        }
      }),
      button('whole-word', t('Words before and behind'), async () => {
        const words = await askWords(this.#manner);
        if (words) this.#manner = { ...this.#manner, ...words };
      }),
    ];
    this.#picker.buttons = this.#buttons;
  }

  #references(): readonly Reference[] {
    const { dossier } = this.#options.loaded;
    const references = mergeReferences(
      this.#records().flatMap(
        (record): readonly Reference[] => resolveReference(dossier, record, this.#own).references,
      ),
    );
    return references.map(reference => {
      const place = reference.kind === 'work' ? this.#places.get(reference.work.id) : undefined;
      return place ? { ...reference, ...place } : reference;
    });
  }

  /** What has a tick, or else the active row. */
  #records(): readonly RecordReference[] {
    if (this.#chosen.size > 0) return [...this.#chosen.values()];
    return this.#active?.reference ? [this.#active.reference] : [];
  }

  /** The exact text in the title, and in its place in the editor. */
  #showPreview(): void {
    const { destination } = this.#options;
    const manner = this.#manner;
    const form = formName(manner.form);
    let title = form;
    let insertion: Insertion | undefined;
    try {
      const references = this.#references();
      if (references.length === 0) return;
      insertion = this.#options.insertion
        ? this.#options.insertion(this.#records(), manner)
        : destination.insertion(references, manner);
      const text =
        insertion?.edits.length === 0
          ? vscode.l10n.t('cited here already')
          : (preview(insertion) ?? onOneLine(citationText(references, manner)));
      const remark = substitutionRemark(references, manner);
      title = [vscode.l10n.t('{0}: {1}', form, text), remark].filter(Boolean).join(' — ');
    } finally {
      // Also where it fails: what was shown for the row before is not true of this one.
      this.#picker.title = title;
      this.#ghost.show(insertion);
    }
  }
}

interface Button extends vscode.QuickInputButton {
  readonly ask: () => Promise<unknown>;
}

/** Exactly what is going to be inserted, on one line. */
const preview = (insertion: Insertion | undefined): string | undefined =>
  insertion && [insertion.inline, ...insertion.definitions].filter(part => part !== '').join(' ⏎ ');
