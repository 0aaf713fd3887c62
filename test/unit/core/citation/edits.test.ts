import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits, composeInsertions, type TextEdit } from '../../../../src/core/citation/edits.ts';

const insertions = (length: number) =>
  fc
    .uniqueArray(fc.record({ start: fc.nat(length), text: fc.string({ minLength: 1, maxLength: 4 }) }), {
      selector: ({ start }) => start,
      maxLength: 4,
    })
    .map(list =>
      list
        .sort((a, b) => a.start - b.start)
        .map(({ start, text }): TextEdit => ({ start, end: start, text })),
    );

it('insertions into a text and into what they make of it are one set of insertions', () => {
  const cases = fc.string({ maxLength: 12 }).chain(text =>
    insertions(text.length).chain(first => {
      const middle = applyEdits(text, first);
      return insertions(middle.length).map(second => ({ text, first, middle, second }));
    }),
  );
  fc.assert(
    fc.property(cases, ({ text, first, middle, second }) => {
      const both = composeInsertions(first, second);
      expect(applyEdits(text, both)).toBe(applyEdits(middle, second));
      expect(new Set(both.map(({ start }) => start)).size).toBe(both.length);
    }),
    { numRuns: 2_000 },
  );
});
