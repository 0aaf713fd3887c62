import * as vscode from 'vscode';

/**
 * A picker that keeps rows in the order in which they are given. VS Code sorts by where in the label the typed words
 * stand, which takes the best answer from its place and makes the separators vanish; the switch for that is not in the
 * API's types. Rows that VS Code would filter out, since they were found by a word that they do not show, need
 * `alwaysShow`.
 */
export function createRankedQuickPick<Row extends vscode.QuickPickItem>(): vscode.QuickPick<Row> {
  return Object.assign(vscode.window.createQuickPick<Row>(), { sortByLabel: false });
}

/** What VS Code would draw as an icon in the texts of a row, a button or the status bar: `$(name)`. */
const ICON = /\$\((?=[\w-]+(?:~\w+)?\))/g;

/** Text that is shown as it stands, though VS Code would take `$(name)` in it for an icon. */
export const withoutIcons = (text: string): string => text.replace(ICON, '\\$(');
