import * as vscode from 'vscode';
import { keyBeingTyped } from '../../core/text/typing.ts';
import { setting } from '../../platform/settings.ts';
import { complete, lineBefore } from './complete.ts';
import type { CompletionSources } from './index.ts';

/** Milliseconds after the last letter in which VS Code asks for its list by itself. */
const ASKS_WITHIN = 120;
/** Milliseconds in which nobody sees a list and closes it. */
const UNSEEN = 100;

/** What VS Code was told last of a key that is being typed. */
interface Answer {
  readonly document: vscode.TextDocument;
  readonly key: vscode.Position;
  readonly version: number;
  /** When that was. */
  readonly at: number;
  readonly empty: boolean;
}

/**
 * Completes, and sees to it that whoever types a key gets the list. In Markdown VS Code asks at `@` and goes on asking as
 * long as there is something to show; a question that was lost because the extension was only just being started, or one
 * that found nothing, as a word with a typing error does before it is long enough, would be the last one.
 */
export class Completer implements vscode.Disposable {
  readonly #sources: CompletionSources;
  /** Files in which something was typed. */
  readonly #typedIn = new WeakSet<vscode.TextDocument>();
  #asking = 0;
  #last: Answer | undefined;
  #typed = 0;
  /** Goes up with each change, and with each look at what has come of it. */
  #turn = 0;

  constructor(sources: CompletionSources) {
    this.#sources = sources;
  }

  async provide(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerCharacter }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList | undefined> {
    const { version } = document;
    this.#asking++;
    try {
      const { list, key, whole } = await complete(this.#sources, document, position, token, triggerCharacter);
      if (key && !token.isCancellationRequested) {
        const empty = !list?.items.length;
        const answer = { document, key, version, at: performance.now(), empty };
        this.#last = answer;
        if (whole) this.#follow(answer, whole);
      }
      return list;
    } finally {
      this.#asking--;
    }
  }

  /** Something was typed into a file, or `letter` is false: it was changed otherwise. */
  typed(document: vscode.TextDocument, letter: boolean): void {
    this.#turn++;
    if (!this.#typedIn.has(document)) {
      this.#typedIn.add(document);
      // Whoever writes will cite: the bibliography is read before it is asked for.
      void this.#sources.log.quietly(() => this.#sources.bibliographies.get(document));
    }
    if (!letter) return;
    this.#typed = performance.now();
    this.#checkLater(document);
  }

  #checkLater(document: vscode.TextDocument): void {
    const turn = ++this.#turn;
    setTimeout(() => {
      if (turn === this.#turn) void this.#sources.log.quietly(() => this.#check(document));
    }, ASKS_WITHIN);
  }

  /** Has VS Code ask, where it does not by itself and there is something to show. */
  async #check(document: vscode.TextDocument): Promise<void> {
    const place = keyAtCursor(document);
    if (place === undefined || !isAskedByItself(document)) return;
    const { position, key } = place;
    const { version } = document;
    if (this.#asking > 0) {
      this.#checkLater(document);
      return;
    }
    const last = this.#last;
    if (last?.document === document && last.key.isEqual(key)) {
      if (last.version === version) return;
      // It was shown, and its writer has closed it.
      if (!last.empty && this.#typed - last.at > UNSEEN) return;
    }
    const { token } = new vscode.CancellationTokenSource();
    const { list } = await complete(this.#sources, document, position, token, undefined);
    if (document.version !== version) return;
    this.#last = { document, key, version, at: performance.now(), empty: true };
    if (list?.items.length) await ask(document, position);
  }

  /** Has VS Code ask once more where the cursor still stands when the bibliography has been read. */
  #follow(answer: Answer, whole: Promise<unknown>): void {
    const { document, key, version } = answer;
    void this.#sources.log.quietly(async () => {
      await whole;
      const place = keyAtCursor(document);
      if (this.#last === answer && place?.key.isEqual(key) && document.version === version)
        await ask(document, place.position);
    });
  }

  dispose(): void {
    this.#turn++;
  }
}

/** Where the cursor stands in the active editor, and where the key begins that is being typed there. */
function keyAtCursor(
  document: vscode.TextDocument,
): { readonly position: vscode.Position; readonly key: vscode.Position } | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document || !editor.selection.isEmpty) return undefined;
  const position = editor.selection.active;
  const { before } = lineBefore(document, position);
  const typed = keyBeingTyped(before);
  return typed && { position, key: position.translate(0, typed.start - before.length) };
}

/** Whether the writer lets lists come by themselves. */
const isAskedByItself = (document: vscode.TextDocument): boolean =>
  setting('completion.enabled', document) &&
  vscode.workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters') !== false;

/** As a list that came by itself: where there is none, nothing says so. */
async function ask(document: vscode.TextDocument, position: vscode.Position): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document === document && editor.selection.active.isEqual(position))
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
}
