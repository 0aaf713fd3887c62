import * as vscode from 'vscode';
import { openMarkdown } from './host.ts';

/** Opens the text with a caret at each `|`. */
export async function openAt(marked: string): Promise<vscode.TextEditor> {
  const parts = marked.split('|');
  const editor = await openMarkdown(parts.join(''));
  placeCarets(editor, parts);
  return editor;
}

/** Places a caret between each two parts of the text. */
export function placeCarets(editor: vscode.TextEditor, parts: readonly string[]): void {
  editor.selections = parts.slice(0, -1).map((_, index) => {
    const position = editor.document.positionAt(parts.slice(0, index + 1).join('').length);
    return new vscode.Selection(position, position);
  });
}
