import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { read, write } from './files.ts';
import {
  closeEditors,
  eventually,
  extensionUnderTest,
  openFile,
  openMarkdown,
  workspaceFile,
} from './host.ts';
import { unmark } from './marks.ts';
import { afterEach, before, describe, it } from './mocha.ts';

const REUTERS = 'reuters-2013-kerry-lavrov';
const KINDS = new Set([
  vscode.CompletionItemKind.Reference,
  vscode.CompletionItemKind.Issue,
  vscode.CompletionItemKind.User,
  vscode.CompletionItemKind.Value,
]);

const labelOf = ({ label }: vscode.CompletionItem): string =>
  typeof label === 'string' ? label : label.label;
const aside = ({ label }: vscode.CompletionItem): string =>
  typeof label === 'string' ? '' : (label.description ?? '');

/** Our items at a place, in the order in which the provider has them; words of the document and the like are left out. */
async function itemsAt(
  document: vscode.TextDocument,
  offset: number,
  trigger?: string,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
    trigger,
    10,
  );
  return list.items
    .filter(item => item.kind !== undefined && KINDS.has(item.kind))
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

async function itemsIn(marked: string, trigger?: string): Promise<vscode.CompletionItem[]> {
  const { text, cursor } = unmark(marked);
  const { document } = await openMarkdown(text);
  return itemsAt(document, cursor, trigger);
}

const labelsIn = async (marked: string, trigger?: string): Promise<string[]> =>
  (await itemsIn(marked, trigger)).map(labelOf);

/** The text after the item called `label` was taken at the mark `|`, its range as VS Code has it when text is kept. */
async function taken(marked: string, label: string): Promise<string> {
  const { text, cursor } = unmark(marked);
  const { document } = await openMarkdown(text);
  const item = (await itemsAt(document, cursor)).find(each => labelOf(each) === label);
  ok(item, `no ${label} in ${JSON.stringify(marked)}`);
  const range = item.range instanceof vscode.Range ? item.range : item.range?.inserting;
  ok(range && typeof item.insertText === 'string', 'nothing to insert');
  return (
    text.slice(0, document.offsetAt(range.start)) + item.insertText + text.slice(document.offsetAt(range.end))
  );
}

/** Types into the active editor as a person does, with the time that a person takes; without a pause where that is 0. */
async function type(text: string, pause = 60): Promise<void> {
  for (const char of text) {
    await vscode.commands.executeCommand('type', { text: char });
    if (pause > 0) await new Promise(resolve => setTimeout(resolve, pause));
  }
}

/** Takes what is suggested first, once that has brought the text. */
const take = (editor: vscode.TextEditor, text: string): Promise<true> =>
  eventually(`the suggestion to bring ${text}`, async () => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return editor.document.getText().includes(text);
  });

/** Opens a new file of the folder with the cursor at its end. */
async function openAtEnd(name: string, text: string): Promise<vscode.TextEditor> {
  await write(name, text);
  const editor = await openFile(name);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  const end = editor.document.positionAt(text.length);
  editor.selection = new vscode.Selection(end, end);
  return editor;
}

async function forget(...names: readonly string[]): Promise<void> {
  await closeEditors();
  for (const name of names) await vscode.workspace.fs.delete(workspaceFile(name));
}

