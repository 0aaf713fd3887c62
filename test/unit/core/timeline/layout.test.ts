import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, type TimelineItem } from '../../../../src/core/timeline/data.ts';
import { laneOffset, layout, type Mark, marksBetween } from '../../../../src/core/timeline/layout.ts';
import { middleOf } from '../../../../src/core/timeline/spans.ts';
import { day, item, keys, layoutOptions, row, undated } from './support.ts';

const rows = [row('kerry', '2013-02-01', '2017-01-20'), row('rice', '2005-01-26', '2009-01-20')];
const lay = (items: readonly TimelineItem[], more: Partial<typeof layoutOptions> = {}): Mark[] =>
  layout(rows, items, { ...layoutOptions, ...more });

describe('marks', () => {
  it('stand in the middle of their day', () => {
    const [mark] = lay([item('a', '2012-01-11')]);
    expect(mark).toMatchObject({ x: 10.5, lane: 0, bar: undefined, label: undefined });
  });

  it('take another lane where they would overlap', () => {
    const marks = lay([item('a', '2013-05-07'), item('b', '2013-05-08'), item('c', '2013-05-09')]);
    expect(marks.map(mark => mark.lane)).toEqual([0, 1, 2]);
  });

  it('do not mind those of other rows', () => {
    const marks = lay([item('a', '2013-05-07'), item('b', '2013-05-07', { row: 'rice' })]);
    expect(marks.map(mark => mark.lane)).toEqual([0, 0]);
  });

  it('merge where no lane is free, and part again at a closer look', () => {
    const items = ['2013-05-07', '2013-05-08', '2013-05-09', '2013-05-10'].map(date => item(date, date));
    expect(lay(items).map(mark => mark.items.length)).toEqual([1, 1, 2]);
    expect(lay(items, { pixelsPerDay: 20 })).toHaveLength(4);
  });

  it('of one and the same day stay merged at any zoom when the lanes are full', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map(id => item(id, '2013-09-12'));
    expect(
      lay(items, { pixelsPerDay: 48 })
        .map(mark => mark.items.length)
        .sort(),
    ).toEqual([1, 1, 3]);
  });

  it('of undated items and unknown rows are left out', () => {
    expect(lay([undated('a'), item('b', '2013-01-01', { row: 'nobody' })])).toEqual([]);
  });
});

describe('bars', () => {
  const soft = { softStart: true, softEnd: true };

  it('cover the days of a meeting that lasts', () => {
    const span = { start: day('2013-09-12'), end: day('2013-09-15'), softStart: false, softEnd: false };
    const [mark] = lay([item('a', '2013-09-12', { span })], { pixelsPerDay: 10 });
    expect((mark?.bar?.to ?? 0) - (mark?.bar?.from ?? 0)).toBe(30);
    expect(mark?.bar).toMatchObject({ softStart: false, softEnd: false });
  });

  it('are left out where the symbol covers them', () => {
    const span = { start: day('2013-09-12'), end: day('2013-09-15'), softStart: false, softEnd: false };
    expect(lay([item('a', '2013-09-12', { span })], { pixelsPerDay: 1 })[0]?.bar).toBeUndefined();
  });

  it('reach beyond the symbol for a month, even where it is hardly wider than a pixel', () => {
    const span = { start: day('2013-09-01'), end: day('2013-10-01'), ...soft };
    const [mark] = lay([item('a', '2013-09-01', { span })], { pixelsPerDay: 0.1 });
    expect((mark?.x ?? 0) - (mark?.bar?.from ?? 0)).toBeCloseTo(layoutOptions.radius + layoutOptions.whisker);
  });

  it('are left out for a doubt of two days that nobody could see', () => {
    const span = { start: day('2013-09-12'), end: day('2013-09-14'), ...soft };
    expect(lay([item('a', '2013-09-12', { span })], { pixelsPerDay: 0.1 })[0]?.bar).toBeUndefined();
  });

  it('show at any zoom that a day is only about right', () => {
    const span = { start: day('2013-09-12'), end: day('2013-09-13'), ...soft };
    expect(lay([item('a', '2013-09-12', { span })], { pixelsPerDay: 0.1 })[0]?.bar).toBeDefined();
  });

  it('fade out to the side where the date is open', () => {
    const span = { start: day('2013-09-14'), end: null, ...soft };
    const [mark] = lay([item('a', '2013-09-14', { span })]);
    expect(mark?.x).toBe(day('2013-09-14') - layoutOptions.origin);
    expect((mark?.bar?.to ?? 0) - (mark?.x ?? 0)).toBeGreaterThan(40);
  });
});

describe('labels', () => {
  it('stand beside a mark where they have room', () => {
    const marks = lay([
      item('a', '2013-01-01', { name: 'Geneva' }),
      item('b', '2013-06-01', { name: 'Moscow' }),
    ]);
    expect(marks.map(mark => mark.label)).toEqual(['Geneva', 'Moscow']);
  });

  it('make the next mark move to another lane rather than be covered', () => {
    const marks = lay([
      item('a', '2013-01-01', { name: 'Geneva' }),
      item('b', '2013-01-25', { name: 'Moscow' }),
    ]);
    expect(marks.map(mark => [mark.lane, mark.label])).toEqual([
      [0, 'Geneva'],
      [1, 'Moscow'],
    ]);
  });

  it('give way to a mark that has nowhere else to go', () => {
    const marks = lay(
      [item('a', '2013-01-01', { name: 'Geneva' }), item('b', '2013-01-25', { name: 'Moscow' })],
      { lanes: 1 },
    );
    expect(marks.map(mark => mark.label)).toEqual([undefined, 'Moscow']);
  });
});

