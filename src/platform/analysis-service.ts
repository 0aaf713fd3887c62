import * as vscode from 'vscode';
import { type Analysis, analyseSliced, type TextChange } from '../core/text/analysis.ts';
import type { DossierService } from './dossier-service.ts';

/** How long an analysis may hold the thread before it gives it back, in milliseconds. */
const SLICE = 8;

interface Entry {
  analysis: Analysis;
  version: number;
  /** Edits since `version`, oldest first; only noted while typing, applied when someone asks. */
  changes: TextChange[];
  latest: number;
}

/**
 * One analysis of each open Markdown file, shared by everything that reads it. Made when it is first asked for, patched by
 * the edits since, forgotten when the file is closed. Typing only notes the edit.
 */
export class AnalysisService {
  readonly #service: DossierService;
  readonly #entries = new Map<string, Entry>();
  readonly #running = new Map<string, { version: number; result: Promise<Analysis | undefined> }>();
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
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      entry.changes.push({ start: rangeOffset, end: rangeOffset + rangeLength, text });
    }
    entry.latest = document.version;
  }

  /**
   * The analysis of the document as it is now; `undefined` where the token was cancelled. A long file is read in slices
   * between which the thread is given back.
   * @throws where the dossier, which has the names, cannot be read.
   */
  async get(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Analysis | undefined> {
    const key = document.uri.toString();
    for (;;) {
      const entry = this.#entries.get(key);
      if (entry && entry.latest === document.version) {
        if (entry.changes.length > 0) {
          const changes = entry.changes;
          entry.changes = [];
          entry.analysis = entry.analysis.edit(changes, document.getText());
        }
        entry.version = document.version;
        return entry.analysis;
      }
      let running = this.#running.get(key);
      if (!running || running.version !== document.version) {
        running = { version: document.version, result: this.#analyse(document) };
        this.#running.set(key, running);
      }
      await running.result;
      if (token?.isCancellationRequested || document.isClosed) return undefined;
    }
  }

  async #analyse(document: vscode.TextDocument): Promise<Analysis | undefined> {
    const key = document.uri.toString();
    const { version } = document;
    const { names } = await this.#service.load();
    const steps = analyseSliced(document.getText(), names);
    let until = performance.now() + SLICE;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        this.#running.delete(key);
        if (document.version !== version || document.isClosed) return undefined;
        this.#entries.set(key, { analysis: step.value, version, changes: [], latest: version });
        return step.value;
      }
      if (performance.now() < until) continue;
      await new Promise<void>(resolve => setTimeout(resolve));
      if (document.version !== version || document.isClosed) return undefined;
      until = performance.now() + SLICE;
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#entries.clear();
  }
}
