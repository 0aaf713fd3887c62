import * as vscode from 'vscode';
import { equal, match, notMatch, ok } from './assert.ts';
import { closeEditors, extensionUnderTest, openMarkdown } from './host.ts';
import { unmark } from './marks.ts';
import { after, afterEach, before, describe, it } from './mocha.ts';

interface Card {
  readonly text: string;
  readonly range: vscode.Range;
  readonly markdown: vscode.MarkdownString;
}

/** Our card at a position; other extensions' hovers are left out. */
async function cardAt(document: vscode.TextDocument, position: vscode.Position): Promise<Card | undefined> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  for (const hover of hovers) {
    const markdown = hover.contents.find(
      (content): content is vscode.MarkdownString =>
        content instanceof vscode.MarkdownString && content.value.includes('command:counterparts.'),
    );
    if (!markdown) continue;
    ok(hover.range, 'a card without a range');
    const text = markdown.value.replace(/\]\([^)]*\)/g, ']').replace(/[\\[\]*]/g, '');
    return { text, range: hover.range, markdown };
  }
  return undefined;
}

async function cardIn(marked: string) {
  const { text, cursor, range } = unmark(marked);
  const { document } = await openMarkdown(text);
  const card = await cardAt(document, document.positionAt(cursor));
  return { card, document, expected: range };
}

async function expectCard(marked: string, ...patterns: RegExp[]): Promise<void> {
  const { card, document, expected } = await cardIn(marked);
  ok(card, `no card in ${JSON.stringify(marked)}`);
  ok(expected, 'the text marks no range');
  equal(
    document.offsetAt(card.range.start),
    expected.start,
    `start of the range in ${JSON.stringify(marked)}`,
  );
  equal(document.offsetAt(card.range.end), expected.end, `end of the range in ${JSON.stringify(marked)}`);
  for (const pattern of patterns) match(card.text, pattern);
}

async function expectNone(marked: string): Promise<void> {
  const { card } = await cardIn(marked);
  equal(card?.text, undefined, `a card in ${JSON.stringify(marked)}`);
}

