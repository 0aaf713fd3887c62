import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeChanges } from '../../../../src/core/text/changes.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits whose offsets are all in the old text. */
const apply = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end, text: inserted }) => result.slice(0, start) + inserted + result.slice(end),
      text,
    );

/** Up to three edits of a text of this length that do not touch each other. */
const editsOf = (length: number): fc.Arbitrary<Edit[]> =>
  fc
    .tuple(
      fc.uniqueArray(fc.nat(length), { maxLength: 6 }).map(cuts => [...cuts].sort((a, b) => a - b)),
      fc.array(fc.string({ maxLength: 4 }), { minLength: 3, maxLength: 3 }),
    )
    .map(([cuts, texts]) => {
      const edits: Edit[] = [];
      for (let index = 0; index + 1 < cuts.length; index += 2) {
        const [start, end] = [cuts[index] ?? 0, cuts[index + 1] ?? 0];
        if (start <= (edits.at(-1)?.end ?? -1)) continue;
        edits.push({ start, end, text: texts[index / 2] ?? '' });
      }
      return edits;
    });

const asChanges = (edits: readonly Edit[]) =>
  edits.map(({ start, end, text }) => ({ start, end, inserted: text.length }));

const twoSteps = fc.string({ minLength: 0, maxLength: 30 }).chain(text =>
  editsOf(text.length).chain(first => {
    const second = apply(text, first);
    return editsOf(second.length).map(edits => ({ text, first, second, edits, third: apply(second, edits) }));
  }),
);

describe('two sets of changes as one', () => {
  it('lead from the first text to the third, and leave alone what both left alone', () => {
    fc.assert(
      fc.property(twoSteps, ({ text, first, edits, third }) => {
        const composed = composeChanges(asChanges(first), asChanges(edits));
        let at = 0;
        let to = 0;
        for (const { start, end, inserted } of composed) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(inserted).toBeGreaterThanOrEqual(0);
          // The text between two changes is the same in the first and in the third.
          expect(third.slice(to, to + start - at)).toBe(text.slice(at, start));
          to += start - at + inserted;
          at = end;
        }
        expect(third.slice(to)).toBe(text.slice(at));
      }),
      { numRuns: 5000 },
    );
  });
});