/** Items in time order, some of them inexact, some open to one side. */
const timelines = fc
  .array(
    fc.record({
      start: fc.integer({ min: day('2012-01-01'), max: day('2021-01-01') }),
      days: fc.constantFrom(1, 1, 1, 2, 3, 30, 365, null),
      soft: fc.boolean(),
      row: fc.constantFrom('kerry', 'rice'),
      name: fc.constantFrom('', 'Geneva', 'Moscow'),
    }),
    { maxLength: 120, size: 'max' },
  )
  .map(entries =>
    entries
      .map(({ start, days, soft, ...rest }, index) => ({
        ...item(String(index), '2013-01-01', rest),
        span: { start, end: days === null ? null : start + days, softStart: soft, softEnd: soft },
      }))
      .sort((a, b) => (middleOf(a.span) ?? 0) - (middleOf(b.span) ?? 0)),
  );
/** From decades on a screen to a day on a mark's breadth, evenly in steps of zoom. */
const zooms = fc.double({ min: -3, max: 3.8, noNaN: true }).map(Math.exp);
const lanes = fc.integer({ min: 1, max: 4 });

describe('a layout', () => {
  it('shows each item in exactly one mark, whatever is merged', () => {
    fc.assert(
      fc.property(timelines, zooms, lanes, (items, pixelsPerDay, count) => {
        const marks = lay(items, { pixelsPerDay, lanes: count });
        expect(keys(marks.flatMap(mark => mark.items)).sort()).toEqual(keys(items).sort());
      }),
    );
  });

  it('never lets two symbols of a lane overlap', () => {
    fc.assert(
      fc.property(timelines, zooms, lanes, (items, pixelsPerDay, count) => {
        const ends = new Map<string, number>();
        for (const mark of lay(items, { pixelsPerDay, lanes: count })) {
          const lane = `${mark.row} ${mark.lane}`;
          expect(mark.x - layoutOptions.radius).toBeGreaterThanOrEqual((ends.get(lane) ?? -Infinity) - 1e-6);
          ends.set(lane, mark.x + layoutOptions.radius + layoutOptions.gap);
        }
      }),
    );
  });

  it('never lets a label reach anything that comes later in its lane, a long bar neither', () => {
    fc.assert(
      fc.property(timelines, zooms, lanes, (items, pixelsPerDay, count) => {
        const marks = lay(items, { pixelsPerDay, lanes: count });
        for (const [index, mark] of marks.entries()) {
          if (mark.label === undefined) continue;
          const later = marks
            .slice(index + 1)
            .filter(each => each.row === mark.row && each.lane === mark.lane);
          for (const each of later) expect(mark.to).toBeLessThanOrEqual(each.from);
        }
      }),
    );
  });

  it('keeps every item within a symbol and a gap of where it belongs', () => {
    fc.assert(
      fc.property(timelines, zooms, lanes, (items, pixelsPerDay, count) => {
        for (const mark of lay(items, { pixelsPerDay, lanes: count })) {
          for (const { span } of mark.items) {
            const x = ((span ? (middleOf(span) ?? 0) : 0) - layoutOptions.origin) * pixelsPerDay;
            expect(Math.abs(mark.x - x)).toBeLessThan(2 * layoutOptions.radius + layoutOptions.gap + 1e-6);
          }
        }
      }),
    );
  });

  it('gives the marks in time order, each with a key of its own', () => {
    fc.assert(
      fc.property(timelines, zooms, (items, pixelsPerDay) => {
        const marks = lay(items, { pixelsPerDay });
        expect(marks.map(mark => mark.x)).toEqual(marks.map(mark => mark.x).sort((a, b) => a - b));
        expect(new Set(marks.map(mark => mark.key)).size).toBe(marks.length);
      }),
    );
  });

  it('shows in a window what the whole shows there, no more and no less', () => {
    fc.assert(
      fc.property(timelines, zooms, fc.integer({ min: 0, max: 3000 }), (items, pixelsPerDay, from) => {
        const marks = lay(items, { pixelsPerDay });
        const to = from + 800;
        const inWindow = new Set(marksBetween(marks, from, to));
        for (const mark of marks) {
          const touches = Math.max(mark.from, from) <= Math.min(mark.to, to);
          expect(inWindow.has(mark)).toBe(touches);
          expect(mark.from).toBeLessThanOrEqual(Math.min(mark.x, mark.bar?.from ?? mark.x));
          expect(mark.to).toBeGreaterThanOrEqual(Math.max(mark.x, mark.bar?.to ?? mark.x));
        }
      }),
    );
  });

  it('is the same wherever the screen stands', () => {
    const items = ['2013-05-07', '2013-05-08', '2013-09-12'].map(date => item(date, date));
    const moved = lay(items, { origin: layoutOptions.origin - 1000 });
    expect(moved.map(mark => [mark.key, mark.lane, mark.x - 1000])).toEqual(
      lay(items).map(mark => [mark.key, mark.lane, mark.x]),
    );
  });
});

describe('lanes', () => {
  it('fill a row from its middle', () => {
    expect([0, 1, 2].map(lane => laneOffset(lane, 3))).toEqual([0, -1, 1]);
    expect([0, 1, 2, 3].map(lane => laneOffset(lane, 4))).toEqual([0.5, -0.5, 1.5, -1.5]);
  });

  it('of any number lie evenly around the middle', () => {
    for (const count of [1, 2, 3, 4, 5]) {
      const offsets = Array.from({ length: count }, (_, lane) => laneOffset(lane, count)).sort(
        (a, b) => a - b,
      );
      expect(offsets).toEqual(offsets.map((_, index) => index - (count - 1) / 2));
    }
  });
});

it('a key tells a meeting from a document of the same id', () => {
  expect(keyOf({ type: 'meeting', id: 'x' })).not.toBe(keyOf({ type: 'document', id: 'x' }));
});
