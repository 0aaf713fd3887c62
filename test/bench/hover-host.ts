// Runs inside the extension host: measures the hover provider's own time, and what a hover costs in this host in which
// nobody has anything to say.
import * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/extension.ts';
import { HOVER_TIMES } from './hover-marks.ts';

/** Milliseconds between the first hover, which analyses the file, and the ones that are measured. */
const REST = 8000;

const HOVERS = 2000;
const ROUND_TRIPS = 400;

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

/** As the pointer does: one hover, and the thread is given back. */
const rest = (milliseconds = 0) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How long it takes until the answer is back, at so many places of a document. */
async function roundTrips(document: vscode.TextDocument, offsets: readonly number[]): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < ROUND_TRIPS; index++) {
    const position = document.positionAt(offsets[(index * 7919) % offsets.length] ?? 0);
    await rest();
    times.push(
      await timed(() =>
        vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position),
      ),
    );
  }
  return times;
}

/** The round trips in the Markdown file while our provider is there and says nothing. */
async function silentRoundTrips(
  document: vscode.TextDocument,
  offsets: readonly number[],
): Promise<number[]> {
  const settings = vscode.workspace.getConfiguration('counterparts');
  await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
  const times = await roundTrips(document, offsets);
  await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
  return times;
}

/** The round trips to one empty provider and nobody else, in a text as long. */
async function bareRoundTrips(content: string, offsets: readonly number[]): Promise<number[]> {
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  let asked = 0;
  const provider = vscode.languages.registerHoverProvider(
    { language: 'plaintext' },
    {
      provideHover() {
        asked++;
        return undefined;
      },
    },
  );
  const times = await roundTrips(document, offsets);
  provider.dispose();
  if (asked !== ROUND_TRIPS) throw new Error(`The empty provider was asked ${asked} times.`);
  return times;
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
  const first = await timed(() => provideHover(document, document.positionAt(offsets[0] ?? 0), token));
  // Other extensions are still starting on the same cores; what is measured is the provider and not their start.
  await rest(REST);
  const times: number[] = [];
  let cards = 0;
  for (let index = 0; index < HOVERS; index++) {
    await rest();
    const position = document.positionAt(offsets[(index * 7919) % offsets.length] ?? 0);
    times.push(
      await timed(async () => {
        if (await provideHover(document, position, token)) cards++;
      }),
    );
  }
  const silent = await silentRoundTrips(document, offsets);
  const bare = await bareRoundTrips(text, offsets);
  console.log(HOVER_TIMES + JSON.stringify({ first, cards, times, silent, bare }));
}
