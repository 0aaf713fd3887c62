// Runs inside the extension host: measures the completion provider's own time behind `[@`, with a large bibliography.
import * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/extension.ts';
import { ASKED, COMPLETION_TIMES, NOTES, type NoteTimes, PLAIN_NOTE } from './completion-marks.ts';

/** Milliseconds in which other extensions get their start over, and what the first answer left is cleared. */
const REST = 8000;
const STILL = 1400;
const EDITED = 100;
/** An answer with so many items has entries of the bibliography: the dossier has fewer documents. */
const ENOUGH = 40;

type Provide = ExtensionExports['provideCompletions'];

const rest = (milliseconds = 0) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));

const token = new vscode.CancellationTokenSource().token;
const context = { triggerKind: vscode.CompletionTriggerKind.TriggerCharacter, triggerCharacter: '@' };

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('no folder is open');
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
}

/** The ends of the lines at which something is asked for. */
function places(document: vscode.TextDocument): readonly vscode.Position[] {
  const found: vscode.Position[] = [];
  for (let line = 0; line < document.lineCount; line++) {
    const { text, range } = document.lineAt(line);
    if (text.startsWith(ASKED)) found.push(range.end);
  }
  return found;
}

/** Runs the work and watches for how long at most nothing else could. */
async function holding(work: () => Promise<void>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let ended = false;
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!ended) setTimeout(look);
  };
  setTimeout(look);
  await work();
  ended = true;
  look();
  return longest;
}

/** Work of about a millisecond that nothing but the processor decides about. */
function peerLoop(turns: number): number {
  let sum = 0;
  for (let turn = 0; turn < turns; turn++) sum = (sum * 31 + turn) | 0;
  return sum;
}

/** So many turns of the loop take a millisecond, where nothing else runs. */
function calibrate(): number {
  const turns = 100_000;
  let least = Infinity;
  for (let attempt = 0; attempt < 200; attempt++) {
    const start = performance.now();
    if (peerLoop(turns) === 1) throw new Error('the loop was left out');
    least = Math.min(least, performance.now() - start || Infinity);
  }
  return Math.ceil(turns / least);
}

/** Milliseconds of processor time that the host has used; `undefined` on the web. */
function processorTime(): number | undefined {
  if (typeof process === 'undefined') return undefined;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measure(provide: Provide, name: string): Promise<NoteTimes> {
  const document = await open(name);
  const asked = places(document);
  let items = 0;
  const ask = async (position: vscode.Position): Promise<number> => {
    const list = await provide(document, position, token, context);
    const { length } = list && 'items' in list ? list.items : (list ?? []);
    items += length;
    return length;
  };
  const at = (index: number): vscode.Position => asked[index % asked.length] ?? new vscode.Position(0, 0);
  let first = 0;
  let whole = 0;
  await rest(1000);
  const longestHold = await holding(async () => {
    first = await timed(() => ask(at(0)));
    whole = await timed(async () => {
      while ((await ask(at(0))) < ENOUGH) await rest(10);
    });
  });
  await rest(REST);
  const still: Record<string, number[]> = {};
  const processor: number[] = [];
  const peer: number[] = [];
  const turns = calibrate();
  items = 0;
  for (let index = 0; index < STILL; index++) {
    await rest();
    const position = at(index);
    const typed = document.lineAt(position.line).text.slice(ASKED.length);
    const times = still[typed] ?? [];
    still[typed] = times;
    const before = processorTime();
    times.push(await timed(() => ask(position)));
    const after = processorTime();
    if (before !== undefined && after !== undefined) processor.push(after - before);
    peer.push(await timed(async () => peerLoop(turns)));
  }
  const perAnswer = items / STILL;
  const edited: number[] = [];
  for (let index = 0; index < EDITED; index++) {
    await rest();
    const position = at(index);
    const { end } = document.lineAt(position.line).range;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, end, 'a');
    await vscode.workspace.applyEdit(edit);
    edited.push(await timed(() => ask(end.translate(0, 1))));
  }
  return { first, whole, longestHold, still, processor, peer, edited, items: perAnswer };
}

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension<ExtensionExports>('counterparts.counterparts');
  if (!extension) throw new Error('the extension is not there');
  const { provideCompletions } = await extension.activate();
  // The code and the dossier are loaded before the bibliography is read: its reading is measured alone.
  const plain = await open(PLAIN_NOTE);
  await provideCompletions(plain, places(plain)[0] ?? new vscode.Position(0, 0), token, context);
  await rest(REST);
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  for (const [size, name] of Object.entries(NOTES)) {
    const times = await measure(provideCompletions, name);
    // A line of its own for each: the console takes none that is much longer.
    console.log(COMPLETION_TIMES + JSON.stringify([size, times], rounded));
  }
}
