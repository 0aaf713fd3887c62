import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bibNames } from '../../../../../src/core/citation/bibliography/bib-names.ts';
import { latexText } from '../../../../../src/core/citation/bibliography/latex.ts';
import { readBibliography } from '../../../../../src/core/citation/bibliography/read.ts';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/bibliographies');
const broken = readFileSync(join(FIXTURES, 'broken.bib'), 'utf8');

const fields = (text: string) => readBibliography(text, 'biblatex').entries.map(entry => entry.fields);
const one = (body: string, type = 'article') => fields(`@${type}{k, ${body}}`)[0];

describe('a broken file of BibLaTeX', () => {
  const { entries, problems } = readBibliography(broken, 'biblatex');

  it('loses no entry but the one without a key', () => {
    expect(entries.map(({ key }) => key)).toEqual([
      'no-comma',
      'no-brace',
      'no-quote',
      'extra-brace',
      'no-end',
      'no-equals',
      'whole',
    ]);
    expect(entries.map(({ fields: { title, author } }) => [title, author?.[0]])).toEqual([
      ['Talks in Geneva', { family: 'Meyer', given: 'Anna' }],
      ['The Long Table', { family: 'Orlov', given: 'Pyotr' }],
      ['Notes of a Clerk', { family: 'Lund', given: 'Eva' }],
      ['Two Visits', { family: 'Roy', given: 'Jean' }],
      ['Left Open', undefined],
      [undefined, { family: 'Kim', given: 'Sun' }],
      ['Whole', { family: 'Novak', given: 'Jan' }],
    ]);
    expect(entries.at(-1)?.fields['container-title']).toBe('Agency Press');
  });

  it('is said to be broken where it is, once for each fault', () => {
    const at = (offset: number) => broken.slice(0, offset).split('\n').length;
    expect(problems.map(({ code, start, detail }) => [code, at(start), detail])).toEqual([
      ['missing-comma', 7, 'author'],
      ['unclosed', 12, 'title'],
      ['unclosed', 18, 'title'],
      ['extra-brace', 24, ''],
      ['unclosed', 28, ''],
      ['missing-equals', 32, 'title'],
      ['missing-key', 36, 'misc'],
    ]);
  });

  it('has each key and each entry at its exact place', () => {
    for (const { key, keyStart, keyEnd, start, end } of entries) {
      expect(broken.slice(keyStart, keyEnd)).toBe(key);
      expect(broken.slice(start, end)).toMatch(/^@\w+\{[\s\S]*\}$/);
    }
  });
});

describe('an entry', () => {
  it('is found in Windows files, behind a byte order mark, in parentheses and with tabs', () => {
    const text =
      '\uFEFFsome words, mail@example.org\r\n@BOOK(a:b/c+d.1,\r\n\tTitle\t= {A (B) C},\r\n)\r\n@book{ é_x , title="D"}';
    const { entries, problems } = readBibliography(text, 'biblatex');
    expect(entries.map(({ key, fields: { title } }) => [key, title])).toEqual([
      ['a:b/c+d.1', 'A (B) C'],
      ['é_x', 'D'],
    ]);
    expect(problems).toEqual([]);
  });

  it('is none in a comment, whatever stands there', () => {
    expect(
      fields('@comment{jabref-meta: {x}; @book{a, title={A}}}\n@book{b, title={B}}').map(
        ({ title }) => title,
      ),
    ).toEqual(['B']);
  });

  it('is read behind a comment that nothing closes', () => {
    expect(fields('@comment{ {\n@book{a, title={A}}').map(({ title }) => title)).toEqual(['A']);
  });

  it('may be cited by its further keys', () => {
    const text = '@book{a, ids = {b, c}, title = {A}}';
    const [entry] = readBibliography(text, 'biblatex').entries;
    expect(entry?.aliases.map(({ key, keyStart, keyEnd }) => [key, text.slice(keyStart, keyEnd)])).toEqual([
      ['b', 'b'],
      ['c', 'c'],
    ]);
  });

  it('inherits through crossref and xdata, title as book title, and ends circles', () => {
    const read = fields(
      '@inproceedings{a, title={Part}, crossref={b}}\n@proceedings{b, title={All}, editor={X, Y}, year=2001, xdata={c}, crossref={a}}\n' +
        '@xdata{c, publisher={P}, xdata={c}}',
    );
    expect(read[0]).toEqual({
      type: 'paper-conference',
      title: 'Part',
      'container-title': 'All',
      publisher: 'P',
      editor: [{ family: 'X', given: 'Y' }],
      issued: '2001',
    });
    expect(read).toHaveLength(2);
  });

  it('joins abbreviations, which may use those before them but never grow without end', () => {
    expect(
      fields('@string{a = "A"}@string{b = a # {B}}@book{k, title = b # " " # b # undefined}')[0]?.title,
    ).toBe('AB ABundefined');
    const doubling = Array.from(
      { length: 60 },
      (_, index) => `@string{s${index + 1} = s${index} # s${index}}`,
    );
    expect(
      fields(`@string{s0="xy"}${doubling.join('')}@book{k, title = s60}`)[0]?.title?.length,
    ).toBeLessThan(10_000);
  });

  it.each([
    ['date = {2013-09-12/2013-09-14}', '2013-09-12/2013-09-14'],
    ['date = {2013~}', '2013~'],
    ['date = {2013-09?~}', '2013-09%'],
    ['date = {201X}', '201X'],
    ['date = {2013/}', '2013/'],
    ['date = {2013-9-5}', '2013-09-05'],
    ['date = {2013-09-12T10:30:00}', '2013-09-12'],
    ['year = 2013, month = sep', '2013-09'],
    ['year = {2013}, month = {September}, day = 5', '2013-09-05'],
    ['year = 2013, month = 9', '2013-09'],
    ['year = 2013, month = "14~" # sep', '2013-09-14'],
    ['year = {1998--1999}', '1998/1999'],
    ['year = {\\noopsort{1973b}1973}', '1973'],
    ['year = {in press}', undefined],
    ['date = {2013-13}', '2013'],
  ])('dated %s is of %s', (body, date) => {
    expect(one(body)?.issued).toBe(date);
  });

  it('says of what kind a work is in words, where BibLaTeX has a name of its own for it', () => {
    const kind = (type: string) => one(`type = {${type}}`, 'thesis')?.genre;
    expect(['phdthesis', 'mathesis', 'techreport', 'Habilitation'].map(kind)).toEqual([
      'PhD thesis',
      'MA thesis',
      'technical report',
      'Habilitation',
    ]);
  });

  it('takes addresses as they stand, but for what other programs escape in them', () => {
    expect(
      one('url = {https://example.org/a_b~c%20d\\_e}, doi = {https://doi.org/10.1/a\\_b}'),
    ).toMatchObject({
      URL: 'https://example.org/a_b~c%20d_e',
      DOI: '10.1/a_b',
    });
    expect(one('howpublished = {\\url{https://example.org/~x}}', 'misc')?.URL).toBe('https://example.org/~x');
  });

  it.each([
    ['article', 'journal = {J}, number = 3', { type: 'article-journal', 'container-title': 'J', issue: '3' }],
    [
      'article',
      'journaltitle = {J}, entrysubtype = {newspaper}',
      { type: 'article-newspaper', 'container-title': 'J' },
    ],
    ['online', 'organization = {Site}', { type: 'webpage', 'container-title': 'Site' }],
    [
      'techreport',
      'institution = {Office}, number = 7',
      { type: 'report', publisher: 'Office', number: '7' },
    ],
    [
      'book',
      'series = {S}, number = 2, title = {A}, subtitle = {B}',
      { type: 'book', 'collection-number': '2', title: 'A: B' },
    ],
    [
      'misc',
      'entrysubtype = {broadcast}, organization = {Radio}',
      { type: 'broadcast', 'container-title': 'Radio' },
    ],
    ['unheardof', 'langid = {russian}, pages = {1--2}', { type: 'document', language: 'ru', page: '1-2' }],
  ])('@%s with %s', (type, body, item) => {
    expect(one(body, type)).toMatchObject(item);
  });
});

