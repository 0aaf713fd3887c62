import * as vscode from 'vscode';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import { MARKDOWN } from '../../platform/languages.ts';
import type { Log } from '../../platform/log.ts';
import { setting } from '../../platform/settings.ts';

export interface NavigationSources {
  readonly service: DossierService;
  readonly analyses: AnalysisService;
  readonly bibliographies: Bibliographies;
  readonly log: Log;
}

export interface NavigationRegistration extends vscode.Disposable {
  readonly provideReferences: vscode.ReferenceProvider['provideReferences'];
}

/** Where names, citation keys and footnotes of Markdown lead to, where else they stand, and their renaming. */
export function registerNavigation(sources: NavigationSources): NavigationRegistration {
  const { service, log } = sources;
  const { languages, workspace } = vscode;
  const store = new DisposableStore();
  const hintsChanged = store.add(new vscode.EventEmitter<void>());
  store.add(service.onDidChange(() => hintsChanged.fire()));
  store.add(
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('counterparts.inlayHints')) hintsChanged.fire();
    }),
  );

  store.add(
    languages.registerDefinitionProvider(MARKDOWN, {
      provideDefinition: (...args) =>
        log.quietly(async () => (await import('./definitions.ts')).findDefinitions(sources, ...args)),
    }),
  );
  const provideReferences: NavigationRegistration['provideReferences'] = (...args) =>
    log.quietly(async () => (await import('./references.ts')).findReferences(sources, ...args));
  store.add(languages.registerReferenceProvider(MARKDOWN, { provideReferences }));
  store.add(
    languages.registerDocumentHighlightProvider(MARKDOWN, {
      provideDocumentHighlights: (...args) =>
        log.quietly(async () => (await import('./highlights.ts')).findHighlights(sources, ...args)),
    }),
  );
  store.add(
    languages.registerRenameProvider(MARKDOWN, {
      prepareRename: async (...args) => (await import('./rename.ts')).prepareRename(sources, ...args),
      provideRenameEdits: async (...args) => (await import('./rename.ts')).renameEdits(sources, ...args),
    }),
  );
  store.add(
    languages.registerDocumentLinkProvider(MARKDOWN, {
      provideDocumentLinks: (...args) =>
        log.quietly(async () => (await import('./links.ts')).keyLinks(sources, ...args)),
      resolveDocumentLink: link =>
        log.quietly(async () => (await import('./links.ts')).resolveKeyLink(sources, link)),
    }),
  );
  store.add(
    languages.registerInlayHintsProvider(MARKDOWN, {
      onDidChangeInlayHints: hintsChanged.event,
      provideInlayHints: (document, ...args) =>
        log.quietly(async () =>
          setting('inlayHints.enabled', document)
            ? (await import('./hints.ts')).inlayHints(sources, document, ...args)
            : undefined,
        ),
    }),
  );
  return { provideReferences, dispose: () => store.dispose() };
}
