import * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/extension.ts';
import { deepEqual, equal, match, ok, rejects } from './assert.ts';
import { closeEditors, eventually, extensionUnderTest, openMarkdown, workspaceFile } from './host.ts';
import { unmark } from './marks.ts';
import { after, afterEach, before, describe, it } from './mocha.ts';

const REUTERS = 'reuters-2013-kerry-lavrov';

async function open(marked: string) {
  const { text, cursor, range } = unmark(marked);
  const editor = await openMarkdown(text);
  const { document } = editor;
  return { editor, document, position: document.positionAt(cursor), range };
}

const extension = () => extensionUnderTest().activate() as Thenable<ExtensionExports>;

const show = (document: vscode.TextDocument, range: vscode.Range): string =>
  `${document.offsetAt(range.start)} ${document.getText(range)}`;

async function definitionsIn(marked: string) {
  const { document, position, range } = await open(marked);
  const links = await vscode.commands.executeCommand<(vscode.LocationLink | vscode.Location)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  return { document, range, links: links.flatMap(link => ('targetUri' in link ? [link] : [])) };
}

/** Where a definition leads: the page's path, and the line that is there. */
async function targetIn(marked: string): Promise<string> {
  const { document, range, links } = await definitionsIn(marked);
  const [link] = links.filter(({ targetUri }) => targetUri.scheme === 'counterparts');
  ok(link, `no definition in ${JSON.stringify(marked)}`);
  const origin = link.originSelectionRange;
  ok(origin && range, 'no range');
  deepEqual([document.offsetAt(origin.start), document.offsetAt(origin.end)], [range.start, range.end]);
  const page = await vscode.workspace.openTextDocument(link.targetUri);
  return `${link.targetUri.path} ${page.lineAt(link.targetRange.start.line).text}`;
}

async function highlightsIn(marked: string): Promise<string[]> {
  const { document, position } = await open(marked);
  const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[] | undefined>(
    'vscode.executeDocumentHighlights',
    document.uri,
    position,
  );
  return (found ?? []).map(
    ({ range, kind }) => `${kind === vscode.DocumentHighlightKind.Write ? '=' : ''}${show(document, range)}`,
  );
}

async function renamed(marked: string, name: string) {
  const { document, position, editor } = await open(marked);
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    position,
    name,
  );
  const before = document.getText();
  if (edit.size === 0) return before;
  ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
  const text = document.getText();
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('undo');
  equal(editor.document.getText(), before, 'one undo does not take the rename back');
  return text;
}

const prepared = async (marked: string) => {
  const { document, position } = await open(marked);
  const found = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
    'vscode.prepareRename',
    document.uri,
    position,
  );
  return `${show(document, found.range)} (${found.placeholder})`;
};

