import * as vscode from 'vscode';
import { TIMELINE_VIEW_TYPE } from '../../contributions.ts';
import { registerCommand } from '../../platform/commands.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { TimelineDeps } from './panel.ts';
import type { SinglePanel } from './single-panel.ts';

/** The timeline: one panel, opened or revealed by a command, and restored with the window. */
export function registerTimeline(deps: TimelineDeps): vscode.Disposable {
  const store = new DisposableStore();
  let timeline: Promise<SinglePanel> | undefined;
  const panel = (): Promise<SinglePanel> => {
    timeline ??= import('./single-panel.ts').then(({ SinglePanel }) => store.add(new SinglePanel(deps)));
    return timeline;
  };
  store.add(
    registerCommand('counterparts.showTimeline', deps.log, async argument => (await panel()).show(argument)),
  );
  store.add(
    vscode.window.registerWebviewPanelSerializer(TIMELINE_VIEW_TYPE, {
      deserializeWebviewPanel: async restored => (await panel()).restore(restored),
    }),
  );
  return store;
}
