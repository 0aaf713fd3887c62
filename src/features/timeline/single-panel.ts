import * as vscode from 'vscode';
import { TIMELINE_VIEW_TYPE } from '../../contributions.ts';
import type { TimelineTarget } from '../../core/timeline/data.ts';
import { focusArgument } from './focus.ts';
import { type TimelineDeps, TimelinePanel } from './panel.ts';

interface OpenPanel {
  readonly panel: vscode.WebviewPanel;
  readonly timeline: TimelinePanel;
}

/** Keeps at most one panel. */
export class SinglePanel {
  readonly #deps: TimelineDeps;
  #open: OpenPanel | undefined;

  constructor(deps: TimelineDeps) {
    this.#deps = deps;
  }

  /** @param argument of the command: what to bring into view */
  async show(argument: unknown): Promise<void> {
    const focus: TimelineTarget | undefined = focusArgument(argument);
    if (!this.#open) await closeUnseen();
    this.#open ??= this.#adopt(
      vscode.window.createWebviewPanel(
        TIMELINE_VIEW_TYPE,
        vscode.l10n.t('Timeline'),
        vscode.ViewColumn.Active,
      ),
    );
    this.#open.timeline.reveal(focus);
  }

  /** Takes over a panel that VS Code restored; one that was open before is closed. */
  restore(panel: vscode.WebviewPanel): void {
    this.#open?.panel.dispose();
    this.#open = this.#adopt(panel);
  }

  #adopt(panel: vscode.WebviewPanel): OpenPanel {
    const timeline = new TimelinePanel(panel, this.#deps);
    panel.onDidDispose(() => {
      timeline.dispose();
      if (this.#open?.panel === panel) this.#open = undefined;
    });
    return { panel, timeline };
  }

  /** Stops listening. The panel stays: VS Code hands it to the next start of the extension. */
  dispose(): void {
    this.#open?.timeline.dispose();
  }
}

/**
 * Closes timelines that VS Code restored with the window and has not shown since. It gives us their panels only when
 * somebody looks at them, so they can neither be revealed nor be sent anything.
 */
async function closeUnseen(): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap(group => group.tabs)
    .filter(
      // VS Code puts a word of its own before the type: "mainThreadWebview-counterparts.timeline".
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(TIMELINE_VIEW_TYPE),
    );
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}
