import * as vscode from 'vscode';
import type { TimelineTarget } from '../../core/timeline/data.ts';
import { executeCommand } from '../../platform/commands.ts';
import { DisposableStore } from '../../platform/disposables.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import type { Log } from '../../platform/log.ts';
import { editorVoice } from '../../platform/voice.ts';
import type { TimelineHostMessage, TimelineViewMessage } from '../../protocol/timeline.ts';
import { timelineContent, today } from './content.ts';
import { resourceRoots, timelineHtml } from './html.ts';
import { isViewMessage } from './messages.ts';
import { timelineStrings } from './strings.ts';

export interface TimelineDeps {
  readonly extensionUri: vscode.Uri;
  readonly service: DossierService;
  readonly log: Log;
}

/**
 * The host's side of a timeline. The view is thrown away whenever its panel is hidden and made anew when it is shown;
 * each time it says `ready` and is sent everything.
 */
export class TimelinePanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #deps: TimelineDeps;
  readonly #store = new DisposableStore();
  /** Whether the view is there and listens. */
  #ready = false;
  #disposed = false;
  /** What to bring into view as soon as the view is there. */
  #focus: TimelineTarget | undefined;

  constructor(panel: vscode.WebviewPanel, deps: TimelineDeps) {
    const { extensionUri, service } = deps;
    this.#panel = panel;
    this.#deps = deps;
    panel.title = vscode.l10n.t('Timeline');
    panel.iconPath = {
      light: vscode.Uri.joinPath(extensionUri, 'media', 'timeline-light.svg'),
      dark: vscode.Uri.joinPath(extensionUri, 'media', 'timeline-dark.svg'),
    };
    panel.webview.options = { enableScripts: true, localResourceRoots: resourceRoots(extensionUri) };
    this.#store.add(panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.#store.add(
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#ready = false;
      }),
    );
    this.#store.add(service.onDidChange(() => void this.#sendContent()));
    panel.webview.html = timelineHtml(panel.webview, extensionUri);
  }

  /** Shows the panel where it is, and brings a record into view. */
  reveal(focus: TimelineTarget | undefined): void {
    this.#focus = focus;
    this.#panel.reveal();
    if (this.#ready && focus) {
      this.#focus = undefined;
      this.#post({ type: 'focus', focus });
    }
  }

  /** Stops listening; closing the panel is left to whoever owns it. */
  dispose(): void {
    this.#disposed = true;
    this.#store.dispose();
  }

  #receive(message: unknown): void {
    if (!isViewMessage(message)) {
      this.#deps.log.error(new Error('The timeline sent a message that is not understood.'));
      return;
    }
    this.#answer(message).catch(error => this.#deps.log.report(error));
  }

  async #answer(message: TimelineViewMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.#initialise();
      case 'open':
        await executeCommand('counterparts.openPage', message.target);
        return;
      case 'showLog':
        this.#deps.log.show();
    }
  }

  async #initialise(): Promise<void> {
    const content = await timelineContent(this.#deps.service, this.#deps.log);
    const focus = this.#focus;
    this.#focus = undefined;
    this.#ready = true;
    this.#post({
      type: 'init',
      strings: timelineStrings(editorVoice().t),
      // All other dates on the timeline have the day before the month, which plain English has not.
      locale: vscode.env.language === 'en' ? 'en-GB' : vscode.env.language,
      today: today(),
      content,
      ...(focus ? { focus } : {}),
    });
  }

  async #sendContent(): Promise<void> {
    if (!this.#ready) return;
    this.#post({ type: 'content', content: await timelineContent(this.#deps.service, this.#deps.log) });
  }

  #post(message: TimelineHostMessage): void {
    // The panel may be closed while the dossier is being read.
    if (this.#disposed) return;
    void this.#panel.webview.postMessage(message);
  }
}
