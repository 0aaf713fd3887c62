import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BibliographyIndex } from '../../../../src/core/citation/bibliography/bibliography-index.ts';
import { readingBibliography } from '../../../../src/core/citation/bibliography/read.ts';
import { CONVERTIBLE } from '../../../../src/core/citation/convert/found.ts';
import { type Conversion, convertCitations } from '../../../../src/core/citation/convert.ts';
import { applyEdits } from '../../../../src/core/citation/edits.ts';
import type { Form } from '../../../../src/core/citation/forms.ts';
import { insertCitation } from '../../../../src/core/citation/insert.ts';
import { STYLES, styleOf } from '../../../../src/core/citation/styles/registry.ts';
import { entryWorks, NO_WORKS, type OwnWorks } from '../../../../src/core/citation/works.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { scanKeys } from '../../../../src/core/text/key-scan.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { drain } from '../../../../src/core/text/work.ts';
import { cite, herald, page } from './sources.ts';

const dossier = new Dossier({
  people: [],
  meetings: [],
  documents: [herald, page],
  disputes: [],
  records: [],
});
const names = new NameMatcher([]);

function conversion(text: string, form: Form, style = 'chicago-notes', own = NO_WORKS): Conversion {
  return convertCitations(dossier, own, analyse(text, names), STYLES, { form, style: styleOf(style) });
}

/** The works of a bibliography file. */
function worksOf(bib: string): OwnWorks {
  const index = new BibliographyIndex([
    { file: 'own.bib', bibliography: drain(readingBibliography(bib, 'biblatex')) },
  ]);
  drain(index.indexing());
  return entryWorks(index);
}

const converted = (text: string, form: Form, style?: string): string =>
  applyEdits(text, conversion(text, form, style).edits);

const HERALD = 'Ada Vale, “Two Ministers and a Clock,” *Herald*, September 15, 2013';
const NOTE = `[^herald-2013-clock-p5]: ${HERALD}, para. 5.`;
const KEYS = 'They talked [@herald-2013-clock, para. 5]. Then they left.\n';
const NOTES = `They talked.[^herald-2013-clock-p5] Then they left.\n\n${NOTE}\n`;

/** Three footnotes to one work, as they are inserted one after the other. */
const insertLater = (style: string): string =>
  [5, 7, undefined].reduce<string>((text, paragraph, index) => {
    const sentence = ['One.', 'Two.', 'Three.'][index] ?? '';
    const at = text.indexOf(sentence) + sentence.length;
    const reference = paragraph === undefined ? cite(herald) : cite(herald, paragraph);
    const { edits } = insertCitation(text, [at], [reference], { form: 'footnote', style: styleOf(style) });
    return applyEdits(text, edits);
  }, 'One. Two. Three.\n');

