import * as vscode from 'vscode';
import type { Dossier } from '../../src/core/dossier/dossier.ts';
import { type Analysis, analyse } from '../../src/core/text/analysis.ts';
import { NameMatcher } from '../../src/core/text/name-index.ts';
import type { ExtensionExports } from '../../src/extension.ts';
import { deepEqual, equal, ok } from './assert.ts';
import { closeEditors, eventually, extensionUnderTest, openMarkdown, workspaceFile } from './host.ts';
import { after, afterEach, before, describe, it } from './mocha.ts';

let analyses: ExtensionExports['analyses'];
let names: NameMatcher;

/** All that an analysis says. */
const everything = (analysis: Analysis) => ({
  mentions: analysis.mentionsIn(0, analysis.text.length),
  dates: analysis.datesIn(0, analysis.text.length),
  masked: analysis.maskedIn(0, analysis.text.length),
});

/** The document's analysis, which must be what one of its text made anew is. */
async function expectFresh(document: vscode.TextDocument): Promise<Analysis> {
  const analysis = await analyses.get(document);
  ok(analysis, 'no analysis');
  equal(analysis.text === document.getText(), true, 'the analysis is of another text');
  deepEqual(everything(analysis), everything(analyse(analysis.text, names)), 'not as if made anew');
  return analysis;
}

/** Asks for the analysis; whenever it comes it must be of the text that the document has then. */
function ask(document: vscode.TextDocument, asked: Promise<void>[]): void {
  asked.push(
    analyses.get(document).then(analysis => {
      ok(analysis, 'no analysis');
      equal(analysis.text === document.getText(), true, 'the analysis is of an older text');
    }),
  );
}

const blocks: vscode.Uri[] = [];

/**
 * Opens one paragraph of 2 MB in a file of its own, for the analysis alone: to a text that is no Markdown nobody else pays
 * attention. Not by `openTextDocument`, after which VS Code keeps a document open for minutes.
 */
async function openBlock(): Promise<vscode.TextEditor> {
  const uri = workspaceFile(`block-${blocks.length}.txt`);
  blocks.push(uri);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(BLOCK));
  await vscode.commands.executeCommand('vscode.open', uri);
  return eventually('the block to be open', () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() && editor;
  });
}

const insert = (editor: vscode.TextEditor, at: number, text: string) =>
  editor.edit(edit => edit.insert(editor.document.positionAt(at), text));

const NOTE =
  '---\ndate: 2013-09-14\n---\n\n# Geneva\n\nSecretary Kerry met Lavrov on 14 September 2013.\n\n```\nKerry\n```\n\n> Rice and Powell\n> wrote to `Lavrov`.\n';
const SENTENCE = 'On 5 May 2014 John Kerry rang Lavrov, and nobody else did that week.\n';
const BLOCK = SENTENCE.repeat(30_000);

