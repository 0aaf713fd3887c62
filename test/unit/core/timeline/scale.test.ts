import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLOSEST,
  clamp,
  fit,
  fitWithMargin,
  pan,
  reveal,
  shown,
  toDay,
  toX,
  zoom,
} from '../../../../src/core/timeline/scale.ts';

const limits = { start: 10_000, end: 22_000 };
const width = fc.integer({ min: 100, max: 4000 });
const scale = fc.record({
  start: fc.double({ min: 5_000, max: 30_000, noNaN: true }),
  pixelsPerDay: fc.double({ min: 0.01, max: 100, noNaN: true }),
});

describe('a scale', () => {
  it('finds the day again that lies at a pixel', () => {
    fc.assert(
      fc.property(scale, fc.double({ min: -5000, max: 5000, noNaN: true }), (each, x) => {
        expect(toX(each, toDay(each, x))).toBeCloseTo(x, 4);
      }),
    );
  });

  it('shows exactly the stretch that it was fitted to', () => {
    expect(shown(fit({ start: 100, end: 300 }, 1000), 1000)).toEqual({ start: 100, end: 300 });
  });

  it('shows a day at least, for a stretch that is empty or backwards', () => {
    expect(shown(fit({ start: 100, end: 100 }, 480), 480)).toEqual({ start: 100, end: 101 });
    expect(fit({ start: 100, end: 50 }, 480).pixelsPerDay).toBe(480);
  });

  it('leaves the margins free', () => {
    const each = fitWithMargin({ start: 100, end: 300 }, 1000, 50, 150);
    expect(toX(each, 100)).toBeCloseTo(50);
    expect(toX(each, 300)).toBeCloseTo(850);
  });
});

describe('limits', () => {
  it('are never crossed, whatever is asked for', () => {
    fc.assert(
      fc.property(scale, width, (each, pixels) => {
        const kept = clamp(each, pixels, limits);
        const { start, end } = shown(kept, pixels);
        expect(start).toBeGreaterThanOrEqual(limits.start - 1e-6);
        expect(end).toBeLessThanOrEqual(limits.end + 1e-6);
        expect(kept.pixelsPerDay).toBeLessThanOrEqual(CLOSEST);
      }),
    );
  });

  it('leave a scale alone that lies within them', () => {
    const each = { start: 15_000, pixelsPerDay: 2 };
    expect(clamp(each, 800, limits)).toEqual(each);
  });
});

describe('zooming', () => {
  it('keeps the day under the pointer where it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 4, noNaN: true }),
        fc.integer({ min: 0, max: 800 }),
        (factor, x) => {
          const before = { start: 15_000, pixelsPerDay: 0.5 };
          const after = zoom(before, factor, x, 800, limits);
          expect(toDay(after, x)).toBeCloseTo(toDay(before, x), 6);
        },
      ),
    );
  });

  it('ends at one day in its largest width and at everything', () => {
    const before = { start: 15_000, pixelsPerDay: 1 };
    expect(zoom(before, 1e6, 400, 800, limits).pixelsPerDay).toBe(CLOSEST);
    const far = shown(zoom(before, 1e-6, 400, 800, limits), 800);
    expect(far.start).toBeCloseTo(limits.start, 6);
    expect(far.end).toBeCloseTo(limits.end, 6);
  });

  it('goes back to where it was by the inverse factor', () => {
    const before = { start: 15_000, pixelsPerDay: 0.5 };
    const after = zoom(zoom(before, 3, 200, 800, limits), 1 / 3, 200, 800, limits);
    expect(after.start).toBeCloseTo(before.start, 6);
    expect(after.pixelsPerDay).toBeCloseTo(before.pixelsPerDay, 6);
  });
});

describe('panning', () => {
  it('moves by the pixels asked for and stops at the limits', () => {
    const before = { start: 15_000, pixelsPerDay: 2 };
    expect(pan(before, 100, 800, limits).start).toBe(15_050);
    expect(pan(before, -1e9, 800, limits).start).toBe(limits.start);
    expect(shown(pan(before, 1e9, 800, limits), 800).end).toBeCloseTo(limits.end);
  });
});

describe('revealing', () => {
  const before = { start: 15_000, pixelsPerDay: 2 };

  it('leaves the screen alone where the stretch is on it', () => {
    expect(reveal(before, { start: 15_100, end: 15_120 }, 800, 30, limits)).toBe(before);
  });

  it('moves just far enough, to either side', () => {
    const later = reveal(before, { start: 16_000, end: 16_000 }, 800, 30, limits);
    expect(toX(later, 16_000)).toBeCloseTo(770);
    const earlier = reveal(before, { start: 14_000, end: 14_000 }, 800, 30, limits);
    expect(toX(earlier, 14_000)).toBeCloseTo(30);
  });
});
