import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { citationAround } from '../../../../src/core/text/citations.ts';
import { scanKeys } from '../../../../src/core/text/key-scan.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { mannerOfRole } from '../../../../src/core/text/roles.ts';
import { thingAt } from '../../../../src/core/text/things.ts';
import { withBothClintons } from './people.ts';

const names = new NameMatcher(withBothClintons);
const keysIn = (text: string): string[] =>
  analyse(text, names)
    .keysIn(0, text.length)
    .map(({ start, end }) => text.slice(start, end));

/** The citation around the first key of a text. */
function citation(text: string) {
  const analysis = analyse(text, names);
  const [key] = analysis.keysIn(0, text.length);
  const paragraph = key && analysis.paragraphAt(key.start);
  if (key === undefined || paragraph === undefined) return undefined;
  const { start, end, items, ...rest } = citationAround(text, key, paragraph);
  return {
    ...rest,
    text: text.slice(start, end),
    items: items.map(item => [text.slice(item.start, item.end), item.key.key, ...item.paragraphs]),
  };
}

const NAMES =
  'cite cite:p cite:t cite:ps cite:ts cite:ct cite:cts cite:alp cite:alps cite:label cite:labelpar cite:year cite:yearpar cite:author cite:authors cite:authorpar cite:authorpars cite:cauthor cite:cauthors cite:empty footcite footcite:p footcite:t'.split(
    ' ',
  );

describe('a role that cites', () => {
  it.each(NAMES)('is {%s} before a code span', name => {
    expect(keysIn(`As {${name}}\`roe-2020\` has it.`)).toEqual(['roe-2020']);
  });

  it('holds several keys, parted by commas or semicolons, with words in braces around each', () => {
    const text = 'So {cite:p}`{see, e.g.}vale:2013{paras. 5 and 7}, roe-2020 ; 10.1000/x.y{p. 3}`.';
    expect(keysIn(text)).toEqual(['vale:2013', 'roe-2020', '10.1000/x.y']);
    expect(citation(text)).toEqual({
      text: '{cite:p}`{see, e.g.}vale:2013{paras. 5 and 7}, roe-2020 ; 10.1000/x.y{p. 3}`',
      bracketed: true,
      role: 'cite:p',
      items: [
        ['{see, e.g.}vale:2013{paras. 5 and 7}', 'vale:2013', 5, 7],
        [' roe-2020 ', 'roe-2020'],
        [' 10.1000/x.y{p. 3}', '10.1000/x.y'],
      ],
    });
  });

  it('may go on over a line, in a block quote too', () => {
    expect(keysIn('So {cite:p}`roe-2020,\nvale-2013`.')).toEqual(['roe-2020', 'vale-2013']);
    const quoted = '> So {cite:p}`roe-2020,\n> vale-2013{para. 4}`.\n';
    expect(keysIn(quoted)).toEqual(['roe-2020', 'vale-2013']);
    expect(citation(quoted)?.items.map(([, key]) => key)).toEqual(['roe-2020', 'vale-2013']);
  });

  it('stands in longer backticks, behind a word, in a heading, a cell, a list', () => {
    expect(keysIn('So``x``{cite}``roe-2020``')).toEqual(['roe-2020']);
    expect(keysIn('# So{cite}`a`\n\n- {cite}`b`\n\n| {cite}`c` | x |\n| - | - |\n')).toEqual(['a', 'b', 'c']);
    expect(keysIn('\\\\{cite}`roe-2020`')).toEqual(['roe-2020']);
  });

  it.each([
    ['an escaped one', '\\{cite:p}`roe-2020`'],
    ['one in a fence', '```\n{cite:p}`roe-2020`\n```\n'],
    ['one in indented code', 'So\n\n    {cite:p}`roe-2020`\n'],
    ['one in a longer code span', '`` {cite:p}`roe-2020` ``'],
    ['one in a comment', '<!-- {cite:p}`roe-2020` -->'],
    ['code without a role', 'The `roe-2020` and {ref}`roe-2020` and {code}`roe-2020`'],
    ['a role of another name', '{cite:q}`a` {citep}`a` {Cite}`a` {cite:p }`a` {cite:p} `a`'],
    ['one without keys', '{cite:p}`two words` {cite:p}` ` {cite:p}`{see}`'],
    ['one that is never closed', '{cite:p}`roe-2020'],
  ])('is none: %s', (_, text) => {
    expect(keysIn(text)).toEqual([]);
    expect(scanKeys(text)).toEqual([]);
  });

  it('is not prose: a name in it is nobody’s', () => {
    const text = 'Then {cite:p}`{John Kerry}Kerry{14 September 2013}` left.';
    const analysis = analyse(text, names);
    expect(analysis.mentionsIn(0, text.length)).toEqual([]);
    expect(analysis.datesIn(0, text.length)).toEqual([]);
    expect(
      analysis.maskedIn(0, text.length).map(({ start, end, kind }) => [text.slice(start, end), kind]),
    ).toEqual([
      ['{cite:p}`{John Kerry}', 'role'],
      ['Kerry', 'citation'],
      ['{14 September 2013}`', 'role'],
    ]);
  });

  it('is pointed at by its keys alone, each to its last unit', () => {
    const text = 'So {cite:p}`ab, cd`.';
    const analysis = analyse(text, names);
    const keys = Array.from({ length: text.length + 1 }, (_, offset) => {
      const thing = thingAt(analysis, offset);
      return thing?.kind === 'key' ? thing.key.key : '.';
    });
    expect(keys.join(' ')).toBe('. . . . . . . . . . . . ab ab ab . cd cd cd . .');
  });

  it('cites in a manner that Pandoc has as well, or nearly', () => {
    expect(NAMES.filter(name => mannerOfRole(name).exact)).toEqual([
      'cite',
      'cite:p',
      'cite:t',
      'cite:yearpar',
    ]);
    expect(NAMES.filter(name => mannerOfRole(name).manner === 'narrative')).toEqual(
      'cite:t cite:ts cite:ct cite:cts cite:author cite:authors cite:cauthor cite:cauthors footcite:t'.split(
        ' ',
      ),
    );
  });
});

