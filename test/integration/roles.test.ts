import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { deepEqual, equal, match, notMatch, ok } from './assert.ts';
import {
  closeEditors,
  eventually,
  extensionUnderTest,
  kind,
  openFile,
  openMarkdown,
  workspaceFile,
} from './host.ts';
import { unmark } from './marks.ts';
import { after, afterEach, before, describe, it } from './mocha.ts';

const REUTERS = 'reuters-2013-kerry-lavrov';
const BIB = `@book{roe-2020, author = {Roe, Jan}, title = {The Harbour}, date = {2020}, publisher = {Quay}}
`;
const HEAD = '---\nbibliography: roles.bib\n---\n\n';

/** Opens a text with the cursor at its mark `|`, beside a bibliography file. */
async function open(marked: string) {
  const { text, cursor, range } = unmark(marked);
  const editor = await openMarkdown(text);
  const { document } = editor;
  const position = document.positionAt(cursor);
  editor.selection = new vscode.Selection(position, position);
  return { editor, document, position, range };
}

let opened = 0;

/** Writes a new file that names the bibliography, and opens it. */
async function openCiting(text: string): Promise<vscode.TextEditor> {
  const name = `roles-${++opened}.md`;
  await vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(HEAD + text));
  return openFile(name);
}

const ask = <T>(command: string, document: vscode.TextDocument, ...more: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, ...more);

const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`counterparts.${command}`, ...args);

const show = (document: vscode.TextDocument, range: vscode.Range): string =>
  `${document.offsetAt(range.start)} ${document.getText(range)}`;

