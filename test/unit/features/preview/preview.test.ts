import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { BibliographyIndex } from '../../../../src/core/citation/bibliography/bibliography-index.ts';
import { readingBibliography } from '../../../../src/core/citation/bibliography/read.ts';
import { type ListedWorks, listedWork } from '../../../../src/core/citation/preview/work.ts';
import { styleOf } from '../../../../src/core/citation/styles/registry.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import type { SourceDocument } from '../../../../src/core/dossier/records.ts';
import type { MarkdownIt as Engine } from '../../../../src/features/preview/markdown-it.ts';
import { installCitations } from '../../../../src/features/preview/plugin.ts';
import { sourceDocument } from '../../core/citation/sources.ts';
import { readmes } from '../../core/text/readmes.ts';

const CLOCK = sourceDocument('herald-2013-clock', { URL: 'https://herald.example/clock' });
const HOSTILE = sourceDocument('hostile-2014', {
  title: '<img src=x onerror=alert(1)> & "quoted" \'marks\'',
  author: [{ family: '"><script>alert(2)</script>', given: '<b>' }],
  'container-title': '<i>Times</i>',
  issued: '2014',
  URL: 'javascript:alert(3)',
});
const WEAK: SourceDocument = {
  ...sourceDocument('weak-2015', { author: [{ family: 'Rumour', given: 'Rita' }], issued: '2015-02' }),
  assessment: { reliability: 'E', credibility: 5, reason: '' },
};
const DOCUMENTS = [CLOCK, HOSTILE, WEAK];

const dossier = new Dossier({
  people: [],
  meetings: [],
  documents: DOCUMENTS,
  disputes: [],
  records: [],
} as unknown as ConstructorParameters<typeof Dossier>[0]);

type Markdown = InstanceType<typeof MarkdownIt>;

interface Wishes {
  readonly style?: string;
  readonly asWritten?: boolean;
  /** What the bibliography files of the document hold. */
  readonly listed?: ListedWorks;
  /** What those of some other document hold. */
  readonly elsewhere?: ListedWorks;
}

const NOTHING: ListedWorks = { has: () => false, get: () => undefined };

function engine(wishes: Wishes = {}): Markdown {
  const { style = 'chicago-author-date', asWritten = false, listed = NOTHING, elsewhere = NOTHING } = wishes;
  const md = new MarkdownIt({ html: true, linkify: true });
  // The types of the plugin are those of several versions at once.
  installCitations(md as unknown as Engine, {
    dossier,
    style: () => (asWritten ? undefined : styleOf(style)),
    listed: () => listed,
    mayBeListed: key => listed.has(key) || elsewhere.has(key),
    unknown: (key, inBrackets) => (inBrackets ? `No document has "${key}".` : undefined),
    remark: ({ assessment }, paragraphs) =>
      [`grade ${assessment.reliability}${assessment.credibility}`, ...paragraphs].join(' '),
    words: { notes: 'Notes', bibliography: 'Bibliography', back: 'Back' },
  });
  return md;
}