const piece = fc.constantFrom(
  ...[
    '{cite:p}`',
    '{cite}`',
    '{',
    '}',
    '`',
    '``',
    'key',
    ',',
    ';',
    '{p. 3}',
    ' ',
    '\n',
    '> ',
    '- ',
    '@key',
    '\\',
    '[',
  ],
  ...['{cite:t}`a`', '$', '<!--', '|', 'Kerry ', '{cite:p}`a, {see}b{para. 3}`'],
);
const soup = fc.array(piece, { maxLength: 40 }).map(parts => parts.join(''));

describe('the keys of any text', () => {
  it('are the same to the scan for keys alone and to the analysis, and stand in the citation around them', () => {
    fc.assert(
      fc.property(soup, text => {
        const analysis = analyse(text, names);
        const keys = analysis.keysIn(0, text.length);
        expect(scanKeys(text)).toEqual(keys);
        for (const key of keys) {
          expect(text.slice(key.keyStart, key.keyEnd)).toBe(key.key);
          expect(key.key).toMatch(/^[^\s{},;`]+$/);
          const paragraph = analysis.paragraphAt(key.start);
          expect(paragraph).toBeDefined();
          if (paragraph === undefined) continue;
          const { start, end, items, role } = citationAround(text, key, paragraph);
          expect(start).toBeLessThanOrEqual(key.start);
          expect(end).toBeGreaterThanOrEqual(key.end);
          expect(items.some(item => item.key.start === key.start && item.key.end === key.end)).toBe(true);
          if (role !== undefined) expect(text.slice(start)).toMatch(/^\{(?:foot)?cite(?::[a-z]+)?\}`/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('lie within their text and apart from each other, as all that is masked does', () => {
    fc.assert(
      fc.property(soup, text => {
        let last = 0;
        for (const { start, end } of analyse(text, names).maskedIn(0, text.length)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});
