import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type FrontMatterFields, frontMatterFields } from '../../../../src/core/text/front-matter-fields.ts';

const read = (...lines: string[]): FrontMatterFields =>
  frontMatterFields(['---', ...lines, '---', '', 'They met.'].join('\n'));

const NOTHING = { bibliography: [], references: [] };

/** What a YAML parser reads in a place, with the quotes around it; `undefined` where that is no YAML. */
function readAt(text: string, start: number, end: number): unknown {
  const written = text.slice(start, end);
  if (!/[\\'\n]/.test(written)) return written;
  const quote = /["']/.exec(text.charAt(start - 1))?.[0] ?? '';
  try {
    return parse(quote + written + quote, { logLevel: 'error' });
  } catch {
    return undefined;
  }
}

/** The paths and keys, each of which must be what stands at its offsets. */
function texts(text: string): { readonly paths: string[]; readonly ids: string[] } {
  const { bibliography, references } = frontMatterFields(text);
  for (const { path, start, end } of bibliography) expect(readAt(text, start, end)).toBe(path);
  for (const { id, start, end } of references) expect([id, undefined]).toContain(readAt(text, start, end));
  return { paths: bibliography.map(({ path }) => path), ids: references.map(({ id }) => id) };
}

describe('the date in front matter', () => {
  it.each([
    ['2013-09-15', '2013-09-15'],
    ['"2013-09-15"', '2013-09-15'],
    ["'2013-09-15'  # when it was filed", '2013-09-15'],
    ['15 September 2013', '2013-09-15'],
    ['"September 15, 2013"', '2013-09-15'],
    ['Sunday, September 15, 2013', '2013-09-15'],
    ['Sept. 15, 2013', '2013-09-15'],
    ['15 сентября 2013 г.', '2013-09-15'],
    ['Sonntag, 15. September 2013', '2013-09-15'],
    ['15.09.2013', '2013-09-15'],
    ['2013/9/5', '2013-09-05'],
    ['2013-09-15T10:00:00Z', '2013-09-15'],
    ['2013-09-15T10:00:00.000+02:00', '2013-09-15'],
    ['2013-09-15 10:00', '2013-09-15'],
    ['September 15, 2013 10:30 GMT', '2013-09-15'],
    ['2013-09', '2013-09'],
    ['2009-10', '2009-10'],
    ['September 2013', '2013-09'],
    ['2013', '2013'],
    ['2013-09~', '2013-09~'],
    ['2013-09-12/2013-09-14', '2013-09-12/2013-09-14'],
  ])('%s', (value, expected) => {
    expect(read('title: Geneva', `date: ${value}`, 'lang: en').date).toBe(expected);
  });

  it.each([
    'today',
    'last-modified',
    '',
    '"`r Sys.Date()`"',
    '2013-09-31',
    '09/10/2013',
    'some time in 2013',
    '15 September 2013, or later',
    '[2013-09-15]',
    '{ created: 2013-09-15 }',
    '|\n  2013-09-15',
    '2013-09-15\n  and more',
    '"2013-09-15" or so',
    '20130915',
  ])('is none in %j', value => {
    expect(read(`date: ${value}`, 'title: Geneva')).toEqual(NOTHING);
  });

  it('counts at the top level alone, the first time', () => {
    expect(read('hugo:', '  date: 2013-09-15')).toEqual(NOTHING);
    expect(read('abstract: |', '  date: 2013-09-15', 'update: 2013-09-16')).toEqual(NOTHING);
    expect(read('date: 2013-09-15', 'date: 2014-09-15').date).toBe('2013-09-15');
    expect(read('"date": 2013-09-15').date).toBe('2013-09-15');
  });

  it('is read with Windows line ends and a byte-order mark, and not outside front matter', () => {
    expect(frontMatterFields('\uFEFF---\r\ndate: 2013-09-15\r\nlang: ru\r\n---\r\nText').date).toBe(
      '2013-09-15',
    );
    expect(frontMatterFields('date: 2013-09-15\n')).toEqual(NOTHING);
    expect(frontMatterFields('---\ndate: 2013-09-15\n')).toEqual(NOTHING);
    expect(frontMatterFields('Text\n\n---\ndate: 2013-09-15\n---\n')).toEqual(NOTHING);
  });
});

describe('the language in front matter', () => {
  it('is a language tag', () => {
    expect(read('lang: ru-RU').lang).toBe('ru-RU');
    expect(read('lang: "en"').lang).toBe('en');
    expect(read('lang: the language of diplomats').lang).toBeUndefined();
  });
});

describe('bibliographies in front matter', () => {
  it.each<[name: string, lines: string, expected: readonly string[]]>([
    ['one', 'bibliography: refs.bib', ['refs.bib']],
    ['one in quotes', 'bibliography: "my refs/all.bib" # ours', ['my refs/all.bib']],
    ['a list in brackets', 'bibliography: [a.bib, \'b.json\', "c, d.bib"]', ['a.bib', 'b.json', 'c, d.bib']],
    ['brackets over lines', 'bibliography: [ a.bib, # one\n  b.json,\n]', ['a.bib', 'b.json']],
    ['a list', 'bibliography:\n  - a.bib\n  - "b.json" # two\n\n  - c.yaml', ['a.bib', 'b.json', 'c.yaml']],
    ['a list as far out as its field', 'bibliography:\n- a.bib\n- ../b.json', ['a.bib', '../b.json']],
    ['a list after a comment', 'bibliography: # ours\n  # all\n  - a.bib', ['a.bib']],
    ['an empty field', 'bibliography:', []],
    ['a path with escapes', 'bibliography: "refs\\\\all.bib"', ['refs\\all.bib']],
    ['a path with an apostrophe', "bibliography: ['it''s.bib']", ["it's.bib"]],
    ['one on the next line', 'bibliography:\n  refs.bib', ['refs.bib']],
    ['one before a field in quotes', 'bibliography: refs.bib\n"csl": apa.csl', ['refs.bib']],
    ['a list with one that is broken', 'bibliography:\n- "a.bib\n- b.bib', ['b.bib']],
    ['what is no path', 'bibliography:\n  main: refs.bib', []],
    ['a list in a list', 'bibliography:\n  - - a.bib\n  - b.bib', ['b.bib']],
    ['brackets that stay open', 'bibliography: [a.bib', []],
  ])('%s', (_, lines, expected) => {
    expect(texts(`---\ntitle: Geneva\n${lines}\nlang: en\n---\nText`).paths).toEqual(expected);
    expect(texts(`---\r\n${lines.replaceAll('\n', '\r\n')}\r\n---\r\nText`).paths).toEqual(expected);
  });
});

describe('references in front matter', () => {
  it('are known by their keys', () => {
    const { ids } = texts(
      [
        '---',
        'references:',
        '- id: reuters-2013',
        '  type: article',
        '  author:',
        '  - family: Gordon',
        '    id: of-the-author',
        '- type: book',
        '  abstract: |',
        '    Of a book.',
        '      id: in-a-text',
        '  id: "lavrov-2015"',
        '-',
        '  title: No key',
        '-',
        '  title: With a key',
        '  id: kerry:2018',
        '- {id: flow-2014, type: book}',
        '- title: "id: no"',
        'nocite: "@*"',
        'id: of-the-file',
        '---',
      ].join('\n'),
    );
    expect(ids).toEqual(['reuters-2013', 'lavrov-2015', 'kerry:2018', 'flow-2014']);
  });

  it('are known in JSON and further in', () => {
    expect(
      texts('---\nreferences: [{"id":"a-1","author":[{"id":"x"}]}, {type: book, id: b-2}]\n---\n').ids,
    ).toEqual(['a-1', 'b-2']);
    expect(texts("---\nreferences:\n    - type: book\n      id: 'a-1'\n    - id: b-2\n---\n").ids).toEqual([
      'a-1',
      'b-2',
    ]);
  });
});

describe('broken references in front matter', () => {
  it.each([
    ['a quotation mark', '- id: a\n  title: "A\n- id: b'],
    ['the last bracket', ' [{id: a}, {id: b, title: B'],
    ['a brace', ' [\n  {id: a,\n  {id: b}]'],
  ])('without %s still have their keys', (_, list) => {
    expect(texts(`---\nreferences:${list.replace(/^-/, '\n-')}\nlang: en\n---\n`).ids).toEqual(['a', 'b']);
  });
});

describe('front matter in TOML', () => {
  it('is read up to its first table', () => {
    const text =
      '+++\ndate = 2013-09-15\nlang = "en"\nbibliography = ["a.bib",\n"b.bib"]\n[extra]\nlang = "ru"\n+++\n';
    expect(frontMatterFields(text)).toMatchObject({ date: '2013-09-15', lang: 'en' });
    expect(texts(text).paths).toEqual(['a.bib', 'b.bib']);
    expect(frontMatterFields('+++\n[extra]\ndate = 2013-09-15\n+++\n')).toEqual(NOTHING);
  });
});

describe('any front matter', () => {
  const piece = fc.constantFrom(
    ...[
      'date:',
      'bibliography:',
      'references:',
      'lang:',
      'id:',
      '- ',
      '-',
      '\n',
      '\n',
      '\n  ',
      '\n- ',
      '\n  - ',
      ' ',
    ],
    ...[
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '#',
      ' # ',
      ':',
      ': ',
      '|',
      '&a',
      '\\',
      'a.bib',
      'b-2',
      '2013-09-15',
      '\r\n',
      '=',
    ],
  );

  it('is read without an error, and its values stand where they are said to', () => {
    fc.assert(
      fc.property(fc.constantFrom('---', '+++'), fc.array(piece, { maxLength: 40 }), (fence, parts) => {
        texts(`${fence}\n${parts.join('')}\n${fence}\nText`);
      }),
      { numRuns: 2000 },
    );
  });

  // A hundred of the longest there can be, each of which took seconds when every part of a line was read to its end.
  it('is read at once, whatever is repeated in it', () => {
    for (const unit of [
      ': ',
      'x: ',
      '{{}',
      '\rreferences:',
      '\n x{:',
      '\n- *',
      "'",
      '"',
      '#',
      '\n- {id: a',
    ]) {
      for (const head of [
        'references: [',
        'references:\n- ',
        'bibliography: [',
        'bibliography: ',
        'lang: ',
      ]) {
        const body = unit.repeat(60_000 / unit.length);
        for (let times = 0; times < 2; times++) texts(`---\n${head}${body}\n---\n`);
      }
    }
  }, 30_000);

  it('gives what a YAML parser gives, or nothing', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), parts => {
        fc.pre(!parts.includes('bibliography:'));
        const body = `bibliography: ${parts.join('')}\n`;
        let value: unknown;
        try {
          value = parse(body, { logLevel: 'error' })?.bibliography;
        } catch {
          return;
        }
        const list = (Array.isArray(value) ? value : [value]).map(String);
        for (const path of texts(`---\n${body}---\n`).paths) expect(list).toContain(path);
      }),
      { numRuns: 2000 },
    );
  });
});
