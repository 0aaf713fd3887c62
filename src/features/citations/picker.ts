import * as vscode from 'vscode';
import type { ContextKey } from '../../contributions.ts';
import type { Manner } from '../../core/citation/forms.ts';
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
import { missRows, nothingFound } from '../../platform/search-miss.ts';
import {
  type Action,
  actionButtons,
  askAction,
  changes,
  insertAction,
  openAction,
  type Question,
  takeAction,
} from './actions.ts';
import type { Destination } from './destination.ts';
import { formName } from './form.ts';
import { GhostText } from './ghost.ts';
import { openEntryButton, workRow } from './own-rows.ts';
import { type OwnFiles, showEntry } from './own-works.ts';
import { type Preview, previewOf, writtenText } from './preview.ts';
import { arranged, keyOf, openPageButton, placeholder, type Row, row } from './rows.ts';
import { WhileOpen } from './while-open.ts';

export interface PickerOptions {
  readonly loaded: LoadedDossier;
  readonly destination: Destination;
  readonly manner: Manner;
  /** Stands first and is active; a person gives the rows to begin with instead. */
  readonly preselected: RecordReference | undefined;
  /** The sentence to be supported, as soon as it is known; empty where there is none. */
  readonly sentence: Promise<string>;
  /** The bibliography files whose works can be chosen too; none where they are left out. */
  readonly files?: OwnFiles | undefined;
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

/** The one that is open, for the command that asks what to do with its active row. */
let open: CitationPicker | undefined;

/** Keeps the condition of the actions' key, too: whether a picker is open. */
function setOpen(picker: CitationPicker | undefined): void {
  open = picker;
  const key: ContextKey = 'counterparts.citing';
  void vscode.commands.executeCommand('setContext', key, picker !== undefined);
}

/** Asks what to do with what would be cited now; nothing where no picker is open. */
export const showCitationActions = (): void => open?.showActions();

const paragraphsOf = (reference: Reference | undefined): string =>
  reference?.kind === 'work' ? reference.paragraphs.join() : '';

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
  /** The places that the user gave for works, each as long as the same paragraphs of it are chosen. */
  readonly #places = new Map<string, { readonly instead: string; readonly place: CitedPlace }>();
  #manner: Manner;
  /** A question is being asked in the picker's place. */
  #asking = false;
  #actions: readonly Action[] = [];
  #buttons: ReturnType<typeof actionButtons> = [];
  #sentence = '';
  #active: Row | undefined;
  #leave: (picked: Picked | undefined) => void = () => {};

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
    this.#takeFiles(options.files?.now);
    this.#showActions();
  }

  run(): Promise<Picked | undefined> {
    const picker = this.#picker;
    return new Promise(resolve => {
      this.#leave = picked => {
        resolve(picked);
        this.#close();
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
      this.#store.add(picker.onDidTriggerItemButton(({ item }) => this.#open(item.reference)));
      this.#store.add(
        picker.onDidAccept(() => (this.#active?.instead ? this.#act(this.#active) : this.#accept())),
      );
      this.#store.add(
        picker.onDidHide(() => {
          if (!this.#asking) this.#leave(undefined);
        }),
      );
      this.#whileOpen.run(() => this.#showRows());
      picker.show();
      setOpen(this);
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
    const { files } = this.#options;
    if (!files) return;
    await this.#whileOpen.after<DocumentBibliography | undefined>(files.later, files.now, found => {
      if (found === this.#bibliography) return;
      this.#takeFiles(found);
      if (!this.#asking) this.#showRows(this.#active?.reference);
    });
  }

  #takeFiles(found: DocumentBibliography | undefined): void {
    this.#bibliography = found;
    this.#own = found ? entryWorks(found.index) : NO_WORKS;
  }

  #close(): void {
    this.#whileOpen.close();
    this.#store.dispose();
    if (open === this) setOpen(undefined);
  }

  #accept(): void {
    const records = this.#records();
    const picked = { records, references: this.#references(), manner: this.#manner };
    if (records.length > 0) this.#leave(picked);
  }

  /** Does what a row offers that stands for no record. */
  #act({ instead }: Row): void {
    if (instead?.everywhere) {
      this.#leave(undefined);
      void executeCommand('counterparts.search', instead.query);
    } else if (instead) this.#lookFor(instead.query);
  }

  #lookFor(query: string): void {
    this.#picker.value = query;
    this.#showRows();
  }

  /** Leaves for the page of a record, or for the entry of the writer's own work. */
  #open(reference: RecordReference | undefined): void {
    this.#leave(undefined);
    if (!reference) return;
    const shown =
      this.#bibliography && this.#ownWork(reference)
        ? showEntry(this.#bibliography, reference.id)
        : executeCommand('counterparts.openPage', reference);
    shown.then(undefined, error => this.#options.log.error(error));
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
    const { best, own, more } = this.#finder.answer({ typed, sentence: this.#sentence, person }, this.#own);
    const shown = new Set(this.#chosen.keys());
    const others = (records: readonly RecordReference[]): Row[] => {
      const left = records.filter(record => !shown.has(keyOf(record)));
      for (const record of left) shown.add(keyOf(record));
      return toRows(left);
    };
    const { items, active } = arranged(
      {
        chosen: toRows([...this.#chosen.values()]),
        first: others(typed === '' && preselected ? [preselected] : []),
        why: typed !== '' && own.length === 0 ? this.#whyNothing(typed, best.length > 0) : [],
        best: others(best),
        own: others(own),
        more: others(more),
      },
      wanted,
    );
    this.#picker.placeholder = placeholder(
      this.#sentence,
      person === undefined ? undefined : loaded.dossier.people.get(person)?.name,
    );
    this.#picker.items = items;
    this.#picker.selectedItems = items.filter(({ picked }) => picked);
    this.#picker.activeItems = active ? [active] : [];
    this.#active = active;
    this.#showPreview();
  }

  #whyNothing(typed: string, some: boolean): Row[] {
    const { loaded, only } = this.#options;
    const rows = missRows(
      loaded.searcher,
      typed,
      only === 'quotation' ? 'quotation' : 'source',
      only ? [only] : CITABLE,
    );
    return rows.length > 0 || some ? rows : [nothingFound(typed)];
  }

  #choose(rows: readonly Row[]): void {
    this.#chosen.clear();
    for (const { reference } of rows) if (reference) this.#chosen.set(keyOf(reference), reference);
    const others = rows.filter(({ reference }) => !reference);
    const [only] = others;
    if (only) this.#picker.selectedItems = rows.filter(({ reference }) => reference);
    // A tick on a reason does what it offers, as Enter does; with a tick on everything nothing is meant.
    if (only && others.length === 1) this.#act(only);
    else this.#showPreview();
  }

  /** Asks in the picker's place, and comes back to it as it was, unless the answer leads elsewhere. */
  async #ask(question: Question): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const active = this.#active?.reference;
    const instead = await question().catch(error => this.#options.log.error(error));
    this.#asking = false;
    this.#whileOpen.run(() => {
      if (instead) return instead();
      this.#showActions();
      this.#picker.show();
      this.#showRows(active);
    });
  }

  /** Asks what to do with what would be cited now. */
  showActions(): void {
    const active = this.#active?.reference;
    if (this.#records().length === 0) return;
    const take = async (): Promise<undefined> => {
      if (active) this.#chosen.set(keyOf(active), active);
      this.#picker.value = '';
    };
    const list = [
      insertAction(this.#picker.title ?? '', async () => () => this.#accept()),
      ...(this.#picker.canSelectMany && active && !this.#chosen.has(keyOf(active)) ? [takeAction(take)] : []),
      ...this.#actions,
    ];
    const { size } = this.#chosen;
    const about = size > 0 ? vscode.l10n.t('Chosen: {0}', size) : (this.#active?.label ?? '');
    void this.#ask(async () => (await askAction(about, list))?.ask());
  }

  #showActions(): void {
    const changing = changes({
      manner: () => this.#manner,
      written: manner => writtenText(this.#references(), manner, this.#insertion(this.#references(), manner)),
      references: () => this.#references(),
      change: change => {
        this.#manner = { ...this.#manner, ...change };
      },
      place: (work, place) => {
        const chosen = this.#resolved().find(each => each.kind === 'work' && each.work.id === work);
        this.#places.set(work, { instead: paragraphsOf(chosen), place });
      },
    });
    this.#buttons = actionButtons(changing);
    this.#picker.buttons = this.#buttons;
    const open = openAction(async () => () => this.#open(this.#active?.reference));
    this.#actions = [...changing, open];
  }

  #references(): readonly Reference[] {
    return this.#resolved().map(reference => {
      const given = reference.kind === 'work' ? this.#places.get(reference.work.id) : undefined;
      return given?.instead === paragraphsOf(reference) ? { ...reference, ...given.place } : reference;
    });
  }

  #resolved(): readonly Reference[] {
    const { dossier } = this.#options.loaded;
    return mergeReferences(
      this.#records().flatMap(
        (record): readonly Reference[] => resolveReference(dossier, record, this.#own).references,
      ),
    );
  }

  /** What has a tick, or else the active row. */
  #records(): readonly RecordReference[] {
    if (this.#chosen.size > 0) return [...this.#chosen.values()];
    return this.#active?.reference ? [this.#active.reference] : [];
  }

  /** What would be inserted; `undefined` where it would be copied. */
  #insertion(references: readonly Reference[], manner: Manner): Insertion | undefined {
    const { destination, insertion } = this.#options;
    return insertion ? insertion(this.#records(), manner) : destination.insertion(references, manner);
  }

  /** The exact text in the title, and in its place in the editor. */
  #showPreview(): void {
    const manner = this.#manner;
    let shown: Preview = { title: formName(manner.form), insertion: undefined };
    try {
      shown = previewOf(this.#references(), manner, references => this.#insertion(references, manner));
    } finally {
      // Also where it fails: what was shown for the row before is not true of this one.
      this.#picker.title = shown.title;
      this.#ghost.show(shown.insertion);
    }
  }
}
