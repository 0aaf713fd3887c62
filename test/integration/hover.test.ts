import * as vscode from 'vscode';
import { equal, match, notMatch, ok } from './assert.ts';
import { closeEditors, eventually, extensionUnderTest, openMarkdown } from './host.ts';
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
        content instanceof vscode.MarkdownString &&
        typeof content.isTrusted === 'object' &&
        content.isTrusted.enabledCommands.includes('counterparts.openPage'),
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

  it('is not led by a place that only stands in a key or a label', async () => {
    for (const mark of [
      '[^foreign-policy-2017-lavrov-washington-p1]',
      ' [@foreign-policy-2017-lavrov-washington]',
    ]) {
      const { card } = await cardIn(`Then Lavrov spoke with Tiller|son${mark}.`);
      match(card?.text ?? '', /Rex Tillerson/);
      notMatch(card?.text ?? '', /Fits this sentence/);
    }
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

describe('Hover over sources', () => {
  before(async () => {
    await extensionUnderTest().activate();
  });
  afterEach(closeEditors);

  it('tells of a key the reference, the grade, the flaws and what the cited paragraphs say', async () => {
    await expectCard(
      'As told [see «@reu|ters-2013-kerry-lavrov», para. 4].',
      /^Reuters 2013 · ⟨B2⟩ source usually reliable, content probably true/,
      /Warren Strobel.*Kerry-Lavrov Rapport.*September 15, 2013, para. 4/,
      /Page · All citations/,
      /¶4 \S.{20}/,
      /\d+ flaws, among them: /,
    );
    await expectCard(
      '«@{reuters-2013-kerry-lav|rov}» [paras. 5, 900] told',
      /¶5 /,
      /Reuters 2013 has no ¶900/,
    );
    await expectCard('[«@capital-cities-2025-rubio-|lavrov»]', /Not a source to rely on: graded E5/);
  });

  it('says quietly that a key is not known, and which is near', async () => {
    await expectCard(
      '[«@reuters-2013-kerry-lav|row»]',
      /No source is known by the key/,
      /Did you mean @reuters-2013-kerry-lavrov/,
    );
    await expectCard('[«@smith-|1999»]', /^No source is known by the key “smith-1999”\.$/);
    await expectNone('thanks to @so|mebody');
    await expectNone('see [@fig-|map]');
    await expectNone('`@reu|ters-2013-kerry-lavrov`');
  });

  it('tells over a footnote’s call what it says and cites, over its definition how often it is called', async () => {
    const note = '\n\n[^n]: As @reuters-2013-kerry-lavrov [para. 31] has it.\n';
    await expectCard(`They rode together«[^|n]».${note}`, /^As @reuters-2013-kerry-lavrov/, /⟨B2⟩/, /¶31 /);
    await expectCard('One[^n], two[^n].\n\n«[^|n]:» Text.', /^Used 2 times in this file\.$/);
    await expectCard('One.\n\n«[^|n]:» Text.', /used nowhere/);
    const inserted = '\n\n[^reuters-2013-kerry-lavrov-p4]: Strobel, “Kerry-Lavrov Rapport,” para. 4.\n';
    await expectCard(`So«[^reuters-2013-|kerry-lavrov-p4]».${inserted}`, /Strobel/, /⟨B2⟩/, /¶4 /);
    await expectNone('One[^|n] without a definition.');
  });

  it('tells of a quotation whether it is word for word, where it stands and who said it', async () => {
    await expectCard(
      'He said «“Sergei Lavrov and I have never sto|pped talking,”» and left.',
      /Word for word.*Reuters 2013, ¶4 ⟨B2⟩/,
      /Spoken by John Kerry · at first hand/,
    );
    await expectCard(
      'He said «"Sergei Lavrov and I have never sto|pped shouting,"» and left.',
      /Not word for word/,
      /“shouting”: the record has “talking”/,
    );
    await expectCard('> «Sergei Lavrov and I have never sto|pped talking,»\n', /Word for word/);
    // The name wins.
    await expectCard(
      'He said “«Sergei Lav|rov» and I have never stopped talking,” and left.',
      /Minister of Foreign Affairs/,
    );
    await expectNone('He said “we shall plant an apple tr|ee in the harbour garden” and left.');
  });

  it('says whom else a bare surname can mean, until the text has said it', async () => {
    await expectCard(
      'Then «Cl|inton» spoke.',
      /Could also be: Bill Clinton, president from 1993 to 2001; Chelsea Clinton/,
    );
    for (const marked of [
      'Hillary Clinton came. Then Cl|inton spoke.',
      'Then Secretary Cl|inton spoke.',
      'Then Ke|rry spoke.',
    ]) {
      const { card } = await cardIn(marked);
      ok(card, `no card in ${marked}`);
      notMatch(card.text, /Could also be/, marked);
    }
  });

  it('takes dates that are told from the document’s own', async () => {
    await expectCard(
      '---\ndate: 2003-06-20\n---\n\nLast week «Ker|ry» voted.',
      /not in this office at the date given/,
    );
  });

  it('is escaped, and short', async () => {
    const long = '*bold* <b>x</b> $(bug) [x](command:y) '.repeat(2000);
    const { card } = await cardIn(`So[^|n].\n\n[^n]: ${long}`);
    ok(card, 'no card');
    ok(card.markdown.value.length < 4000, `${card.markdown.value.length} units`);
    notMatch(card.markdown.value, /<b>|(?<!\\)\$\(bug|\]\(command:y/);
  });

  it('leads to all places of a name in the writer’s files', async () => {
    const { document } = await openMarkdown('Kerry came. Then John Kerry left.');
    const asked: string[] = [];
    const probe = vscode.languages.registerReferenceProvider('markdown', {
      provideReferences: ({ uri }, { line, character }) => {
        asked.push(`${uri.toString()} ${line}:${character}`);
        return [];
      },
    });
    try {
      const card = await cardAt(document, new vscode.Position(0, 18));
      const link = /\[All mentions\]\(command:counterparts\.showMentions\?([^)]*)\)/.exec(
        card?.markdown.value ?? '',
      );
      const [argument] = JSON.parse(decodeURIComponent(link?.[1] ?? '[]'));
      await vscode.commands.executeCommand('counterparts.showMentions', argument);
      await eventually('VS Code to ask for references', () =>
        asked.includes(`${document.uri.toString()} 0:17`),
      );
    } finally {
      probe.dispose();
    }
  });
});
