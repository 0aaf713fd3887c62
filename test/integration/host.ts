import * as vscode from 'vscode';

/** The identifier of the extension under test. */
export const EXTENSION_ID = 'counterparts.counterparts';

/** Where the extension runs: in Node, as on the desktop, or in a worker of the browser. (`env.uiKind` is the same in both.) */
export const kind: 'node' | 'web' = typeof process === 'undefined' ? 'web' : 'node';

/**
 * Whether this run is in Restricted Mode: then only suites run whose title begins with "Restricted Mode", and in every
 * other run all the others.
 */
export const restricted = !vscode.workspace.isTrusted;

/** The extension under test, which may not have been activated yet. */
export function extensionUnderTest(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension(EXTENSION_ID);
  if (extension === undefined) throw new Error(`${EXTENSION_ID} is not installed in this host.`);
  return extension;
}

/** A file of the folder that is open, a copy of `test/fixtures/workspace` that a suite may change. */
export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the folder in an editor. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile(name)));
}

/** Opens an untitled Markdown document with this text in an editor. */
export async function openMarkdown(text: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  return vscode.window.showTextDocument(document);
}

/** Closes all editors without saving. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty === true) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Asks again and again until the answer is something else than undefined or false, for what VS Code does in its own
 * time.
 *
 * @param what completes the sentence "waited in vain for …"
 */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | false | PromiseLike<T | undefined | false>,
  milliseconds = 10_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