describe('Analysis', () => {
  before(async () => {
    const exports = (await extensionUnderTest().activate()) as ExtensionExports;
    ({ analyses } = exports);
    const dossier = (await exports.readDossier()) as Dossier;
    names = new NameMatcher([...dossier.people.values()]);
  });
  after(async () => {
    await closeEditors();
    for (const uri of blocks) await vscode.workspace.fs.delete(uri);
  });
  afterEach(closeEditors);

  it('keeps up with quick typing', async () => {
    const { document } = await openMarkdown(NOTE);
    ok((await expectFresh(document)).mentionsIn(0, NOTE.length).length > 2, 'nobody is named');
    const asked: Promise<void>[] = [];
    for (const key of 'Then **Rice** saw Lavrov on 1 May 2006 in `x` <!-- ') {
      await vscode.commands.executeCommand('type', { text: key });
      ask(document, asked);
    }
    await Promise.all(asked);
    await expectFresh(document);
  });

  it('follows undo and redo', async () => {
    const editor = await openMarkdown(NOTE);
    const { document } = editor;
    const first = everything(await expectFresh(document));
    await insert(editor, NOTE.indexOf('```'), '~~~\n');
    await expectFresh(document);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), NOTE);
    deepEqual(everything(await expectFresh(document)), first);
    await vscode.commands.executeCommand('redo');
    await expectFresh(document);
  });

  it('follows edits at several places, one after the other and in one', async () => {
    const editor = await openMarkdown(NOTE.repeat(20));
    const { document } = editor;
    const pieces = [
      'Kerry ',
      '\n\n',
      '`',
      '> ',
      '```\n',
      '- ',
      '',
      '',
      'in May 2011 ',
      '<!--',
      '-->',
      '***\n',
    ];
    let state = 1;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let step = 0; step < 40; step++) {
      const length = document.getText().length;
      await editor.edit(edit => {
        // In order, so that none overlaps another.
        let at = 0;
        for (let change = random(3); change >= 0; change--) {
          const start = at + random(length - at - 1);
          at = Math.min(length, start + random(30));
          const range = new vscode.Range(document.positionAt(start), document.positionAt(at));
          edit.replace(range, pieces[random(pieces.length)] ?? '');
          if (at >= length - 1) break;
        }
      });
      if (random(3) > 0) await expectFresh(document);
    }
    await expectFresh(document);
  });

  it('follows line ends', async () => {
    const editor = await openMarkdown(NOTE);
    await expectFresh(editor.document);
    await editor.edit(edit => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    equal(editor.document.getText().includes('\r\n'), true, 'the line ends are as before');
    await expectFresh(editor.document);
    await insert(editor, 0, '\nKerry\n');
    await expectFresh(editor.document);
  });

  it('takes a big paste, typing behind it, and its undo', async () => {
    const editor = await openMarkdown(NOTE);
    const { document } = editor;
    await expectFresh(document);
    const asked: Promise<void>[] = [];
    const paste = `${SENTENCE.repeat(8)}\n`.repeat(2000);
    ok(paste.length > 1_000_000, 'the paste is small');
    await insert(editor, NOTE.indexOf('Secretary'), paste);
    ask(document, asked);
    for (const key of 'and Rice ') {
      await insert(editor, NOTE.length, key);
      ask(document, asked);
    }
    await Promise.all(asked);
    await expectFresh(document);
    while (document.getText() !== NOTE) await vscode.commands.executeCommand('undo');
    await expectFresh(document);
  }).timeout(60_000);

  it('gives the thread back within one huge block, and is current when it comes', async () => {
    const editor = await openBlock();
    const { document } = editor;
    const asked: Promise<void>[] = [];
    let turns = 0;
    const timer = setInterval(() => turns++);
    try {
      ask(document, asked);
      await Promise.all(asked);
      ok(turns > 0, 'the first analysis held the thread');
      await insert(editor, 1_000_000, ' Rice');
      turns = 0;
      ask(document, asked);
      await Promise.all(asked);
      ok(turns > 0, 'an edit held the thread');
    } finally {
      clearInterval(timer);
    }
    for (const key of ' saw Lavrov') {
      await insert(editor, 1_000_000, key);
      ask(document, asked);
    }
    await Promise.all(asked);
    await expectFresh(document);
  }).timeout(60_000);

  it('is one for all editors of a document', async () => {
    const editor = await openMarkdown(NOTE);
    const { document } = editor;
    const beside = await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
    const [one, other] = await Promise.all([analyses.get(document), analyses.get(beside.document)]);
    ok(one && one === other, 'two analyses of one document');
    await insert(beside, 0, 'Kerry ');
    await insert(editor, 6, 'rang ');
    const [next, same] = await Promise.all([analyses.get(document), analyses.get(beside.document)]);
    ok(next && next === same, 'two analyses after an edit');
    await expectFresh(document);
  });

  it('is dropped with its document, also in the middle', async () => {
    const { document } = await openBlock();
    const text = document.getText();
    const asked = analyses.get(document);
    await closeEditors();
    await eventually('the document to be closed', () => document.isClosed);
    const found = await asked;
    ok(found === undefined || found.text === text, 'an analysis of another text');
    equal(await analyses.get(document), undefined, 'an analysis of a closed document');
    equal(analyses.peek(document), undefined, 'an analysis of a closed document is kept');
    await expectFresh((await openMarkdown(NOTE)).document);
  }).timeout(60_000);

  it('goes on when the language is changed, also in the middle', async () => {
    const { document } = await openMarkdown(`${SENTENCE}\n`.repeat(3000));
    const asked: Promise<void>[] = [];
    ask(document, asked);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    ask(document, asked);
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    ask(document, asked);
    await Promise.all(asked);
    await expectFresh(document);
  }).timeout(60_000);

  it('may be had at once where little is to be done', async () => {
    const notes = await vscode.workspace.openTextDocument({ language: 'plaintext', content: NOTE });
    equal(analyses.peek(notes), undefined, 'an analysis that nobody asked for');
    const editor = await openMarkdown(NOTE);
    const { document } = editor;
    const first = await expectFresh(document);
    equal(analyses.peek(document), first, 'another one than was given');
    await insert(editor, NOTE.length, 'Kerry');
    const next = analyses.peek(document);
    ok(next, 'none after a small edit');
    equal(next.text, document.getText());
    equal(await expectFresh(document), next, 'another one than was given');
  });

  it('is not waited for where much is to be done, and comes all the same', async () => {
    const editor = await openBlock();
    const { document } = editor;
    const first = await expectFresh(document);
    await insert(editor, 1_000_000, 'Rice ');
    const peeked = analyses.peek(document);
    ok(peeked === undefined || peeked.text === document.getText(), 'one of an older text');
    const next = await eventually('the analysis after an edit', () => analyses.peek(document));
    ok(next !== first, 'the one before the edit');
    equal(await expectFresh(document), next, 'another one than was given');
  }).timeout(60_000);

  it('is not made for a request that was withdrawn', async () => {
    const { document } = await openBlock();
    const source = new vscode.CancellationTokenSource();
    const asked = analyses.get(document, source.token);
    source.cancel();
    equal(await asked, undefined, 'an analysis for nobody');
    await expectFresh(document);
  });
});
