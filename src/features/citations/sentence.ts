import type * as vscode from 'vscode';
import { plainWords } from '../../core/citation/plain-words.ts';
import type { Analysis } from '../../core/text/analysis.ts';
import type { AnalysisService } from '../../platform/analysis-service.ts';

/** No more of a selection is asked about than a long sentence has. */
const LENGTH = 2_000;

/** Some text without its citations and the marks of Markdown. */
const plain = (text: string): string => plainWords(text.slice(0, LENGTH));

/** What is selected, or the sentence at the caret. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly analysis: Analysis | undefined;
}

/** Where what a source is looked for stands; `undefined` where there are no words. */
export async function stretchToSupport(
  { document, selection }: vscode.TextEditor,
  analyses: AnalysisService,
): Promise<Stretch | undefined> {
  const analysis = await analyses.get(document);
  if (!selection.isEmpty) {
    return { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end), analysis };
  }
  const text = document.getText();
  const caret = document.offsetAt(selection.active);
  // At the end of a paragraph the caret stands behind its last sentence, not in it.
  const line = document.lineAt(selection.active.line);
  const written = line.text.slice(0, selection.active.character).trimEnd().length;
  const within = document.offsetAt(line.range.start) + Math.max(0, written - 1);
  for (const offset of [caret, within]) {
    const sentence = analysis?.sentenceAt(offset);
    if (sentence && plain(text.slice(sentence.start, sentence.end)) !== '') return { ...sentence, analysis };
  }
  return undefined;
}

/** What a citation is looked for: what is selected, or the sentence at the caret, without the marks of Markdown. */
export async function sentenceToSupport(
  editor: vscode.TextEditor | undefined,
  analyses: AnalysisService,
): Promise<string> {
  const stretch = editor && (await stretchToSupport(editor, analyses));
  return stretch ? plain(editor.document.getText().slice(stretch.start, stretch.end)) : '';
}
