import * as vscode from 'vscode';
import type { Analysis, TextChange } from '../core/text/analysis.ts';
import { composeChanges } from '../core/text/changes.ts';
import type { DossierService } from './dossier-service.ts';
import { pause, turns } from './slices.ts';

interface Entry {
  analysis: Analysis | undefined;
  /** From the text of `analysis`, or of the run that makes the next one, to the text now. Only noted while typing. */
  changes: readonly TextChange[];
  /** Those that the run takes in: from the text of `analysis` to that of the next one. */
  applying: readonly TextChange[];
  /** The next `analysis` is being made. */
  running: boolean;
  /** Fulfilled when the last run has ended. */
  run: Promise<void>;
}

/**
 * One analysis of each open Markdown file, shared by everything that reads it. Made when it is first asked for, patched by
 * the edits since, forgotten when the file is closed or the names change. Typing only notes the edit.
 *
 * A run, of the whole text or of what edits touched, gives the thread back every few milliseconds, and goes to its end
 * though the text changes meanwhile: begun again at each key, it would end for nobody before the typing does, and in one
 * huge block it would have cost the most. What came meanwhile is one more change, and one more run.
 */
export class AnalysisService {
  readonly #service: DossierService;
  readonly #entries = new Map<string, Entry>();
  readonly #subscriptions: vscode.Disposable[];
  #disposed = false;

  constructor(service: DossierService) {
    this.#service = service;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(event => this.#note(event)),
      vscode.workspace.onDidCloseTextDocument(document => this.#entries.delete(document.uri.toString())),
      service.onDidChange(() => this.#entries.clear()),
    ];
  }

  #note({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = this.#entries.get(document.uri.toString());
    if (!entry || contentChanges.length === 0) return;
    // The offsets of one event are all in the text before it.
    const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
      start: rangeOffset,
      end: rangeOffset + rangeLength,
      inserted: text.length,
    }));
    entry.changes = composeChanges(entry.changes, changes);
  }

  /**
   * The analysis of the document as it is when the promise is fulfilled; `undefined` where the token was cancelled or the
   * document closed. A long file is read in slices between which the thread is given back.
   * @throws where the dossier, which has the names, cannot be read.
   */
  async get(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Analysis | undefined> {
    const key = document.uri.toString();
    // VS Code closes and opens a document when its language changes: then the entry is forgotten, and the next counts.
    while (!document.isClosed && !this.#disposed && !token?.isCancellationRequested) {
      const entry = this.#entries.get(key) ?? this.#begin(key, document);
      const analysis = currentOf(entry);
      if (analysis) return analysis;
      if (!entry.running) this.#update(key, entry, document);
      await entry.run;
    }
    return undefined;
  }

  /**
   * The analysis of the document as it is now, where it is there or is so within the time that one slice may take; never
   * the first one. For what is asked at each key and is worth no waiting.
   */
  peek(document: vscode.TextDocument): Analysis | undefined {
    const key = document.uri.toString();
    const entry = this.#entries.get(key);
    if (!entry?.running && entry?.analysis && entry.changes.length > 0) {
      this.#update(key, entry, document);
      // Whoever waits for the next one is told of an error.
      entry.run.catch(() => undefined);
    }
    return entry && currentOf(entry);
  }

  /**
   * The last analysis that was made, and the edits that lead from its text to the text now. For what a few lines tell where
   * it is not that of the text now: nothing is made here.
   */
  last(
    document: vscode.TextDocument,
  ): { readonly analysis: Analysis; readonly changes: readonly TextChange[] } | undefined {
    const entry = this.#entries.get(document.uri.toString());
    return (
      entry?.analysis && {
        analysis: entry.analysis,
        changes: composeChanges(entry.applying, entry.changes),
      }
    );
  }

  /** Begins with the text as it is now. */
  #begin(key: string, document: vscode.TextDocument): Entry {
    const text = document.getText();
    const entry: Entry = {
      analysis: undefined,
      changes: [],
      applying: [],
      running: true,
      run: Promise.resolve(),
    };
    this.#entries.set(key, entry);
    entry.run = this.#run(key, entry, async () => {
      const [{ names }, { analyseSliced }] = await Promise.all([
        this.#service.load(),
        import('../core/text/analysis.ts'),
      ]);
      return analyseSliced(text, names);
    });
    return entry;
  }

  /** Applies the changes noted so far. A small one is through when this returns. */
  #update(key: string, entry: Entry, document: vscode.TextDocument): void {
    const { analysis, changes } = entry;
    const steps = analysis?.editSliced(changes, document.getText());
    if (!steps) return;
    entry.applying = changes;
    entry.changes = [];
    entry.running = true;
    entry.run = this.#run(key, entry, () => steps);
  }

  /** Makes the entry's next analysis; in vain where the entry is forgotten meanwhile. */
  async #run(
    key: string,
    entry: Entry,
    begin: () => Generator<void, Analysis> | Promise<Generator<void, Analysis>>,
  ): Promise<void> {
    try {
      const begun = begin();
      const work = turns(begun instanceof Promise ? await begun : begun);
      for (let turn = work.next(); ; turn = work.next()) {
        if (turn.done) {
          entry.analysis = turn.value;
          entry.applying = [];
          return;
        }
        await pause();
        if (this.#entries.get(key) !== entry) return;
      }
    } catch (error) {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
      throw error;
    } finally {
      entry.running = false;
    }
  }

  dispose(): void {
    this.#disposed = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#entries.clear();
  }
}

function currentOf({ analysis, changes, running }: Entry): Analysis | undefined {
  return running || changes.length > 0 ? undefined : analysis;
}
