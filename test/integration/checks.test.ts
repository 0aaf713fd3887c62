import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import {
  closeEditors,
  eventually,
  extensionUnderTest,
  letChecksRun,
  openFile,
  openMarkdown,
  workspaceFile,
} from './host.ts';
import { after, afterEach, before, describe, it } from './mocha.ts';

const ours = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Counterparts');

const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

/** What stands in the document where the diagnostics are, with their codes. */
const shown = (document: vscode.TextDocument): string[] =>
  ours(document.uri).map(diagnostic => `${codeOf(diagnostic)}: ${document.getText(diagnostic.range)}`);

/** Waits until exactly these diagnostics are shown. */
async function expectShown(document: vscode.TextDocument, ...expected: string[]): Promise<void> {
  try {
    await eventually('the diagnostics', () => JSON.stringify(shown(document)) === JSON.stringify(expected));
  } catch {
    deepEqual(shown(document), expected);
  }
}

const change = (editor: vscode.TextEditor, from: string, to: string): Thenable<boolean> => {
  const { document } = editor;
  const at = document.getText().indexOf(from);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length));
  return editor.edit(edit => edit.replace(range, to));
};

async function actionsAt(document: vscode.TextDocument, words: string): Promise<vscode.CodeAction[]> {
  const at = document.getText().indexOf(words);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
  );
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  ok(action, 'there is no such action');
  if (action.edit) await vscode.workspace.applyEdit(action.edit);
  if (action.command) {
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
  }
}

const WRONG = 'On Tuesday, 14 September 2013, they signed.';

const checks = () => vscode.workspace.getConfiguration('counterparts.checks');