describe('the citations of a file', () => {
  it('become footnotes behind the mark that ends the sentence', () => {
    expect(converted(KEYS, 'footnote')).toBe(NOTES);
  });

  it('become keys before it, and the definitions go', () => {
    expect(converted(NOTES, 'pandoc-key').trimEnd()).toBe(KEYS.trimEnd());
  });

  it('become formatted references in parentheses, and keys again', () => {
    const formatted = `They talked (${HERALD}, para. 5). Then they left.\n`;
    expect(converted(KEYS, 'formatted')).toBe(formatted);
    expect(converted(NOTES, 'formatted').trimEnd()).toBe(formatted.trimEnd());
    expect(converted(formatted, 'pandoc-key')).toBe(KEYS);
    expect(converted(formatted, 'footnote')).toBe(NOTES);
    expect(converted('- [@herald-2013-clock] has it.', 'footnote')).toMatch(
      /^- \[\^herald-2013-clock\] has it\./,
    );
    const inText = converted(KEYS, 'formatted', 'chicago-author-date');
    expect(inText).toMatch(/^They talked \(Vale 2013[^()]*\)\. Then they left\.\n$/);
    expect(converted(inText, 'pandoc-key')).toBe(KEYS);
  });

  it('stay as they are where what follows their parentheses would make a link of brackets', () => {
    for (const behind of ['(a)', '[b]', '{.c}']) {
      const text = `So it was (${HERALD})${behind} then.\n`;
      expect(conversion(text, 'pandoc-key')).toMatchObject({ edits: [], converted: 0, left: 1 });
    }
    expect(converted(`So it was (${HERALD}) (a).\n`, 'pandoc-key')).toBe(
      'So it was [@herald-2013-clock] (a).\n',
    );
  });

  it('each keep their own words in the notes that they become', () => {
    const text = 'So [@herald-2013-clock, and more]. Or [see @herald-2013-clock]. So [@herald-2013-clock].\n';
    const notes = converted(
      `${text}\nAnd [@herald-2013-clock, and more], [@herald-2013-clock].\n`,
      'footnote',
    );
    expect(notes.match(/\[\^[^\]]*\](?!:)/g)).toEqual(
      ['', '-2', '-3', '', '-3'].map(end => `[^herald-2013-clock${end}]`),
    );
    expect(notes.match(/^\[\^.*$/gm)).toEqual([
      `[^herald-2013-clock]: ${HERALD}, and more.`,
      '[^herald-2013-clock-2]: see Vale, “Two Ministers and a Clock.”',
      '[^herald-2013-clock-3]: Vale, “Two Ministers and a Clock.”',
    ]);
  });

  it('keep several sources, paragraphs and words in one citation', () => {
    const text = 'So [see @herald-2013-clock, paras. 5, 9; @page-2025-legacy, and more].\n';
    expect(converted(text, 'footnote')).toMatch(
      /^So\.\[\^herald-2013-clock-p5-9\]\[\^page-2025-legacy\]\n\n\[\^herald-2013-clock-p5-9\]: see Ada Vale.*, paras\. 5, 9\.\n\[\^page-2025-legacy\]: .*, and more\.\n$/,
    );
  });

  it('stay where something would be lost', () => {
    const text = [
      'Unknown [@nobody-1999] and [@herald-2013-clock; @nobody-1999].',
      '',
      'Changed.[^herald-2013-clock-p5] In code `[@herald-2013-clock]`.',
      '',
      `[^herald-2013-clock-p5]: ${HERALD}, para. 5. She was there.`,
      '',
    ].join('\n');
    expect(conversion(text, 'footnote')).toEqual({ edits: [], converted: 0, left: 2 });
    expect(conversion(text, 'formatted')).toEqual({ edits: [], converted: 0, left: 3 });
    expect(conversion(text, 'pandoc-key')).toEqual({ edits: [], converted: 0, left: 1 });
  });

  it('are later notes too, in every style', () => {
    for (const style of STYLES) {
      const text = insertLater(style.id);
      expect(text.match(/^\[\^/gm)).toHaveLength(3);
      expect(converted(text, 'pandoc-key', style.id).trimEnd()).toBe(
        'One [@herald-2013-clock, para. 5]. Two [@herald-2013-clock, para. 7]. Three [@herald-2013-clock].',
      );
    }
    const formatted = converted(KEYS, 'formatted').replace(
      'Then',
      'So Vale, “Two Ministers and a Clock,” para. 7. Then',
    );
    expect(converted(formatted, 'pandoc-key')).toBe(
      KEYS.replace('Then', 'So [@herald-2013-clock, para. 7]. Then'),
    );
    // What is short enough to be the writer's own stays.
    const own = 'So Vale, “Two Ministers and a Clock,” has it; Vale, 2013; Vale 2013.\n';
    expect(converted(own, 'pandoc-key')).toBe(own);
  });

  it('leave the bibliography alone', () => {
    const entry = `<!-- counterparts-bibliography -->\n\n${HERALD}\n\n<!-- /counterparts-bibliography -->\n`;
    expect(conversion(entry, 'pandoc-key').edits).toEqual([]);
  });

  it('are converted there and back in every style', () => {
    for (const { id } of STYLES) {
      expect(converted(converted(KEYS, 'footnote', id), 'pandoc-key').trimEnd()).toBe(KEYS.trimEnd());
      expect(converted(converted(KEYS, 'formatted', id), 'pandoc-key')).toBe(KEYS);
    }
  });
});

describe('roles of MyST', () => {
  it.each([
    ['So [@herald-2013-clock].', 'So {cite:p}`herald-2013-clock`.'],
    [
      'So [see @herald-2013-clock, paras. 5, 9; @nobody-1999, p. 3, @].'.replace(', @', ''),
      'So {cite:p}`{see}herald-2013-clock{paras. 5 and 9}, nobody-1999{p. 3}`.',
    ],
    ['As @herald-2013-clock [para. 5] says.', 'As {cite:t}`herald-2013-clock{para. 5}` says.'],
    ['Vale says so [-@herald-2013-clock].', 'Vale says so {cite:yearpar}`herald-2013-clock`.'],
    [
      '> So [@herald-2013-clock, para. 5;\n> @b].'.replace('\n> ', ' '),
      '> So {cite:p}`herald-2013-clock{para. 5}, b`.',
    ],
  ])('are made of keys, and keys of them: %j', (pandoc, myst) => {
    expect(converted(pandoc, 'myst')).toBe(myst);
    expect(converted(myst, 'pandoc-key')).toBe(pandoc);
  });

  it('are read with semicolons, over lines, and as what else Pandoc has', () => {
    expect(converted('So {cite}`a;b`, {cite:p}`{see, e.g.}c{in passing}`.', 'pandoc-key')).toBe(
      'So [@a; @b], [see, e.g. @c, in passing].',
    );
    expect(converted('> So {cite}`a,\n> b`', 'pandoc-key')).toBe('> So [@a; @b]');
    expect(converted('So [@a,\npara. 5].', 'myst')).toBe('So {cite:p}`a{para. 5}`.');
    expect(converted('So [@{a:b}, para. 5] [@c{p. 3}] [@d p. 4].', 'myst')).toBe(
      'So {cite:p}`a:b{para. 5}` {cite:p}`c{p. 3}` {cite:p}`d{p. 4}`.',
    );
  });

  it('become footnotes and references in words, and are made of them', () => {
    const myst = 'They talked {cite:p}`herald-2013-clock{para. 5}`. Then they left.\n';
    expect(converted(myst, 'footnote')).toBe(NOTES);
    expect(converted(NOTES, 'myst').trimEnd()).toBe(myst.trimEnd());
    const formatted = `They talked (${HERALD}, para. 5). Then they left.\n`;
    expect(converted(myst, 'formatted')).toBe(formatted);
    expect(converted(formatted, 'myst')).toBe(myst);
  });

  it.each([
    ['myst', 'So [@a, para. 5, in passing].'],
    ['myst', 'So [see, e.g., @a].'],
    ['myst', 'So [*see* @a].'],
    ['myst', 'So [@a and others].'],
    ['myst', 'So [@a; -@b].'],
    ['myst', 'So [@{a,b}].'],
    ['pandoc-key', 'So {cite:ps}`a`.'],
    ['pandoc-key', 'So {cite:author}`a`.'],
    ['pandoc-key', 'So {footcite}`a`.'],
    ['pandoc-key', 'So {cite:t}`a, b`.'],
    ['pandoc-key', 'So {cite:t}`{see}a`.'],
    ['pandoc-key', 'So {cite:p}`a, two words`.'],
    ['pandoc-key', 'So {cite:p}`a{*so*; and}`.'],
    ['footnote', 'As {cite:t}`herald-2013-clock` says.'],
    ['footnote', 'As @herald-2013-clock says.'],
    ['footnote', 'So {cite:p}`nobody-1999`.'],
    ['footnote', 'So.[^x]\n\n[^x]: Told by [@herald-2013-clock].'],
    ['formatted', 'So {cite:p}`herald-2013-clock, {see}page-2025-legacy`.'],
  ] as const)('are left where something would be lost (%s): %j', (form, text) => {
    expect(conversion(text, form)).toEqual({ edits: [], converted: 0, left: 1 });
  });

  it.each([
    ['myst', 'Ask @octocat; see [@fig-map], `[@a]`, [@a](https://example.org), a[@b].'],
    ['myst', 'By [@octocat].\n\n[@octocat]: https://example.org\n'],
    ['pandoc-key', 'The `{cite}` role, \\{cite}`a`, {ref}`a`, `a`.'],
  ] as const)('are made of nothing else (%s): %j', (form, text) => {
    expect(conversion(text, form)).toEqual({ edits: [], converted: 0, left: 0 });
  });

  it('are kept apart as keys, which would be a link together', () => {
    expect(converted('{cite:t}`herald-2013-clock{para. 5}`{cite:p}`page-2025-legacy` so', 'pandoc-key')).toBe(
      '@herald-2013-clock [para. 5] [@page-2025-legacy] so',
    );
  });
});

describe('works of the writer’s own files', () => {
  const own =
    worksOf(`@book{roe-2020, ids = {roe}, author = {Roe, Jan}, title = {The Harbour}, date = {2020}, publisher = {Quay}, location = {Oslo}}
@article{lind:1999, author = {Lind, Eva}, title = {On tides}, journaltitle = {Shore}, date = {1999-05}, pages = {1-9}}
@book{a,b, author = {Poe, Ann}, title = {Sand}, date = {2001}}
`);
  const KEYED =
    'It rose [@roe-2020, p. 4]. It fell [@lind:1999; @herald-2013-clock, para. 5]. It rose [@roe-2020, pp. 6-8].\n';

  it.each(STYLES.map(({ id }) => id))('go there and back in the style %s', id => {
    for (const form of ['footnote', 'formatted', 'myst'] as const) {
      const there = conversion(KEYED, form, id, own);
      expect(there).toMatchObject({ converted: 3, left: 0 });
      const text = applyEdits(KEYED, there.edits);
      const back = applyEdits(text, conversion(text, 'pandoc-key', id, own).edits);
      expect(back.trimEnd()).toBe(KEYED.trimEnd());
    }
  });
  it('have a short note where they are cited again, which is read again', () => {
    const text = applyEdits(KEYED, conversion(KEYED, 'footnote', 'chicago-notes', own).edits);
    expect(text).toMatch(/\[\^roe-2020-page-4\]: Jan Roe, \*The Harbour\* \(.*2020\), 4\.\n/);
    expect(text).toMatch(/\[\^roe-2020-page-6-8\]: Roe, \*The Harbour\*, 6–8\.\n/);
  });

  it('keep the key under which they are cited, and stay where none can be written', () => {
    const roles = applyEdits('So [@roe].', conversion('So [@roe].', 'myst', 'apa', own).edits);
    expect(roles).toBe('So {cite:p}`roe`.');
    expect(conversion('So @roe says; @nobody says.', 'myst', 'apa', own)).toMatchObject({
      converted: 1,
      left: 0,
    });
  });

  it('are no part of the sentence: a number behind a reference is a page only where it ends it', () => {
    const read = (text: string, style: string) =>
      applyEdits(text, conversion(text, 'pandoc-key', style, own).edits);
    expect(read('So it was (Roe 2020, 5 years later).', 'chicago-author-date')).toBe(
      'So it was (Roe 2020, 5 years later).',
    );
    expect(read('So it was (Roe 2020, 5).', 'apa')).toBe('So it was [@roe-2020, p. 5].');
    // In another style than the writer's a number behind a name may be a year.
    expect(read('So it was (Roe 1957).', 'apa')).toBe('So it was (Roe 1957).');
    expect(read('So it was (Roe 57).', 'mla')).toBe('So it was [@roe-2020, p. 57].');
    expect(read('So it was (Roe 2020).', 'mla')).toBe('So it was [@roe-2020].');
  });
});

describe('links to sources', () => {
  const ADDRESS = 'https://example.org/a_b/legacy_%28eight%29';
  const link = (place = '', behind = ''): string =>
    `[Pages 2025${place && `, ${place}`}](${ADDRESS}${behind})`;
  const own =
    worksOf(`@book{roe-2020, author = {Roe, Jan}, title = {The Harbour}, date = {2020}, url = {https://quay.example/harbour}, doi = {10.1234/Harbour}}
@article{tides, author = {Lind, Eva and Poe_x, Ann}, title = {On tides}, date = {1999-05}, doi = {https://doi.org/10.1234/tides(1)}}
@report{quay, publisher = {Quay & Sons}, title = {Of boats}, date = {2001}, url = {https://quay.example/boats#two}}
@inbook{one, author = {Doe, Jo}, title = {One}, date = {2002}, url = {https://quay.example/both}}
@inbook{two, author = {Doe, Jo}, title = {Two}, date = {2002}, url = {https://quay.example/both}}
`);
  const written = (text: string, form: Form, style = 'chicago-notes'): string =>
    applyEdits(text, conversion(text, form, style, own).edits);

  it.each([
    ['[@page-2025-legacy]', link()],
    ['[@page-2025-legacy, para. 5]', link('para. 5')],
    ['[@page-2025-legacy, paras. 5-7, 9]', link('paras. 5–7, 9')],
    ['[@page-2025-legacy, pp. 33-35]', link('pp. 33–35')],
    ['[@page-2025-legacy; @roe-2020, p. 4]', `${link()}, [Roe 2020, p. 4](https://quay.example/harbour)`],
    ['[@tides, chap. 2]', '[Lind & Poe\\_x 1999, chap. 2](https://doi.org/10.1234/tides%281%29)'],
    ['[@quay]', '[Quay & Sons 2001](https://quay.example/boats#two)'],
  ])('are made of keys, and keys of them: %s', (key, links) => {
    const text = (citation: string): string =>
      `> They talked ${citation}. So it was (and more ${citation}).\n`;
    expect(written(text(key), 'markdown-link')).toBe(text(links));
    expect(written(text(links), 'pandoc-key')).toBe(text(key));
  });

  it('become footnotes and formatted references, and are made of them, in every style', () => {
    const text = `They talked ${link('para. 5')}. Then they left ${link('p. 7')}.\n`;
    for (const { id } of STYLES) {
      for (const form of ['footnote', 'formatted'] as const) {
        const there = conversion(text, form, id);
        expect(there).toMatchObject({ converted: 2, left: 0 });
        const between = applyEdits(text, there.edits);
        expect(between).not.toContain('](');
        expect(converted(between, 'markdown-link', id).trimEnd()).toBe(text.trimEnd());
      }
    }
    expect(converted(text, 'footnote')).toMatch(/^They talked\.\[\^page-2025-legacy-p5\] Then they left\./);
  });

  it('lead to the words that are cited, and are read whatever these are', () => {
    const words = 'Never (ever) stopped talking';
    const quotation = { id: 'q', passage: 5, start: 0, end: words.length, words, kind: 'speech' } as const;
    const dossier = new Dossier({
      people: [],
      meetings: [],
      documents: [{ ...page, quotations: [quotation] }],
      disputes: [],
      records: [],
    });
    const change = (text: string, form: Form): string => {
      const manner = { form, style: styleOf('apa') };
      return applyEdits(text, convertCitations(dossier, own, analyse(text, names), STYLES, manner).edits);
    };
    const text = 'So [@page-2025-legacy, para. 5].';
    const there = change(text, 'markdown-link');
    expect(there).toBe(`So ${link('para. 5', '#:~:text=Never%20%28ever%29%20stopped%20talking')}.`);
    expect(change(there, 'pandoc-key')).toBe(text);
    expect(change(`So ${link('para. 5', '#:~:text=other,words')}.`, 'pandoc-key')).toBe(text);
  });

  it('are read by either address of a work', () => {
    expect(written('So [Roe 2020](https://doi.org/10.1234/Harbour).', 'pandoc-key')).toBe('So [@roe-2020].');
  });

  it.each([
    ['without an address', '[@herald-2013-clock, para. 5]'],
    ['one of which has none', '[@page-2025-legacy; @herald-2013-clock]'],
    ['with words before', '[see @page-2025-legacy]'],
    ['with words behind', '[@page-2025-legacy, p. 5 and more]'],
    ['without the author', '[-@page-2025-legacy]'],
    ['in the sentence', '@page-2025-legacy [para. 5]'],
    ['that nobody knows', '[@nobody-1999]'],
    ['in a link', '[as [@page-2025-legacy] has it](https://example.org)'],
    ['in a picture', '![as [@page-2025-legacy] has it](map.png)'],
    ['behind what makes a picture of a link', 'So![@page-2025-legacy]'],
    ['of a role for others', '{cite:ps}`page-2025-legacy`'],
  ])('are not made of a citation %s: %s', (_, text) => {
    expect(conversion(`So ${text} it was.`, 'markdown-link')).toEqual({ edits: [], converted: 0, left: 1 });
  });

  it('stay where their key cannot stand', () => {
    expect(conversion(`So ${link()}: it was.`, 'pandoc-key')).toEqual({ edits: [], converted: 0, left: 1 });
    expect(conversion(`So {${link()}.`, 'myst')).toEqual({ edits: [], converted: 0, left: 1 });
    const note = `So.[^1]\n\n[^1]: Told by ${link()}, and others.\n`;
    expect(conversion(note, 'footnote')).toEqual({ edits: [], converted: 0, left: 1 });
    expect(converted(note, 'pandoc-key')).toBe(note.replace(link(), '[@page-2025-legacy]'));
  });

  it.each([
    ['other words', `[The pages of 2025](${ADDRESS})`],
    ['words of the writer’s beside ours', `[Pages 2025, at length](${ADDRESS})`],
    ['a place that is written otherwise', `[Pages 2025, paragraph 5](${ADDRESS})`],
    ['a place and words', `[Pages 2025, para. 5 and on](${ADDRESS})`],
    ['another address', '[Pages 2025](https://example.org/other)'],
    ['a part of the page', link('', '#part-two')],
    ['a title', `[Pages 2025](${ADDRESS} "Read this")`],
    ['attributes', `${link()}{.external}`],
    ['a picture', `!${link()}`],
    ['code', `\`${link()}\``],
    ['an escape', `\\${link()}`],
    ['a reference', '[Pages 2025][pages]'],
    ['an address alone', `<${ADDRESS}>`],
    ['a work that has its name and address in common', '[Doe 2002](https://quay.example/both)'],
  ])('are not what has %s', (_, text) => {
    for (const form of CONVERTIBLE)
      expect(conversion(`So ${text} it was.`, form, 'apa', own)).toEqual({
        edits: [],
        converted: 0,
        left: 0,
      });
  });

  it('formatted references in code stay', () => {
    const text = `So \`told by ${HERALD}\`.`;
    expect(conversion(text, 'pandoc-key')).toEqual({ edits: [], converted: 0, left: 0 });
  });

  const places = fc.constantFrom(
    ...[
      '',
      ', para. 5',
      ', paras. 5, 9',
      ', paras. 5-7',
      ', p. 33',
      ', pp. 33-35, 40',
      ', chap. 2',
      ', l. iv',
    ],
  );
  const keys = fc.constantFrom('page-2025-legacy', 'roe-2020', 'tides', 'quay');
  const citations = fc
    .array(fc.tuple(keys, places), { minLength: 1, maxLength: 3 })
    .map(items => `[${items.map(([key, place]) => `@${key}${place}`).join('; ')}]`);
  const around = fc.constantFrom(
    ...[
      'They met',
      ' (so) ',
      '.\n\n',
      '\n> ',
      '\n- ',
      ', ',
      '`code` ',
      '# ',
      '[a](b) ',
      '[^1] ',
      '*so* ',
      '! ',
    ],
  );

  it('nothing changes on the way from keys to links and back', () => {
    const texts = fc
      .array(fc.tuple(around, citations), { minLength: 1, maxLength: 5 })
      .map(parts => parts.map(([before, citation]) => `${before} ${citation} `).join(''));
    fc.assert(
      fc.property(texts, text => {
        const there = conversion(text, 'markdown-link', 'apa', own);
        expect(there.left).toBe(0);
        expect(there.converted).toBeGreaterThan(0);
        const links = applyEdits(text, there.edits);
        expect(scanKeys(links)).toEqual([]);
        const back = conversion(links, 'pandoc-key', 'apa', own);
        expect(back).toMatchObject({ converted: there.converted, left: 0 });
        expect(applyEdits(links, back.edits)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('there and back', () => {
  const items = fc.record({
    key: fc.constantFrom('herald-2013-clock', 'page-2025-legacy', 'nobody-1999', 'a:b', 'doe_99'),
    prefix: fc.constantFrom('', 'see', 'see also', 'cf. the'),
    suffix: fc.constantFrom(
      '',
      'para. 5',
      'paras. 5, 9',
      'paras. 5-7',
      'p. 33',
      'pp. 33-35, 40',
      'chap. 2',
      '33',
      'in passing',
      'p. 5 in passing',
    ),
  });
  const bracketed = fc
    .tuple(fc.array(items, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '-'))
    .map(
      ([all, minus]) =>
        `[${all.map(({ key, prefix, suffix }) => `${prefix && `${prefix} `}${minus}@${key}${suffix && `, ${suffix}`}`).join('; ')}]`,
    );
  const narrative = items
    .filter(({ key }) => !key.startsWith('nobody') && !/[:_]/.test(key))
    .map(({ key, suffix }) => `@${key}${suffix && ` [${suffix}]`}`);
  const words = fc.constantFrom(
    'They met',
    ' in Geneva ',
    '.\n\n',
    '\n> ',
    '\n- ',
    ', ',
    '`code` ',
    '# ',
    '“so” ',
  );
  const texts = fc
    .array(fc.tuple(words, fc.oneof(bracketed, narrative)), { maxLength: 6 })
    .map(parts => parts.map(([before, citation]) => `${before} ${citation} `).join(''));

  it('nothing changes between Pandoc’s form and MyST’s where nothing is lost', () => {
    fc.assert(
      fc.property(texts, text => {
        const there = conversion(text, 'myst');
        expect(there.left).toBe(0);
        const myst = applyEdits(text, there.edits);
        const keys = (source: string) => scanKeys(source).map(({ key }) => key);
        expect(keys(myst)).toEqual(keys(text));
        const back = conversion(myst, 'pandoc-key');
        expect(back).toMatchObject({ converted: there.converted, left: 0 });
        expect(applyEdits(myst, back.edits)).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('no key and no word is lost, whatever stands in the citations', () => {
    const piece = fc.constantFrom(
      ...[
        '[',
        ']',
        '@a',
        '@{b:c}',
        '-@d',
        ';',
        ', ',
        'p. 3',
        ' and ',
        'see ',
        '*x*',
        '{cite:p}`',
        '{cite:t}`',
        '`',
        '{',
        '}',
        'a',
        '\n',
        '> ',
        ' ',
      ],
    );
    const wordsOf = (text: string) =>
      (text.match(/\p{L}+/gu) ?? []).filter(word => !/^(?:cite|p|t|yearpar|and)$/.test(word));
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 24 }),
        fc.constantFrom('myst', 'pandoc-key'),
        (parts, form) => {
          const text = parts.join('');
          const after = applyEdits(text, conversion(text, form).edits);
          expect(scanKeys(after).map(({ key }) => key)).toEqual(scanKeys(text).map(({ key }) => key));
          expect(wordsOf(after)).toEqual(wordsOf(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

it('whatever the text, the edits are in order and within it', () => {
  const fragment = fc.constantFrom(
    KEYS,
    NOTES,
    NOTE,
    `(${HERALD})`,
    '[@page-2025-legacy]',
    '.',
    '\n',
    '> ',
    '- ',
    '`',
    '[^herald-2013-clock-p5]',
    '{cite:p}`herald-2013-clock, a{p. 3}`',
    '{cite:t}`page-2025-legacy`',
    '@page-2025-legacy [p. 3]',
    '[Pages 2025, p. 3](https://example.org/a_b/legacy_%28eight%29)',
    ', ',
    ' ',
    'word',
    '](',
    '[',
  );
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 12 }), fc.constantFrom(...CONVERTIBLE), (parts, form) => {
      const text = parts.join('');
      let last = 0;
      for (const { start, end } of conversion(text, form).edits) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThanOrEqual(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});