describe('Hover', () => {
  before(async () => {
    await extensionUnderTest().activate();
  });
  after(closeEditors);
  afterEach(closeEditors);

  it('knows a full name, a surname and a title, with the exact range', async () => {
    await expectCard('Talks with «John Ker|ry» went on.', /John Kerry/, /US Secretary of State/);
    await expectCard('Talks with «Ke|rry» went on.', /John Kerry/);
    await expectCard('Talks with «Secretary Ke|rry» went on.', /John Kerry/);
    await expectCard('“«Sergei La|vrov»” spoke.', /Sergey Lavrov/, /Minister of Foreign Affairs/);
  });

  it('leaves the possessive outside', async () => {
    await expectCard('«Kerr|y»’s aides and his', /John Kerry/);
    await expectCard("«Lavr|ov»'s plane", /Sergey Lavrov/);
  });

  it('finds a name across a line break and a non-breaking space', async () => {
    await expectCard('They met «Hillary\nClin|ton» there.', /Hillary Clinton/);
    await expectCard('They met «John\u00a0Ke|rry» there.', /John Kerry/);
    await expectCard('They met «John\r\nKe|rry» there.', /John Kerry/);
  });

  it('knows Cyrillic nominatives', async () => {
    await expectCard('Вчера «Сергей Ла|вров» заявил', /Sergey Lavrov/);
    await expectCard('а «Ке|рри» ответил', /John Kerry/);
  });

  it('says nothing in code, link targets, HTML, comments and front matter', async () => {
    await expectNone('See `Ker|ry` there.');
    await expectNone('```\nKer|ry\n```');
    await expectNone('[notes](https://example.org/Ker|ry)');
    await expectNone('<a title="Ker|ry">x</a>');
    await expectNone('<!-- Ker|ry -->');
    await expectNone('---\ntitle: Ker|ry\n---\n\nText');
    await expectNone('mail to Kerry.Lav|rov@example.org now');
  });

  it('says nothing on what only looks like a name', async () => {
    await expectNone('a bowl of ri|ce');
    await expectNone('at Ri|ce University');
    await expectNone('in Powell Ri|ver');
    await expectNone('with Jerome Pow|ell');
  });

  it('is led by the sentence: its date and place choose the meeting', async () => {
    await expectCard(
      'They knew each other. In September 2013 «Ker|ry» and Lavrov spent three days in Geneva.',
      /Fits this sentence\s+[\d–]+ September 2013 · Geneva/,
      /Reuters 2013/,
    );
    const { card } = await cardIn('In March 2016 Ke|rry flew to Moscow.');
    match(card?.text ?? '', /March 2016/);
    notMatch(card?.text.split('Fits this sentence')[1] ?? '', /September 2013/);
  });

  it('tells that an office was not held at the date', async () => {
    await expectCard('In June 2003 «Ker|ry» voted.', /not in this office at the date given/);
  });

  it('says who is meant by a wrong name, and that the name is wrong', async () => {
    await expectCard(
      'One site has «Monica Rub|io» in Moscow.',
      /Marco Rubio is meant/,
      /wrong about the name/,
      /E5/,
    );
  });

  it('runs only listed commands and no HTML', async () => {
    const { card } = await cardIn('Then La|vrov left.');
    ok(card, 'no card');
    const { isTrusted, supportHtml } = card.markdown;
    ok(typeof isTrusted === 'object', 'a card is trusted for every command');
    const allowed = new Set(isTrusted.enabledCommands);
    for (const [, command] of card.markdown.value.matchAll(/\(command:([\w.]+)/g)) {
      ok(allowed.has(command ?? ''), `${command} is linked and not allowed`);
    }
    ok(!supportHtml, 'HTML is rendered');
  });

  it('follows edits, undo and files with odd characters', async () => {
    const editor = await openMarkdown('\ufeffPowell spoke.\r\nA lone \ud800 surrogate, then Lavrov.\r\n');
    const { document } = editor;
    const at = document.getText().indexOf('Lavrov');
    equal((await cardAt(document, document.positionAt(at + 1)))?.range.start.line, 1);
    await editor.edit(edit => edit.insert(new vscode.Position(1, 0), 'Kerry met a friend. '));
    const moved = document.getText().indexOf('Kerry');
    const kerry = await cardAt(document, document.positionAt(moved + 1));
    match(kerry?.text ?? '', /John Kerry/);
    const later = document.getText().indexOf('Lavrov');
    equal(
      document.offsetAt(
        (await cardAt(document, document.positionAt(later)))?.range.start ?? new vscode.Position(0, 0),
      ),
      later,
    );
    await editor.edit(edit => edit.insert(new vscode.Position(1, 0), '    '));
    await vscode.commands.executeCommand('undo');
    const again = document.getText().indexOf('Lavrov');
    ok(await cardAt(document, document.positionAt(again)), 'no card after undo');
  });

  it('answers in a file of 10 MB and in one long line', async () => {
    const sentence = 'Nothing of note happened on that day, and nobody wrote about it at all. ';
    const long = `${sentence.repeat(2000)}Then Kerry spoke.`;
    const { document } = await openMarkdown(long);
    ok(
      await cardAt(document, document.positionAt(long.lastIndexOf('Kerry') + 1)),
      'no card in one long line',
    );
    const paragraphs = `${sentence.repeat(8)}\n\n`;
    const book = `${paragraphs.repeat(Math.ceil(10_000_000 / paragraphs.length))}Then Lavrov spoke.\n`;
    const big = await openMarkdown(book);
    const at = big.document.positionAt(book.lastIndexOf('Lavrov') + 1);
    ok(await cardAt(big.document, at), 'no card in 10 MB');
  }).timeout(60_000);
});
