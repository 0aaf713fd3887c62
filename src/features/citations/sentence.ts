import type * as vscode from 'vscode';
import type { AnalysisService } from '../../platform/analysis-service.ts';

/** No more of a selection is asked about than a long sentence has. */
const LENGTH = 2_000;
const MARKUP = /\[\^[^\]\s]+\]|\[[^\]]*@[^\]]*\]|\]\([^)]*\)|[*_`[\]>#|]+/g;

/** What a citation is looked for: what is selected, or the sentence at the caret, without the marks of Markdown. */
export async function sentenceToSupport(
  editor: vscode.TextEditor | undefined,
  analyses: AnalysisService,
): Promise<string> {
  if (!editor) return '';
  const { document, selection } = editor;
  const plain = (text: string): string =>
    text.slice(0, LENGTH).replace(MARKUP, ' ').replace(/\s+/g, ' ').trim();
  if (!selection.isEmpty) return plain(document.getText(selection));
  const analysis = await analyses.get(document);
  const text = document.getText();
  const caret = document.offsetAt(selection.active);
  // At the end of a paragraph the caret stands behind its last sentence, not in it.
  const line = document.lineAt(selection.active.line);
  const written = line.text.slice(0, selection.active.character).trimEnd().length;
  const within = document.offsetAt(line.range.start) + Math.max(0, written - 1);
  for (const offset of [caret, within]) {
    const sentence = analysis?.sentenceAt(offset);
    const words = sentence ? plain(text.slice(sentence.start, sentence.end)) : '';
    if (words !== '') return words;
  }
  return '';
}
