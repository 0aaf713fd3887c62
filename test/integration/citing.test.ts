import * as vscode from 'vscode';
import type { CitationRequest } from '../../src/contributions.ts';
import type { ExtensionExports } from '../../src/extension.ts';
import { dragRows } from '../../src/features/explorer/drag.ts';
import { equal, match, ok } from './assert.ts';
import { openAt, placeCarets } from './carets.ts';
import { read, write } from './files.ts';
import {
  closeEditors,
  eventually,
  extensionUnderTest,
  openFile,
  openMarkdown,
  workspaceFile,
} from './host.ts';
import { MemoryFiles } from './memory-files.ts';
import { after, afterEach, before, describe, it } from './mocha.ts';

const KEY = 'reuters-2013-kerry-lavrov';
const PASSAGE = { type: 'passage', id: `${KEY}#5` } as const;
const LINKED = { type: 'document', id: 'sputnik-2025-eight-secretaries' } as const;
const ADDRESS =
  'https://sputnikglobe.com/20250321/8-us-secretaries-of-state-one-lavrov-a-legacy-of-diplomacy-1121662327.html';
const REFERENCE =
  'Warren Strobel, “Kerry-Lavrov Rapport Smoothed Path to Syria Deal,” Reuters, September 15, 2013, para. 5';

type Item = CitationRequest['items'][number];

const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`counterparts.${command}`, ...args);

const insert = (form: string, item: Item, more: object = {}): Thenable<unknown> =>
  run('insertCitation', { items: [item], form, ...more });

async function forget(...uris: readonly vscode.Uri[]): Promise<void> {
  await closeEditors();
  for (const uri of uris) await vscode.workspace.fs.delete(uri, { recursive: true });
}

