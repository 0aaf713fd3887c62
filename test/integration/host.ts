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

/** Whether this run has several roots open: then only suites run whose title begins with "Several roots". */
export const severalRoots = vscode.workspace.workspaceFile !== undefined;

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

/** A file of the root of this name, where several are open. */
export function rootFile(root: string, name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.find(each => each.name === root);
  if (folder === undefined) throw new Error(`No folder “${root}” is open.`);
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens a file of the folder in an editor. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(workspaceFile(name)));
}

/** Opens an untitled Markdown document with this text in an editor, and waits until it is the active one. */
export async function openMarkdown(text: string): Promise<vscode.TextEditor> {
  const open = () => vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  // An untitled document that was closed a moment ago may come back, text and all, under the name that it leaves free;
  // while it is there, the next one gets another name.
  let document = await open();
  for (let attempt = 0; document.getText() !== text && attempt < 5; attempt++) {
    await vscode.window.showTextDocument(document);
    document = await open();
  }
  const editor = await vscode.window.showTextDocument(document);
  await eventually('the editor to be active', () => vscode.window.activeTextEditor?.document === document);
  return editor;
}

/** Switches the checks off in the workspace, or leaves them to their default. */
export async function letChecksRun(run: boolean): Promise<void> {
  await vscode.workspace
    .getConfiguration('counterparts.checks')
    .update('enabled', run ? undefined : false, vscode.ConfigurationTarget.Workspace);
}

const openTabs = (): number =>
  vscode.window.tabGroups.all.reduce((count, group) => count + group.tabs.length, 0);

/** Closes all editors without saving, and waits until none is left. */
export async function closeEditors(): Promise<void> {
  for (let attempt = 0; openTabs() > 0 && attempt < 50; attempt++) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await eventually(
    'all editors to be closed',
    () => openTabs() === 0 && vscode.window.activeTextEditor === undefined,
  );
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
