import * as vscode from 'vscode';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import { registerCommand } from '../../platform/commands.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import { MARKDOWN } from '../../platform/languages.ts';
import type { Log } from '../../platform/log.ts';
import { setting } from '../../platform/settings.ts';

interface Dependencies {
  readonly service: DossierService;
  readonly analyses: AnalysisService;
  readonly bibliographies: Bibliographies;
  readonly log: Log;
  /** Remembers the style of citation that was used last. */
  readonly state: vscode.Memento;
}

export interface HoverRegistration extends vscode.Disposable {
  provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined>;
}

/** The card over a name, citation key, footnote or quotation in Markdown, from the pointer and from the keyboard. */
export function registerHover(deps: Dependencies): HoverRegistration {
  const { log } = deps;
  const store = new DisposableStore();
  // To ask VS Code for a setting takes longer than to make a card.
  let known = new WeakMap<vscode.TextDocument, boolean>();
  store.add(
    vscode.workspace.onDidChangeConfiguration(() => {
      known = new WeakMap();
    }),
  );
  const isEnabled = (document: vscode.TextDocument): boolean => {
    const enabled = known.get(document) ?? setting('hover.enabled', document);
    known.set(document, enabled);
    return enabled;
  };
  const provideHover: HoverRegistration['provideHover'] = (...args) =>
    log.quietly(async () =>
      isEnabled(args[0]) ? (await import('./card-at.ts')).cardAt(deps, ...args) : undefined,
    );
  store.add(vscode.languages.registerHoverProvider(MARKDOWN, { provideHover }));
  store.add(
    registerCommand('counterparts.showCard', log, async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor?.document.languageId !== 'markdown') {
        throw new Error(
          vscode.l10n.t(
            'Show Card works in a Markdown editor: put the cursor on a name or a citation key first.',
          ),
        );
      }
      if (!isEnabled(editor.document)) {
        throw new Error(
          vscode.l10n.t('Cards are switched off: the setting “counterparts.hover.enabled” shows them again.'),
        );
      }
      const { cardAt } = await import('./card-at.ts');
      const source = new vscode.CancellationTokenSource();
      const card = await cardAt(deps, editor.document, editor.selection.active, source.token);
      source.dispose();
      if (!card) {
        vscode.window.setStatusBarMessage(
          vscode.l10n.t(
            'The cursor is not on a name, citation key, footnote or quotation that the dossier knows.',
          ),
          6000,
        );
        return;
      }
      await vscode.commands.executeCommand('editor.action.showHover', { focus: 'autoFocusImmediately' });
    }),
  );
  return { provideHover, dispose: () => store.dispose() };
}
