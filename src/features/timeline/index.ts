import * as vscode from 'vscode';
import { TIMELINE_VIEW_TYPE } from '../../contributions.ts';
import { registerCommand } from '../../platform/commands.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { TimelineTarget } from '../../protocol/timeline.ts';
import { focusArgument } from './focus.ts';
import { type TimelineDeps, TimelinePanel } from './panel.ts';

/** The timeline: one panel, opened or revealed by a command, and restored with the window. */
export function registerTimeline(deps: TimelineDeps): vscode.Disposable {
  const store = new DisposableStore();
  const timeline = store.add(new SinglePanel(deps));
  store.add(
    registerCommand('counterparts.showTimeline', deps.log, argument =>
      timeline.show(focusArgument(argument)),
    ),
  );
  store.add(
    vscode.window.registerWebviewPanelSerializer(TIMELINE_VIEW_TYPE, {
      deserializeWebviewPanel: async panel => void timeline.adopt(panel),
    }),
  );
  return store;
}

/** Keeps at most one panel. */
class SinglePanel {
  readonly #deps: TimelineDeps;
  #open: { readonly panel: vscode.WebviewPanel; readonly timeline: TimelinePanel } | undefined;

  constructor(deps: TimelineDeps) {
    this.#deps = deps;
  }

  show(focus: TimelineTarget | undefined): void {
    const timeline =
      this.#open?.timeline ??
      this.adopt(
        vscode.window.createWebviewPanel(
          TIMELINE_VIEW_TYPE,
          vscode.l10n.t('Timeline'),
          vscode.ViewColumn.Active,
        ),
      );
    timeline.reveal(focus);
  }

  /** Takes over a panel, new or restored by VS Code; one that was open before is closed. */
  adopt(panel: vscode.WebviewPanel): TimelinePanel {
    this.#open?.panel.dispose();
    const timeline = new TimelinePanel(panel, this.#deps);
    this.#open = { panel, timeline };
    panel.onDidDispose(() => {
      timeline.dispose();
      if (this.#open?.panel === panel) this.#open = undefined;
    });
    return timeline;
  }

  /** Stops listening. The panel stays: VS Code hands it to the next start of the extension. */
  dispose(): void {
    this.#open?.timeline.dispose();
  }
}
