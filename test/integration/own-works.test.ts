import * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/extension.ts';
import { deepEqual, equal, match, ok } from './assert.ts';
import { read } from './files.ts';
import { closeEditors, eventually, extensionUnderTest, workspaceFile } from './host.ts';
import { MemoryFiles } from './memory-files.ts';
import { after, afterEach, before, describe, it } from './mocha.ts';

const BIB = `@book{vale-2013,
  author = {Vale, Ada},
  title = {The Harbour Clock},
  publisher = {Quay},
  date = {2013},
  doi = {10.1000/clock},
  x-shelf = {B 7},
}

@article{broken-2014
  title = {No comma behind the key},
}

@online{roe-2020,
  author = {Roe, Jan},
  title = {Часы в гавани},
  date = {2020-05},
  url = {https://example.org/nets},
}
`;
const OWN = { type: 'document', id: 'vale-2013' } as const;
const DOCUMENT = 'reuters-2013-kerry-lavrov';
const NOTE = 'Ada Vale, *The Harbour Clock* (Quay, 2013)';

const run = (command: string, ...args: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`counterparts.${command}`, ...args);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Where files are put for a test. */
interface Place {
  readonly name: string;
  put(name: string, text: string): Promise<vscode.Uri>;
}

const memory = new MemoryFiles();
const onDisk: Place = {
  name: 'on the disk',
  put: async (name, text) => {
    const uri = workspaceFile(`own/${name}`);
    await vscode.workspace.fs.writeFile(uri, bytes(text));
    return uri;
  },
};
const inMemory: Place = {
  name: 'on a virtual file system',
  put: async (name, text) => memory.put(`/own-works/${name}`, text),
};

