import { describe, expect, it } from 'vitest';
import { HOLD, turns } from '../../../src/platform/slices.ts';

/** The lengths of the turns in which steps of these lengths are run, in milliseconds of a clock that only they move. */
function turnsOf(...steps: readonly number[]): number[] {
  let time = 0;
  function* work(): Generator<void, string> {
    for (const step of steps) {
      time += step;
      yield;
    }
    return 'the result';
  }
  const lengths: number[] = [];
  const all = turns(work(), () => time);
  for (;;) {
    const began = time;
    const turn = all.next();
    lengths.push(time - began);
    if (turn.done) {
      expect(turn.value).toBe('the result');
      return lengths;
    }
  }
}

describe('work in turns', () => {
  it('is done at once where it is short', () => {
    expect(turnsOf()).toEqual([0]);
    expect(turnsOf(1, 1, 1)).toEqual([3]);
  });

  it('takes as many steps in a turn as fit, and not one that would overrun it', () => {
    expect(turnsOf(...Array<number>(20).fill(3))).toEqual([...Array<number>(10).fill(6), 0]);
    expect(turnsOf(...Array<number>(3).fill(5))).toEqual([5, 5, 5, 0]);
  });

  it('reckons with a long step where there was one a short while ago', () => {
    const lengths = turnsOf(4, ...Array.from({ length: 100 }, (_, index) => (index % 5 === 4 ? 4 : 1)));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(HOLD);
    expect(lengths.length).toBeLessThan(60);
  });

  it('gives the thread back after a step that was too long, and recovers', () => {
    const lengths = turnsOf(1, 30, ...Array<number>(100).fill(1));
    expect(lengths[0]).toBe(31);
    expect(lengths[1]).toBe(1);
    expect(lengths.at(-2)).toBeGreaterThan(HOLD / 2);
  });
});
