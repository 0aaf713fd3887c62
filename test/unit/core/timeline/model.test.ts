import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { TimelineModel } from '../../../../src/core/timeline/model.ts';
import { shown, toX } from '../../../../src/core/timeline/scale.ts';
import { day, item, row, timeline, undated } from './support.ts';

const rows = [row('rice', '2013-01-01', '2016-01-01'), row('kerry', '2016-01-01', null)];
const data = timeline(rows, [
  item('spring', '2013-05-07', { row: 'rice', people: ['putin'], name: 'Moscow' }),
  ...['dinner', 'talks', 'walk', 'press', 'ride'].map(id => item(id, '2016-09-12')),
  item('later', '2016-09-15', { kind: 'call', people: ['kerry'] }),
  item('last', '2020-11-30'),
  undated('never'),
]);
const words = { label: () => '', measure: () => 0 };
const make = (state = {}): TimelineModel => {
  const model = new TimelineModel(data, words, { filter: {}, ...state });
  model.resize(1000, 120);
  return model;
};

let model: TimelineModel;
beforeEach(() => {
  model = make();
});
const onScreen = (iso: string): boolean => {
  const { start, end } = shown(model.scale, model.width);
  return start <= day(iso) && day(iso) <= end;
};

describe('what is on screen', () => {
  it('is everything at first, with room at the edges', () => {
    expect(toX(model.scale, data.fit.start)).toBeCloseTo(28);
    expect(toX(model.scale, data.fit.end)).toBeLessThan(1000);
    expect(model.state).toEqual({ filter: {} });
  });

  it('stays the same time when the window becomes wider', () => {
    model.zoom(4);
    const before = shown(model.scale, 1000);
    model.resize(1500, 120);
    const after = shown(model.scale, 1500);
    expect(after.start).toBeCloseTo(before.start, 6);
    expect(after.end).toBeCloseTo(before.end, 6);
  });

  it('is what it was in an earlier session', () => {
    model.zoom(4);
    model.pan(120);
    const again = make(model.state);
    expect(again.scale.start).toBeCloseTo(model.scale.start, 6);
    expect(again.scale.pixelsPerDay).toBeCloseTo(model.scale.pixelsPerDay, 9);
  });

  it('is everything again after fitting', () => {
    const before = model.scale;
    model.zoom(9);
    model.fit();
    expect(model.scale).toEqual(before);
  });

  it('never leaves the limits, whatever is done', () => {
    const actions = fc.array(
      fc.oneof(
        fc.record({ zoom: fc.double({ min: 0.01, max: 100, noNaN: true }) }),
        fc.record({ pan: fc.integer({ min: -9000, max: 9000 }) }),
        fc.record({ width: fc.integer({ min: 0, max: 4000 }) }),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(actions, list => {
        const each = make();
        for (const action of list) {
          if ('zoom' in action) each.zoom(action.zoom);
          else if ('pan' in action) each.pan(action.pan);
          else each.resize(action.width, 300);
          const { start, end } = shown(each.scale, each.width);
          expect(start).toBeGreaterThanOrEqual(data.limits.start - 1e-3);
          expect(end).toBeLessThanOrEqual(data.limits.end + 1e-3);
        }
      }),
    );
  });
});

describe('rows', () => {
  it('share the height of the picture, within reason', () => {
    model.resize(1000, 120);
    expect([model.rowHeight, model.lanes]).toEqual([60, 3]);
    model.resize(1000, 20);
    expect([model.rowHeight, model.lanes]).toEqual([44, 2]);
    model.resize(1000, 9000);
    expect([model.rowHeight, model.lanes]).toEqual([78, 4]);
  });
});

describe('marks', () => {
  it('are laid out anew for another zoom, and not for panning', () => {
    model.zoom(4);
    const { marks } = model;
    model.pan(50);
    expect(model.marks).toBe(marks);
    model.zoom(2);
    expect(model.marks).not.toBe(marks);
  });

  it('are those of the items that pass the filter', () => {
    model.filter = { person: 'putin' };
    expect(model.marks.map(mark => mark.key)).toEqual(['meeting:spring']);
  });
});

describe('a filter', () => {
  it('shows everything where what passes is all off screen', () => {
    model.focus({ type: 'meeting', id: 'spring' });
    model.filter = { kind: 'call' };
    expect(onScreen('2016-09-15')).toBe(true);
  });

  it('leaves the screen alone where something of it is there, and where nothing passes at all', () => {
    model.focus({ type: 'meeting', id: 'spring' });
    const before = model.scale;
    model.filter = { text: 'nowhere' };
    model.filter = { person: 'putin' };
    expect(model.scale).toEqual(before);
  });
});

describe('the keyboard', () => {
  it('begins at the first mark on screen, or at the nearest where there is none', () => {
    expect(model.activeMark?.key).toBe('meeting:spring');
    model.zoom(20);
    model.pan(1e9);
    expect(model.activeMark?.key).toBe('meeting:last');
  });

  it('brings the mark it goes to into view', () => {
    model.focus({ type: 'meeting', id: 'spring' });
    model.step('last');
    expect(model.activeMark?.key).toBe('meeting:last');
    expect(onScreen('2020-11-30')).toBe(true);
  });

  it('stays with an item that is merged into a mark, and comes out with it', () => {
    model.focus({ type: 'meeting', id: 'later' });
    model.fit();
    const merged = model.activeMark;
    expect(merged?.items.map(each => each.id)).toContain('later');
    expect(merged?.items.length).toBeGreaterThan(1);
    if (merged) model.activate(merged);
    expect(model.state.active).toBe('meeting:later');
  });
});

describe('a focus', () => {
  it('brings a meeting into view, alone, with some time around it', () => {
    expect(model.focus({ type: 'meeting', id: 'later' })).toBe('mark');
    expect(model.activeMark?.items.map(each => each.id)).toEqual(['later']);
    expect(toX(model.scale, day('2016-09-15') + 0.5)).toBeCloseTo(500, 0);
  });

  it('stays at a distance where one day holds more than there are lanes', () => {
    expect(model.focus({ type: 'meeting', id: 'ride' })).toBe('mark');
    expect(model.activeMark?.items.map(each => each.id)).toContain('ride');
    expect(onScreen('2016-06-01') && onScreen('2016-12-31')).toBe(true);
  });

  it('clears a filter that hides the meeting, and keeps one that does not', () => {
    model.filter = { person: 'putin' };
    model.focus({ type: 'meeting', id: 'spring' });
    expect(model.filter).toEqual({ person: 'putin' });
    model.focus({ type: 'meeting', id: 'later' });
    expect(model.filter).toEqual({});
  });

  it('on what has no date leads to the list', () => {
    expect(model.focus({ type: 'meeting', id: 'never' })).toBe('list');
  });

  it('on a person shows the tenure', () => {
    expect(model.focus({ type: 'person', id: 'rice' })).toBe('row');
    expect(toX(model.scale, day('2013-01-01'))).toBeCloseTo(28);
    expect(toX(model.scale, day('2016-01-01'))).toBeCloseTo(972);
  });

  it('on a person without a row filters by them', () => {
    expect(model.focus({ type: 'person', id: 'putin' })).toBe('filter');
    expect(model.items.map(each => each.id)).toEqual(['spring']);
  });

  it('on the unknown does nothing', () => {
    const before = model.state;
    expect(model.focus({ type: 'person', id: 'nobody' })).toBeUndefined();
    expect(model.focus({ type: 'document', id: 'later' })).toBeUndefined();
    expect(model.state).toEqual(before);
  });
});

describe('a merged mark', () => {
  it('can be parted while its items are of different days', () => {
    model.focus({ type: 'meeting', id: 'later' });
    model.fit();
    const merged = model.marks.find(
      mark => mark.items.length > 1 && mark.items.some(each => each.id === 'later'),
    );
    expect(merged && model.canPart(merged)).toBe(true);
    if (merged) model.zoomTo(merged);
    expect(model.marks.length).toBeGreaterThan(3);
    expect(onScreen('2016-09-12')).toBe(true);
  });

  it('of one day cannot', () => {
    const merged = model.marks.find(mark => mark.items.length > 1);
    expect(merged).toBeDefined();
    const day = merged?.items.filter(each => each.when === '2016-09-12') ?? [];
    if (merged) expect(model.canPart({ ...merged, items: day })).toBe(false);
  });
});
