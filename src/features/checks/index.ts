import * as vscode from 'vscode';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import { registerCommand } from '../../platform/commands.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import { MARKDOWN } from '../../platform/languages.ts';
import type { Log } from '../../platform/log.ts';
import { setting } from '../../platform/settings.ts';
import type { FileChecks } from './file-checks.ts';

interface Dependencies {
  readonly service: DossierService;
  readonly analyses: AnalysisService;
  readonly bibliographies: Bibliographies;
  readonly log: Log;
}

/** A file is checked when the writer has paused for so long, in milliseconds. */
const PAUSE = 400;

/**
 * What is checked: Markdown that somebody writes, in a file that can be written, not saved yet, or a cell of a notebook.
 * Not our own pages, what version control shows, comments on code, what others generate.
 */
const isChecked = ({ languageId, uri: { scheme } }: vscode.TextDocument): boolean =>
  languageId === 'markdown' &&
  (['untitled', 'vscode-notebook-cell'].includes(scheme) ||
    vscode.workspace.fs.isWritableFileSystem(scheme) === true);

/** Diagnostics of open Markdown files, some time after the last edit, with their quick fixes. */
export function registerChecks(deps: Dependencies): vscode.Disposable {
  const { service, bibliographies, log } = deps;
  const store = new DisposableStore();
  const diagnostics = store.add(vscode.languages.createDiagnosticCollection('counterparts'));
  const due = new Map<string, object>();
  let checks: Promise<FileChecks> | undefined;
  let loaded: FileChecks | undefined;
  const fileChecks = (): Promise<FileChecks> => {
    checks ??= import('./file-checks.ts').then(module => {
      loaded = new module.FileChecks(deps, diagnostics);
      return loaded;
    });
    return checks;
  };

  const check = (document: vscode.TextDocument): Promise<unknown> =>
    log.quietly(async () => (await fileChecks()).check(document));
  const clear = (document: vscode.TextDocument): void => {
    due.delete(document.uri.toString());
    diagnostics.delete(document.uri);
    loaded?.forget(document);
  };
  const schedule = (document: vscode.TextDocument): void => {
    if (!isChecked(document)) return;
    if (!setting('checks.enabled', document)) {
      clear(document);
      return;
    }
    const key = document.uri.toString();
    const turn = {};
    due.set(key, turn);
    setTimeout(() => {
      if (due.get(key) !== turn || document.isClosed) return;
      due.delete(key);
      void check(document);
    }, PAUSE);
  };
  const scheduleAll = (): void => vscode.workspace.textDocuments.forEach(schedule);

  store.add(vscode.workspace.onDidOpenTextDocument(schedule));
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) schedule(document);
    }),
  );
  store.add(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      if (loaded?.holdsBack(document)) schedule(document);
    }),
  );
  store.add(vscode.workspace.onDidCloseTextDocument(clear));
  store.add(
    vscode.workspace.onDidChangeConfiguration(event => {
      const bears = ['counterparts.checks', 'counterparts.citation.bibliography'];
      if (bears.some(section => event.affectsConfiguration(section))) scheduleAll();
    }),
  );
  store.add(service.onDidChange(scheduleAll));
  store.add(bibliographies.onDidChange(scheduleAll));
  store.add(
    vscode.languages.registerCodeActionsProvider(
      MARKDOWN,
      {
        provideCodeActions: (document, _range, { diagnostics: there }, token) =>
          log.quietly(async () => {
            const ours = there.filter(({ source }) => source === 'Counterparts');
            if (ours.length === 0) return undefined;
            const { codeActions } = await import('./code-actions.ts');
            return codeActions(document, await (await fileChecks()).findings(document, token), ours);
          }),
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
  store.add(
    registerCommand('counterparts.switchOffRule', log, async code => {
      const { switchOff } = await import('./switch-off.ts');
      await switchOff(code);
    }),
  );
  store.add({ dispose: () => due.clear() });
  scheduleAll();
  return store;
}
