import * as vscode from 'vscode';
import type { Insertion } from '../../core/citation/insert.ts';

/** Shows in the editor, greyed, what is going to be inserted and where, as VS Code shows its own suggestions. */
export class GhostText {
  readonly #decoration = vscode.window.createTextEditorDecorationType({});
  readonly #editor: vscode.TextEditor | undefined;

  constructor(editor: vscode.TextEditor | undefined) {
    this.#editor = editor;
  }

  show(insertion: Insertion | undefined): void {
    const { document } = this.#editor ?? {};
    if (!document) return;
    const decorations = (insertion?.edits ?? []).map(({ start, text }): vscode.DecorationOptions => {
      const position = document.positionAt(start);
      const contentText = text.replace(/(\r?\n)+/g, ' ⏎ ');
      return {
        range: new vscode.Range(position, position),
        renderOptions: { after: { contentText, ...ghostly() } },
      };
    });
    this.#editor?.setDecorations(this.#decoration, decorations);
  }

  dispose(): void {
    this.#decoration.dispose();
  }
}

/** How VS Code shows its own: greyed; in high contrast, whose themes have no grey for it, in a frame. */
function ghostly(): vscode.ThemableDecorationAttachmentRenderOptions {
  const { ColorThemeKind, ThemeColor, window } = vscode;
  const { kind } = window.activeColorTheme;
  return kind === ColorThemeKind.HighContrast || kind === ColorThemeKind.HighContrastLight
    ? {
        color: new ThemeColor('editor.foreground'),
        border: '1px solid',
        borderColor: new ThemeColor('editorGhostText.border'),
      }
    : { color: new ThemeColor('editorGhostText.foreground') };
}
