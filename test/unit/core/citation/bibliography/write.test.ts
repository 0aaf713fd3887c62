import { describe, expect, it } from 'vitest';
import { appendEntries } from '../../../../../src/core/citation/bibliography/append.ts';
import type { BibliographyItem } from '../../../../../src/core/citation/bibliography/entry.ts';
import { readBibliography } from '../../../../../src/core/citation/bibliography/read.ts';
import { entryText } from '../../../../../src/core/citation/bibliography/write.ts';
import { applyEdits } from '../../../../../src/core/citation/edits.ts';
import { records } from '../../../dossier.ts';
import { FORMATS } from './generate.ts';

const work: BibliographyItem = {
  type: 'article-newspaper',
  title: 'Встреча в Женеве: R&D',
  author: [{ family: 'Лунд', given: 'Ева' }],
  'container-title': 'The Table',
  issued: '2013-09-14',
  URL: 'https://example.org/a_b',
  language: 'ru',
};
const wanted = { key: 'new', item: work };

const appended = (text: string, format: (typeof FORMATS)[number]) =>
  applyEdits(text, appendEntries(text, format, [wanted]).edits);

describe('the documents of the dossier', () => {
  it.each(FORMATS)('are the same when they are written as %s and read', format => {
    const entries = records.documents.map(({ id, csl }) => ({ key: id, item: csl }));
    const { edits, added, lost, keys } = appendEntries('', format, entries);
    const read = readBibliography(applyEdits('', edits), format);
    expect(read.problems).toEqual([]);
    expect(read.entries.map(({ key, fields }) => ({ key, item: fields }))).toEqual(entries);
    expect(added).toEqual(entries.map(({ key }) => key));
    expect([...keys.values()]).toEqual(added);
    expect([...lost]).toEqual([]);
  });
});

describe('an entry', () => {
  it('escapes for LaTeX what is text, keeps Cyrillic and addresses, and lines up its signs where the file does', () => {
    expect(entryText(work, 'new', 'biblatex', { indent: '\t', eol: '\n', align: true }).text).toBe(
      [
        '@article{new,',
        '\tauthor       = {Лунд, Ева},',
        '\ttitle        = {Встреча в Женеве: R\\&D},',
        '\tjournaltitle = {The Table},',
        '\tentrysubtype = {newspaper},',
        '\tdate         = {2013-09-14},',
        '\turl          = {https://example.org/a_b},',
        '\tlangid       = {russian},',
        '}',
      ].join('\n'),
    );
  });

  it('has year, month and day in BibTeX', () => {
    const { text } = entryText(work, 'new', 'bibtex', { indent: '  ', eol: '\n' });
    expect(text).toContain('year = {2013},\n  month = sep,\n  day = {14},');
    expect(text).toContain('journal = {The Table}');
  });

  it('keeps the capitals of an English title from those who make them small', () => {
    const { text } = entryText({ type: 'book', title: 'Mr. Orlov Comes', language: 'en' }, 'k', 'biblatex', {
      indent: ' ',
      eol: '\n',
    });
    expect(text).toContain('title = {{Mr. Orlov Comes}}');
  });

  it.each([
    ['biblatex', { type: 'book', issued: '[2013,2014]' }, ['issued']],
    ['bibtex', { type: 'book', issued: '{2013,2014}' }, ['issued']],
    [
      'bibtex',
      { type: 'book', author: [{ family: 'Berg', given: 'Jan', 'dropping-particle': 'van' }] },
      ['author'],
    ],
    ['biblatex', { type: 'invented' }, ['type']],
    ['biblatex', { type: 'article-journal', issue: '1', number: '2' }, ['number']],
    ['csl-json', { type: 'book', issued: '[2013,2014]' }, []],
    ['csl-yaml', { type: 'book', issued: '{2013,2014}' }, []],
  ] as const)('of %s says of %j that it loses %j', (format, item, lost) => {
    expect(entryText(item, 'k', format, { indent: '  ', eol: '\n' }).lost).toEqual(lost);
  });
});

