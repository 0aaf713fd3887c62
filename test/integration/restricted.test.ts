import * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/extension.ts';
import { equal, match, ok } from './assert.ts';
import { closeEditors, extensionUnderTest, openMarkdown } from './host.ts';
import { after, describe, it } from './mocha.ts';

describe('Restricted Mode: everything that reads and writes', () => {
  after(closeEditors);

  it('shows cards', async () => {
    const { document } = await openMarkdown('Then Lavrov left.');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(0, 6),
    );
    const texts = hovers.flatMap(hover =>
      hover.contents.map(content => (content as vscode.MarkdownString).value),
    );
    ok(
      texts.some(text => text.includes('Minister of Foreign Affairs of Russia')),
      texts.join('\n'),
    );
  });

  it('shows trees and pages', async () => {
    const { trees } = (await extensionUnderTest().activate()) as ExtensionExports;
    equal((await trees.secretaries.getChildren()).length, 8);
    const uri = vscode.Uri.from({ scheme: 'counterparts', path: '/person/kerry-john.md' });
    match((await vscode.workspace.openTextDocument(uri)).getText(), /^# John Kerry/);
  });

  it('inserts citations', async () => {
    const editor = await openMarkdown('They talked');
    editor.selection = new vscode.Selection(0, 11, 0, 11);
    await vscode.commands.executeCommand('counterparts.insertCitation', {
      items: [{ type: 'passage', id: 'reuters-2013-kerry-lavrov#4' }],
      form: 'pandoc-key',
    });
    equal(editor.document.getText(), 'They talked [@reuters-2013-kerry-lavrov, para. 4]');
  });
});
