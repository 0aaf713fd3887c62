import * as vscode from 'vscode';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import { MARKDOWN } from '../../platform/languages.ts';
import type { Log } from '../../platform/log.ts';
import { setting } from '../../platform/settings.ts';
import type { Completer } from './completer.ts';

export interface CompletionSources {
  readonly service: DossierService;
  readonly analyses: AnalysisService;
  readonly bibliographies: Bibliographies;
  readonly log: Log;
}

export interface CompletionRegistration extends vscode.Disposable {
  readonly provideCompletions: vscode.CompletionItemProvider['provideCompletionItems'];
}

/**
 * `@` begins a key, and in a role of MyST's a backtick does. VS Code asks again at each letter of a key but not at the marks
 * between its words, so these are here too; behind the comma of a key a blank asks for its paragraphs. Names have none: they come when asked for, and where the
 * writer lets VS Code suggest words as they type.
 */
const TRIGGERS = ['@', '`', '-', '_', ':', ' '];

/** Completion of citation keys, their paragraphs, names and offices in Markdown. */
export function registerCompletion(sources: CompletionSources): CompletionRegistration {
  const { languages } = vscode;
  const store = new DisposableStore();
  let loading: Promise<Completer> | undefined;
  const completer = (): Promise<Completer> => {
    loading ??= import('./completer.ts').then(({ Completer: Made }) => store.add(new Made(sources)));
    return loading;
  };
  const provideCompletions: CompletionRegistration['provideCompletions'] = (...args) =>
    sources.log.quietly(async () =>
      setting('completion.enabled', args[0]) ? (await completer()).provide(...args) : undefined,
    );
  const follow = (document: vscode.TextDocument, letter: boolean): void => {
    if (languages.match(MARKDOWN, document) > 0 && setting('completion.enabled', document))
      void sources.log.quietly(async () => (await completer()).typed(document, letter));
  };
  store.add(
    languages.registerCompletionItemProvider(
      MARKDOWN,
      {
        provideCompletionItems: provideCompletions,
        resolveCompletionItem: async item => {
          const { describeItem } = await import('./describe.ts');
          return describeItem(sources, item);
        },
      },
      ...TRIGGERS,
    ),
  );
  store.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      const [change] = contentChanges;
      if (change === undefined || document !== vscode.window.activeTextEditor?.document) return;
      // A bracket or quotation mark may have come with the one that closes it.
      const letter = reason === undefined && change.rangeLength === 0 && change.text.length <= 2;
      follow(document, letter);
    }),
  );
  // Whose typing has started the extension has typed what nobody was asked about.
  const open = vscode.window.activeTextEditor?.document;
  if (open?.isDirty && open.version > 1) follow(open, true);
  return { provideCompletions, dispose: () => store.dispose() };
}