describe('Checks', () => {
  before(async () => {
    await extensionUnderTest().activate();
  });
  after(closeEditors);
  afterEach(async () => {
    await letChecksRun(true);
    await checks().update('weekday-mismatch', undefined, vscode.ConfigurationTarget.Workspace);
    await closeEditors();
  });

  it('lead to what they rest on, at its place on the page', async () => {
    const { document } = await openMarkdown('Lavrov and Monica Rubio talked about Ukraine in Riyadh.\n');
    await expectShown(document, 'misnamed-person: Monica Rubio');
    const places = ours(document.uri)[0]?.relatedInformation ?? [];
    equal(places[0]?.location.uri.path, '/person/rubio-marco.md');
    for (const { location } of places) {
      const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(location.uri));
      match(page.split('\n')[location.range.start.line] ?? '', /^#/);
    }
  });

  it('report what is wrong, with a code that leads to its explanation, and mend it', async () => {
    const { document } = await openMarkdown(`${WRONG}\n`);
    await expectShown(document, 'weekday-mismatch: Tuesday');
    const [diagnostic] = ours(document.uri);
    const code = diagnostic?.code;
    ok(typeof code === 'object', 'the code has no address');
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(code.target));
    match(page, /weekday/i);
    match(page, /counterparts-disable-line weekday-mismatch/);
    const fix = await eventually('the quick fix', async () =>
      (await actionsAt(document, 'Tuesday')).find(({ title }) => /Saturday/.test(title)),
    );
    equal(fix.isPreferred, true);
    await apply(fix);
    equal(document.getText(), 'On Saturday, 14 September 2013, they signed.\n');
    await expectShown(document);
    await vscode.commands.executeCommand('undo');
    equal(document.getText(), `${WRONG}\n`);
    await expectShown(document, 'weekday-mismatch: Tuesday');
  });

  it('follow typing and a big paste', async () => {
    const editor = await openMarkdown('On Saturday, 14 September 2013, they signed.\n');
    const { document } = editor;
    await expectShown(document);
    await change(editor, 'Saturday', 'Sunday');
    await expectShown(document, 'weekday-mismatch: Sunday');
    const many = `${'A paragraph that names Lavrov and nobody else.\n\n'.repeat(4000)}${WRONG}\n\n`;
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), many));
    await expectShown(document, 'weekday-mismatch: Tuesday', 'weekday-mismatch: Sunday');
    await vscode.commands.executeCommand('undo');
    await expectShown(document, 'weekday-mismatch: Sunday');
  });

  it('watch several files at once and forget those that are closed', async () => {
    const first = (await openMarkdown(WRONG)).document;
    const second = (await openMarkdown(`# Heading\n\n${WRONG}`)).document;
    await expectShown(first, 'weekday-mismatch: Tuesday');
    await expectShown(second, 'weekday-mismatch: Tuesday');
    await closeEditors();
    await eventually('the diagnostics to go', () => ours(first.uri).length + ours(second.uri).length === 0);
  });

  it('wait with a key that is still being typed, and with nothing that was shown before', async () => {
    const editor = await openMarkdown('See  here.\n');
    const { document } = editor;
    const put = (line: number, character: number): void => {
      const position = new vscode.Position(line, character);
      editor.selection = new vscode.Selection(position, position);
    };
    put(0, 4);
    await vscode.commands.executeCommand('type', { text: '[@reuters-2013-kery' });
    const held = editor.selection.active;
    await new Promise<void>(resolve => setTimeout(resolve, 1500));
    deepEqual(shown(document), []);
    put(0, 0);
    await expectShown(document, 'unknown-key: @reuters-2013-kery');
    editor.selection = new vscode.Selection(held, held);
    await editor.edit(edit => edit.insert(new vscode.Position(1, 0), 'More.'));
    await new Promise<void>(resolve => setTimeout(resolve, 1500));
    deepEqual(shown(document), ['unknown-key: @reuters-2013-kery']);
  });

  it('go with a file that is renamed', async () => {
    const from = workspaceFile('draft-of-a-note.md');
    const to = workspaceFile('note.md');
    await vscode.workspace.fs.writeFile(from, new TextEncoder().encode(WRONG));
    const { document } = await openFile('draft-of-a-note.md');
    await expectShown(document, 'weekday-mismatch: Tuesday');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    await vscode.workspace.applyEdit(edit);
    await eventually('the diagnostics under the new name', () => ours(to).length === 1);
    await eventually('none under the old name', () => ours(from).length === 0);
    await closeEditors();
    await vscode.workspace.fs.delete(to);
  });

  it('are silenced on a line, in a file, in the workspace by quick fixes', async () => {
    const editor = await openMarkdown(`${WRONG}\n\n${WRONG}\n`);
    const { document } = editor;
    await expectShown(document, 'weekday-mismatch: Tuesday', 'weekday-mismatch: Tuesday');
    const actions = async () => actionsAt(document, 'Tuesday');
    const titled = async (pattern: RegExp) => (await actions()).find(({ title }) => pattern.test(title));
    await apply(await titled(/this line/));
    match(document.getText(), /signed\. <!-- counterparts-disable-line weekday-mismatch -->\n\n/);
    await expectShown(document, 'weekday-mismatch: Tuesday');
    await vscode.commands.executeCommand('undo');
    await expectShown(document, 'weekday-mismatch: Tuesday', 'weekday-mismatch: Tuesday');
    await apply(await titled(/this file/));
    await expectShown(document);
    await vscode.commands.executeCommand('undo');
    await expectShown(document, 'weekday-mismatch: Tuesday', 'weekday-mismatch: Tuesday');
    await apply(await titled(/this workspace/));
    await expectShown(document);
    equal(checks().get('weekday-mismatch'), 'off');
  });

  it('take changed settings at once', async () => {
    const { document } = await openMarkdown(WRONG);
    await expectShown(document, 'weekday-mismatch: Tuesday');
    await checks().update('weekday-mismatch', 'error', vscode.ConfigurationTarget.Workspace);
    await eventually('an error', () => ours(document.uri)[0]?.severity === vscode.DiagnosticSeverity.Error);
    await checks().update('enabled', false, vscode.ConfigurationTarget.Workspace);
    await expectShown(document);
    await checks().update('enabled', true, vscode.ConfigurationTarget.Workspace);
    await expectShown(document, 'weekday-mismatch: Tuesday');
  });

  it('follow a document whose language changes', async () => {
    const { document } = await openMarkdown(WRONG);
    await expectShown(document, 'weekday-mismatch: Tuesday');
    const plain = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await expectShown(plain);
    const again = await vscode.languages.setTextDocumentLanguage(plain, 'markdown');
    await expectShown(again, 'weekday-mismatch: Tuesday');
  });

  it('are not shown where the language changes while they run', async () => {
    const { document } = await openMarkdown(`${WRONG} `.repeat(20_000));
    await new Promise<void>(resolve => setTimeout(resolve, 700));
    const plain = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await new Promise<void>(resolve => setTimeout(resolve, 3000));
    deepEqual(shown(plain), []);
  });

  it('show no more than VS Code takes of a file, and the gravest', async () => {
    await checks().update('weekday-mismatch', 'hint', vscode.ConfigurationTarget.Workspace);
    const { document } = await openMarkdown(
      `${`${WRONG}\n\n`.repeat(1200)}See [@reuters-2013-kery-lavrov].\n`,
    );
    await eventually('the diagnostics', () => ours(document.uri).length === 1000);
    equal(shown(document).filter(each => /^unknown-key/.test(each)).length, 1);
  });

  it('take a setting of a wrong type as the default', async () => {
    const { document } = await openMarkdown(WRONG);
    for (const value of [5, 'constructor', { a: 1 }, 'off']) {
      await checks().update('weekday-mismatch', value, vscode.ConfigurationTarget.Workspace);
      const expected = value === 'off' ? [] : ['weekday-mismatch: Tuesday'];
      await expectShown(document, ...expected);
    }
    await checks().update('weekday-mismatch', undefined, vscode.ConfigurationTarget.Workspace);
    for (const value of ['no', 0, false]) {
      await checks().update('enabled', value, vscode.ConfigurationTarget.Workspace);
      await expectShown(document, ...(value === false ? [] : ['weekday-mismatch: Tuesday']));
    }
  });

  it('leave alone what is shown and not written', async () => {
    const scheme = 'counterparts-test-shown';
    const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: () => WRONG,
    });
    const opened = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path: '/a.md' }));
    const document = await vscode.languages.setTextDocumentLanguage(opened, 'markdown');
    const written = (await openMarkdown(WRONG)).document;
    await expectShown(written, 'weekday-mismatch: Tuesday');
    deepEqual(shown(document), []);
    provider.dispose();
  });
});