describe('Completion', () => {
  before(async () => {
    await extensionUnderTest().activate();
  });
  afterEach(closeEditors);

  it('offers every document after [@, the weak ones last and marked', async () => {
    const items = await itemsIn('As shown [@|].', '@');
    equal(items.length, 5);
    const weak = items.map(item => item.kind === vscode.CompletionItemKind.Issue);
    deepEqual(weak, [false, false, false, false, true]);
    match(aside(items[4] as vscode.CompletionItem), /⚠ .*⟨E5⟩/);
    match(aside(items.find(item => labelOf(item) === REUTERS) as vscode.CompletionItem), /Reuters 2013 ⟨B2⟩/);
  });

  it('finds documents by author, title, place and any word of the original', async () => {
    for (const typed of ['strobel', 'rapport', 'geneva', 'limousine', 'reuters-2013-k']) {
      equal((await labelsIn(`[@${typed}|]`))[0], REUTERS, typed);
    }
    deepEqual(await labelsIn('[@zzqxv|]'), []);
  });

  it('begins at a word, in brackets or not, and behind another source', async () => {
    equal((await labelsIn('As @strob| has it')).at(0), REUTERS);
    equal((await labelsIn('[see @a-2010, para. 3; @strob|]')).at(0), REUTERS);
    deepEqual(await labelsIn('mail me@strob|'), []);
    deepEqual(await labelsIn('\\@strob|'), []);
  });

  it('replaces what is typed of the key and nothing else', async () => {
    equal(await taken('See [@limou|] there.', REUTERS), `See [@${REUTERS}] there.`);
    equal(await taken('See [@|', REUTERS), `See [@${REUTERS}`);
    equal(await taken('See [-@{reut|}]', REUTERS), `See [-@{${REUTERS}}]`);
  });

  it('tells of a document what it is worth', async () => {
    const item = (await itemsIn('[@reuters|]')).find(each => labelOf(each) === REUTERS);
    const { documentation } = item ?? {};
    ok(documentation instanceof vscode.MarkdownString, 'no documentation');
    match(documentation.value, /Warren Strobel.*Kerry-Lavrov.*,” Reuters, September 15, 2013/s);
    match(documentation.value, /⟨B2⟩ source usually reliable/);
    match(documentation.value, /flaws, among them/);
  });

  it('offers the paragraphs behind the comma of a key', async () => {
    const items = await itemsIn(`[@${REUTERS}, |]`, ' ');
    equal(items.length, 32);
    equal(labelOf(items[3] as vscode.CompletionItem), 'para. 4');
    ok(aside(items[3] as vscode.CompletionItem).length > 20, 'no précis');
    equal(await taken(`[@${REUTERS}, |]`, 'para. 4'), `[@${REUTERS}, para. 4]`);
    equal(await taken(`[@${REUTERS},|]`, 'para. 4'), `[@${REUTERS}, para. 4]`);
    equal(await taken(`[@${REUTERS}, par|]`, 'para. 4'), `[@${REUTERS}, para. 4]`);
    equal(await taken(`[@${REUTERS}, para. 3|]`, '31'), `[@${REUTERS}, para. 31]`);
    equal(await taken(`[@${REUTERS}, paras. 4, |]`, '31'), `[@${REUTERS}, paras. 4, 31]`);
    deepEqual(await labelsIn('[@somebody-1999, |]', ' '), []);
    deepEqual(await labelsIn(`As @${REUTERS}, |`, ' '), []);
  });

  it('offers names, first in the form that the file has', async () => {
    deepEqual(await labelsIn('Then Ker|'), ['John Kerry', 'Kerry']);
    deepEqual((await labelsIn('Sergei Lavrov came. Lav|')).slice(0, 2), ['Sergei Lavrov', 'Sergey Lavrov']);
    ok(
      (await labelsIn('Потом Лавр|')).some(label => /Лавров$/.test(label)),
      'no Лавров',
    );
    equal(await taken('Then John Ker|', 'John Kerry'), 'Then John Kerry');
    equal(await taken('Then Ker|', 'John Kerry'), 'Then John Kerry');
    const [item] = await itemsIn('Then Kerr|');
    match(aside(item as vscode.CompletionItem), /US Secretary of State, 2013–2017/);
  });

  it('offers no name for one letter, in lower case, for a wrong one, or where no prose is', async () => {
    for (const marked of [
      'Then K|',
      'then ker|',
      'One site has Monica|',
      '`Ker|`',
      '```\nKer|\n```',
      '---\ntitle: Ker|\n---\n',
      '[x](https://example.org/Ker|)',
      'https://example.org/Ker|',
      '<!-- Ker| -->',
      'Bill Clin|',
    ]) {
      deepEqual(await labelsIn(marked), [], marked);
    }
  });

  it('offers no key in code, front matter and link targets', async () => {
    for (const marked of ['`[@reut|]`', '```\n[@reut|]\n```', '---\nbib: "@reut|"\n---\n', '[x](y@reut|)']) {
      deepEqual(await labelsIn(marked), [], marked);
    }
  });

  it('offers offices, with who held them at the date of the sentence', async () => {
    const [item] = await itemsIn('In March 2016 the Secretary of S|');
    equal(labelOf(item as vscode.CompletionItem), 'Secretary of State');
    equal(aside(item as vscode.CompletionItem), 'John Kerry then');
    equal(await taken('the US Sec|', 'US Secretary of State'), 'the US Secretary of State');
    equal(aside((await itemsIn('Then the Foreign M|'))[0] as vscode.CompletionItem), '');
    ok((await labelsIn('Потом госсек|')).includes('госсекретарь США'), 'no госсекретарь');
    ok((await labelsIn('а министр ин|')).includes('министр иностранных дел России'), 'no министр');
  });

  it('follows what was typed a moment ago, and the setting', async () => {
    const editor = await openMarkdown('```\n\n```\n\n');
    const { document } = editor;
    await editor.edit(edit => edit.insert(new vscode.Position(4, 0), 'As shown [@limou]'));
    equal((await itemsAt(document, document.offsetAt(new vscode.Position(4, 16)))).map(labelOf)[0], REUTERS);
    // The fence is gone at its end: what follows is code now.
    await editor.edit(edit => edit.delete(new vscode.Range(2, 0, 2, 3)));
    deepEqual((await itemsAt(document, document.offsetAt(new vscode.Position(4, 16)))).map(labelOf), []);
    await vscode.commands.executeCommand('undo');
    const settings = vscode.workspace.getConfiguration('counterparts');
    await settings.update('completion.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      deepEqual((await itemsAt(document, document.offsetAt(new vscode.Position(4, 16)))).map(labelOf), []);
    } finally {
      await settings.update('completion.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
    equal((await itemsAt(document, document.offsetAt(new vscode.Position(4, 16)))).map(labelOf)[0], REUTERS);
  });

  it('is shown and taken while one types, through the hyphens of a key', async () => {
    const editor = await openMarkdown('');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    for (const typed of ['[@limou', '[@reuters-2013-ke']) {
      await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 1, 0), ''));
      await type(typed);
      await eventually('the suggestion to be taken', async () => {
        await vscode.commands.executeCommand('acceptSelectedSuggestion');
        return editor.document.getText().includes(REUTERS);
      });
      equal(editor.document.getText(), `[@${REUTERS}]`);
    }
  });

  it('is shown to whoever types without a pause, or finds the word only with an error in it', async () => {
    const editor = await openMarkdown('');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    for (const typed of ['Then [@hockey', 'Then [@limuosine', 'Then [@xq-hockey']) {
      await editor.edit(edit => edit.replace(new vscode.Range(0, 0, 1, 0), ''));
      await type(typed, typed.includes('hock') ? 0 : 60);
      await take(editor, REUTERS);
      equal(editor.document.getText(), `Then [@${REUTERS}]`);
    }
  });

  it('knows in a long text what a line is that has only just been typed', async () => {
    const paragraph = `${'Then they spoke of it once more, and nothing came of it. '.repeat(8)}\n\n`;
    const editor = await openMarkdown(paragraph.repeat(300));
    const { document } = editor;
    await itemsAt(document, 0);
    const at = document.positionAt(paragraph.length * 150);
    for (const [typed, expected] of [
      ['As shown [@limou', true],
      ['As `shown [@limou` there', false],
      ['```\n\n[@limou', false],
      ['> - As shown [@limou', true],
      ['<!-- [@limou', false],
    ] as const) {
      await editor.edit(edit => edit.insert(at, `${typed}\n\n`));
      const offset = document.offsetAt(at) + typed.indexOf('limou') + 5;
      deepEqual((await itemsAt(document, offset)).map(labelOf).slice(0, 1), expected ? [REUTERS] : [], typed);
      await vscode.commands.executeCommand('undo');
    }
  });
});

