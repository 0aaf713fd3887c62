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
        '  Later note:   Strobel 2013, paras. 5–7',
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
    [[KEY, '--locator', 'the end'], '--locator: "the end" is no locator'],
    [[KEY, '--locator', '5 apples'], '--locator: "5 apples" is no locator'],
    [[], '"cite" needs the keys of the documents: cite KEY…. "--help" shows how it is used.'],
  ])('says in one sentence why not, and ends with 2: %j', (args, message) => {
    const { code, out, err } = cite(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    if (typeof message === 'string') expect(err).toContain(message);
    else expect(err).toMatch(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test('is told in the help, with each flag and style', () => {
    for (const word of [...Object.keys(CITE_FLAGS).map(name => `--${name}`), ...STYLES.map(({ id }) => id)]) {
      expect(HELP).toContain(word);
    }
  });
});