const render = (text: string, wishes?: Wishes): string => engine(wishes).render(text);
/** What a reader sees: no tags, no tooltips. */
const shown = (text: string, wishes?: Wishes): string =>
  render(text, wishes)
    .replace(/<[^<>]*>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
const plain = new MarkdownIt({ html: true, linkify: true });

describe('Citations in the preview, in a style that cites in the text', () => {
  it.each([
    ['They met [@herald-2013-clock].', 'They met (Vale 2013).'],
    ['They met [@herald-2013-clock, para. 4].', 'They met (Vale 2013, para. 4).'],
    [
      'They met [see @herald-2013-clock, p. 33, who *doubts* it].',
      'They met (see Vale 2013, 33, who doubts it).',
    ],
    [
      'They met [@herald-2013-clock; also @weak-2015, paras. 2-4].',
      'They met (Vale 2013; also Rumour 2015, paras. 2–4).',
    ],
    ['Vale says so [-@herald-2013-clock].', 'Vale says so (2013).'],
    ['As @herald-2013-clock says.', 'As Vale (2013) says.'],
    ['As @herald-2013-clock [para. 4] says.', 'As Vale (2013, para. 4) says.'],
    ['As @herald-2013-clock [para. 4, in passing] says.', 'As Vale (2013, para. 4, in passing) says.'],
    ['They met [@{herald-2013-clock}].', 'They met (Vale 2013).'],
    ['They met [@herald-2013-clock,\npara. 4].', 'They met (Vale 2013, para. 4).'],
    ['**Bold [@herald-2013-clock]**', 'Bold (Vale 2013)'],
    ['# Heading [@herald-2013-clock]', 'Heading (Vale 2013)'],
    ['> Quoted [@herald-2013-clock,\n> para. 4]', 'Quoted (Vale 2013, para. 4)'],
    ['- Item [@herald-2013-clock]', 'Item (Vale 2013)'],
  ])('shows %j as %j', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    [', and *etc.*', ', and etc.'],
    [', “who knows?”', ', “who knows?”'],
    [', “he said”', ', “he said.”'],
    [', and more', ', and more.'],
    [', “a ‘no’”', ', “a ‘no.’”'],
  ])('ends a note behind the words %j with one full stop', (suffix, expected) => {
    const html = shown(`Met [@herald-2013-clock${suffix}].`, { style: 'chicago-notes' });
    expect(html).toContain(`herald.example/clock${expected} ↩`);
  });

  it('takes the brackets and the order of each style', () => {
    const text = '[@herald-2013-clock, para. 4; -@weak-2015]';
    expect(shown(text, { style: 'apa' })).toBe('(Vale, 2013, para. 4; 2015)');
    expect(shown(text, { style: 'gost' })).toBe('[Vale, 2013, para. 4; 2015]');
    expect(shown('@herald-2013-clock [para. 4]', { style: 'mla' })).toBe('Vale (par. 4)');
    expect(shown('@herald-2013-clock [para. 4]', { style: 'apa' })).toBe('Vale (2013, para. 4)');
  });

  it('gives the full reference and the grade as a tooltip', () => {
    const title = / title="([^"]*)"/.exec(render('[@herald-2013-clock, para. 4]'))?.[1];
    expect(title).toBe(
      'Ada Vale, “Two Ministers and a Clock,” Herald, September 15, 2013, para. 4, https://herald.example/clock\ngrade B2 4',
    );
  });

  it('marks weak sources', () => {
    expect(render('[@weak-2015]')).toContain('class="counterparts-citation counterparts-weak"');
    expect(render('[@herald-2013-clock]')).not.toContain('counterparts-weak');
  });
});

describe('Citations in the preview, in a style of notes', () => {
  const notes = (text: string): string => shown(text, { style: 'chicago-notes' });

  it('numbers them behind the punctuation and lists the notes at the end, the later ones short', () => {
    expect(
      notes('They met [@herald-2013-clock, para. 4]. And again [see @herald-2013-clock; @weak-2015].'),
    ).toBe(
      [
        'They met.1 And again.2',
        '',
        '',
        'Ada Vale, “Two Ministers and a Clock,” Herald, September 15, 2013, para. 4, https://herald.example/clock. ↩',
        'See Vale, “Two Ministers and a Clock”; Rita Rumour, “Two Ministers and a Clock,” Herald, February 2015. ↩',
      ].join('\n'),
    );
  });

  it('leads from number to note and back, with the note as a tooltip', () => {
    const html = render('Met [@herald-2013-clock].', { style: 'chicago-notes' });
    expect(html).toMatch(
      /<a id="counterparts-call-1" href="#counterparts-note-1" role="doc-noteref" title="Ada Vale/,
    );
    expect(html).toContain('<li id="counterparts-note-1">');
    expect(html).toContain('<a href="#counterparts-call-1" role="doc-backlink" aria-label="Back">');
  });

  it('sets the number at the word before it where the line breaks between them', () => {
    expect(notes('They met\n[@herald-2013-clock], and\nparted.')).toMatch(/^They met,1 and\nparted\./);
    expect(shown('They met\n[@herald-2013-clock].')).toBe('They met\n(Vale 2013).');
  });

  it('leaves the name of the author in the sentence', () => {
    expect(notes('As @herald-2013-clock says.')).toMatch(/^As Vale1 says\./);
  });

  it('writes the reference itself within a footnote', () => {
    expect(notes('Met.[^1]\n\n[^1]: See [@herald-2013-clock].')).toMatch(
      /\[\^1\]: See Ada Vale, “Two Ministers and a Clock,” Herald, September 15, 2013, https:\/\/herald\.example\/clock\.$/,
    );
  });
});