async function cardText(marked: string): Promise<string> {
  const { document, position, range } = await open(marked);
  const hovers = await ask<vscode.Hover[]>('executeHoverProvider', document, position);
  for (const hover of hovers) {
    const text = hover.contents
      .map(content => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    if (!/Counterparts|counterparts|key “/.test(text)) continue;
    ok(hover.range && range, 'no range');
    deepEqual(
      [document.offsetAt(hover.range.start), document.offsetAt(hover.range.end)],
      [range.start, range.end],
    );
    return text;
  }
  return '';
}

let engine: InstanceType<typeof MarkdownIt> | undefined;

/** What the Markdown preview makes of a text; see the suite of the preview. */
async function render(text: string): Promise<string> {
  if (kind === 'node')
    return (await vscode.commands.executeCommand<string>('markdown.api.render', text)) ?? '';
  if (!engine) {
    engine = new MarkdownIt({ html: true });
    const own = (await extensionUnderTest().activate()) as { extendMarkdownIt(md: object): unknown };
    own.extendMarkdownIt(engine);
  }
  return engine.renderer.render(engine.parse(text, {}), engine.options, {});
}

describe('Roles of MyST', () => {
  before(async () => {
    await extensionUnderTest().activate();
    await vscode.workspace.fs.writeFile(workspaceFile('roles.bib'), new TextEncoder().encode(BIB));
  });
  afterEach(closeEditors);
  after(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(workspaceFile('roles.bib'));
    for (; opened > 0; opened--) await vscode.workspace.fs.delete(workspaceFile(`roles-${opened}.md`));
  });

  it('have cards over their keys, and over nothing else', async () => {
    match(
      await cardText(`As told {cite:p}\`«reu|ters-2013-kerry-lavrov»{para. 31}\`.`),
      /Reuters 2013[\s\S]*¶31/,
    );
    match(await cardText('As told {cite:p}`roe, «smith-|1999»`.'), /No source is known by the key “smith/);
    equal(await cardText(`As told {ci|te:p}\`${REUTERS}\`.`), '');
    equal(await cardText(`As told \`reu|ters-2013-kerry-lavrov\`.`), '');
  });

  it('lead to the paragraph that is cited, and to the entry of a bibliography file', async () => {
    const { document, position, range } = await open(
      `As {cite:t}\`{see}«reu|ters-2013-kerry-lavrov»{para. 4}\`.`,
    );
    const links = await ask<vscode.LocationLink[]>('executeDefinitionProvider', document, position);
    const link = links.find(({ targetUri }) => targetUri?.scheme === 'counterparts');
    ok(link?.originSelectionRange && range, 'no definition');
    equal(show(document, link.originSelectionRange), `${range.start} ${REUTERS}`);
    const page = await vscode.workspace.openTextDocument(link.targetUri);
    equal(page.lineAt(link.targetRange.start.line).text, '### Paragraph 4');
    const citing = (await openCiting('So {cite:p}`roe-2020`.')).document;
    const [entry] = await ask<vscode.LocationLink[]>(
      'executeDefinitionProvider',
      citing,
      citing.positionAt(citing.getText().indexOf('roe-2020') + 3),
    );
    match(entry?.targetUri.path ?? '', /roles\.bib$/);
  });

  it('have their keys linked, highlighted and found with those in brackets', async () => {
    const text = `So {cite:p}\`roe|-9, ${REUTERS}\` and [@roe-9], \`roe-9\`, {cite}\`roe-9{p. 3}\`.`;
    const { document, position } = await open(text);
    const places = ['12 roe-9', '51 @roe-9', '76 roe-9'];
    const marks = await ask<vscode.DocumentHighlight[]>('executeDocumentHighlights', document, position);
    deepEqual(
      marks.map(({ range }) => show(document, range)),
      places,
    );
    const found = await ask<vscode.Location[]>('executeReferenceProvider', document, position);
    deepEqual(
      found
        .filter(({ uri }) => uri.toString() === document.uri.toString())
        .map(({ range }) => show(document, range))
        .sort(),
      places,
    );
    const links = await ask<vscode.DocumentLink[]>('executeLinkProvider', document, 10);
    const ours = links.filter(({ target }) => target?.scheme === 'counterparts');
    deepEqual(
      ours.map(({ range }) => show(document, range)),
      [`19 ${REUTERS}`],
    );
  });

  it('have a key renamed as each place writes it', async () => {
    const { document, position } = await open('So {cite:p}`a, roe|-9` and [@roe-9, p. 3].');
    const edit = await ask<vscode.WorkspaceEdit>(
      'executeDocumentRenameProvider',
      document,
      position,
      'lind:1999',
    );
    ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
    equal(document.getText(), 'So {cite:p}`a, lind:1999` and [@lind:1999, p. 3].');
  });

  it('have their keys checked, each once the bibliography is read', async () => {
    const many = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'];
    const { document } = await openCiting(
      `So {cite:p}\`roe-2020, ${many.join(', ')}\`, \`none\`, \\{cite}\`none\`.\n`,
    );
    const shown = (): string[] =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ source }) => source === 'Counterparts')
        .map(({ range }) => document.getText(range));
    await eventually('the unknown keys to be shown', () => JSON.stringify(shown()) === JSON.stringify(many));
    const wrong = await open(
      `|They talked {cite:p}\`${REUTERS}, ${REUTERS}\`, {cite}\`${REUTERS}{paras. 70-99}\`.`,
    );
    await eventually('two findings', () =>
      vscode.languages
        .getDiagnostics(wrong.document.uri)
        .some(({ message }) => /has no paragraphs 7\d–99;/.test(message)),
    );
    const messages = vscode.languages.getDiagnostics(wrong.document.uri).map(({ message }) => message);
    ok(
      messages.some(message => message.includes('is cited twice here')),
      messages.join('\n'),
    );
  });

  it('have their keys completed, behind the backtick and behind a comma', async () => {
    const labels = async (marked: string, trigger?: string): Promise<string[]> => {
      const { document, position } = await open(marked);
      const list = await ask<vscode.CompletionList>(
        'executeCompletionItemProvider',
        document,
        position,
        trigger,
      );
      return list.items
        .filter(({ kind: of }) => of !== vscode.CompletionItemKind.Text)
        .map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    ok((await labels('So {cite:p}`|', '`')).includes(REUTERS), 'nothing behind the backtick');
    ok((await labels('So {cite:p}`roe, reut|`.')).includes(REUTERS), 'nothing behind a comma');
    ok((await labels(`So {cite:p}\`${REUTERS}{para. 3|}\`.`)).includes('31'), 'no paragraphs');
    ok(!(await labels('So `reut|`.')).includes(REUTERS), 'keys in code');
    ok(!(await labels('```\n{cite:p}`reut|\n```\n')).includes(REUTERS), 'keys in a fence');
  });

  it('take the keys that are inserted in them', async () => {
    const item = { type: 'passage', id: `${REUTERS}#5` };
    for (const form of ['myst', 'pandoc-key']) {
      const { editor } = await open('So {cite:p}`roe-|2020`.');
      await run('insertCitation', { items: [item], form });
      equal(editor.document.getText(), `So {cite:p}\`roe-2020, ${REUTERS}{para. 5}\`.`);
      await closeEditors();
    }
  });

  it('are converted to every form and back, with works of the bibliography file, each in one step', async () => {
    const text = `So [@roe-2020, p. 4]. As @roe-2020 says [see @${REUTERS}, paras. 5, 9].\n`;
    const { document } = await openCiting(text);
    const now = (): string => document.getText().slice(HEAD.length);
    await run('convertCitations', { form: 'myst' });
    const roles = `So {cite:p}\`roe-2020{p. 4}\`. As {cite:t}\`roe-2020\` says {cite:p}\`{see}${REUTERS}{paras. 5 and 9}\`.\n`;
    equal(now(), roles);
    await vscode.commands.executeCommand('undo');
    equal(now(), text);
    await vscode.commands.executeCommand('redo');
    await run('convertCitations', { form: 'pandoc-key' });
    equal(now(), text);
    await run('convertCitations', { form: 'footnote', style: 'chicago-notes' });
    match(now(), /^So\.\[\^roe-2020-page-4\] As @roe-2020 says\.\[\^/);
    match(now(), /\n\[\^roe-2020-page-4\]: Jan Roe, \*The Harbour\* \(Quay, 2020\), 4\.\n/);
  });

  it('are shown in the preview, unknown keys marked, code left alone', async () => {
    const text = `Told {cite:p}\`{see}${REUTERS}{para. 5}\`, {cite:p}\`nobody-1999\`, \`${REUTERS}\`.`;
    await eventually('the preview to show the role', async () =>
      (await render(text)).includes('counterparts-'),
    );
    const html = await render(text);
    notMatch(html, /\{cite:p\}(?:<code>)?\{see\}/);
    match(html, /title="[^"]*Strobel/);
    match(
      html,
      /<code><span class="counterparts-unknown" title="No source is known by the key “nobody-1999”\.">/,
    );
    match(html, new RegExp(`<code>${REUTERS}</code>`));
  });
});
