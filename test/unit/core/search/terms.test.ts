import fc from 'fast-check';
import { expect, test } from 'vitest';
import { terms } from '../../../../src/core/search/terms.ts';

test('the terms of a text are its folded words, each once, in order', () => {
  expect(terms('The crane, the Crane and “Zoë’s” gate: 14.')).toEqual([
    '14',
    'and',
    'crane',
    'gate',
    'the',
    "zoe's",
  ]);
  expect(terms(' … ')).toEqual([]);
});

test('nothing is left of the order of the words', () => {
  const list = fc.array(fc.string({ unit: fc.constantFrom(...'abc'), minLength: 1 }));
  fc.assert(
    fc.property(list, words => {
      expect(terms(words.join(' '))).toEqual(terms(words.toReversed().join(', ')));
    }),
  );
});
