import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../../../src/core/text/edit-distance.ts';

test('the distance of two words is how many letters make one the other', () => {
  expect(editDistance('lavrov', 'lavrov', 2)).toBe(0);
  expect(editDistance('kerry', 'kery', 2)).toBe(1);
  expect(editDistance('kerry', 'krery', 2)).toBe(2);
  expect(editDistance('kerry', 'clinton', 2)).toBe(3);
});

test('it is the same both ways, at most the longer word, and never beyond the limit by more than one', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(8), (a, b, limit) => {
      const distance = editDistance(a, b, 8);
      expect(distance).toBe(editDistance(b, a, 8));
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(editDistance(a, b, limit)).toBe(Math.min(distance, limit + 1));
    }),
  );
});