describe('appending', () => {
  it.each([
    ['biblatex', '@book{a,\n    title = {A}\n}', '@book{a,\n    title = {A}\n}\n\n@article{new,\n    author'],
    [
      'biblatex',
      '@book{a,\r\n\ttitle = {A}\r\n}\r\n',
      '@book{a,\r\n\ttitle = {A}\r\n}\r\n\r\n@article{new,\r\n\tauthor',
    ],
    ['biblatex', '@book{a}\n\n', '@book{a}\n\n@article{new,\n  author'],
    [
      'csl-json',
      '[\n\t{\n\t\t"id": "a"\n\t}\n]\n',
      '[\n\t{\n\t\t"id": "a"\n\t},\n\t{\n\t\t"id": "new",\n\t\t"type"',
    ],
    ['csl-json', '[{"id":"a"}]', '[{"id":"a"}, {"id":"new","type":"article-newspaper"'],
    ['csl-json', '[]', '[\n  {\n    "id": "new",'],
    ['csl-json', '[\n]\n', '[\n  {\n    "id": "new",'],
    ['csl-json', '[\n  {"id": "a"},\n]', '[\n  {"id": "a"},\n  {"id":"new",'],
    ['csl-json', '{"items": [{"id": "a"}], "x": 1}', '{"items": [{"id": "a"}, {"id":"new",'],
    ['csl-yaml', '- id: a\n  title: A\n', '- id: a\n  title: A\n- id: new\n  type: article-newspaper\n'],
    [
      'csl-yaml',
      '---\nreferences:\n  - id: a\n...\n',
      '---\nreferences:\n  - id: a\n  - id: new\n    type: article-newspaper\n',
    ],
    ['csl-yaml', 'references: [{id: a}]\nlang: en\n', 'references: [{id: a}, {"id":"new",'],
    ['csl-yaml', 'references:\nlang: en\n', 'references:\n- id: new\n  type: article-newspaper\n'],
    ['csl-yaml', 'lang: en\n', 'lang: en\nreferences:\n- id: new\n'],
    ['csl-yaml', '---\nlang: en\n---\n', '---\nlang: en\nreferences:\n- id: new\n'],
    ['csl-yaml', '# mine\n', '# mine\nreferences:\n- id: new\n'],
    ['csl-yaml', '', 'references:\n- id: new\n'],
    ['csl-json', '\uFEFF', '\uFEFF[\n  {\n    "id": "new",'],
  ] as const)('to %s %j keeps its ways', (format, text, start) => {
    const after = appended(text, format);
    expect(after.slice(0, start.length)).toBe(start);
    expect(readBibliography(after, format).problems.filter(({ code }) => code !== 'no-list')).toEqual([]);
    expect(readBibliography(after, format).entries.at(-1)?.fields).toEqual(work);
  });

  it.each(FORMATS)('to a file of %s that has it already changes nothing, under whatever key', format => {
    const once = appended('', format);
    expect(appendEntries(once, format, [wanted]).edits).toEqual([]);
    const other = appendEntries(once, format, [{ key: 'other', item: { ...work, genre: 'report' } }]);
    expect(other).toMatchObject({ edits: [], added: [], refused: false });
    expect(other.keys.get('other')).toBe('new');
  });

  it('tells works apart that only look alike', () => {
    const once = appended('', 'biblatex');
    for (const item of [
      { ...work, issued: '2014' },
      { ...work, URL: 'https://example.org/other' },
      { ...work, author: [{ literal: 'Desk' }] },
    ])
      expect(appendEntries(once, 'biblatex', [{ key: 'other', item }]).added).toEqual(['other']);
  });

  it('takes no work twice that is wanted twice', () => {
    const { added, keys } = appendEntries('', 'csl-json', [wanted, { ...wanted, key: 'again' }, wanted]);
    expect(added).toEqual(['new']);
    expect(keys.get('again')).toBe('new');
  });

  it('refuses what is no list of works', () => {
    expect(appendEntries('{"name": 1}', 'csl-json', [wanted])).toMatchObject({
      edits: [],
      added: [],
      refused: true,
    });
    expect(appendEntries('just words', 'csl-yaml', [wanted])).toMatchObject({ edits: [], refused: true });
  });
});
