import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../../../../src/core/citation/bibliography/read.ts';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/bibliographies');
const yaml = readFileSync(join(FIXTURES, 'references.yaml'), 'utf8');

const spots = (text: string, format: 'csl-json' | 'csl-yaml') => {
  const { problems } = readBibliography(text, format);
  return problems.map(({ code, start, end }) => [code, text.slice(start, end)]);
};
const titles = (text: string, format: 'csl-json' | 'csl-yaml') =>
  readBibliography(text, format).entries.map(({ key, fields: { title } }) => [key, title]);

describe('CSL-YAML', () => {
  it('is read as reference managers and Pandoc write it', () => {
    const { entries } = readBibliography(yaml, 'csl-yaml');
    expect(entries.map(({ fields }) => fields)).toEqual([
      {
        type: 'article-newspaper',
        title: 'A title on two lines',
        author: [{ family: 'Тамкин', given: 'Эмили' }, { literal: 'Foreign "Desk"' }],
        issued: '2017-05-08',
      },
      { type: 'document', title: "It's short", author: [{ family: 'Kim' }], issued: '2013-09' },
      {
        type: 'document',
        title: 'One line and the next',
        'container-title': 'Times: and Tides',
        abstract: 'First.\n\nSecond.',
        issued: '2013-09/2013-10',
      },
      { type: 'document', publisher: 'After it' },
    ]);
    expect(entries.map(({ keyStart, keyEnd }) => yaml.slice(keyStart, keyEnd))).toEqual([
      'folded',
      'flow',
      'plain',
      'anchored',
    ]);
  });

  it('says where it is not read, or no YAML', () => {
    expect(spots(yaml, 'csl-yaml')).toEqual([
      ['bad-value', 'Times: and Tides'],
      ['unsupported', '&name Anchored'],
      ['missing-key', '-'],
    ]);
  });

  it.each([
    ['a list alone', '- id: a\n  title: A\n- id: b\n  title: B\n'],
    [
      'front matter',
      '---\ntitle: Mine\nreferences:\n  - id: a\n    title: A\n\n  - id: b\n    title: B\nlang: en\n---\n',
    ],
    ['brackets', 'references: [{id: a, title: A},\n  {"id": "b", "title": "B"}]\n'],
    ['Windows', '---\r\nreferences:\r\n-   id: a\r\n    title: A\r\n-   id: b\r\n    title: B\r\n...\r\n'],
    [
      'odd places',
      '\uFEFFreferences:\n- \n  id: a\n  title: A\n  # a comment\n\n# another\n-\n  title: B\n  id: b\n',
    ],
  ])('of %s', (_, text) => {
    expect(titles(text, 'csl-yaml')).toEqual([
      ['a', 'A'],
      ['b', 'B'],
    ]);
    expect(spots(text, 'csl-yaml')).toEqual([]);
  });

  it('goes on over lines in quotes, and without a blank behind a backslash', () => {
    const text = '- id: a\n  title: "A title \\\n    over\n    lines, \\\\\n    \\u00abso\\u00bb"\n';
    expect(titles(text, 'csl-yaml')).toEqual([['a', 'A title over lines, \\ «so»']]);
    expect(spots(text, 'csl-yaml')).toEqual([]);
  });

  it('loses of a broken entry only the line that is', () => {
    const text =
      '- id: a\n  title: A\n    publisher: too far in\n  genre\n  note: N\n- id: b\n  title: "B\n- id: c\n  title: C\n';
    expect(readBibliography(text, 'csl-yaml').entries[0]?.fields).toEqual({
      type: 'document',
      title: 'A',
      note: 'N',
    });
    expect(titles(text, 'csl-yaml').map(([key]) => key)).toEqual(['a', 'b', 'c']);
    expect(spots(text, 'csl-yaml')).toEqual([
      ['bad-value', 'publisher: too far in'],
      ['unsupported', 'genre'],
      ['unclosed', '"'],
    ]);
  });
});

describe('CSL-JSON', () => {
  it('has each entry and key at its place', () => {
    const text = '[{"title":"A","id":"a"},\n {"id": 5, "title": "B \\u2014 \\"b\\""}]';
    const { entries, problems } = readBibliography(text, 'csl-json');
    expect(
      entries.map(({ key, keyStart, keyEnd, start, end, fields: { title } }) => [
        key,
        text.slice(keyStart, keyEnd),
        text.slice(start, end),
        title,
      ]),
    ).toEqual([
      ['a', 'a', '{"title":"A","id":"a"}', 'A'],
      ['5', '5', '{"id": 5, "title": "B \\u2014 \\"b\\""}', 'B — "b"'],
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['a comma between entries', '[\n  {"id": "a"}\n  {"id": "b"}\n]', 'missing-comma'],
    ['a comma in an entry', '[\n  {"id": "a" "title": "A"},\n  {"id": "b"}\n]', 'missing-comma'],
    ['a brace', '[\n  {"id": "a", "author": [{"family": "X"}],\n  {"id": "b"}\n]', 'unclosed'],
    ['an inner brace', '[\n  {"id": "a", "author": [{"family": "X"]},\n  {"id": "b"}\n]', 'unclosed'],
    ['a quotation mark', '[\n  {"id": "a", "title": "A\n  },\n  {"id": "b"}\n]', 'unclosed'],
    ['a colon', '[\n  {"id": "a", "title" "A"},\n  {"id": "b"}\n]', 'missing-colon'],
    ['the last bracket', '[\n  {"id": "a"},\n  {"id": "b"}\n', 'unclosed'],
    ['a key', '[{"id": "a"}, {"title": "no key"}, {"id": "b"}]', 'missing-key'],
  ])('without %s keeps its entries', (_, text, code) => {
    expect(titles(text, 'csl-json').map(([key]) => key)).toEqual(['a', 'b']);
    expect(spots(text, 'csl-json').map(([found]) => found)).toEqual([code]);
  });

  it('that is no list says so', () => {
    expect(spots('{"name": "x"}', 'csl-json')).toEqual([['no-list', '{']]);
    expect(readBibliography('  \n', 'csl-json')).toMatchObject({ entries: [], problems: [] });
  });

  it.each([
    [{ 'date-parts': [[2013, 9, 14]] }, '2013-09-14'],
    [{ 'date-parts': [['2013', '9']] }, '2013-09'],
    [{ 'date-parts': [[2013], [2014]] }, '2013/2014'],
    [{ 'date-parts': [[2013, 9]], circa: true }, '2013-09~'],
    [{ 'date-parts': [[2013]], season: 2 }, '2013-22'],
    [{ raw: '2013-09?' }, '2013-09?'],
    [{ literal: 'n.d.' }, undefined],
    [{ year: 2013, month: 9 }, '2013-09'],
    [[{ year: 2013 }, { year: 2014 }], '2013/2014'],
    ['2013-09-14', '2013-09-14'],
    [2013, '2013'],
    [{ 'date-parts': [[0, 99, 'x'], null] }, undefined],
  ])('date %j is %s', (issued, edtf) => {
    const text = JSON.stringify([{ id: 'a', issued }]);
    expect(readBibliography(text, 'csl-json').entries[0]?.fields.issued).toBe(edtf);
  });
});
