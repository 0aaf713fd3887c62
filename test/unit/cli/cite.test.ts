import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { CITE_FLAGS } from '../../../src/cli/args.ts';
import { HELP } from '../../../src/cli/help.ts';
import { run } from '../../../src/cli/run.ts';
import { STYLES } from '../../../src/core/citation/styles/registry.ts';
import { compiledJson } from '../dossier.ts';

const folder = mkdtempSync(join(tmpdir(), 'counterparts-cite-'));
afterAll(() => rmSync(folder, { recursive: true }));
const dossier = join(folder, 'dossier.json');
writeFileSync(dossier, compiledJson);

const KEY = 'reuters-2013-kerry-lavrov';

function cite(...args: string[]) {
  const written = { out: '', err: '' };
  const code = run(['cite', ...args, '--dossier', dossier], {
    out: text => {
      written.out += text;
    },
    err: text => {
      written.err += text;
    },
  });
  return { code, ...written };
}

describe('cite KEY…', () => {
  test('prints the notes, the citation in the text and the entry', () => {
    expect(cite(KEY, '--style', 'chicago-author-date', '--locator', '5-7')).toEqual({
      code: 0,
      err: '',
      out: [
        `${KEY} (Reuters 2013, B2)`,
        '  First note:   Warren Strobel, “Kerry-Lavrov Rapport Smoothed Path to Syria Deal,” Reuters, September 15, 2013, paras. 5–7',
        '  Later note:   Strobel, “Kerry-Lavrov Rapport Smoothed Path to Syria Deal,” paras. 5–7',
        '  In the text:  (Strobel 2013, paras. 5–7)',
        '  Bibliography: Strobel, Warren. 2013. “Kerry-Lavrov Rapport Smoothed Path to Syria Deal.” Reuters, September 15.',
        '',
      ].join('\n'),
    });
  });

  test('takes several keys, also as they stand in a text', () => {
    const { code, out } = cite(`@${KEY}`, 'sputnik-2025-eight-secretaries');
    expect(code).toBe(0);
    expect(out.match(/^\S.*$/gm)).toEqual([
      `${KEY} (Reuters 2013, B2)`,
      'sputnik-2025-eight-secretaries (Sputnik 2025, D3)',
    ]);
  });

  test('prints JSON in each style', () => {
    for (const { id, language } of STYLES) {
      const { code, out } = cite(KEY, '--style', id, '--json', '--locator=p. 3');
      expect(code).toBe(0);
      const [source, ...others] = JSON.parse(out);
      expect(others).toEqual([]);
      expect(source).toMatchObject({ key: KEY, style: id, language, locator: { label: 'page', value: '3' } });
      for (const field of ['note', 'laterNote', 'citation', 'entry'])
        expect(source[field]).toMatch(/Strobel/);
    }
  });

  test('chooses the style by the language', () => {
    expect(JSON.parse(cite(KEY, '--lang', 'ru', '--json').out)[0].style).toBe('gost');
    expect(JSON.parse(cite(KEY, '--lang', 'en-GB', '--json').out)[0].style).toBe('chicago-notes');
  });

  test.each([
    [
      ['reuters-2013-kery-lavrov'],
      `no document has the key "reuters-2013-kery-lavrov"; the nearest is "${KEY}".`,
    ],
    [['nothing'], /^counterparts: no document has the key "nothing"; there are [\w-]+, .*\.\n$/],
    [['nothing\n\u001b[31m'], /key "nothing\\n\\u001b\[31m"/],
    [[KEY, '--style', 'harvard'], '--style: there is no style "harvard"; there are chicago-notes, '],
    [[KEY, '--style', 'apa', '--lang', 'ru'], '--lang: "ru" cannot be had: the style "apa" writes en-US.'],
    [[KEY, '--lang', 'de'], '--lang: "de" cannot be had: the styles write en-US, ru-RU.'],
    [[], '"cite" needs the keys of the works: cite KEY…. "--help" shows how it is used.'],
  ])('says in one sentence why not, and ends with 2: %j', (args, message) => {
    const { code, out, err } = cite(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    if (typeof message === 'string') expect(err).toContain(message);
    else expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test.each([
    ['the end', '"the end" is no locator; paragraphs are "5" or "5-7", pages "p. 33", chapters "chap. 2"'],
    ['5 apples', '"5 apples" is no locator'],
    ['abc', '"abc" is no locator'],
    ['', '"" is no locator'],
    ['-5', '"-5" is no locator'],
    ['p. -5', '"p. -5" is no locator'],
    ['7-5', '"7-5" goes backwards: a range goes from the lower number to the higher one'],
    ['p. 33-20', '"p. 33-20" goes backwards'],
    ['999', '"999": reuters-2013-kerry-lavrov has 32 paragraphs, and none with the number 999'],
    ['0', 'none with the number 0'],
    ['para. 5, 99999', 'none with the number 99999'],
  ])('says in one sentence why a place is none, and ends with 1: %j', (locator, message) => {
    const { code, out, err } = cite(KEY, '--locator', locator);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test('is told in the help, with each flag and style', () => {
    for (const word of [...Object.keys(CITE_FLAGS).map(name => `--${name}`), ...STYLES.map(({ id }) => id)]) {
      expect(HELP).toContain(word);
    }
  });
});

describe('cite KEY… --bibliography FILE…', () => {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const bib = write(
    'own.bib',
    '@book{vale-2013,\n  author = {Vale, Ada},\n  title = {The Harbour Clock},\n  publisher = {Quay},\n  year = {2013},\n}\n' +
      '@article{broken\n@misc{bare, year = {1999}}\n',
  );
  const json = write(
    'own.json',
    '[{ "id": "roe", "type": "book", "title": "Nets", "author": [{ "family": "Roe" }] }, { "id": "vale-2013", "title": "Other" }]',
  );
  const own = ['--bibliography', bib, '--bibliography', json];

  test('cites the works of the files beside the documents, without a grade, and numbers as pages', () => {
    const { code, out, err } = cite('@vale-2013', 'roe', KEY, ...own, '--locator', '12-15');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.match(/^\S.*$/gm)).toEqual([
      'vale-2013 (Vale 2013)',
      'roe (Roe)',
      `${KEY} (Reuters 2013, B2)`,
    ]);
    expect(out.match(/First note: .*$/gm)).toEqual([
      'First note:   Ada Vale, The Harbour Clock (Quay, 2013), 12–15',
      'First note:   Roe, Nets (n.d.), 12–15',
      expect.stringMatching(/paras\. 12–15$/),
    ]);
  });

  test('prints JSON with the locator that was given', () => {
    const [source] = JSON.parse(cite('vale-2013', ...own, '--json', '--locator', 'chap. 2').out);
    expect(source).toMatchObject({
      key: 'vale-2013',
      name: 'Vale 2013',
      locator: { label: 'chapter', value: '2' },
    });
    expect(source).not.toHaveProperty('grade');
  });

  test('calls a work by its key where the file says nothing else', () => {
    expect(cite('bare', ...own).out).toMatch(/^bare \(bare\)\n {2}First note: .*Bare/);
  });

  test.each([
    [
      ['nobody', ...own],
      2,
      'neither a bibliography file nor a document has the key "nobody"; of documents there are ',
    ],
    [['vale-2013', ...own, '--locator', 'abc'], 1, '"abc" is no locator; pages are "33" or "33-35"'],
    [
      ['roe', '--bibliography', join(folder, 'none.bib')],
      2,
      'none.bib could not be read: there is no such file',
    ],
    [
      ['roe', '--bibliography', folder],
      2,
      'could not be read: its name ends with none of .bib, .json, .yaml',
    ],
  ])('says in one sentence why not: %j', (args, expected, message) => {
    const { code, out, err } = cite(...args);
    expect({ code, out }).toEqual({ code: expected, out: '' });
    expect(err).toContain(message);
    expect(err.trimEnd()).not.toContain('\n');
  });
});
