import * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/extension.ts';
import { deepEqual, equal, match, ok } from './assert.ts';
import { read } from './files.ts';
import { closeEditors, eventually, extensionUnderTest, rootFile } from './host.ts';
import { after, afterEach, before, describe, it } from './mocha.ts';

const NOTES = 'notes';
const SHARED = 'Общие источники';
const KEY = 'reuters-2013-kerry-lavrov';

describe('Several roots', () => {
  let exports: ExtensionExports;
  let written: vscode.Uri[] = [];
  const { token } = new vscode.CancellationTokenSource();

  before(async () => {
    exports = (await extensionUnderTest().activate()) as ExtensionExports;
  });
  afterEach(async () => {
    await closeEditors();
    for (const uri of written) await vscode.workspace.fs.delete(uri);
    written = [];
  });
  after(closeEditors);

  /** Writes a Markdown file into a root and opens it, with the caret at `|`. */
  async function openNote(root: string, name: string, marked: string): Promise<vscode.TextEditor> {
    const uri = rootFile(root, name);
    const caret = marked.indexOf('|');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(marked.replace('|', '')));
    written.push(uri);
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    if (caret >= 0) {
      const position = editor.document.positionAt(caret);
      editor.selection = new vscode.Selection(position, position);
    }
    return editor;
  }

  /** The file and the line in which the entry of the key at the caret stands. */
  async function entryAtCaret({ document, selection }: vscode.TextEditor): Promise<string | undefined> {
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      selection.active,
    );
    return link && vscode.workspace.asRelativePath(link.targetUri, true);
  }

  const naming = (path: string, key: string): string => `---\nbibliography: ${path}\n---\n\n[@${key}|]\n`;

  it('have the two folders of the workspace file open', () => {
    deepEqual(
      vscode.workspace.workspaceFolders?.map(({ name }) => name),
      [NOTES, SHARED],
    );
  });

  for (const [where, root, name, path, key, file] of [
    ['only in another root', NOTES, 'a.md', 'works/shared.bib', 'vale-shared', `${SHARED}/works/shared.bib`],
    ['in the own root, of two of that name', NOTES, 'b.md', 'same.bib', 'vale-own', `${NOTES}/same.bib`],
    ['in the own root, which is the second', SHARED, 'c.md', 'same.bib', 'vale-other', `${SHARED}/same.bib`],
    ['in the own root, above the file', SHARED, 'works/d.md', 'same.bib', 'vale-other', `${SHARED}/same.bib`],
    [
      'in the other root by the way over its parent',
      NOTES,
      'e.md',
      `../${SHARED}/same.bib`,
      'vale-other',
      `${SHARED}/same.bib`,
    ],
    ['outside all roots', NOTES, 'f.md', '../outside.bib', 'vale-outside', 'outside.bib'],
    [
      'outside all roots, as seen from the root',
      SHARED,
      'works/g.md',
      '../outside.bib',
      'vale-outside',
      'outside.bib',
    ],
  ] as const) {
    it(`let a file be found that stands ${where}`, async () => {
      const found = await entryAtCaret(await openNote(root, name, naming(path, key)));
      ok(found?.endsWith(file), `${found} is not ${file}`);
    });
  }

  it('have a setting each', async () => {
    equal(await entryAtCaret(await openNote(NOTES, 'h.md', '[@vale-preset|]\n')), `${NOTES}/refs/preset.bib`);
    equal(await entryAtCaret(await openNote(SHARED, 'h.md', '[@vale-preset|]\n')), undefined);
  });

  it('tell a key that none of the files has, in the name of the file that has the others', async () => {
    const { document, selection } = await openNote(
      NOTES,
      'i.md',
      '---\nbibliography: works/shared.bib\n---\n\n[@vale-shared|; @vale-nobody]\n',
    );
    const told = await eventually('the unknown key', () => {
      const found = vscode.languages
        .getDiagnostics(document.uri)
        .filter(each => each.source === 'Counterparts');
      return found.length > 0 && found;
    });
    equal(told.map(({ range }) => document.getText(range)).join(), '@vale-nobody');
    const hover = await exports.provideHover(document, selection.active, token);
    const [content] = hover?.contents ?? [];
    match(
      content instanceof vscode.MarkdownString ? content.value : '',
      /Общие источники\/works\/shared\.bib, line 1/,
    );
  });

  it('take an entry into the file of another root, in one step with the citation', async () => {
    const bib = rootFile(SHARED, 'works/shared.bib');
    const before = await read(bib);
    const { document } = await openNote(
      NOTES,
      'j.md',
      '---\nbibliography: works/shared.bib\n---\n\nThey talked|.\n',
    );
    const text = document.getText();
    await vscode.commands.executeCommand('counterparts.insertCitation', {
      items: [{ type: 'passage', id: `${KEY}#5` }],
      form: 'pandoc-key',
    });
    match(document.getText(), /They talked \[@reuters-2013-kerry-lavrov, para\. 5\]\./);
    const file = await vscode.workspace.openTextDocument(bib);
    ok(file.getText().startsWith(`${before}\n@`), file.getText());
    match(file.getText(), /\{reuters-2013-kerry-lavrov,\n {2}/);
    equal(await read(bib), file.getText(), 'the file that nobody has open was not saved');
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), text);
    equal(file.getText(), before);
    await file.save();
  });

  it('are searched for the first place in which a document is cited, from either of them', async () => {
    const reading = rootFile(SHARED, 'чтение.md').toString();
    await openNote(NOTES, 'k.md', 'Nothing is cited here.\n');
    await vscode.commands.executeCommand('counterparts.whereCited', { type: 'document', id: KEY });
    await eventually('the place', () => vscode.window.activeTextEditor?.document.uri.toString() === reading);
    equal(vscode.window.activeTextEditor?.selection.active.line, 2);
  });

  it('are searched for all places in which a key stands, from either of them', async () => {
    const { document, selection } = await openNote(NOTES, 'l.md', `As [@${KEY}|] says.\n`);
    const found = await exports.provideReferences(
      document,
      selection.active,
      { includeDeclaration: false },
      token,
    );
    deepEqual((found ?? []).map(({ uri }) => vscode.workspace.asRelativePath(uri, true)).sort(), [
      `${NOTES}/l.md`,
      `${SHARED}/чтение.md`,
    ]);
  });
});