describe('The forms of a citation', () => {
  after(closeEditors);
  afterEach(closeEditors);

  const expectInserted = async (marked: string, form: string, expected: string, more: object = {}) => {
    const editor = await openAt(marked);
    await insert(form, PASSAGE, more);
    equal(editor.document.getText(), expected);
  };

  it('are keys in the text, without the author, of MyST and alone', async () => {
    await expectInserted('As | says', 'pandoc-in-text', `As @${KEY} [para. 5] says`);
    await expectInserted('So|.', 'pandoc-no-author', `So [-@${KEY}, para. 5].`);
    await expectInserted('So|.', 'myst', `So {cite:p}\`${KEY}{para. 5}\`.`);
    await expectInserted('As | says', 'myst-in-text', `As {cite:t}\`${KEY}{para. 5}\` says`);
    await expectInserted('nocite: |', 'plain-key', `nocite: ${KEY}`);
  });

  it('may have words before and behind', async () => {
    await expectInserted('So|.', 'pandoc-key', `So [see @${KEY}, para. 5, and more].`, {
      prefix: 'see',
      suffix: 'and more',
    });
  });

  it('follow the template of the setting', async () => {
    const settings = vscode.workspace.getConfiguration('counterparts');
    await settings.update(
      'citation.template',
      '({author} {year}{, locator})',
      vscode.ConfigurationTarget.Global,
    );
    try {
      await expectInserted('So|.', 'template', 'So (Strobel 2013, para. 5).');
    } finally {
      await settings.update('citation.template', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('follow the style that is asked for, or that of the setting', async () => {
    await expectInserted('So|.', 'formatted', 'So (Strobel 2013, para. 5).', {
      style: 'chicago-author-date',
    });
    const settings = vscode.workspace.getConfiguration('counterparts');
    await settings.update('citation.style', 'chicago-author-date', vscode.ConfigurationTarget.Global);
    try {
      await expectInserted('So|.', 'formatted', 'So (Strobel 2013, para. 5).');
    } finally {
      await settings.update('citation.style', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('stand below front matter and code, not in them', async () => {
    await expectInserted(
      '---\ntitle: |T\n---\n\nSo.\n',
      'pandoc-key',
      `---\ntitle: T\n---\n\n[@${KEY}, para. 5]\n\nSo.\n`,
    );
    await expectInserted('```\na|\n```\n', 'pandoc-key', `\`\`\`\na\n\`\`\`\n\n[@${KEY}, para. 5]\n`);
  });
});

describe('Insert Quotation', () => {
  const quotation = { type: 'quotation', id: 'sputnik-2025-eight-secretaries-q5' } as const;
  afterEach(closeEditors);

  it('writes the recorded words, their speaker and the citation, in one step', async () => {
    const editor = await openAt('He went on. |\n\nThen |\n');
    await run('insertQuotation', { items: [quotation], form: 'pandoc-key' });
    const text = editor.document.getText();
    match(
      text,
      /^He went on\. [\p{L} .]+: “We should have a better relationship” \[@sputnik-2025-eight-secretaries, para\. \d+\]\n\nThen [\p{L} .]+: “We should have a better relationship” \[@.*\]\n$/u,
    );
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), 'He went on. \n\nThen \n');
  });

  it('takes the marks of the text around, and parentheses for a formatted citation', async () => {
    const editor = await openAt('Он сказал «да» и «нет». |\n');
    await run('insertQuotation', { items: [quotation], form: 'formatted', style: 'chicago-notes' });
    match(editor.document.getText(), /: «We should have a better relationship» \(.*Sputnik.*\)\n$/);
  });

  it('writes a footnote directly behind the words', async () => {
    const editor = await openAt('|\n');
    await run('insertQuotation', { items: [quotation], form: 'footnote' });
    match(editor.document.getText(), /relationship”\[\^sputnik-2025-eight-secretaries-p\d+\]\n\n\[\^.*\]: /);
  });
});

describe('Find Support', () => {
  afterEach(closeEditors);

  it('offers the passages that bear the sentence out, and cites the one that is chosen', async () => {
    const settings = vscode.workspace.getConfiguration('counterparts');
    await settings.update('citation.form', 'pandoc-key', vscode.ConfigurationTarget.Global);
    try {
      const editor = await openAt(
        'In September 2013 John Kerry and Sergey Lavrov| spoke in Geneva of Syria.\n',
      );
      const done = run('findSupport');
      await eventually('the citation', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return editor.document.getText().includes('[@');
      });
      await done;
      match(
        editor.document.getText(),
        /^In September 2013 John Kerry and Sergey Lavrov \[@reuters-2013-kerry-lavrov, para\. \d+\] spoke/,
      );
    } finally {
      await settings.update('citation.form', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('changes nothing where there are no words', async () => {
    const editor = await openAt('|\n');
    await run('findSupport');
    equal(editor.document.getText(), '\n');
  });
});

describe('Copies of a citation', () => {
  after(closeEditors);
  const copied = async (command: string, argument: unknown): Promise<string> => {
    await vscode.env.clipboard.writeText('');
    await run(command, argument);
    return vscode.env.clipboard.readText();
  };

  it('are in the form and style that are asked for', async () => {
    equal(await copied('copyCitation', { items: [PASSAGE], form: 'pandoc-key' }), `[@${KEY}, para. 5]`);
    equal(
      await copied('copyCitation', { items: [PASSAGE], form: 'formatted', style: 'chicago-notes' }),
      `${REFERENCE}.`,
    );
  });

  it('are records for other programs, from an item of a tree', async () => {
    const node = { reference: LINKED };
    match(
      await copied('copyAsBibLatex', node),
      /^@\w+\{sputnik-2025-eight-secretaries,\n[\s\S]*url = \{https:/,
    );
    const [record] = JSON.parse(await copied('copyAsCslJson', node)) as { id: string; URL: string }[];
    equal(record?.id, LINKED.id);
    equal(record?.URL, ADDRESS);
    match(await copied('copyAsRis', node), /^TY {2}- \w+\r\nID {2}- sputnik-2025[\s\S]*\r\nER {2}- \r\n$/);
  });
});

describe('Commands on the citations of a file', () => {
  afterEach(closeEditors);

  it('convert them there and back, each in one step', async () => {
    const text = `They talked [@${KEY}, para. 5].\n`;
    const editor = await openMarkdown(text);
    await run('convertCitations', { form: 'footnote', style: 'chicago-notes' });
    const notes = `They talked.[^${KEY}-p5]\n\n[^${KEY}-p5]: ${REFERENCE}.\n`;
    equal(editor.document.getText(), notes);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text);
    await vscode.commands.executeCommand('redo');
    await run('convertCitations', { form: 'pandoc-key' });
    equal(editor.document.getText().trimEnd(), text.trimEnd());
  });

  it('convert them to links and back, each in one step, and leave what no link can hold', async () => {
    const text = `He told them [@${LINKED.id}, para. 2]. See [the page](${ADDRESS}) [@${KEY}, para. 5].\n`;
    const editor = await openMarkdown(text);
    await run('convertCitations', { form: 'markdown-link' });
    const links = editor.document.getText();
    match(links, /^He told them \[[^@\]]+, para\. 2\]\(https:\/\/sputnikglobe\.com\/[^)\s]*\)\. See/);
    ok(links.endsWith(text.slice(text.indexOf(' See'))), links);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text);
    await vscode.commands.executeCommand('redo');
    equal(editor.document.getText(), links);
    await run('convertCitations', { form: 'pandoc-key' });
    equal(editor.document.getText(), text);
  });

  it('insert a bibliography, and refresh it in one step', async () => {
    const editor = await openMarkdown(`They talked [@${KEY}].\n`);
    await run('refreshBibliography', { style: 'chicago-notes' });
    const first = editor.document.getText();
    match(
      first,
      /\n\n<!-- counterparts-bibliography style=chicago-notes -->\n\nStrobel, Warren\. .*\n\n<!-- \/counterparts-bibliography -->\n$/,
    );
    await editor.edit(builder =>
      builder.insert(new vscode.Position(0, 0), '[@sputnik-2025-eight-secretaries] '),
    );
    await run('refreshBibliography', { style: 'chicago-notes' });
    match(editor.document.getText(), /Sputnik[\s\S]*<!-- \/counter/);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), `[@sputnik-2025-eight-secretaries] ${first}`);
  });
});

describe('The bibliography file', () => {
  const text = (bibliography: string): string => `---\nbibliography: ${bibliography}\n---\n\nThey talked|.\n`;
  const OTHER = '@book{other,\n\ttitle = {Other},\n}\n';

  const openWith = async (name: string, bibliography: string): Promise<vscode.TextEditor> => {
    const parts = text(bibliography).split('|');
    await write(name, parts.join(''));
    const editor = await openFile(name);
    placeCarets(editor, parts);
    return editor;
  };

  it('of the front matter gains the missing entry with the key, once, and keeps the rest', async () => {
    const bib = await write('refs.bib', OTHER);
    const editor = await openWith('cites.md', 'refs.bib');
    await insert('pandoc-key', PASSAGE);
    match(editor.document.getText(), /They talked \[@reuters-2013-kerry-lavrov, para\. 5\]\./);
    const after = await eventually('the entry', async () => {
      const now = await read(bib);
      return now !== OTHER && now;
    });
    ok(after.startsWith(`${OTHER}\n@`), after);
    match(after, /\{reuters-2013-kerry-lavrov,\n\t/);
    await insert('pandoc-key', { type: 'passage', id: `${KEY}#9` });
    equal(await read(bib), after);
    await forget(bib, workspaceFile('cites.md'));
  });

  it('is changed in one step with the text', async () => {
    const bib = await write('undone.bib', OTHER);
    const editor = await openWith('undone.md', 'undone.bib');
    const before = editor.document.getText();
    await insert('pandoc-key', PASSAGE);
    const file = await vscode.workspace.openTextDocument(bib);
    match(file.getText(), /reuters-2013/);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), before);
    equal(file.getText(), OTHER);
    await forget(bib, workspaceFile('undone.md'));
  });

  it('is relative to the file, then to the folder, and may be CSL-JSON', async () => {
    await vscode.workspace.fs.createDirectory(workspaceFile('deep'));
    const json = await write('refs.json', '[]\n');
    await openWith('deep/cites.md', 'refs.json');
    await insert('pandoc-key', PASSAGE);
    const records = await eventually('the record', async () => {
      const found = JSON.parse(await read(json)) as { id: string }[];
      return found.length > 0 && found;
    });
    equal(records.map(({ id }) => id).join(), KEY);
    await forget(json, workspaceFile('deep'));
  });

  it('that has unsaved changes keeps them unsaved', async () => {
    const bib = await write('dirty.bib', OTHER);
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(bib));
    await editor.edit(builder => builder.insert(new vscode.Position(0, 0), '% mine\n'));
    await openWith('dirty.md', 'dirty.bib');
    await insert('pandoc-key', PASSAGE);
    ok(editor.document.isDirty, 'it was saved');
    match(editor.document.getText(), /^% mine\n@book\{other[\s\S]*reuters-2013-kerry-lavrov/);
    equal(await read(bib), OTHER);
    await forget(bib, workspaceFile('dirty.md'));
  });

  it('that does not exist is told, and the key is inserted all the same', async () => {
    const editor = await openWith('missing.md', 'nowhere.bib');
    await insert('pandoc-key', PASSAGE);
    match(editor.document.getText(), /\[@reuters-2013-kerry-lavrov, para\. 5\]/);
    await forget(workspaceFile('missing.md'));
  });

  it('is cited by the key that it has for the work', async () => {
    const bib = await write(
      'works.bib',
      '@article{strobel13,\n  author = {Strobel, Warren},\n  title = {Kerry-Lavrov Rapport Smoothed Path to Syria Deal},\n  date = {2013-09-15},\n}\n',
    );
    const editor = await openWith('works.md', '[works.bib]');
    await insert('pandoc-key', PASSAGE);
    match(editor.document.getText(), /They talked \[@strobel13, para\. 5\]\./);
    await forget(bib, workspaceFile('works.md'));
  });

  it('on a virtual file system gains the entry, and one that is protected is told and left alone', async () => {
    const files = new MemoryFiles();
    const registered = vscode.workspace.registerFileSystemProvider(MemoryFiles.SCHEME, files);
    try {
      for (const [name, permissions] of [
        ['open', 0],
        ['locked', vscode.FilePermission.Readonly],
      ] as const) {
        const parts = text(`${name}.bib`).split('|');
        const bib = files.put(`/${name}.bib`, OTHER, permissions);
        const uri = files.put(`/${name}.md`, parts.join(''));
        const document = await vscode.workspace.openTextDocument(uri);
        const editor = await vscode.window.showTextDocument(document);
        placeCarets(editor, parts);
        await insert('pandoc-key', PASSAGE);
        match(document.getText(), /They talked \[@reuters-2013-kerry-lavrov, para\. 5\]\./);
        equal((await read(bib)).includes(KEY), name === 'open');
        await closeEditors();
      }
    } finally {
      await closeEditors();
      registered.dispose();
    }
  });

  it('is that of the setting where the front matter names none, for a file that is not saved yet', async () => {
    const bib = await write('preset.bib', '');
    const settings = vscode.workspace.getConfiguration('counterparts');
    await settings.update('citation.bibliography', 'preset.bib', vscode.ConfigurationTarget.Workspace);
    try {
      await openAt('So|.\n');
      await insert('myst', PASSAGE);
      match(await read(bib), /^@\w+\{reuters-2013-kerry-lavrov,\n[\s\S]*\}\n$/);
    } finally {
      await settings.update('citation.bibliography', undefined, vscode.ConfigurationTarget.Workspace);
      await forget(bib);
    }
  });

  it('is left alone by forms without a key', async () => {
    const bib = await write('notes.bib', OTHER);
    await openWith('notes.md', 'notes.bib');
    await insert('footnote', PASSAGE);
    equal(await read(bib), OTHER);
    await forget(bib, workspaceFile('notes.md'));
  });
});

describe('Paste and drop', () => {
  let exports: ExtensionExports;
  const source = new vscode.CancellationTokenSource();
  before(async () => {
    exports = (await extensionUnderTest().activate()) as ExtensionExports;
  });
  afterEach(closeEditors);

  type Offer = vscode.DocumentDropEdit | vscode.DocumentPasteEdit;

  const offers = (found: Offer | readonly Offer[] | null | undefined): readonly Offer[] =>
    found ? [found].flat() : [];

  const transfer = (mime: string, value: string): vscode.DataTransfer => {
    const data = new vscode.DataTransfer();
    data.set(mime, new vscode.DataTransferItem(value));
    return data;
  };

  async function pasted(editor: vscode.TextEditor, text: string): Promise<readonly Offer[]> {
    const context = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
    const ranges = [new vscode.Range(editor.selection.start, editor.selection.end)];
    return offers(
      await exports.providePasteEdits(
        editor.document,
        ranges,
        transfer('text/plain', text),
        context,
        source.token,
      ),
    );
  }

  /** Makes the edit of the offer of this form. */
  async function take(found: readonly Offer[], form: string): Promise<void> {
    const offer = found.find(({ kind }) => kind?.value.endsWith(`.${form}`));
    ok(offer?.additionalEdit, `no offer of ${form}`);
    equal(String(offer.insertText), '');
    ok(await vscode.workspace.applyEdit(offer.additionalEdit), 'the edit was refused');
  }

  it('offer citations for an address or a key, after plain text', async () => {
    const editor = await openAt('See |.\n');
    const found = await pasted(editor, `${ADDRESS}\n`);
    ok(found.length > 5, `${found.length} offers`);
    ok(
      found.every(offer => 'yieldTo' in offer && offer.yieldTo?.length === 1),
      'plain text does not come first',
    );
    await take(found, 'pandoc-key');
    equal(editor.document.getText(), 'See [@sputnik-2025-eight-secretaries].\n');
    const other = await openAt('Seen|.\n');
    await take(await pasted(other, `@${KEY}`), 'footnote');
    match(other.document.getText(), /^Seen\[\^reuters-2013-kerry-lavrov\]\.\n\n\[\^reuters/);
  });

  it('offer nothing for other texts', async () => {
    const editor = await openAt('See |.\n');
    for (const text of ['', 'Kerry', 'https://example.org/', `see ${KEY} there`]) {
      equal((await pasted(editor, text)).length, 0);
    }
  });

  it('replace what is selected', async () => {
    const editor = await openMarkdown('See this.\n');
    editor.selection = new vscode.Selection(0, 4, 0, 8);
    await take(await pasted(editor, ADDRESS), 'markdown-link');
    match(editor.document.getText(), /^See \[Sputnik 2025\]\(https:[^ ]+\)\.\n$/);
  });

  it('turn rows of a tree into citations', async () => {
    const [root] = await exports.trees.documents.getChildren();
    ok(root?.reference, 'no document');
    const data = new vscode.DataTransfer();
    await dragRows.handleDrag?.([root], data, source.token);
    equal(await data.get('text/plain')?.asString(), `@${root.reference.id}`);
    const editor = await openAt('See |.\n');
    const found = await exports.provideDropEdits(
      editor.document,
      editor.selection.active,
      data,
      source.token,
    );
    await take(offers(found), 'pandoc-key');
    equal(editor.document.getText(), `See [@${root.reference.id}].\n`);
  });
});

describe('Where Is This Cited', () => {
  after(closeEditors);

  it('shows the first place and asks VS Code for all of them', async () => {
    await closeEditors();
    // Of no other suite: VS Code keeps the texts of closed files for a while.
    const key = 'sputnik-2017-lavrov-tillerson';
    const editor = await openMarkdown(`One [@${key}, para. 3].\n\nTwo [-@${key}].\n`);
    await openMarkdown('Nothing here.\n');
    await run('whereCited', { type: 'document', id: key });
    await eventually('the place', () => vscode.window.activeTextEditor?.document === editor.document);
    equal(vscode.window.activeTextEditor?.selection.active.line, 0);
  });
});
