import * as vscode from 'vscode';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import { MARKDOWN } from '../../platform/languages.ts';
import type { Log } from '../../platform/log.ts';
import { setting } from '../../platform/settings.ts';

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
 * `@` begins a key, and in a role of MyST's a backtick does. VS Code asks again at each letter of a key but not at the marks between its words, so these are here
 * too; behind the comma of a key a blank asks for its paragraphs. Names have none: they come when asked for, and where the
 * writer lets VS Code suggest words as they type.
 */
const TRIGGERS = ['@', '`', '-', '_', ':', ' '];

/** Completion of citation keys, their paragraphs, names and offices in Markdown. */
export function registerCompletion(sources: CompletionSources): CompletionRegistration {
  const { languages } = vscode;
  const store = new DisposableStore();
  const provideCompletions: CompletionRegistration['provideCompletions'] = (...args) =>
    sources.log.quietly(async () =>
      setting('completion.enabled', args[0])
        ? (await import('./complete.ts')).complete(sources, ...args)
        : undefined,
    );
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
  return { provideCompletions, dispose: () => store.dispose() };
}
