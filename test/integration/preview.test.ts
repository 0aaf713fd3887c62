import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { match, notMatch, ok } from './assert.ts';
import {
  closeEditors,
  eventually,
  extensionUnderTest,
  kind,
  openFile,
  openMarkdown,
  workspaceFile,
} from './host.ts';
import { after, afterEach, before, describe, it } from './mocha.ts';

const KEY = 'reuters-2013-kerry-lavrov';
const TEXT = `# Geneva

They talked for three days [see @${KEY}, para. 5; @capital-cities-2025-rubio-lavrov].
As @${KEY} [para. 4] has it, \`[@${KEY}]\` is code. Nobody knows [@nobody-1999].

<!-- counterparts-bibliography -->
`;

interface Plugin {
  readonly extendMarkdownIt: (md: object) => unknown;
}

let own: InstanceType<typeof MarkdownIt> | undefined;

/**
 * What the built-in Markdown extension makes of a text, through the plugins of all extensions. It finds those of its own
 * host, and the server that the tests run on has no build of it for the browser's: there, markdown-it is called with our
 * plugin as that extension does it.
 */
async function render(text: string | vscode.TextDocument): Promise<string> {
  if (kind === 'node')
    return (await vscode.commands.executeCommand<string>('markdown.api.render', text)) ?? '';
  if (!own) {
    own = new MarkdownIt({ html: true });
    ((await extensionUnderTest().activate()) as Plugin).extendMarkdownIt(own);
  }
  const [source, currentDocument] = typeof text === 'string' ? [text] : [text.getText(), text.uri];
  return own.renderer.render(own.parse(source, {}), own.options, { currentDocument });
}

const settings = () => vscode.workspace.getConfiguration('counterparts');
const set = (name: string, value: unknown) =>
  settings().update(name, value, vscode.ConfigurationTarget.Workspace);

describe('Citations in the Markdown preview', () => {
  before(async () => {
    await eventually('the preview to show citations', async () =>
      (await render(TEXT)).includes('class="counterparts-'),
    );
  });
  afterEach(async () => {
    await set('citation.style', undefined);
    await set('preview.citations', undefined);
  });
  after(closeEditors);

  it('are numbered notes in the style of notes, with grade and reference in the tooltip', async () => {
    await set('citation.style', 'chicago-notes');
    const html = await render(TEXT);
    match(html, /three days\.<sup class="counterparts-number counterparts-weak"><a id="counterparts-call-1"/);
    match(
      html,
      /title="See Warren Strobel, “Kerry-Lavrov Rapport[^"]*⟨B2⟩[^"]*Not a source to rely on: graded E5\./,
    );
    match(html, /<li id="counterparts-note-2">Strobel, “|<li id="counterparts-note-2"><span[^>]*>Strobel, “/);
    match(html, /<code>\[@reuters-2013-kerry-lavrov\]<\/code>/);
    match(html, /\[<span class="counterparts-unknown" title="[^"]*nobody-1999[^"]*">@nobody-1999<\/span>\]/);
    match(html, /role="doc-bibliography"[\s\S]*capital-cities\.info[\s\S]*Strobel, Warren\./);
  });

  it('stand in the text in other styles, with links to the bibliography', async () => {
    await set('citation.style', 'apa');
    const html = await render(TEXT);
    match(
      html,
      /\(see <a href="#counterparts-entry-\d" class="counterparts-citation" title="[^"]*">Strobel, 2013, para\. 5<\/a>; /,
    );
    match(html, />Strobel \(2013, para\. 4\)<\/a> has it/);
  });

  it('are shown for a file, again in another style without an edit', async () => {
    const { document } = await openMarkdown(TEXT);
    await set('citation.style', 'gost');
    match(await render(document), />Strobel, 2013, para\. 5<\/a>/);
    await set('citation.style', 'mla');
    match(await render(document), />Strobel, par\. 5<\/a>/);
  });

  it('stay as they are written where the setting is off', async () => {
    await set('preview.citations', false);
    const html = await render(TEXT);
    match(html, /\[see @reuters-2013-kerry-lavrov, para\. 5; @capital-cities-2025-rubio-lavrov\]\./);
    notMatch(html, /class="counterparts-/);
  });

  it('leave the pages of the extension alone', async () => {
    const uri = vscode.Uri.from({ scheme: 'counterparts', path: `/document/${KEY}.md` });
    const page = await vscode.workspace.openTextDocument(uri);
    ok(page.getText().length > 1000, 'the page is empty');
    const html = await render(page);
    notMatch(html, /class="counterparts-|title="See/);
  });

  it('leave a text without keys as it was', async () => {
    const html = await render('One *word* here, somebody@example.org.');
    match(html, /One <em>word<\/em> here, /);
    notMatch(html, /counterparts/);
  });
});

describe('Keys of a bibliography file in the Markdown preview', () => {
  const write = (name: string, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(workspaceFile(name), new TextEncoder().encode(text));
  const bib = (title: string) => `@book{roe-2020, author = {Roe, Jan}, title = {${title}}, date = {2020}}\n`;
  const shows = (what: string, document: vscode.TextDocument, pattern: RegExp): Promise<string> =>
    eventually(what, async () => {
      const html = await render(document);
      return pattern.test(html) && html;
    });

  before(async () => {
    await set('citation.style', 'apa');
    await eventually('the preview to show citations', async () =>
      (await render(TEXT)).includes('class="counterparts-'),
    );
  });
  after(async () => {
    await set('citation.style', undefined);
    await set('citation.bibliography', undefined);
    await closeEditors();
    await vscode.workspace.fs.delete(workspaceFile('listed'), { recursive: true });
  });

  it('are shown once it is read, and as it is after each change', async () => {
    await write('listed/own.bib', bib('The Harbour Clock'));
    await write(
      'listed/note.md',
      '---\nbibliography: own.bib\n---\n\nSee [@roe-2020, p. 4; @nobody-1999].\n',
    );
    const { document } = await openFile('listed/note.md');
    const html = await shows('the entry', document, />Roe, 2020, p\. 4</);
    match(html, /title="Roe, J\. \(2020\)[^"]*The Harbour Clock[^"]*"/);
    notMatch(html, /counterparts-weak|title="[^"]*⟨/);
    match(html, /<span class="counterparts-unknown" title="[^"]*">@nobody-1999<\/span>/);

    await write('listed/own.bib', bib('The Other Clock'));
    await shows('the title after a change', document, /title="[^"]*The Other Clock/);
    await vscode.workspace.fs.delete(workspaceFile('listed/own.bib'));
    const without = await shows(
      'the key as it is written',
      document,
      /See \[@roe-2020, p\. 4; @nobody-1999\]\./,
    );
    notMatch(without, /counterparts-unknown/);
    await write('listed/own.bib', bib('The Harbour Clock'));
    await shows('the entry again', document, />Roe, 2020, p\. 4</);
  });

  it('are shown from the file of the setting, and only where it is read', async () => {
    await write('listed/set.bib', bib('The Harbour Clock'));
    const { document } = await openMarkdown('See [@roe-2020] and [@nobody-1999].');
    match(await render(document), /counterparts-unknown/);
    await set('citation.bibliography', 'listed/set.bib');
    await shows('the entry', document, />Roe, 2020<.*counterparts-unknown/);
    await set('citation.bibliography', 'listed/none.bib');
    const html = await shows('keys as they are written', document, /See \[@roe-2020\] and/);
    notMatch(html, /counterparts-unknown/);
  });
});