describe('LaTeX in a value', () => {
  it.each([
    ['{\\\'e}t\\"ude', 'étüde'],
    ["\\'{\\i} \\v{s} \\c c \\H{o} \\~{n}", 'í š ç ő ñ'],
    ["Stra{\\ss}e \\O{} \\L{}\\'od\\'z", 'Straße Ø Łódź'],
    ['a -- b --- c -{}- d', 'a – b — c -- d'],
    ["``one'' `two' it's", "“one” `two' it's"],
    ['A~B \\& 5\\% \\#1 \\$2 a\\_b', 'A\u00A0B & 5% #1 $2 a_b'],
    ['{NATO} and {{UN}}', 'NATO and UN'],
    ['\\emph{On} \\textbf{the} \\enquote{Table} {\\it x}', 'On the “Table” x'],
    ['\\href{https://example.org}{Link} \\noopsort{1}Two', 'Link Two'],
    ['\\textcyrillic{Москва}  и\n Женева', 'Москва и Женева'],
    ['H$_2$O {\\TeX}', 'H2O TeX'],
    ['}{ \\', ''],
  ])('%s is %s', (latex, text) => {
    expect(latexText(latex).replace(/\\$/, '').trim()).toBe(text);
  });
});

describe('a very long value', () => {
  // To look back at all that was read, at each step, would take minutes here.
  it.each([
    ['title', 'a '],
    ['title', "\\'e "],
    ['title', '{}--'],
    ['author', 'A and '],
    ['author', ','],
    ['url', 'a '],
    ['year', '1 '],
  ])('of %s, %j again and again, is read', (field, piece) => {
    expect(one(`${field} = {${piece.repeat(100_000)}x}`)?.type).toBe('article-journal');
  });
});

describe('a list of names', () => {
  it.each([
    ['John Kerry', [{ family: 'Kerry', given: 'John' }]],
    [
      'Kerry, John and Lavrov, Sergey',
      [
        { family: 'Kerry', given: 'John' },
        { family: 'Lavrov', given: 'Sergey' },
      ],
    ],
    ['Ludwig van Beethoven', [{ family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' }]],
    ['de la Fontaine, Jean', [{ family: 'Fontaine', given: 'Jean', 'dropping-particle': 'de la' }]],
    ['Smith, Jr., Bob', [{ family: 'Smith', given: 'Bob', suffix: 'Jr.' }]],
    ['{Barnes and Noble} AND Plato', [{ literal: 'Barnes and Noble' }, { family: 'Plato' }]],
    ['{van Rossum}, Guido', [{ family: 'van Rossum', given: 'Guido' }]],
    ["{\\'E}mile Zola", [{ family: 'Zola', given: 'Émile' }]],
    ['Kerry, John and others', [{ family: 'Kerry', given: 'John' }, { literal: 'others' }]],
    [
      'family=Berg, given=Jan, prefix=van den, useprefix=true',
      [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' }],
    ],
    ['Сергей Викторович Лавров', [{ family: 'Лавров', given: 'Сергей Викторович' }]],
    [' and , and {} ', []],
  ])('%s', (list, names) => {
    expect(bibNames(list, false)).toEqual(names);
  });

  it('keeps particles with the family name in BibTeX', () => {
    expect(bibNames('Ludwig van Beethoven', true)).toEqual([
      { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
    ]);
  });
});
