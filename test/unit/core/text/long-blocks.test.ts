import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { people } from './people.ts';

// Blocks so long that they are looked through in several steps: what is found must not show where one ended.
const names = new NameMatcher(people);

const texts = (text: string, ranges: readonly { readonly start: number; readonly end: number }[]): string[] =>
  ranges.map(({ start, end }) => text.slice(start, end));

/** The same as a block quotation. */
const quoted = (text: string): string => text.replaceAll(/^(?!$)/gm, '> ');

describe('a long run of definitions', () => {
  const definitions = fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('[a]: /b', '[a b]: <c d> "e"', "[a]: /b 'c'  ", '[a]: /b (c)'),
      },
      fc.constantFrom('[a]:\n/b', '[a]: /b\n"c"', "[a\nb]:\n/c\n'd\n\\' e\nf'", '[a]: /b\n(c\nd)'),
    ),
    { minLength: 40, maxLength: 200 },
  );
  /** What ends the run: what of it is a definition, and what is not. */
  const rest = fc.constantFrom<readonly [definition: string, words: string]>(
    ['', ''],
    ['', 'Words [a]: /b'],
    ['', '[a] no colon'],
    ['', '[a]: /b "not closed\n[a]: /b'],
    ['', '[a]: /b "c" more'],
    ['', '[]: /b'],
    ['[a]: /b', '"not closed\n[a]: /b'],
    ['[a]: /b', '"closed" and more\n[a]: /b'],
    ['[a]: /b', "'not closed\n".repeat(100).trimEnd()],
    ['', `[${'long '.repeat(300)}]: /b`],
    ['', `[${'long\n'.repeat(300)}]: /b`],
  );

  it('is found whole, and nothing but it', () => {
    fc.assert(
      fc.property(definitions, rest, fc.boolean(), (run, [definition, words], inQuotation) => {
        const all = definition === '' ? run : [...run, definition];
        const expected = all.map(each => each.trimEnd());
        const plain = [...all, ...(words === '' ? [] : [words])].join('\n');
        const text = inQuotation ? quoted(plain) : plain;
        const found = analyse(text, names)
          .maskedIn(0, text.length)
          .filter(({ kind }) => kind === 'definition');
        expect(texts(text, found).map(each => each.trimEnd())).toEqual(
          inQuotation ? expected.map(each => quoted(each).slice(2)) : expected,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('ends before one whose title has no end', () => {
    const text = `[a]: /b\n[c]: /d "${'John Kerry was there.\n'.repeat(30_000)}"\n`;
    const analysis = analyse(text, names);
    const found = analysis.maskedIn(0, text.length).filter(({ kind }) => kind === 'definition');
    expect(texts(text, found)).toEqual(['[a]: /b']);
    expect(analysis.mentionsIn(0, text.length)).toHaveLength(30_000);
  });

  it('may go before a heading or a table', () => {
    const run = '[a]: /b\n'.repeat(200);
    const heading = `${run}Kerry\n===\n`;
    expect(texts(heading, analyse(heading, names).headings)).toEqual(['Kerry']);
    const table = `${run}| a | b |\n|---|---|\n| c | d |\n`;
    expect(texts(table, analyse(table, names).blocksIn(0, table.length))).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a long row of a table', () => {
  it('has the cells that it has in any other place', () => {
    const cells = fc.array(
      fc.constantFrom('Kerry', 'a \\| b', '`c`', '“d e”', 'Sergey Lavrov went. '.repeat(500).trim()),
      {
        minLength: 1000,
        maxLength: 1500,
      },
    );
    fc.assert(
      fc.property(cells, fc.boolean(), (row, inQuotation) => {
        const plain = `| a | b |\n|---|---|\n| ${row.join(' | ')} |\n\nAfter.`;
        const text = inQuotation ? quoted(plain) : plain;
        const blocks = analyse(text, names).blocksIn(0, text.length);
        expect(texts(text, blocks)).toEqual(['a', 'b', ...row, 'After.']);
      }),
      { numRuns: 10 },
    );
  });

  it('may end with a backslash, with or without a pipe', () => {
    const cellsOf = (row: string): string[] => {
      const text = `| a | b |\n|---|---|\n${row}`;
      return texts(text, analyse(text, names).blocksIn(0, text.length)).slice(2);
    };
    const many = 'x | '.repeat(5000);
    const xs = Array.from({ length: 5000 }, () => 'x');
    expect(cellsOf(`| ${many}y \\|`)).toEqual([...xs, 'y \\|']);
    expect(cellsOf(`| ${many}y \\`)).toEqual([...xs, 'y \\']);
    expect(cellsOf(`| ${many}y`)).toEqual([...xs, 'y']);
    expect(cellsOf(`| ${many}y |   `)).toEqual([...xs, 'y']);
  });
});

describe('a long block quotation', () => {
  it('has names that go on over its lines, wherever a step ends', () => {
    const line =
      'then the talks began, and Sergey\nLavrov left before John\nKerry had come, and so it went on\n';
    const text = quoted(line.repeat(5000));
    const found = analyse(text, names).mentionsIn(0, text.length);
    expect(found).toHaveLength(10_000);
    expect(new Set(texts(text, found))).toEqual(new Set(['Sergey\n> Lavrov', 'John\n> Kerry']));
  });

  it('of a whole library is taken as several', () => {
    const text = quoted('John Kerry was there.\n'.repeat(150_000));
    const analysis = analyse(text, names);
    const blocks = analysis.blocksIn(0, text.length);
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks.every(({ quoted: inQuotation }) => inQuotation)).toBe(true);
    expect(analysis.mentionsIn(0, text.length)).toHaveLength(150_000);
  });
});