describe('A key taken from completion', () => {
  const OTHER = '@book{other,\n\ttitle = {Other},\n}\n';
  /** No file has the name of one that was there before: what VS Code knows of that lingers. */
  const naming = (bib: string): string => `---\nbibliography: ${bib}\n---\n\nThey talked `;

  before(async () => {
    await extensionUnderTest().activate();
  });
  afterEach(closeEditors);

  it('brings its work into the bibliography file, and takes it out again where it is undone', async () => {
    const bib = await write('taken.bib', OTHER);
    const editor = await openAtEnd('taken.md', naming('taken.bib'));
    await type('[@limousine', 0);
    const before = editor.document.getText();
    await take(editor, REUTERS);
    const has = (key: string, wanted: boolean) => async () =>
      (await read(bib)).includes(`{${key},`) === wanted;
    await eventually('the entry', has(REUTERS, true));
    const whole = await read(bib);
    ok(whole.startsWith(`${OTHER}\n@`), whole);
    equal(editor.document.getText(), `${naming('taken.bib')}[@${REUTERS}]`);

    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), before);
    await eventually('the entry to go with the key', has(REUTERS, false));
    equal(await read(bib), OTHER);

    await vscode.commands.executeCommand('redo');
    await eventually('the entry to come back with the key', has(REUTERS, true));
    equal(await read(bib), whole);
    equal(editor.document.getText(), `${naming('taken.bib')}[@${REUTERS}]`);
    await forget('taken.bib', 'taken.md');
  });

  it('leaves the entry where another place of an open text has the key when it is undone', async () => {
    const bib = await write('kept.bib', OTHER);
    const editor = await openAtEnd('kept.md', naming('kept.bib'));
    await openMarkdown(`See [@${REUTERS}].`);
    await vscode.window.showTextDocument(editor.document);
    await type('[@limousine', 0);
    await take(editor, REUTERS);
    await eventually('the entry', async () => (await read(bib)).includes(REUTERS));
    const whole = await read(bib);
    await vscode.commands.executeCommand('undo');
    ok(!editor.document.getText().includes(REUTERS), 'the key is not undone');
    await new Promise(resolve => setTimeout(resolve, 500));
    equal(await read(bib), whole);
    await forget('kept.bib', 'kept.md');
  });

  it('is the one that the file has for the work', async () => {
    const entry = `@article{strobel13,
  author = {Strobel, Warren},
  title = {Kerry-Lavrov Rapport Smoothed Path to Syria Deal},
  date = {2013-09-15},
}
`;
    const bib = await write('strobel.bib', entry);
    const editor = await openAtEnd('strobel.md', naming('strobel.bib'));
    const { document } = editor;
    const own = await eventually('the key of the file', async () => {
      await editor.edit(edit => edit.replace(new vscode.Range(4, 12, 5, 0), '[@limousine]'));
      const items = await itemsAt(document, document.getText().length - 1);
      return items.find(item => labelOf(item) === 'strobel13');
    });
    match(aside(own), /Reuters 2013 ⟨B2⟩/);
    equal(own.command, undefined);
    equal(own.insertText, 'strobel13');
    const all = await itemsAt(document, document.getText().length - 1);
    equal(all.filter(item => labelOf(item) === 'strobel13' || labelOf(item) === REUTERS).length, 1);
    equal(await read(bib), entry);
    await forget('strobel.bib', 'strobel.md');
  });

  it('stands in the text all the same where there is no such file, or the text names none', async () => {
    for (const [name, head] of [
      ['taken-missing.md', '---\nbibliography: taken-missing.bib\n---\n\n'],
      ['taken-none.md', 'They talked '],
    ] as const) {
      const editor = await openAtEnd(name, head);
      await type('[@limousine', 0);
      await take(editor, REUTERS);
      equal(editor.document.getText(), `${head}[@${REUTERS}]`);
      await forget(name);
    }
  });
});

