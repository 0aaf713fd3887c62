import * as vscode from 'vscode';
import type { Analysis, TextChange } from '../core/text/analysis.ts';
import { composeChanges } from '../core/text/changes.ts';
import type { DossierService } from './dossier-service.ts';

/** How long an analysis may hold the thread before it gives it back, in milliseconds. */
const SLICE = 8;

interface Entry {
  /** Of the text as it was when it was begun. */
  readonly first: Promise<void>;
  analysis: Analysis | undefined;
  /** From the text of `analysis` to the text now. Only noted while typing, applied when someone asks. */
  changes: readonly TextChange[];
}

/**
 * One analysis of each open Markdown file, shared by everything that reads it. Made when it is first asked for, patched by
 * the edits since, forgotten when the file is closed. Typing only notes the edit.
 */
export class AnalysisService {
  readonly #service: DossierService;
  readonly #entries = new Map<string, Entry>();
  readonly #subscriptions: vscode.Disposable[];

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
   * The analysis of the document as it is now; `undefined` where the token was cancelled or the document closed. A long
   * file is read in slices between which the thread is given back.
   * @throws where the dossier, which has the names, cannot be read.
   */
  async get(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Analysis | undefined> {
    const key = document.uri.toString();
    while (!document.isClosed && !token?.isCancellationRequested) {
      let entry = this.#entries.get(key);
      if (!entry) {
        entry = this.#begin(document);
        this.#entries.set(key, entry);
      }
      if (!entry.analysis) await entry.first;
      // VS Code closes and opens a document when its language changes: then this entry is forgotten, and the next counts.
      if (this.#entries.get(key) !== entry || !entry.analysis) continue;
      if (token?.isCancellationRequested) return undefined;
      if (entry.changes.length > 0) {
        const { changes } = entry;
        entry.changes = [];
        entry.analysis = entry.analysis.edit(changes, document.getText());
      }
      return entry.analysis;
    }
    return undefined;
  }

  #begin(document: vscode.TextDocument): Entry {
    const key = document.uri.toString();
    const text = document.getText();
    const entry: Entry = {
      first: this.#analyse(text, () => this.#entries.get(key) !== entry).then(
        analysis => {
          entry.analysis = analysis;
        },
        error => {
          if (this.#entries.get(key) === entry) this.#entries.delete(key);
          throw error;
        },
      ),
      analysis: undefined,
      changes: [],
    };
    return entry;
  }

  /** `undefined` where nobody wants it any more. */
  async #analyse(text: string, forgotten: () => boolean): Promise<Analysis | undefined> {
    const { names } = await this.#service.load();
    const { analyseSliced } = await import('../core/text/analysis.ts');
    const steps = analyseSliced(text, names);
    for (let until = performance.now() + SLICE; ; ) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() < until) continue;
      await new Promise<void>(resolve => setTimeout(resolve));
      if (forgotten()) return undefined;
      until = performance.now() + SLICE;
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#entries.clear();
  }
}
