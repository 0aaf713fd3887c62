import * as vscode from 'vscode';

/** An icon in the colour of warnings, for what is not told as fact. */
export const warningIcon = (id: string): vscode.ThemeIcon =>
  new vscode.ThemeIcon(id, new vscode.ThemeColor('list.warningForeground'));
