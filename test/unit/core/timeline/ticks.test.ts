import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf } from '../../../../src/core/timeline/days.ts';
import { fit } from '../../../../src/core/timeline/scale.ts';
import { axisOf, type TickUnit } from '../../../../src/core/timeline/ticks.ts';
import { day } from './support.ts';

const ROOM = { year: 44, month: 40, day: 30 };
const room = (unit: TickUnit): number => ROOM[unit.name];

const between = (from: string, to: string, width = 1000) =>
  axisOf(fit({ start: day(from), end: day(to) }, width), width, room);

const dates = (days: readonly { readonly day: number }[]): string[] =>
  days.map(tick => {
    const { year, month, day: date } = dateOf(tick.day);
    return `${year}-${month}-${date}`;
  });

describe('the axis', () => {
  it('marks years where decades are on screen', () => {
    const axis = between('2004-06-01', '2025-06-01');
    expect(axis.unit).toEqual({ name: 'year', step: 1 });
    expect(dates(axis.ticks).slice(0, 2)).toEqual(['2005-1-1', '2006-1-1']);
    expect(axis.contexts).toEqual([]);
  });

  it('marks the first of each quarter below its year', () => {
    const axis = between('2013-02-01', '2017-01-20');
    expect(dates(axis.ticks).slice(0, 4)).toEqual(['2013-4-1', '2013-7-1', '2013-10-1', '2014-1-1']);
    expect(dates(axis.contexts)).toEqual(['2013-1-1', '2014-1-1', '2015-1-1', '2016-1-1', '2017-1-1']);
  });

  it('marks months below their year', () => {
    const axis = between('2013-08-15', '2014-03-15', 400);
    expect(axis.unit).toEqual({ name: 'month', step: 1 });
    expect(dates(axis.ticks)).toEqual([
      '2013-9-1',
      '2013-10-1',
      '2013-11-1',
      '2013-12-1',
      '2014-1-1',
      '2014-2-1',
      '2014-3-1',
    ]);
  });

  it('marks days below their month, beginning anew with each', () => {
    const axis = between('2013-02-20', '2013-04-05', 250);
    expect(dates(axis.ticks)).toEqual(['2013-2-21', '2013-3-1', '2013-3-11', '2013-3-21', '2013-4-1']);
    expect(axis.contextUnit).toBe('month');
    expect(dates(axis.contexts)).toEqual(['2013-2-1', '2013-3-1', '2013-4-1']);
  });

  it('marks every day at the closest, the 29th of February too', () => {
    const axis = between('2016-02-27', '2016-03-03');
    expect(dates(axis.ticks)).toEqual(['2016-2-27', '2016-2-28', '2016-2-29', '2016-3-1', '2016-3-2']);
  });

  it('has no ticks where there is no width', () => {
    expect(axisOf({ start: 0, pixelsPerDay: 1 }, 0, room).ticks).toEqual([]);
  });

  const scales = fc.record({
    start: fc.integer({ min: day('0100-01-01'), max: day('3000-01-01') }),
    pixelsPerDay: fc.double({ min: 0.0005, max: 60, noNaN: true }),
  });
  const widths = fc.integer({ min: 50, max: 3000 });

  it('never lets two labels overlap, at any zoom', () => {
    fc.assert(
      fc.property(scales, widths, (scale, width) => {
        const { ticks, unit } = axisOf(scale, width, room);
        for (const [index, tick] of ticks.entries()) {
          const next = ticks[index + 1];
          if (next) expect(next.x - tick.x).toBeGreaterThanOrEqual(room(unit) - 1e-6);
        }
      }),
    );
  });

  it('marks nothing off screen, and each day once', () => {
    fc.assert(
      fc.property(scales, widths, (scale, width) => {
        const { ticks } = axisOf(scale, width, room);
        expect(ticks.every(({ x }) => x >= -1e-6 && x <= width + 1e-6)).toBe(true);
        expect(new Set(ticks.map(tick => tick.day)).size).toBe(ticks.length);
      }),
    );
  });

  it('covers the whole width with contexts, without gaps, wherever it has them', () => {
    fc.assert(
      fc.property(scales, widths, (scale, width) => {
        const { contexts, contextUnit } = axisOf(scale, width, room);
        if (!contextUnit) return;
        expect(contexts[0]?.from).toBe(0);
        expect(contexts.at(-1)?.to).toBeCloseTo(width, 4);
        for (const [index, each] of contexts.entries()) {
          const next = contexts[index + 1];
          if (next) expect(next.from).toBeCloseTo(each.to, 4);
        }
      }),
    );
  });
});