describe('A bibliography in the preview', () => {
  const MARKERS = [
    '<!-- counterparts-bibliography -->',
    '<!-- counterparts-bibliography style=apa -->',
    '::: {#refs}\n:::',
    '::: {#refs}\n\n:::',
  ];

  it.each(MARKERS)('stands at %j, in order of the alphabet, each source once', marker => {
    const html = render(`[@weak-2015] [@herald-2013-clock] [@weak-2015]\n\n${marker}\n\nBehind.`);
    const entries = Array.from(html.matchAll(/<p id="counterparts-entry-(\d)"[^>]*>(\w+)/g), found =>
      found.slice(1).join(),
    );
    expect(entries).toEqual(['1,Rumour', '2,Vale']);
    expect(html).toMatch(/<\/section>\n<p>Behind\.<\/p>/);
    expect(html).toContain('<a href="#counterparts-entry-1" class="counterparts-citation counterparts-weak"');
    expect(html).not.toContain(':::');
  });

  it.each(MARKERS)('leaves %j as it is where nothing is cited', marker => {
    expect(render(`Nothing.\n\n${marker}\n`)).toBe(plain.render(`Nothing.\n\n${marker}\n`));
  });

  it('has the style that its marker names, and the text keeps its own', () => {
    const html = render('[@herald-2013-clock]\n\n<!-- counterparts-bibliography style=apa -->\n');
    expect(html).toContain('>Vale, A. (2013, September 15).');
    expect(html).toContain('>Vale 2013</a>');
    const unknown = render('[@herald-2013-clock]\n\n<!-- counterparts-bibliography style=none-such -->\n');
    expect(unknown).toContain('>Vale, Ada. 2013.');
  });

  it('leaves a section alone that has its entries in the file', () => {
    const text =
      '[@weak-2015]\n\n<!-- counterparts-bibliography -->\n\nKept.\n\n<!-- /counterparts-bibliography -->\n';
    expect(render(text)).toContain('<p>Kept.</p>');
    expect(render(text)).not.toContain('counterparts-entry');
  });

  it('fills a section that is empty', () => {
    const text =
      '[@weak-2015]\n\n<!-- counterparts-bibliography -->\n\n<!-- /counterparts-bibliography -->\n';
    expect(render(text)).toContain('id="counterparts-entry-1"');
  });

  it('links only addresses of the web', () => {
    const html = render('[@hostile-2014; @herald-2013-clock]\n\n<!-- counterparts-bibliography -->');
    expect(html).toContain('<a href="https://herald.example/clock">');
    expect(html).not.toContain('href="javascript');
  });
});

