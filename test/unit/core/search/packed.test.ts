import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { searchEntries } from '../../../../src/core/search/build.ts';
import { type Entry, SEARCH_OPTIONS } from '../../../../src/core/search/options.ts';
import { packIndex, unpackIndex } from '../../../../src/core/search/packed.ts';
import { records, terms } from '../../dossier.ts';

const byTerm = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
  a[0] < b[0] ? -1 : 1;

function roundTrip(entries: readonly Entry[]): void {
  const index = new MiniSearch<Entry>(SEARCH_OPTIONS);
  index.addAll(entries);
  const plain = JSON.parse(JSON.stringify(index));
  const unpacked = unpackIndex(JSON.parse(JSON.stringify(packIndex(plain))));
  // As texts, which compare much faster; keys that are numbers stand in their order in any case.
  expect(JSON.stringify(unpacked)).toBe(JSON.stringify({ ...plain, index: plain.index.toSorted(byTerm) }));
}

test('the packed index of the dossier is the index, in less space', () => {
  roundTrip(searchEntries(records, terms));
  const index = new MiniSearch<Entry>(SEARCH_OPTIONS);
  index.addAll(searchEntries(records, terms));
  const plain = index.toJSON();
  expect(JSON.stringify(packIndex(plain)).length).toBeLessThan(JSON.stringify(plain).length / 2);
});

test('any index comes back as it was', () => {
  const text = fc.array(fc.string({ unit: fc.constantFrom(...'aaab19жé'), minLength: 1, maxLength: 50 }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 40 }), all => {
      roundTrip(
        all.map(([title, terms], at) => ({
          key: `passage:${at}`,
          title: title.join(' '),
          names: '',
          text: '',
          date: '',
          terms: terms.join(' '),
          weight: 1,
        })),
      );
    }),
  );
});

test('an index that is cut off is refused', () => {
  const index = new MiniSearch<Entry>(SEARCH_OPTIONS);
  index.addAll(searchEntries(records, terms));
  const packed = packIndex(index.toJSON());
  const postings = packed.index.postings.split('\n').slice(0, -2).join('\n');
  expect(() => unpackIndex({ ...packed, index: { ...packed.index, postings } })).toThrow(/damaged/);
});
