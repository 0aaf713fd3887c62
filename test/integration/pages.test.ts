import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { closeEditors, eventually } from './host.ts';
import { after, describe, it } from './mocha.ts';

const page = async (path: string): Promise<string> =>
  (await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'counterparts', path }))).getText();

describe('Pages', () => {
  after(closeEditors);

  it('tell what is known of a meeting, each statement with its evidence', async () => {
    const text = await page('/meeting/2013-09-geneva.md');
    match(text, /^# .*Geneva/);
    match(text, /\| Date \|.*September 2013.*\| Reuters 2013, \[¶4\]/);
    match(text, /\| Participants \|.*Kerry.*Lavrov|\| Participants \|.*Lavrov.*Kerry/);
    match(text, /## Evidence/);
  });

  it('tell of a doubtful meeting that it is doubtful, first of all', async () => {
    const dossier = await page('/person/rubio-marco.md');
    match(dossier, /doubtful/);
    const id = /\/meeting\/([\w-]+)\.md\)[^\n]*doubtful/.exec(dossier)?.[1];
    ok(id, 'no doubtful meeting on Rubio’s page');
    match(
      await page(`/meeting/${id}.md`),
      /^# [^\n]+\n\n> \*\*Doubtful: only capital-?cities|^# [^\n]+\n\n> \*\*Doubtful/,
    );
  });

  it('show a document with its grade, flaws and every paragraph', async () => {
    const text = await page('/document/reuters-2013-kerry-lavrov.md');
    match(text, /## Assessment: B2/);
    match(text, /## Flaws/);
    const numbers = Array.from(text.matchAll(/^### Paragraph (\d+)$/gm), found => Number(found[1]));
    deepEqual(
      numbers,
      Array.from({ length: 32 }, (_, index) => index + 1),
    );
  });

  it('lead to each other: no link of any page leads nowhere', async () => {
    const seen = new Set<string>();
    const queue = [
      '/person/lavrov-sergey.md',
      '/document/sputnik-2025-eight-secretaries.md',
      '/document/capital-cities-2025-rubio-lavrov.md',
    ];
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const text = await page(path);
      for (const [, target = ''] of text.matchAll(/\]\(\.\.(\/[^)#]+)(?:#[^)]*)?\)/g))
        queue.push(decodeURI(target));
    }
    ok(seen.size > 60, `only ${seen.size} pages are linked`);
  }).timeout(60_000);

  it('cannot be changed, and say clearly that a page does not exist', async () => {
    const uri = vscode.Uri.from({ scheme: 'counterparts', path: '/meeting/2013-09-geneva.md' });
    equal(vscode.workspace.fs.isWritableFileSystem('counterparts'), false);
    ok(
      await vscode.workspace.fs.writeFile(uri, new Uint8Array()).then(
        () => false,
        () => true,
      ),
      'a page could be written',
    );
    ok(
      await page('/meeting/none.md').then(
        () => false,
        () => true,
      ),
      'a page that does not exist was read',
    );
  });

  it('open in VS Code’s own Markdown preview', async () => {
    await vscode.commands.executeCommand('counterparts.openPage', {
      type: 'passage',
      id: 'reuters-2013-kerry-lavrov#4',
    });
    await eventually('a preview', () =>
      vscode.window.tabGroups.all
        .flatMap(group => group.tabs)
        .some(
          tab => tab.input instanceof vscode.TabInputWebview && /markdown\.preview/.test(tab.input.viewType),
        ),
    );
  });
});