describe('Keys that no document has', () => {
  it('are marked in brackets, and the text stays as written', () => {
    const html = render('They met [see @nobody-1999, *p. 4*].');
    expect(html).toBe(
      '<p>They met [see <span class="counterparts-unknown" title="No document has &quot;nobody-1999&quot;.">@nobody-1999</span>, <em>p. 4</em>].</p>\n',
    );
  });

  it('are marked beside known ones', () => {
    expect(shown('[@herald-2013-clock; cf. @nobody-1999, p. 4]')).toBe('(Vale 2013; cf. @nobody-1999, p. 4)');
    expect(render('[@herald-2013-clock; @nobody-1999]')).toContain('counterparts-unknown');
  });

  it.each([
    'Ask @octocat about it.',
    'Install [@types/node].',
    'See [@fig-map] and [@sec-two].',
    'A link: [@nobody-1999][].\n\n[@nobody-1999]: https://example.org\n',
    '---\nbibliography: own.bib\n---\n\nMet [@nobody-1999].',
    '[@a1] [@a2] [@a3] [@a4] [@a5]',
    'Mail nobody@example.org',
  ])('are left alone in %j', text => {
    expect(render(text)).not.toContain('counterparts');
  });
});

/** A bibliography file of the writer's. It has a key of the dossier too, and an entry that says nothing. */
const BIB = `@book{roe-2020, ids = {roe}, author = {Roe, Jan and Lind, Eva}, title = {The <B>Harbour</B>}, date = {2020}}
@online{untitled, author = {Poe, Ann}, year = {1999}, url = {javascript:alert(5)}}
@book{herald-2013-clock, author = {Other, Otto}, title = {Another Clock}, year = {1950}}
@misc{empty, date = {2001}}
`;

function works(text: string, complete = true): ListedWorks {
  const reading = readingBibliography(text, 'bibtex');
  let step = reading.next();
  while (!step.done) step = reading.next();
  const index = new BibliographyIndex([{ file: 'own.bib', bibliography: step.value }]);
  return {
    has: key => index.has(key),
    get(key) {
      const found = index.get(key);
      return found && listedWork(found);
    },
    complete,
  };
}