for (const place of [onDisk, inMemory]) {
  describe(`Works of bibliography files ${place.name}`, () => {
    let exports: ExtensionExports;
    let registered: vscode.Disposable | undefined;
    let bib: vscode.Uri;
    let notes = 0;
    const token = new vscode.CancellationTokenSource().token;

    before(async () => {
      exports = (await extensionUnderTest().activate()) as ExtensionExports;
      if (place === inMemory) {
        registered = vscode.workspace.registerFileSystemProvider(MemoryFiles.SCHEME, memory);
      }
      bib = await place.put('refs.bib', BIB);
    });
    afterEach(closeEditors);
    after(async () => {
      await closeEditors();
      registered?.dispose();
      if (place === onDisk) await vscode.workspace.fs.delete(workspaceFile('own'), { recursive: true });
    });

    /** Opens a file that names the bibliography, with a caret at each `|` of its text. */
    async function openAt(marked: string): Promise<vscode.TextEditor> {
      const parts = `---\nbibliography: refs.bib\n---\n\n${marked}`.split('|');
      const uri = await place.put(`note-${++notes}.md`, parts.join(''));
      const document = await vscode.workspace.openTextDocument(uri);
      const editor = await vscode.window.showTextDocument(document);
      editor.selections = parts.slice(0, -1).map((_, index) => {
        const position = document.positionAt(parts.slice(0, index + 1).join('').length);
        return new vscode.Selection(position, position);
      });
      return editor;
    }

    const bodyOf = ({ document }: vscode.TextEditor): string =>
      document.getText().slice('---\nbibliography: refs.bib\n---\n\n'.length);

    const inserted = async (marked: string, form: string, more: object = {}): Promise<string> => {
      const editor = await openAt(marked);
      await run('insertCitation', { items: [OWN], form, style: 'chicago-notes', ...more });
      const body = bodyOf(editor);
      await closeEditors();
      return body;
    };

    it('are cited in every form, and nothing is added to their file', async () => {
      equal(await inserted('So|.', 'pandoc-key'), 'So [@vale-2013].');
      equal(await inserted('So [@roe-2020|].', 'pandoc-key'), 'So [@roe-2020; @vale-2013].');
      equal(await inserted('As | says', 'pandoc-in-text'), 'As @vale-2013 says');
      equal(await inserted('So|.', 'pandoc-no-author'), 'So [-@vale-2013].');
      equal(await inserted('So|.', 'myst'), 'So {cite:p}`vale-2013`.');
      equal(
        await inserted('So.|', 'footnote'),
        `So.[^vale-2013]\n\n[^vale-2013]: ${NOTE}, <https://doi.org/10.1000/clock>.`,
      );
      equal(await inserted('So|.', 'markdown-link'), 'So [Vale 2013](https://doi.org/10.1000/clock).');
      equal(await inserted('|', 'plain-key'), 'vale-2013');
      const styles = { 'chicago-author-date': 'So (Vale 2013).', apa: 'So (Vale, 2013).', mla: 'So (Vale).' };
      for (const [style, expected] of Object.entries(styles)) {
        equal(await inserted('So|.', 'formatted', { style }), expected);
      }
      equal(await read(bib), BIB);
    });

    it('stand beside documents of the dossier, of which alone the file gains an entry, in one step', async () => {
      const file = await place.put('other.bib', BIB);
      const editor = await openAt('So|.\n\nThen|.\n');
      await editor.edit(builder => builder.replace(new vscode.Range(1, 14, 1, 22), 'other.bib'));
      const before = editor.document.getText();
      editor.selections = [...before.matchAll(/So|Then/g)].map(({ index, 0: word }) => {
        const at = editor.document.positionAt(index + word.length);
        return new vscode.Selection(at, at);
      });
      const items = [OWN, { type: 'document', id: DOCUMENT }];
      await run('insertCitation', { items, form: 'pandoc-key' });
      const cited = `[@vale-2013; @${DOCUMENT}]`;
      equal(
        editor.document.getText(),
        before.replace('So.', `So ${cited}.`).replace('Then.', `Then ${cited}.`),
      );
      const entries = await vscode.workspace.openTextDocument(file);
      ok(entries.getText().startsWith(`${BIB}\n@`), entries.getText());
      equal(entries.getText().match(/^@\w+\{.*,/gm)?.length, 3);
      equal(entries.getText().match(/vale-2013/g)?.length, 1);
      await vscode.commands.executeCommand('undo');
      equal(editor.document.getText(), before);
      equal(entries.getText(), BIB);
    });

    it('keep their keys where they are documents of the dossier too, in citations and behind quotations', async () => {
      const twin = `@article{strobel13,\n  author = {Strobel, Warren},\n  title = {Kerry-Lavrov Rapport Smoothed Path to Syria Deal},\n  date = {2013-09-15},\n}\n`;
      const file = await place.put('twin.bib', twin);
      const text = '---\nbibliography: twin.bib\n---\n\nSo.\n';
      const uri = await place.put('twin.md', text);
      const document = await vscode.workspace.openTextDocument(uri);
      const editor = await vscode.window.showTextDocument(document);
      const at = document.positionAt(text.length - 2);
      for (const [command, id] of [
        ['insertCitation', { type: 'passage', id: `${DOCUMENT}#5` }],
        ['insertQuotation', { type: 'quotation', id: `${DOCUMENT}-q1` }],
      ] as const) {
        editor.selection = new vscode.Selection(at, at);
        await run(command, { items: [id], form: 'pandoc-key' });
        match(document.getText(), /\[@strobel13, para\. \d+\]/);
        await vscode.commands.executeCommand('undo');
        equal(document.getText(), text);
      }
      equal(await read(file), twin);
    });

    it('that none of the files has are told, and nothing is inserted', async () => {
      const editor = await openAt('So|.');
      await run('insertCitation', { items: [{ type: 'document', id: 'nobody-1999' }], form: 'pandoc-key' });
      equal(bodyOf(editor), 'So.');
    });

    it('are chosen in the picker', async () => {
      const settings = vscode.workspace.getConfiguration('counterparts');
      await settings.update('citation.form', 'pandoc-key', vscode.ConfigurationTarget.Global);
      try {
        const editor = await openAt('So|.\n');
        const done = run('insertCitation', { reference: OWN });
        await eventually('the citation', async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return bodyOf(editor) !== 'So.\n';
        });
        await done;
        equal(bodyOf(editor), 'So [@vale-2013].\n');
      } finally {
        await settings.update('citation.form', undefined, vscode.ConfigurationTarget.Global);
      }
    });

    describe('at the caret', () => {
      const copied = async (command: string, ...args: unknown[]): Promise<string> => {
        await vscode.env.clipboard.writeText('');
        await run(command, ...args);
        return vscode.env.clipboard.readText();
      };

      it('are copied as a citation at the place that is given, and as records', async () => {
        const settings = vscode.workspace.getConfiguration('counterparts');
        await settings.update('citation.form', 'formatted', vscode.ConfigurationTarget.Global);
        await settings.update('citation.style', 'apa', vscode.ConfigurationTarget.Global);
        try {
          await openAt('See [@va|le-2013, p. 12].');
          equal(await copied('copyCitation'), '(Vale, 2013, p. 12)');
        } finally {
          await settings.update('citation.form', undefined, vscode.ConfigurationTarget.Global);
          await settings.update('citation.style', undefined, vscode.ConfigurationTarget.Global);
        }
        match(
          await copied('copyAsBibLatex'),
          /^@book\{vale-2013,\n[\s\S]*publisher = \{Quay\},[\s\S]*doi = \{10\.1000\/clock\},\n {2}x-shelf = \{B 7\},\n\}\n$/,
        );
        const [record] = JSON.parse(await copied('copyAsCslJson')) as { id: string; DOI: string }[];
        deepEqual([record?.id, record?.DOI], ['vale-2013', '10.1000/clock']);
        match(
          await copied('copyAsRis'),
          /^TY {2}- BOOK\r\nID {2}- vale-2013\r\n[\s\S]*DO {2}- 10\.1000\/clock\r\n/,
        );
      });

      const cardAt = async (document: vscode.TextDocument, position: vscode.Position): Promise<string> => {
        const hover = await exports.provideHover(document, position, token);
        const [content] = hover?.contents ?? [];
        return content instanceof vscode.MarkdownString ? content.value : '';
      };

      it('are told of in the style that is in use, with the way to the original', async () => {
        const { document, selection } = await openAt(`See [@va|le-2013, p. 12] and [@${DOCUMENT}, chap. 4].`);
        const onDocument = document.positionAt(document.getText().indexOf(DOCUMENT) + 2);
        const settings = vscode.workspace.getConfiguration('counterparts');
        await settings.update('citation.style', 'apa', vscode.ConfigurationTarget.Global);
        try {
          match(await cardAt(document, selection.active), /Vale, A\. \(2013\)\. \*The harbour clock\*/i);
          match(await cardAt(document, onDocument), /Strobel, W\. \(2013/);
        } finally {
          await settings.update('citation.style', undefined, vscode.ConfigurationTarget.Global);
        }
        match(await cardAt(document, onDocument), /Warren Strobel.*chap\. 4/);
        const card = await cardAt(document, selection.active);
        match(card, /Ada Vale, \*The Harbour Clock\* \(Quay, 2013\), 12/);
        match(card, /refs\.bib, line 1/);
        match(card, /\[Original\]\(https:\/\/doi\.org\/10\.1000\/clock\) · \[All citations\]/);
      });

      it('are told of over footnotes that cite them by key, or as they were inserted', async () => {
        const { document, selections } = await openAt(
          `One.[^o|ne] Two.[^vale-2013-|page-3]\n\n[^one]: See @vale-2013 and @${DOCUMENT}.\n[^vale-2013-page-3]: ${NOTE}, 3.\n`,
        );
        const [one = '', two = ''] = await Promise.all(
          selections.map(({ active }) => cardAt(document, active)),
        );
        match(one, /---\n\nAda Vale, \*The Harbour Clock\*[\s\S]*Also cites \[Reuters 2013\]/);
        match(two, /, 3\\?\.\n\n---\n\nAda Vale, \*The Harbour Clock\*[\s\S]*refs\.bib, line 1/);
      });
    });

    describe('that are pasted', () => {
      async function pasted(
        editor: vscode.TextEditor,
        text: string,
      ): Promise<readonly vscode.DocumentPasteEdit[]> {
        const data = new vscode.DataTransfer();
        data.set('text/plain', new vscode.DataTransferItem(text));
        const context = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
        const { document, selections } = editor;
        const found = await exports.providePasteEdits(document, selections, data, context, token);
        return found ?? [];
      }

      async function take(offers: readonly vscode.DocumentPasteEdit[], form: string): Promise<void> {
        const offer = offers.find(({ kind }) => kind?.value.endsWith(`.${form}`));
        ok(offer?.additionalEdit, `no offer of ${form}`);
        ok(await vscode.workspace.applyEdit(offer.additionalEdit), 'the edit was refused');
      }

      it('by a key, a citation, an address or a DOI are offered in every form', async () => {
        for (const [text, key] of [
          ['vale-2013', 'vale-2013'],
          ['[@vale-2013]', 'vale-2013'],
          ['https://doi.org/10.1000/CLOCK', 'vale-2013'],
          ['10.1000/clock', 'vale-2013'],
          ['http://example.org/nets/', 'roe-2020'],
        ] as const) {
          const editor = await openAt('See |.\n');
          await take(await pasted(editor, text), 'pandoc-key');
          equal(bodyOf(editor), `See [@${key}].\n`);
          await closeEditors();
        }
        const editor = await openAt('See |.\n');
        deepEqual(await pasted(editor, 'nobody-1999'), []);
      });

      it('stand at every caret and in the place of what is selected, in one step', async () => {
        const editor = await openAt('See | here.\n\nAnd old there|.\n');
        const old = editor.document.positionAt(editor.document.getText().indexOf('old'));
        editor.selections = [...editor.selections, new vscode.Selection(old, old.translate(0, 'old'.length))];
        const offers = await pasted(editor, '@vale-2013');
        await take(offers, 'pandoc-key');
        equal(bodyOf(editor), 'See [@vale-2013] here.\n\nAnd [@vale-2013] there [@vale-2013].\n');
        await vscode.commands.executeCommand('undo');
        equal(bodyOf(editor), 'See  here.\n\nAnd old there.\n');
        await take(offers, 'footnote');
        match(
          bodyOf(editor),
          /^See\[\^vale-2013\] {2}here\.\n\nAnd\[\^vale-2013\] {2}there\[\^vale-2013\]\.\n\n\[\^vale-2013\]: Ada Vale/,
        );
        equal(await read(bib), BIB);
      });
    });

    it('are found where they are cited', async () => {
      const editor = await openAt('One [@vale-2013].\n\nTwo [-@vale-2013, p. 3] and [@roe-2020|].\n');
      await run('whereCited', OWN);
      await eventually('the place', () => editor.selection.active.line === 4);
      const found = await exports.provideReferences(
        editor.document,
        editor.selection.active,
        { includeDeclaration: true },
        token,
      );
      deepEqual(
        found
          ?.filter(({ uri }) => uri.toString() === editor.document.uri.toString())
          .map(({ range }) => range.start.line),
        [4, 6],
      );
    });
  });
}
