import * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/extension.ts';
import { equal, match, notMatch, ok } from './assert.ts';
import { openAt, placeCarets } from './carets.ts';
import { read, write } from './files.ts';
import { closeEditors, eventually, extensionUnderTest, openFile } from './host.ts';
import { MemoryFiles } from './memory-files.ts';
import { after, afterEach, before, describe, it } from './mocha.ts';

const KEY = 'reuters-2013-kerry-lavrov';
const OTHER = 'sputnik-2025-eight-secretaries';
const FULL =
  'Warren Strobel, “Kerry-Lavrov Rapport Smoothed Path to Syria Deal,” Reuters, September 15, 2013';
const SHORT = 'Strobel, “Kerry-Lavrov Rapport Smoothed Path to Syria Deal”';
const STYLE = 'chicago-notes';

const run = (command: string, argument?: unknown): Thenable<unknown> =>
  vscode.commands.executeCommand(`counterparts.${command}`, argument);

const undo = (): Thenable<unknown> => vscode.commands.executeCommand('undo');

describe('Later notes', () => {
  afterEach(closeEditors);

  const insert = (form: string, paragraph: number): Thenable<unknown> =>
    run('insertCitation', {
      items: [{ type: 'passage', id: `${KEY}#${paragraph}` }],
      form,
      style: STYLE,
    });

  it('are short behind a full one, full before it, and each is one step for undo', async () => {
    const editor = await openAt('One.| Two.\n');
    await insert('footnote', 5);
    const first = editor.document.getText();
    equal(first, `One.[^${KEY}-p5] Two.\n\n[^${KEY}-p5]: ${FULL}, para. 5.\n`);
    placeCarets(editor, [first.slice(0, first.indexOf(' Two.') + 5), '']);
    await insert('footnote', 7);
    const second = editor.document.getText();
    equal(
      second,
      `One.[^${KEY}-p5] Two.[^${KEY}-p7]\n\n[^${KEY}-p5]: ${FULL}, para. 5.\n[^${KEY}-p7]: ${SHORT.slice(0, -1)},” para. 7.\n`,
    );
    placeCarets(editor, ['', '']);
    await insert('footnote', 9);
    match(editor.document.getText(), /^\[\^reuters-2013-kerry-lavrov-p9\]One\./);
    ok(editor.document.getText().endsWith(`-p9]: ${FULL}, para. 9.\n`), 'the first note is full');
    await undo();
    equal(editor.document.getText(), second);
    await undo();
    equal(editor.document.getText(), first);
  });

  it('are so in words at several carets, and behind a quotation', async () => {
    const editor = await openAt('(see |) and (see |)\n');
    await insert('formatted', 5);
    equal(editor.document.getText(), `(see ${FULL}, para. 5) and (see ${SHORT.slice(0, -1)},” para. 5)\n`);
    await undo();
    equal(editor.document.getText(), '(see ) and (see )\n');
    await insert('formatted', 5);
    const end = editor.document.getText().trimEnd();
    placeCarets(editor, [`${end} `, '']);
    await run('insertQuotation', {
      items: [{ type: 'quotation', id: `${OTHER}-q5` }],
      form: 'formatted',
      style: STYLE,
    });
    const once = editor.document.getText();
    match(once, /\(.*“8 US Secretaries[^()]*2025.*\)/);
    placeCarets(editor, [once.trimEnd(), '']);
    await run('insertQuotation', {
      items: [{ type: 'quotation', id: `${OTHER}-q5` }],
      form: 'formatted',
      style: STYLE,
    });
    const behind = editor.document.getText().slice(once.trimEnd().length);
    match(behind, /“We should have a better relationship” \(.*“8 US Secretaries/);
    notMatch(behind, /2025/);
  });

  it('are so where something is dropped', async () => {
    const { provideDropEdits } = extensionUnderTest().exports as ExtensionExports;
    const editor = await openAt(`One.[^1] Two.\n\n[^1]: ${FULL}.\n|`);
    const data = new vscode.DataTransfer();
    data.set(
      'application/vnd.counterparts.records+json',
      new vscode.DataTransferItem(JSON.stringify([{ type: 'passage', id: `${KEY}#7` }])),
    );
    const position = new vscode.Position(0, 'One.[^1] Two.'.length);
    const { token } = new vscode.CancellationTokenSource();
    const edits = await provideDropEdits(editor.document, position, data, token);
    const texts = [edits ?? []]
      .flat()
      .flatMap(
        edit =>
          edit.additionalEdit
            ?.entries()
            .flatMap(([, made]) => made.map(each => ('newText' in each ? each.newText : ''))) ?? [],
      );
    ok(
      texts.some(text => text.includes(`[^${KEY}-p7]: ${SHORT.slice(0, -1)},” para. 7.`)),
      `a short note is offered: ${texts.join(' / ')}`,
    );
  });
});

describe('A marked bibliography', () => {
  const written: vscode.Uri[] = [];
  const opening = (style: string): string => `<!-- counterparts-bibliography style=${style} -->`;
  const CLOSING = '<!-- /counterparts-bibliography -->';
  const STROBEL = 'Strobel, W. (2013, September 15).';

  // Saving does not wait for a dossier that takes its time.
  before(() => (extensionUnderTest().exports as ExtensionExports).readDossier());
  afterEach(closeEditors);
  after(async () => {
    for (const uri of written) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
  });

  const setting = (value: boolean | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('counterparts')
      .update('citation.refreshBibliographyOnSave', value, vscode.ConfigurationTarget.Workspace);

  /** Opens a file of a name of its own: VS Code keeps the text of a closed one for a while. */
  async function open(text: string, extension = 'md'): Promise<vscode.TextEditor> {
    const name = `saved-${written.length}.${extension}`;
    written.push(await write(name, text));
    const editor = await openFile(name);
    equal(editor.document.getText(), text);
    return editor;
  }

  /** Types at the start of the file. */
  async function type(editor: vscode.TextEditor, words: string): Promise<void> {
    await editor.edit(builder => builder.insert(new vscode.Position(0, 0), words));
  }

  it('is current in the file that is saved, and refreshed in a step of its own', async () => {
    const text = `They met.\n\n${opening('apa')}\n\n${CLOSING}\n`;
    const editor = await open(text);
    await type(editor, `So [@${KEY}]. `);
    const typed = editor.document.getText();
    ok(await editor.document.save(), 'the file is saved');
    const saved = editor.document.getText();
    ok(saved.startsWith(`So [@${KEY}]. They met.\n\n${opening('apa')}\n\n${STROBEL}`), saved);
    ok(saved.endsWith(`\n\n${CLOSING}\n`), saved);
    equal(editor.document.isDirty, false);
    equal(await read(editor.document.uri), saved);
    await undo();
    equal(editor.document.getText(), typed);
    await undo();
    equal(editor.document.getText(), text);
  });

  it('keeps its style, whichever is in use, and loses what is cited no more', async () => {
    const settings = vscode.workspace.getConfiguration('counterparts');
    await settings.update('citation.style', 'mla', vscode.ConfigurationTarget.Workspace);
    try {
      await keepsItsStyle();
    } finally {
      await settings.update('citation.style', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  async function keepsItsStyle(): Promise<void> {
    const both = `So [@${KEY}; @${OTHER}].\n\n${opening('gost')}\n\n${CLOSING}\n`;
    const editor = await open(both);
    await type(editor, 'Now. ');
    await editor.document.save();
    match(
      editor.document.getText(),
      /style=gost -->\n\n[\s\S]*\n\nStrobel W\. [\s\S]* \/\/ Reuters\. 2013\. 15 Sept\./,
    );
    const at = editor.document.getText().indexOf(`@${KEY}; `);
    await editor.edit(builder =>
      builder.delete(
        new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + `@${KEY}; `.length)),
      ),
    );
    await editor.document.save();
    notMatch(editor.document.getText(), /Strobel/);
  }

  it('is left as it is without its end, without a citation that is known, and in other files', async () => {
    for (const [extension, text] of [
      ['md', `So [@${KEY}].\n\n${opening('apa')}\n\nMine.\n`],
      ['md', `So [@${KEY}].\n\n\`\`\`\n${opening('apa')}\n${CLOSING}\n\`\`\`\n`],
      ['md', `So [@nobody-1999].\n\n${opening('apa')}\n\nNobody. (1999). *Nothing*.\n\n${CLOSING}\n`],
      ['md', `So [@${KEY}].\n\n${opening('none-such')}\n\n${CLOSING}\n`],
      ['md', `So [@${KEY}].\n\n<!-- counterparts-bibliography -->\n\nMy own list.\n\n${CLOSING}\n`],
      ['txt', `So [@${KEY}].\n\n${opening('apa')}\n\n${CLOSING}\n`],
    ] as const) {
      const editor = await open(text, extension);
      await type(editor, 'Now. ');
      ok(await editor.document.save(), 'the file is saved');
      equal(editor.document.getText(), `Now. ${text}`);
      await closeEditors();
    }
  });

  it('loses nothing while a bibliography file cannot be read', async () => {
    const bib = await write(
      'saved.bib',
      '@book{vale-2013, author = {Vale, Ada}, title = {The Clock}, year = 2013}\n',
    );
    const editor = await open(
      `---\nbibliography: saved.bib\n---\n\nSo [@vale-2013].\n\n${opening('apa')}\n\n${CLOSING}\n`,
    );
    const addWord = (): Thenable<boolean> =>
      editor.edit(builder => builder.insert(new vscode.Position(4, 0), 'Now. '));
    // Saving does not wait for a file that takes its time, so that another time it may be read.
    await eventually('the bibliography', async () => {
      await addWord();
      await editor.document.save();
      return /Vale, A\. \(2013\)\. \*The Clock\*\./.test(editor.document.getText());
    });
    await vscode.workspace.fs.delete(bib);
    await addWord();
    await editor.document.save();
    match(editor.document.getText(), /Vale, A\. \(2013\)\. \*The Clock\*\./);
  });

  it('waits for the command where the setting says so', async () => {
    await setting(false);
    try {
      const text = `So [@${KEY}].\n\n${opening('apa')}\n\n${CLOSING}\n`;
      const editor = await open(text);
      await type(editor, 'Now. ');
      await editor.document.save();
      equal(editor.document.getText(), `Now. ${text}`);
      await run('refreshBibliography');
      ok(editor.document.getText().includes(`${opening('apa')}\n\n${STROBEL}`), 'in the style of its marker');
    } finally {
      await setting(undefined);
    }
  });

  it('keeps nothing from being saved, and does not change what cannot be', async () => {
    const files = new MemoryFiles();
    const registered = vscode.workspace.registerFileSystemProvider(MemoryFiles.SCHEME, files);
    try {
      const text = `So [@${KEY}].\n\n${opening('apa')}\n\n${CLOSING}\n`;
      const uri = files.put('/locked.md', text, vscode.FilePermission.Readonly);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      await document.save().then(undefined, () => false);
      equal(document.getText(), text);
      equal(new TextDecoder().decode(files.readFile(uri)), text);
    } finally {
      await closeEditors();
      registered.dispose();
    }
  });
});