describe('Keys that the bibliography file of the writer has', () => {
  const listed = works(BIB);
  const HEAD = '---\nbibliography: own.bib\n---\n\n';

  it.each([
    ['Met [@roe-2020].', 'Met (Roe and Lind 2020).'],
    ['Met [see @roe-2020, p. 4; @weak-2015].', 'Met (see Roe and Lind 2020, 4; Rumour 2015).'],
    ['As @roe-2020 [p. 4] says.', 'As Roe and Lind (2020, 4) says.'],
    ['Met [@roe].', 'Met (Roe and Lind 2020).'],
    ['Met [@untitled].', 'Met (Poe 1999).'],
    ['Met [@roe-2020; @nobody-1999].', 'Met (Roe and Lind 2020; @nobody-1999).'],
    [
      'Met [@empty]. As @empty says, [@roe; @empty].',
      'Met [@empty]. As @empty says, (Roe and Lind 2020; @empty).',
    ],
    ['![Met @roe](picture.png) [Met @roe](https://example.org) `[@roe]`', 'Met @roe [@roe]'],
  ])('are shown: %j as %j', (text, expected) => {
    expect(shown(text, { listed })).toBe(expected);
  });

  it('have the reference as a tooltip, without a grade, and are never weak', () => {
    const html = render('Met [@roe-2020, p. 4].', { listed });
    expect(html).toBe(
      '<p>Met (<span class="counterparts-citation" title="Jan Roe and Eva Lind, The &lt;B&gt;Harbour&lt;/B&gt; (2020), 4">Roe and Lind 2020, 4</span>).</p>\n',
    );
    const note = render('Met [@roe-2020].', { listed, style: 'chicago-notes' });
    expect(note).toMatch(/<sup class="counterparts-number"><a [^>]* title="Jan Roe and Eva Lind, [^"\n]*\."/);
  });

  it('stand for the document where the dossier has the key too', () => {
    const html = render('Met [@herald-2013-clock].', { listed });
    expect(html).toContain('Vale 2013');
    expect(html).toContain('grade B2');
  });

  it('are one source under all keys of an entry', () => {
    const text = shown('Met [@roe-2020]. Met [@roe].', { listed, style: 'chicago-notes' });
    expect(text).toMatch(
      /Jan Roe and Eva Lind, The <B>Harbour<\/B> \(2020\)\. ↩\nRoe and Lind, The <B>Harbour<\/B>\. ↩$/,
    );
  });

  it('are entries of the bibliography where only a footnote cites them', () => {
    const html = render('So.[^roe-2020-page-12]\n\n<!-- counterparts-bibliography -->\n', { listed });
    expect(html).toMatch(/<p id="counterparts-entry-1"[^>]*>Roe/);
  });

  it('are entries of the bibliography, each once, among the documents', () => {
    const html = render(
      '[@roe] [@roe-2020] [@untitled; @weak-2015]\n\n<!-- counterparts-bibliography -->\n',
      {
        listed,
      },
    );
    const entries = Array.from(
      html.matchAll(/<p id="counterparts-entry-\d"[^>]*>(\w+)/g),
      ([, name]) => name,
    );
    expect(entries).toEqual(['Poe', 'Roe', 'Rumour']);
    expect(html).toContain('<a href="#counterparts-entry-2" class="counterparts-citation" title="Jan Roe');
    expect(html).not.toMatch(/<b>|href="javascript/i);
  });

  it('leave no number where nothing is shown', () => {
    expect(shown('Met [@empty]. Met [@roe].', { listed, style: 'chicago-notes' })).toMatch(
      /^Met \[@empty\]\. Met\.1\n/,
    );
  });

  it.each([
    [true, 'Met [@nobody-1999].', true],
    [true, 'Met [@roe; @nobody-1999].', true],
    [true, 'Met [@empty].', false],
    [true, 'Ask @octocat.', false],
    [true, '[@a1] [@a2] [@a3] [@a4] [@a5]', true],
    [true, 'Met {cite:p}`nobody-1999`.', true],
    [true, '[@a1] [@a2] [@a3] [@a4] [@a5] [@roe]', true],
    [false, 'Met [@nobody-1999].', false],
    [false, 'Met {cite:p}`nobody-1999`.', false],
    [false, 'Met [@roe; @nobody-1999].', false],
  ])('let others be marked only where all is read (%j): %j', (complete, text, marked) => {
    const html = render(HEAD + text, { listed: works(BIB, complete) });
    expect(html.includes('counterparts-unknown')).toBe(marked);
  });

  it('leave none marked where the files of the setting were not all read', () => {
    expect(render('Met [@nobody-1999].', { listed: { ...NOTHING, complete: false } })).not.toContain(
      'unknown',
    );
  });

  it.each([
    '# Met [@roe, p. 4], and\n[see *much* in @roe]; as @roe [p. 4] says, [-@roe]{.x}, a[@roe] b.',
    '| a [@roe] |\n|---|\n| `x` @roe |\n\n<!-- counterparts-bibliography -->\n',
    '[@roe][] and [@roe].\n\n[@roe]: https://example.org',
  ])('change nothing in another document: %j', text => {
    const other = { elsewhere: listed, listed: { ...NOTHING, complete: false } };
    for (const style of ['chicago-notes', 'apa'])
      expect(render(text, { ...other, style })).toBe(plain.render(text));
    expect(render(text, { ...other, asWritten: true })).toBe(plain.render(text));
  });

  it('are unknown in another document as any key is', () => {
    const other = { elsewhere: listed };
    for (const text of [
      'Met [@roe].',
      'Ask @roe about it.',
      'Install a[@roe].',
      'Met [@roe] [@roe-2020] [@untitled] [@empty] [@b5].',
      'Met [@weak-2015; @roe].',
    ])
      expect(render(text, other)).toBe(render(text));
    expect(render('Met [@roe].', other)).toContain('counterparts-unknown');
  });

  it('are shown once the file is read', () => {
    let read: ListedWorks = { ...NOTHING, complete: false };
    const now: ListedWorks = { has: key => listed.has(key), get: key => listed.get(key), complete: true };
    const md = new MarkdownIt();
    installCitations(md as unknown as Engine, {
      dossier,
      style: () => styleOf('apa'),
      listed: () => read,
      mayBeListed: key => now.has(key),
      unknown: () => undefined,
      remark: () => '',
      words: { notes: 'Notes', bibliography: 'Bibliography', back: 'Back' },
    });
    const tokens = md.parse('Met [@roe].', {});
    expect(md.renderer.render(tokens, md.options, {})).toBe('<p>Met [@roe].</p>\n');
    read = now;
    expect(md.renderer.render(tokens, md.options, {})).toContain('Roe &amp; Lind, 2020');
  });
});

describe('Roles of MyST', () => {
  const listed = works(BIB);

  it.each([
    ['Met {cite:p}`herald-2013-clock`.', 'Met (Vale 2013).'],
    ['Met {cite}`herald-2013-clock`.', 'Met (Vale 2013).'],
    [
      'Met {cite:p}`{see}herald-2013-clock{para. 4}, roe-2020 ; weak-2015{p. 3}`.',
      'Met (see Vale 2013, para. 4; Roe and Lind 2020; Rumour 2015, 3).',
    ],
    ['Met {cite:p}`herald-2013-clock{who *doubts* it}`.', 'Met (Vale 2013, who *doubts* it).'],
    ['As {cite:t}`herald-2013-clock{para. 4}` says.', 'As Vale (2013, para. 4) says.'],
    ['As {cite:t}`roe, weak-2015` say.', 'As Roe and Lind (2020), Rumour (2015) say.'],
    ['In {cite:year}`herald-2013-clock` {cite:yearpar}`roe{p. 4}`.', 'In 2013 (2020, 4).'],
    ['{cite:author}`roe` met {cite:authorpar}`weak-2015`.', 'Roe and Lind met (Rumour).'],
    ['Met; {cite:alp}`herald-2013-clock`.', 'Met; Vale 2013.'],
    ['# Met {cite:p}`herald-2013-clock`', 'Met (Vale 2013)'],
    ['> Met {cite:p}`herald-2013-clock,\n> roe`', 'Met (Vale 2013; Roe and Lind 2020)'],
  ])('are shown: %j as %j', (text, expected) => {
    expect(shown(text, { listed })).toBe(expected);
  });

  it('show nothing where they ask for the entry alone, which is in the bibliography', () => {
    const text =
      'Met {cite:empty}`herald-2013-clock, weak-2015`. So {cite:p}`weak-2015`.\n\n::: {#refs}\n:::\n';
    for (const style of ['chicago-author-date', 'chicago-notes']) {
      const html = render(text, { style });
      expect(html).toMatch(/^<p>Met\. So/);
      expect(html.match(/<p id="counterparts-entry-/g)).toHaveLength(2);
      expect(html).toContain('Vale, Ada');
    }
    // The first note that is shown is in full, and the first in number.
    const notes = shown('So {cite:empty}`roe` it {cite:p}`roe`.', { listed, style: 'chicago-notes' });
    expect(notes).toMatch(/^So it\.1\n\s*Jan Roe and Eva Lind, The/);
    expect(render('{cite:empty}`nobody-1999`')).toContain('counterparts-unknown');
  });

  it('have a note in a style of notes, the later one short', () => {
    const text = shown('Met {cite:p}`herald-2013-clock`. As {cite:t}`herald-2013-clock{p. 4}` says.', {
      style: 'chicago-notes',
    });
    expect(text).toMatch(/^Met\.1 As Vale2 says\.\n/);
    expect(text).toMatch(/\nVale, “Two Ministers and a Clock,” 4\. ↩$/);
  });

  it('mark the keys that nobody knows, and show the rest as written', () => {
    const mark =
      '<span class="counterparts-unknown" title="No document has &quot;nobody-1999&quot;.">nobody-1999</span>';
    expect(render('Met {cite:p}`{see}nobody-1999{p. 4}`.')).toBe(
      `<p>Met {cite:p}<code>{see}${mark}{p. 4}</code>.</p>\n`,
    );
    expect(render('Met {cite:p}`nobody-1999, weak-2015`.')).toContain(`(${mark}; <span`);
    expect(render('As {cite:t}`nobody-1999` says.')).toContain(`{cite:t}<code>${mark}</code>`);
  });

  it.each([
    '\\{cite:p}`herald-2013-clock`',
    '```\n{cite:p}`herald-2013-clock`\n```',
    '`{cite:p}`herald-2013-clock``',
    'Met `herald-2013-clock` and {ref}`herald-2013-clock`.',
    '[words {cite:p}`herald-2013-clock`](https://example.org)',
    '{cite:p}`two words`',
    '{cite}`10.1000/182`',
    '{cite:p}`` a <b>\n"c" ``',
    '---\nbibliography: own.bib\n---\n\nMet {cite:p}`nobody-1999`, {cite}`` nobody-1999 ``\nand {cite:p}`a;\nb`.',
    '{cite}`a1` {cite}`a2` {cite}`a3` {cite}`a4` {cite}`a5`',
  ])('%j is shown as without the plugin', text => {
    expect(render(text)).toBe(plain.render(text));
    expect(render(text, { style: 'chicago-notes' })).toBe(plain.render(text));
  });

  it('are shown as written where citations are switched off', () => {
    const text = 'Met {cite:p}`{see}herald-2013-clock{p. 4}, nobody-1999`. `x` {cite:t}`` roe ``';
    expect(render(text, { asWritten: true })).toBe(plain.render(text));
  });

  it('have no markup from records or keys', () => {
    const html = render(
      '{cite:p}`hostile-2014{<b>}, "><script>x`, {cite:t}`hostile-2014`, {cite:p}`<img/src=x>`',
    );
    expect(html).not.toMatch(/<script|<img|<b>|<i>/);
  });
});

it('cuts a long reference in a tooltip behind a word', () => {
  const long = works(`@book{long, author = {Roe, Jan}, title = {${'Endless '.repeat(200)}}, year = {2001}}`);
  const title = / title="([^"]*)"/.exec(render('[@long]', { listed: long }))?.[1] ?? '';
  expect(title).toMatch(/ Endless…$/);
  expect(title.length).toBeLessThanOrEqual(401);
});

describe('What is no citation', () => {
  it.each([
    '`[@herald-2013-clock]`',
    '```\n[@herald-2013-clock]\n```',
    '    [@herald-2013-clock]',
    '[@herald-2013-clock](https://example.org)',
    '[words with @herald-2013-clock](https://example.org)',
    '[words](https://example.org/@herald-2013-clock "@herald-2013-clock")',
    '![@herald-2013-clock](picture.png)',
    '<span title="@herald-2013-clock">x</span>',
    '<!-- [@herald-2013-clock] -->',
    'https://example.org/@herald-2013-clock',
    'somebody@herald-2013-clock.org',
    String.raw`\@herald-2013-clock`,
    '[@herald-2013-clock]\n\n[@herald-2013-clock]: https://example.org',
    'Nothing at all.',
  ])('%j is shown as without the plugin', text => {
    expect(render(text)).toBe(plain.render(text));
  });
});

describe('The preview', () => {
  const STYLES = ['chicago-notes', 'chicago-author-date', 'apa', 'mla', 'gost'];

  it('has no markup from records or keys', () => {
    for (const style of STYLES) {
      const html = render(
        '[@hostile-2014, p. 4] [@herald-2013-clock; @{"><script>alert(4)</script>}] @hostile-2014\n\n<!-- counterparts-bibliography -->',
        { style },
      );
      expect(html).not.toMatch(/<script|<img|<b>|<i>/);
      // Every attribute is one that we write, and every quotation mark of a record is escaped.
      const names = Array.from(html.matchAll(/<\w+((?: [\w-]+="[^"<>]*")*) ?\/?>/g), ([, all = '']) => all);
      const tags = html.match(/<\w/g) ?? [];
      expect(names.length).toBe(tags.length);
      for (const [, name = ''] of names.join('').matchAll(/ ([\w-]+)="/g)) {
        expect(['class', 'title', 'id', 'href', 'role', 'aria-label']).toContain(name);
      }
    }
  });

  it('shows what is written where it is switched off', () => {
    for (const text of [
      'They met [see @herald-2013-clock, *p. 4*]. As @herald-2013-clock [para. 4] says.',
      '# Heading [@weak-2015]\n\n<!-- counterparts-bibliography -->\n\nEnd.',
      'Met [@weak-2015].\n\n::: {#refs}\n:::\n',
      'Unknown [@nobody-1999].',
    ]) {
      expect(render(text, { asWritten: true })).toBe(plain.render(text));
    }
  });

  it('keeps the text of a heading for those who make its address from it', () => {
    const text = '# Heading [@herald-2013-clock, para. 4]';
    const contents = (md: Markdown): string =>
      (md.parse(text, {})[1]?.children ?? []).map(({ type, content }) => `${type}:${content}`).join('');
    expect(contents(engine()).replace(/text:/g, '')).toBe(contents(plain).replace(/text:/g, ''));
    expect(JSON.parse(JSON.stringify(engine().parse(text, {})))).toBeTruthy();
  });

  it('renders again what was parsed once', () => {
    const md = engine({ style: 'chicago-notes' });
    const tokens = md.parse('Met [@weak-2015]. Met [@weak-2015].\n\n<!-- counterparts-bibliography -->', {});
    const first = md.renderer.render(tokens, md.options, {});
    expect(md.renderer.render(tokens, md.options, {})).toBe(first);
  });

  it('is the same as without the plugin for text without keys', () => {
    const word = fc.constantFrom(
      'Lavrov',
      '*met*',
      '[Kerry]',
      '(in)',
      '`code`',
      '\n\n',
      '\n',
      '- ',
      '# ',
      '[^1]',
      '[^1]: ',
      ';',
      '-',
      ':::',
      '<b>',
      '</b>',
      '<!-- x -->',
      '[a](b)',
      '![c](d)',
      '|',
      '---',
      '\\',
      '&amp;',
      'https://a.example/b',
      '$x$',
      '_',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), words => {
        const text = words.join(' ');
        expect(render(text)).toBe(plain.render(text));
        expect(render(text, { style: 'chicago-notes' })).toBe(plain.render(text));
      }),
    );
    const unlike = readmes()
      .filter(({ text }) => !text.includes('@') && text.length < 50_000)
      .filter(({ text }) => render(text) !== plain.render(text));
    expect(unlike.map(({ name }) => name)).toEqual([]);
  });

  it('throws for no text', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '@',
      '-@',
      '@{',
      '}',
      'herald-2013-clock',
      '@herald-2013-clock',
      '[@weak-2015',
      ';',
      ', p. 4',
      '(',
      ')',
      '`',
      '*',
      '\\',
      '\n',
      ' ',
      '{cite:p}`',
      '{cite:t}`weak-2015`',
      'nobody{p. 4}',
      ',',
      '[^1]: ',
      '<',
      '>',
      ':::',
      '<!-- counterparts-bibliography -->',
      '![',
    );
    const engines = STYLES.map(style => engine({ style }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        for (const md of engines) expect(typeof md.render(pieces.join(''))).toBe('string');
      }),
    );
  });
});