describe('Keys of a bibliography file in completion', () => {
  before(async () => {
    await extensionUnderTest().activate();
  });
  afterEach(closeEditors);

  const book = (key: string): string => `@book{${key},\n  title = {Harbour Letters},\n}\n`;
  const citing = (bib: string): string => `---\nbibliography: ${bib}\n---\n\nSee [@harbour`;
  const own = async (document: vscode.TextDocument): Promise<string[]> =>
    (await itemsAt(document, document.getText().length)).map(labelOf).filter(label => /^own/.test(label));

  it('are there at the first question, however long the file is', async () => {
    const entries = Array.from({ length: 2000 }, (_, at) => `@book{n${at},\n  title = {Number ${at}},\n}\n`);
    await write('long.bib', `${entries.join('\n')}\n${book('own-last')}`);
    const { document } = await openAtEnd('long.md', citing('long.bib'));
    deepEqual(await own(document), ['own-last']);
    await forget('long.bib', 'long.md');
  });

  it('are told of as they would be cited', async () => {
    await write(
      'told.bib',
      '@book{own-told,\n  author = {Rowe, Ada},\n  title = {Harbour Letters},\n  date = {1999},\n}\n',
    );
    const { document } = await openAtEnd('told.md', citing('told.bib'));
    const items = await itemsAt(document, document.getText().length);
    const { documentation } = items.find(each => labelOf(each) === 'own-told') ?? {};
    ok(documentation instanceof vscode.MarkdownString, 'no documentation');
    equal(documentation.value, 'Ada Rowe, *Harbour Letters* (1999)');
    await forget('told.bib', 'told.md');
  });

  it('are the last ones that were read until the file is read again, and those of other files stay', async () => {
    await write('one.bib', book('own-first'));
    await write('two.bib', book('own-other'));
    const one = (await openAtEnd('one.md', citing('one.bib'))).document;
    deepEqual(await own(one), ['own-first']);
    const two = (await openAtEnd('two.md', citing('two.bib'))).document;
    deepEqual(await own(two), ['own-other']);
    await write('one.bib', book('own-second'));
    const seen = new Set<string>();
    await eventually('the new key', async () => {
      const keys = await own(one);
      equal(keys.length, 1);
      seen.add(keys.join());
      deepEqual(await own(two), ['own-other']);
      return keys[0] === 'own-second';
    });
    ok(
      [...seen].every(key => /^own-(?:first|second)$/.test(key)),
      [...seen].join(),
    );
    await forget('one.bib', 'two.bib', 'one.md', 'two.md');
  });

  it('follow what the text names', async () => {
    await write('three.bib', book('own-first'));
    await write('four.bib', book('own-other'));
    const editor = await openAtEnd('three.md', citing('three.bib'));
    deepEqual(await own(editor.document), ['own-first']);
    await editor.edit(edit => edit.replace(new vscode.Range(1, 14, 1, 19), 'four'));
    deepEqual(await own(editor.document), ['own-other']);
    await forget('three.bib', 'four.bib', 'three.md');
  });
});
