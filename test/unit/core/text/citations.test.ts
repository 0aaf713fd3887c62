import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { citationAround } from '../../../../src/core/text/citations.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';

const nobody = new NameMatcher([]);

/** The citation around the key in which the mark `|` stands, as its text and what each item says. */
function around(marked: string) {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  const analysis = analyse(text, nobody);
  const [key] = analysis.keysIn(cursor, cursor);
  const paragraph = analysis.paragraphAt(cursor);
  if (key === undefined || paragraph === undefined) return undefined;
  const { start, end, items, bracketed } = citationAround(text, key, paragraph);
  return {
    text: text.slice(start, end),
    bracketed,
    items: items.map(item => [
      text.slice(item.start, item.end).trim(),
      item.key.key,
      text.slice(item.key.keyStart, item.key.keyEnd),
      ...item.paragraphs,
    ]),
  };
}

describe('the citation around a key', () => {
  it('is the brackets with all their sources and the paragraphs that each gives', () => {
    expect(around('As shown [see @vale-2013, para. 5; -@ro|e-2020, paras. 7, 9-11, passim].')).toEqual({
      text: '[see @vale-2013, para. 5; -@roe-2020, paras. 7, 9-11, passim]',
      bracketed: true,
      items: [
        ['see @vale-2013, para. 5', 'vale-2013', 'vale-2013', 5],
        ['-@roe-2020, paras. 7, 9-11, passim', 'roe-2020', 'roe-2020', 7, 9, 10, 11],
      ],
    });
  });

  it('is the key in the text with the bracket behind it', () => {
    expect(around('As @va|le-2013 [¶¶ 2–4] has it.')).toEqual({
      text: '@vale-2013 [¶¶ 2–4]',
      bracketed: false,
      items: [['@vale-2013 [¶¶ 2–4]', 'vale-2013', 'vale-2013', 2, 3, 4]],
    });
    expect(around('As @va|le-2013 has it [^1].')).toEqual({
      text: '@vale-2013',
      bracketed: false,
      items: [['@vale-2013', 'vale-2013', 'vale-2013']],
    });
  });

  it('holds keys in braces and pages, which are no paragraphs', () => {
    expect(around('So [@{va|le 2013}].')).toBeUndefined();
    expect(around('So [@{va|le:2013}, p. 5].')?.items).toEqual([
      ['@{vale:2013}, p. 5', 'vale:2013', 'vale:2013'],
    ]);
  });

  it('begins and ends at no bracket that is escaped', () => {
    expect(around('As \\[@va|le-2013, para. 5] has it.')).toMatchObject({
      text: '@vale-2013',
      bracketed: false,
    });
    expect(around('As [see \\[ @va|le-2013, “a\\]”, para. 5] has it.')).toMatchObject({
      text: '[see \\[ @vale-2013, “a\\]”, para. 5]',
      bracketed: true,
    });
    expect(around('As \\\\[@va|le-2013] has it.')).toMatchObject({ text: '[@vale-2013]' });
  });

  it('is no link’s text', () => {
    expect(around('Thanks to [@va|le](https://example.org).')?.bracketed).toBe(false);
    expect(around('Thanks to [@va|le]: well.')?.bracketed).toBe(false);
  });

  it('lies within the text and around its key, whatever stands there', () => {
    const pieces = fc.constantFrom('[', ']', '@k', ';', ', para. 3', '¶ 2–9', ' ', 'a', '-', '(', '\n', '^');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
        const text = parts.join('');
        const analysis = analyse(text, nobody);
        for (const key of analysis.keysIn(0, text.length)) {
          const paragraph = analysis.paragraphAt(key.start);
          if (paragraph === undefined) continue;
          const { start, end, items } = citationAround(text, key, paragraph);
          expect(start).toBeLessThanOrEqual(key.start);
          expect(end).toBeGreaterThanOrEqual(key.end);
          expect(end).toBeLessThanOrEqual(text.length);
          for (const item of items) {
            expect(item.start).toBeLessThanOrEqual(item.key.start);
            expect(item.end).toBeGreaterThanOrEqual(item.key.end);
            expect(text.slice(item.key.keyStart, item.key.keyEnd)).toBe(item.key.key);
          }
        }
      }),
    );
  });
});
