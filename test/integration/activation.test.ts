import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import {
  closeEditors,
  eventually,
  extensionUnderTest,
  letChecksRun,
  openFile,
  workspaceFile,
} from './host.ts';
import { after, before, describe, it } from './mocha.ts';

interface Manifest {
  readonly contributes?: { readonly commands?: readonly { readonly command: string }[] };
}

describe('Activation', () => {
  // The next suite wants the dossier unread. The checks read it soon after a Markdown file was opened, and what an editor asks
  // for where its cursor stands does: they are off until then, and the file is opened without an editor.
  before(() => letChecksRun(false));
  after(closeEditors);

  it('waits for a Markdown file', async () => {
    const extension = extensionUnderTest();
    equal(extension.isActive, false, 'active before any Markdown file was opened');
    await vscode.workspace.openTextDocument(workspaceFile('notes.md'));
    await eventually('the extension to be activated by a Markdown file', () => extension.isActive);
  });

  it('registers every command that the manifest declares', async () => {
    const extension = extensionUnderTest();
    await extension.activate();
    const { contributes }: Manifest = extension.packageJSON;
    const declared = (contributes?.commands ?? []).map(entry => entry.command);
    ok(declared.length > 0, 'the manifest declares no command');
    // true: without the internal commands, whose names begin with an underscore.
    const registered = new Set(await vscode.commands.getCommands(true));
    deepEqual(
      declared.filter(command => !registered.has(command)),
      [],
      'declared, but not registered',
    );
  });
});

describe('Restricted Mode: activation', () => {
  after(closeEditors);

  it('works in a folder that is not trusted', async () => {
    equal(vscode.workspace.isTrusted, false);
    await openFile('notes.md');
    await eventually('the extension to be activated', () => extensionUnderTest().isActive);
  });
});
