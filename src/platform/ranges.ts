import * as vscode from 'vscode';

/** Offsets in a document as an editor's range. */
export const toRange = (
  document: vscode.TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): vscode.Range => new vscode.Range(document.positionAt(start), document.positionAt(end));
