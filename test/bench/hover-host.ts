// Runs inside the extension host: measures the hover provider's own time, without the round trip to the editor.
import * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/extension.ts';
import { HOVER_TIMES } from './hover-marks.ts';

/** Milliseconds between the first hover, which analyses the file, and the ones that are measured. */
const REST = 8000;

const SENTENCE =
  'In September 2013 Kerry and Lavrov spent three days in Geneva, and Clinton had met him there in March 2009. ';

/** A Markdown text of at least so many characters with names, code, links and headings in it. */
function markdown(length: number): string {
  const section = (number: number): string =>
    [
      `## Section ${number}`,
      SENTENCE.repeat(3),
      `- [a link](https://example.org/${number}) to what Powell said\n- \`code\` of Rice\n`,
      `> ${SENTENCE}`,
      '```\nLavrov in a fence\n```',
    ].join('\n\n');
  const parts: string[] = [];
  for (let size = 0, number = 1; size < length; number++) {
    const text = section(number);
    parts.push(text);
    size += text.length + 2;
  }
  return parts.join('\n\n');
}

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionExports>('counterparts.counterparts');
  if (!extension) throw new Error('the extension is not there');
  const { provideHover } = await extension.activate();
  const text = markdown(1_000_000);
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  const token = new vscode.CancellationTokenSource().token;
  const offsets = Array.from(
    text.matchAll(/Kerry|Lavrov|Clinton|Powell|days|code/g),
    match => match.index + 1,
  );
  const began = performance.now();
  await provideHover(document, document.positionAt(offsets[0] ?? 0), token);
  const first = performance.now() - began;
  // Other extensions are still starting on the same cores; what is measured is the provider and not their start.
  await new Promise<void>(resolve => setTimeout(resolve, REST));
  const times: number[] = [];
  let cards = 0;
  for (let index = 0; index < 2000; index++) {
    // As the pointer does: one hover, and the thread is given back.
    await new Promise<void>(resolve => setTimeout(resolve));
    const position = document.positionAt(offsets[(index * 7919) % offsets.length] ?? 0);
    const start = performance.now();
    const hover = await provideHover(document, position, token);
    times.push(performance.now() - start);
    if (hover) cards++;
  }
  console.log(HOVER_TIMES + JSON.stringify({ first, cards, units: text.length, times }));
}
