import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chunk, introductionsOf } from '../../../../src/core/text/chunk.ts';
import { type ChunkList, ChunkListBuilder } from '../../../../src/core/text/chunk-list.ts';

/** A chunk of so many units in which the people are named in full. */
function chunk(length: number, introduced: readonly string[], rivals: number): Chunk {
  const at = { start: 0, end: 1, nameStart: 0, nameEnd: 1 };
  return {
    length,
    firstLine: 1,
    masked: [],
    leaves: [],
    mentions: introduced.map(person => ({
      ...at,
      form: person,
      kind: 'full',
      people: [person],
    })),
    dates: [],
    quotations: [],
    rivals: Array.from({ length: rivals }, () => ({ surname: 'rice', start: 0 })),
  };
}

const chunks = fc.array(
  fc
    .tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.oneof(
        { weight: 30, arbitrary: fc.constant([]) },
        fc.constantFrom(['kerry'], ['rice'], ['kerry', 'lavrov']),
      ),
      fc.oneof({ weight: 200, arbitrary: fc.constant(0) }, fc.constant(1)),
    )
    .map(parts => chunk(...parts)),
  { maxLength: 400, size: 'max' },
);

/** Some chunks give way to others. */
const splices = fc.array(fc.record({ at: fc.nat(1000), removed: fc.nat(150), added: chunks }), {
  maxLength: 8,
});

function expectSame(list: ChunkList, expected: readonly Chunk[]): void {
  const starts: number[] = [];
  let length = 0;
  for (const each of expected) {
    starts.push(length);
    length += each.length;
  }
  expect(list.length).toBe(expected.length);
  for (const from of [0, Math.floor(expected.length / 3), expected.length]) {
    const rest = [...list.from(from)];
    expect(rest.map(([, start, index]) => [start, index])).toEqual(
      expected.slice(from).map((_, at) => [starts[from + at], from + at]),
    );
    expect(rest.every(([each], at) => each === expected[from + at])).toBe(true);
  }
  // The very same objects: what is known of them stays known.
  const all = [...expected.keys()];
  expect(expected.every((each, index) => list.at(index) === each)).toBe(true);
  expect(all.map(index => list.startOf(index))).toEqual(starts);
  expect(starts.map(start => list.indexAt(start))).toEqual(all);
  expect(starts.map((start, index) => list.indexAt(start + (expected[index]?.length ?? 0) - 1))).toEqual(all);
  expect(list.at(expected.length)).toBeUndefined();
  expect(list.at(-1)).toBeUndefined();
  expect(list.startOf(expected.length)).toBeUndefined();
  expect(list.indexAt(length)).toBe(Math.max(0, expected.length - 1));
  expect(list.hasRivals).toBe(expected.some(({ rivals }) => rivals.length > 0));
  for (const key of ['kerry', 'lavrov', 'rice', 'nobody']) {
    let last = -1;
    const before = expected.map((each, index) => {
      const answer = last;
      if (introductionsOf(each).has(key)) last = index;
      return answer;
    });
    expect(all.map(index => list.introducerBefore(key, index))).toEqual(before);
  }
}

describe('a list of chunks', () => {
  it('holds what an array would, however it was put together from earlier ones', () => {
    fc.assert(
      fc.property(chunks, splices, (first, changes) => {
        let expected: readonly Chunk[] = first;
        const builder = new ChunkListBuilder();
        for (const each of first) builder.push(each);
        let list = builder.finish();
        expectSame(list, expected);
        for (const { at, removed, added } of changes) {
          const from = Math.min(at, expected.length);
          const to = Math.min(from + removed, expected.length);
          const next = new ChunkListBuilder();
          next.keep(list, 0, from);
          for (const each of added) next.push(each);
          next.keep(list, to);
          list = next.finish();
          expected = [...expected.slice(0, from), ...added, ...expected.slice(to)];
          expectSame(list, expected);
        }
      }),
      { numRuns: 25 },
    );
  });
});
