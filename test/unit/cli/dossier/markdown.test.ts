import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitMarkdown } from '../../../../src/cli/dossier/markdown.ts';

describe('a document’s file', () => {
  test('is its front matter and its précis', () => {
    expect(splitMarkdown('a.md', '---\nid: a\n---\n\n1. One.\n2.  Two, with 3. inside. \n')).toEqual({
      frontMatter: 'id: a\n',
      linesBefore: 1,
      precis: [
        { number: 1, text: 'One.', line: 5, column: 1 },
        { number: 2, text: 'Two, with 3. inside.', line: 6, column: 1 },
      ],
      faults: [],
    });
  });

  test('may have no précis', () => {
    expect(splitMarkdown('a.md', '---\nid: a\n---')).toMatchObject({ frontMatter: 'id: a\n', precis: [] });
  });

  test.each(['', 'id: a\n', '---\nid: a\n', ' ---\nid: a\n---\n'])(
    'needs two lines --- around the fields: %j',
    text => {
      const { frontMatter, faults } = splitMarkdown('a.md', text);
      expect(frontMatter).toBeUndefined();
      expect(faults.map(({ line }) => line)).toEqual([1]);
    },
  );

  test.each(['# A heading', '- One.', '1) One.', '1.', 'One.', '  1. One.'])(
    'holds nothing else: %j',
    line => {
      const { precis, faults } = splitMarkdown('a.md', `---\n---\n${line}\n1. One.\n`);
      expect(faults.map(fault => fault.line)).toEqual([3]);
      expect(precis).toHaveLength(1);
    },
  );

  test('of any sort is read to the end, each line accounted for once', () => {
    const lines = fc.array(fc.constantFrom('---', '', ' ', '1. One.', '12. Two', 'x', 'id: a', '--- '));
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (list, end) => {
        const { frontMatter, precis, faults } = splitMarkdown('a.md', list.join(end));
        if (frontMatter === undefined) {
          expect(faults).toHaveLength(1);
          return;
        }
        const body = list.slice(list.findIndex((line, index) => index > 0 && line.startsWith('---')) + 1);
        const told = [...precis, ...faults].map(({ line }) => line).sort((a, b) => a - b);
        const first = list.length - body.length + 1;
        expect(told).toEqual(body.flatMap((line, index) => (line.trim() === '' ? [] : [first + index])));
      }),
    );
  });
});
