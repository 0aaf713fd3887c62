import * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/extension.ts';
import { deepEqual, equal, match, ok } from './assert.ts';
import { closeEditors, eventually, extensionUnderTest, openFile, workspaceFile } from './host.ts';
import { MemoryFiles } from './memory-files.ts';
import { after, afterEach, before, describe, it } from './mocha.ts';

const BIB = `@book{vale-2013,
  author = {Vale, Ada},
  title = {The Harbour Clock},
  year = {2013},
}

@article{broken-2014
  title = {No comma behind the key},
}

@article{roe-2020,
  author = {Roe, Jan and Lind, Eva},
  title = {Часы в гавани},
  date = {2020-05},
}
`;
const NOTE = '---\nbibliography: sources/refs.bib\n---\n\nSee [@vale-2013] and [@nobody-1999].\n';

const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));

const told = (uri: vscode.Uri): string[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Counterparts')
    .map(({ message, range }) => `${range.start.line}:${range.start.character} ${message}`);

describe('Bibliography files', () => {
  let exports: ExtensionExports;
  let notes = 0;

  before(async () => {
    exports = (await extensionUnderTest().activate()) as ExtensionExports;
  });
  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(workspaceFile('sources'), { recursive: true });
  });
  after(closeEditors);

  async function openNote(bib = BIB, note = NOTE) {
    await write('sources/refs.bib', bib);
    // A new name each time: VS Code may not have let go of the last one.
    const name = `sources/note-${++notes}.md`;
    await write(name, note.replace('sources/', ''));
    return openFile(name);
  }

  it('make their keys known, and those that none has are told', async () => {
    const { document } = await openNote();
    await eventually('one unknown key', () => told(document.uri).length === 1);
    match(told(document.uri)[0] ?? '', /^4:22 .*nobody-1999/);
  });

  it('have what is broken in them told at its place, while the others are read', async () => {
    await openNote();
    const uri = workspaceFile('sources/refs.bib');
    await eventually('a problem in the file', () => told(uri).length === 1);
    match(told(uri)[0] ?? '', /^6:.*The other entries are read\./);
  });

  it('complete, lead to their entries, and say what they are', async () => {
    const { document } = await openNote(BIB, `${NOTE}\n[@harb`);
    const end = document.positionAt(document.getText().length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
      '@',
    );
    const item = list.items.find(each => typeof each.label === 'object' && each.label.label === 'vale-2013');
    ok(item, `the entry is not offered: ${JSON.stringify(list.items.map(each => each.label))}`);
    equal(typeof item.label === 'object' ? item.label.description : '', 'Vale 2013 · The Harbour Clock');
    const on = document.positionAt(document.getText().indexOf('vale-2013') + 2);
    const [link] = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      on,
    );
    equal(link?.targetUri.path.endsWith('/sources/refs.bib'), true);
    deepEqual([link?.targetRange.start.line, link?.targetRange.start.character], [0, 6]);
    const hover = await exports.provideHover(document, on, new vscode.CancellationTokenSource().token);
    const [content] = hover?.contents ?? [];
    match(content instanceof vscode.MarkdownString ? content.value : '', /Ada Vale, \*The Harbour Clock\*/);
    match(content instanceof vscode.MarkdownString ? content.value : '', /refs\.bib, line 1/);
  });

  it('are read again once they change, on the disk or in an editor', async () => {
    const { document } = await openNote();
    await eventually('one unknown key', () => told(document.uri).length === 1);
    await write('sources/refs.bib', `${BIB}\n@misc{nobody-1999, title = {A found one}}\n`);
    await eventually('no unknown key', () => told(document.uri).length === 0);
    const bib = await vscode.workspace.openTextDocument(workspaceFile('sources/refs.bib'));
    const editor = await vscode.window.showTextDocument(bib, vscode.ViewColumn.Beside);
    const at = bib.positionAt(bib.getText().indexOf('nobody-1999'));
    await editor.edit(edit => edit.insert(at, 'x'));
    await eventually('the unknown key again', () => told(document.uri).length === 1);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('that are missing make no key unknown', async () => {
    const { document } = await openNote(BIB, NOTE.replace('refs.bib', 'none.bib'));
    await new Promise<void>(resolve => setTimeout(resolve, 1500));
    deepEqual(told(document.uri), []);
  });

  /** Opens a note that cites `vale-2013` and `nobody-1999`, and waits until just one of them is told to be unknown. */
  async function expectUnknown(uri: vscode.Uri, path: string, key: string): Promise<void> {
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode(NOTE.replace('sources/refs.bib', path)),
    );
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await eventually(`${key} to be the unknown key for ${path}`, () => {
      const [first, ...others] = told(uri);
      return others.length === 0 && first?.includes(key);
    });
  }

  it('are found beside the file, in folders above it, in the folder that is open, and by their whole path', async () => {
    await write('sources/refs.bib', BIB);
    await write('sources/near/refs.bib', '@misc{nobody-1999, title = {A near one}}\n');
    const whole = workspaceFile('sources/refs.bib').path;
    for (const [path, unknown] of [
      ['refs.bib', 'vale-2013'],
      ['../refs.bib', 'nobody-1999'],
      ['sources/refs.bib', 'nobody-1999'],
      ['sources/near/refs.bib', 'vale-2013'],
      [whole, 'nobody-1999'],
    ] as const) {
      await expectUnknown(workspaceFile(`sources/near/note-${++notes}.md`), path, unknown);
    }
  });

  describe('for a file on a virtual file system', () => {
    const files = new MemoryFiles();
    let registered: vscode.Disposable;
    before(() => {
      registered = vscode.workspace.registerFileSystemProvider(MemoryFiles.SCHEME, files);
    });
    after(async () => {
      await closeEditors();
      registered.dispose();
    });

    it('are read from there, and again once they change there', async () => {
      await write('sources/refs.bib', '');
      const bib = files.put('/refs.bib', BIB);
      const note = files.put('/note.md', '');
      await expectUnknown(note, 'refs.bib', 'nobody-1999');
      await vscode.workspace.fs.writeFile(
        bib,
        new TextEncoder().encode(`${BIB}\n@misc{nobody-1999, title = {A found one}}\n`),
      );
      await eventually('no unknown key', () => told(note).length === 0);
    });

    it('are those of the folder that is open where there are none beside it', async () => {
      await write('sources/refs.bib', BIB);
      await expectUnknown(files.put('/other.md', ''), 'sources/refs.bib', 'nobody-1999');
      files.put('/sources/refs.bib', '@misc{nobody-1999, title = {A nearer one}}\n');
      await expectUnknown(files.put('/third.md', ''), 'sources/refs.bib', 'vale-2013');
    });
  });
});
