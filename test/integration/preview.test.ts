import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { match, notMatch, ok } from './assert.ts';
import { closeEditors, eventually, extensionUnderTest, kind, openMarkdown } from './host.ts';
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