describe('Navigation', () => {
  before(async () => {
    await extensionUnderTest().activate();
  });
  afterEach(closeEditors);

  it('leads from a name to the person’s page', async () => {
    match(await targetIn('Then «Secretary Ker|ry» left.'), /^\/person\/kerry-john\.md # John Kerry$/);
    match(await targetIn('Потом «Лав|ров» ушёл.'), /^\/person\/lavrov-sergey\.md # Sergey Lavrov$/);
    match(await targetIn('and «Monica Ru|bio» too'), /^\/person\/rubio-marco\.md/);
  });

  it('leads from a key to the document’s page, at the paragraph that is cited', async () => {
    match(await targetIn(`As told [«@reu|ters-2013-kerry-lavrov»].`), /^\/document\/reuters-2013[^ ]* # /);
    match(await targetIn(`As told [see «@reu|ters-2013-kerry-lavrov», paras. 31, 4].`), /### Paragraph 31$/);
    match(await targetIn(`As «@{reu|ters-2013-kerry-lavrov}» [para. 4] told.`), /### Paragraph 4$/);
  });

  it('leads from a footnote’s call to its definition, and back to all calls', async () => {
    const text = 'One[^n|ote] and two[^note].\n\n[^note]: What the\n    note says.\n';
    const call = await definitionsIn(text);
    deepEqual(
      call.links.map(link => show(call.document, link.targetSelectionRange ?? link.targetRange)),
      ['28 [^note]:'],
    );
    const back = await definitionsIn('One[^note] and two[^note].\n\n[^no|te]: What the note says.\n');
    deepEqual(
      back.links.map(link => show(back.document, link.targetSelectionRange ?? link.targetRange)),
      ['3 [^note]', '18 [^note]'],
    );
  });

  it('leads nowhere from what is none of ours', async () => {
    for (const marked of ['a gar|den', '`Ker|ry`', 'a bowl of ri|ce', '[@nobody-|1999]']) {
      const { links } = await definitionsIn(marked);
      deepEqual(links.filter(({ targetUri }) => targetUri.scheme === 'counterparts').length, 0, marked);
    }
  });

  it('highlights the same person in every form, and what introduces them', async () => {
    deepEqual(await highlightsIn('Ker|ry, then John Kerry, Secretary Kerry and Керри. `Kerry` Lavrov.'), [
      '0 Kerry',
      '=12 John Kerry',
      '34 Kerry',
      '44 Керри',
    ]);
    deepEqual(await highlightsIn('[@va|le] and `@vale`, @{vale}.'), ['1 @vale', '21 @{vale}']);
    deepEqual(await highlightsIn('a[^n|] b[^n]\n\n[^n]: Text.'), ['1 [^n]', '7 [^n]', '=13 [^n]:']);
  });

  it('links exactly the keys that are known, each to its page', async () => {
    const text = `See [@${REUTERS}, para. 4], [@nobody-1999] and \`@${REUTERS}\`.`;
    const { document } = await openMarkdown(text);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      10,
    );
    const ours = links.filter(link => link.target?.scheme === 'counterparts');
    deepEqual(
      ours.map(({ range }) => show(document, range)),
      [`5 @${REUTERS}`],
    );
    equal(ours[0]?.tooltip, 'Open the page of Reuters 2013');
    const { target } = ours[0] ?? {};
    ok(target, 'no target');
    const line = Number(/^L(\d+)$/.exec(target.fragment)?.[1]) - 1;
    equal((await vscode.workspace.openTextDocument(target)).lineAt(line).text, '### Paragraph 4');
  });
});

describe('Rename', () => {
  before(async () => {
    await extensionUnderTest().activate();
  });
  afterEach(closeEditors);

  it('takes the name without its title, the label, the key', async () => {
    equal(await prepared('Then Secretary Ker|ry’s plane'), '15 Kerry (Kerry)');
    equal(await prepared('so[^no|te]\n\n[^note]: x'), '4 note (note)');
    equal(await prepared('[@nobody-|1999]'), '2 nobody-1999 (nobody-1999)');
  });

  it('renames a form of a name where it is written so, in prose alone, with one undo', async () => {
    equal(
      await renamed(
        'Sergei Lav|rov and Lavrov. Sergei Lavrov’s `Sergei Lavrov`. Sergey Lavrov.',
        'Sergey Lavrov',
      ),
      'Sergey Lavrov and Lavrov. Sergey Lavrov’s `Sergei Lavrov`. Sergey Lavrov.',
    );
    equal(
      await renamed(
        'One site has Monica Ru|bio. **Monica Rubio** and [Monica Rubio](Monica-Rubio.md).',
        'Marco Rubio',
      ),
      'One site has Marco Rubio. **Marco Rubio** and [Marco Rubio](Monica-Rubio.md).',
    );
  });

  it('renames a footnote where it is called and defined', async () => {
    equal(
      await renamed('a[^one] b[^o|ne] c[^two]\n\n[^one]: x\n[^two]: y', 'geneva'),
      'a[^geneva] b[^geneva] c[^two]\n\n[^geneva]: x\n[^two]: y',
    );
    const text = 'a[^o|ne] c[^two]\n\n[^one]: x\n[^two]: y';
    equal(await renamed(text, 'Two'), text.replace('|', ''), 'two footnotes became one');
    equal(await renamed(text, 'two words'), text.replace('|', ''), 'a label with a blank');
  });

  it('renames a key that no document has, in braces where it needs them', async () => {
    equal(await renamed('[@a-|1] and @a-1, `@a-1`, [@a-10]', 'b-2'), '[@b-2] and @b-2, `@a-1`, [@a-10]');
    equal(await renamed('[@a-|1; @a-1]', 'b/2/'), '[@{b/2/}; @{b/2/}]');
    equal(await renamed('[@a-|1]', 'b 2'), '[@a-1]', 'a key with a blank');
  });

  it('leaves the key of a document as it is', async () => {
    equal(await renamed('[@reu|ters-2013-kerry-lavrov] x', 'b-2'), `[@${REUTERS}] x`);
  });

  it('refuses what is no name with the reason', async () => {
    await rejects(prepared('a gar|den'), /no name, citation key or footnote/);
    await rejects(prepared('Then Secre|tary Kerry'), /no name, citation key or footnote/);
  });

  it('leaves headings to VS Code', async () => {
    const uri = workspaceFile('heading.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('# The garden\n\n[x](#the-garden)\n'));
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
      // VS Code's Markdown server takes its time to start.
      const found = await eventually('VS Code to answer', () =>
        vscode.commands
          .executeCommand<{ range: vscode.Range; placeholder: string }>(
            'vscode.prepareRename',
            uri,
            new vscode.Position(0, 6),
          )
          .then(
            answer => answer,
            () => undefined,
          ),
      );
      equal(found.placeholder, 'The garden');
    } finally {
      await closeEditors();
      await vscode.workspace.fs.delete(uri);
    }
  });
});

describe('References', () => {
  const files: vscode.Uri[] = [];
  const write = async (name: string, text: string): Promise<vscode.Uri> => {
    const uri = workspaceFile(name);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    files.push(uri);
    return uri;
  };
  const referencesAt = async (document: vscode.TextDocument, offset: number): Promise<string[]> => {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      document.positionAt(offset),
    );
    const shown = found.map(({ uri, range: { start, end } }) => {
      const name = uri.toString() === document.uri.toString() ? 'here' : uri.path.split('/').at(-1);
      return `${name} ${start.line}:${start.character}-${end.line}:${end.character}`;
    });
    return shown.sort();
  };

  before(async () => {
    await extensionUnderTest().activate();
    await write('lavrov-1.md', 'Nothing.\r\nThen Sergey\r\nLavrov spoke, and `Lavrov`.\r\n');
    await write('deep/lavrov-2.markdown', '\ufeffMinister Lavrov. Kerry. Лавров!');
    await write('lavrov-3.txt', 'Lavrov in no Markdown.');
    await write('hidden/lavrov-4.md', 'Lavrov where search does not look.');
    await write('nobody.md', 'A garden.\n\nSee [@vale-2013] and [@vale-2013, para. 3].');
    await write('long.md', `Lavrov. ${'x'.repeat(10_000_001)}`);
  });
  afterEach(closeEditors);
  after(async () => {
    await closeEditors();
    for (const uri of files) await vscode.workspace.fs.delete(uri);
  });

  it('finds a person in any form in this file and in the Markdown files of the folder', async () => {
    const settings = vscode.workspace.getConfiguration('search');
    await settings.update('exclude', { '**/hidden': true }, vscode.ConfigurationTarget.Global);
    try {
      const { document } = await openMarkdown('Lavrov, Foreign Minister Sergei Lavrov and Kerry.');
      const found = await referencesAt(document, 2);
      // Other suites have files of their own in the folder.
      deepEqual(
        found.filter(place => /^(?:here|lavrov-\d|hidden)/.test(place)),
        [
          'here 0:0-0:6',
          'here 0:25-0:38',
          'lavrov-1.md 1:5-2:6',
          'lavrov-2.markdown 0:24-0:30',
          'lavrov-2.markdown 0:9-0:15',
        ],
      );
    } finally {
      await settings.update('exclude', undefined, vscode.ConfigurationTarget.Global);
    }
  }).timeout(60_000);

  it('takes open files as they are in the editor', async () => {
    const file = await vscode.workspace.openTextDocument(workspaceFile('nobody.md'));
    const editor = await vscode.window.showTextDocument(file);
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), 'Then Lavrov came. '));
    const { document } = await openMarkdown('Lavrov.');
    const found = await referencesAt(document, 2);
    ok(found.includes('nobody.md 0:5-0:11'), found.join('\n'));
    ok(found.includes('here 0:0-0:6'), found.join('\n'));
  }).timeout(60_000);

  it('finds a key everywhere, and a footnote in its file', async () => {
    const { document } = await openMarkdown('As [@vale-2013] has it[^1].\n\n[^1]: x');
    const places = await referencesAt(document, 6);
    // Other suites have files of their own in the folder.
    deepEqual(
      places.filter(place => /^(?:here|nobody)/.test(place)),
      ['here 0:4-0:14', 'nobody.md 2:22-2:32', 'nobody.md 2:5-2:15'],
    );
    const marks = await referencesAt(document, 24);
    ok(
      ['here 0:22-0:26', 'here 2:0-2:5'].every(mark => marks.includes(mark)),
      marks.join('\n'),
    );
  });

  it('ends when it is cancelled', async () => {
    for (let number = 0; number < 40; number++)
      await write(`many/lavrov-${number}.md`, 'Then Lavrov spoke.\n\n'.repeat(200));
    const { document } = await openMarkdown('Lavrov.');
    const { provideReferences } = await extension();
    const find = (source: vscode.CancellationTokenSource) =>
      provideReferences(document, new vscode.Position(0, 2), { includeDeclaration: true }, source.token);
    const whole = await find(new vscode.CancellationTokenSource());
    ok((whole?.length ?? 0) > 8000, `only ${whole?.length} places`);
    const source = new vscode.CancellationTokenSource();
    const found = find(source);
    source.cancel();
    equal((await found)?.length, undefined, 'places after it was cancelled');
  }).timeout(60_000);

  it('finds nothing of what is none of ours', async () => {
    const { document } = await openMarkdown('A plain garden.');
    deepEqual(await referencesAt(document, 9), []);
  });
});

describe('Inlay hints', () => {
  before(async () => {
    await extensionUnderTest().activate();
  });
  afterEach(closeEditors);

  const TEXT = `In March 2016 Kerry met Lavrov. Kerry left in 2016.

Kerry spoke. Secretary Kerry flew in March 2016. In 2013 he had told so [@${REUTERS}, para. 4].
`;
  const hintsIn = async (document: vscode.TextDocument): Promise<string[]> => {
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    return hints.map(({ position, label }) => `${document.offsetAt(position)} ${String(label)}`);
  };

  it('are off until they are wanted, and go when they are not', async () => {
    const { document } = await openMarkdown(TEXT);
    deepEqual(await hintsIn(document), []);
    const settings = vscode.workspace.getConfiguration('counterparts');
    await settings.update('inlayHints.enabled', true, vscode.ConfigurationTarget.Global);
    try {
      deepEqual(await hintsIn(document), [
        '19 US Secretary of State',
        '30 Minister of Foreign Affairs of Russia',
        `${TEXT.indexOf(REUTERS) + REUTERS.length} Reuters 2013 ⟨B2⟩`,
      ]);
    } finally {
      await settings.update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
    deepEqual(await hintsIn(document), []);
  });
});
