import * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/extension.ts';
import { deepEqual, equal, ok } from './assert.ts';
import { closeEditors, extensionUnderTest, letChecksRun, openMarkdown } from './host.ts';
import { after, before, describe, it } from './mocha.ts';

const dossierFile = (): vscode.Uri =>
  vscode.Uri.joinPath(extensionUnderTest().extensionUri, 'dist', 'dossier.json');

/** Runs before any other suite that asks the dossier for something: what was read once is kept. */
describe('A broken dossier', () => {
  let whole: Uint8Array | undefined;
  let exports: ExtensionExports;

  before(async () => {
    // A build holds more: what is broken here must be the copy that the runner makes.
    const dist = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(dossierFile(), '..'));
    const names = dist.map(([name]) => name).sort();
    deepEqual(names, ['browser.js', 'dossier.json', 'main.js', 'test', 'timeline.js']);
    whole = await vscode.workspace.fs.readFile(dossierFile());
    await vscode.workspace.fs.delete(dossierFile());
    exports = (await extensionUnderTest().activate()) as ExtensionExports;
  });
  after(async () => {
    if (whole !== undefined) await vscode.workspace.fs.writeFile(dossierFile(), whole);
    await closeEditors();
    await letChecksRun(true);
  });

  const hovers = async (): Promise<number> => {
    const { document } = await openMarkdown('Then Kerry left.');
    const all = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 6),
    );
    return all.filter(hover =>
      hover.contents.some(
        content =>
          content instanceof vscode.MarkdownString && content.value.includes('command:counterparts.'),
      ),
    ).length;
  };

  it('is not noticed by activation, which reads no file', () => {
    equal(extensionUnderTest().isActive, true);
    equal(exports.isDossierRead(), false);
  });

  it('leaves hovers and trees empty, and every command registered and answering', async () => {
    equal(await hovers(), 0);
    deepEqual(await exports.trees.secretaries.getChildren(), []);
    for (const command of ['counterparts.search', 'counterparts.insertCitation']) {
      // Resolves: the failure is told in a notification, not thrown into the editor.
      await vscode.commands.executeCommand(command);
    }
  });

  it('is told apart: missing, cut off, of another version, changed within, something else', async () => {
    ok(whole, 'the whole dossier was not read before the tests');
    // Still a dossier by its outline, but a secretary bears another name.
    const changed = new TextDecoder().decode(whole).replace('John Kerry', 'Joan Kerry');
    const reasons: string[] = [];
    for (const content of [
      '',
      '{"format":"counterparts-',
      '[]',
      '{"format":"counterparts-dossier","version":99}',
      changed,
    ]) {
      await vscode.workspace.fs.writeFile(dossierFile(), new TextEncoder().encode(content));
      reasons.push(
        await exports.readDossier().then(
          () => 'read',
          error => String(error.message),
        ),
      );
    }
    equal(new Set(reasons).size, reasons.length, `the same sentence twice: ${reasons.join(' | ')}`);
    ok(
      reasons.every(reason => /dist\/dossier\.json/.test(reason)),
      reasons.join(' | '),
    );
  });

  it('is read again once it is whole', async () => {
    ok(whole, 'the whole dossier was not read before the tests');
    await vscode.workspace.fs.writeFile(dossierFile(), whole);
    equal(await hovers(), 1);
    equal((await exports.trees.secretaries.getChildren()).length, 8);
  });
});
