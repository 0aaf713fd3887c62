import { describe, expect, it } from 'vitest';
import { type BandPart, bandParts } from '../../../../src/core/timeline/bands.ts';
import type { TimelineSpan } from '../../../../src/core/timeline/data.ts';
import { tenureSpan } from '../../../../src/core/timeline/spans.ts';
import { day } from './support.ts';

const limits = { start: 0, end: 1000 };
const parts = (span: Partial<TimelineSpan>, start = 0): readonly BandPart[] =>
  bandParts(
    { start: 100, end: 300, softStart: false, softEnd: false, ...span },
    { start, pixelsPerDay: 1 },
    400,
    limits,
    350,
  );
const fades = (span: Partial<TimelineSpan>) => parts(span).flatMap(({ fade }) => fade ?? []);

describe('the band of a tenure', () => {
  it('has hard ends where both are known to the day', () => {
    expect(parts({})).toEqual([{ x: 100, width: 200 }]);
  });

  it('fades in before a start that is not known to the day', () => {
    expect(parts({ softStart: true })).toEqual([
      { x: 72, width: 28, fade: 'in' },
      { x: 100, width: 200 },
    ]);
  });

  it('fades out behind an end that is not known to the day', () => {
    expect(parts({ softEnd: true })).toEqual([
      { x: 100, width: 200 },
      { x: 300, width: 28, fade: 'out' },
    ]);
  });

  it('reaches to today and fades out while the office is held', () => {
    expect(parts({ end: null, softEnd: true })).toEqual([
      { x: 100, width: 250 },
      { x: 350, width: 28, fade: 'out' },
    ]);
  });

  it('fades at both ends of an office of which neither is known', () => {
    expect(fades({ start: null, end: null, softStart: true, softEnd: true })).toEqual(['in', 'out']);
  });

  it('fades in for an office since an uncertain day', () => {
    const office = { office: 'x', title: 'X', from: '2004-03-09?', evidence: [] };
    const scale = { start: day('2004-01-01'), pixelsPerDay: 1 };
    const all = { start: day('2001-01-01'), end: day('2030-01-01') };
    const drawn = bandParts(tenureSpan(office), scale, 400, all, day('2025-06-01'));
    expect(drawn[0]).toEqual({ x: 68 - 28, width: 28, fade: 'in' });
  });

  it('is not drawn where all of it is off screen', () => {
    expect(parts({}, 500)).toEqual([]);
    expect(parts({}, -500)).toEqual([]);
  });

  it('has no part wider than the screen and its fades, however close one looks', () => {
    const span = { start: 0, end: 1000, softStart: true, softEnd: true };
    const drawn = bandParts(span, { start: 400, pixelsPerDay: 48 }, 400, limits, 350);
    expect(Math.max(...drawn.map(({ width }) => width))).toBeLessThanOrEqual(400 + 2 * 28);
  });
});
