import { describe, expect, it } from 'vitest';
import { layout, type Mark } from '../../../../src/core/timeline/layout.ts';
import { markOf, type Step, stepFrom } from '../../../../src/core/timeline/navigate.ts';
import { item, layoutOptions, row } from './support.ts';

const rows = ['rice', 'clinton', 'kerry', 'rubio'];
const marks = layout(
  rows.map(id => row(id, '2005-01-01', '2020-01-01')),
  [
    item('a', '2012-03-01', { row: 'rice' }),
    item('b', '2013-03-01', { row: 'kerry' }),
    item('c', '2014-03-01', { row: 'rice' }),
    item('d', '2015-03-01', { row: 'kerry' }),
    item('e', '2016-03-01', { row: 'rubio' }),
  ],
  layoutOptions,
);
const step = (from: string | undefined, how: Step): string | undefined =>
  stepFrom(marks, rows, from === undefined ? undefined : `meeting:${from}`, how)?.items[0]?.id;

describe('a step', () => {
  it('leads through time, from row to row', () => {
    expect(step('a', 'next')).toBe('b');
    expect(step('b', 'next')).toBe('c');
    expect(step('c', 'previous')).toBe('b');
  });

  it('stays at the first and the last mark', () => {
    expect(step('a', 'previous')).toBe('a');
    expect(step('e', 'next')).toBe('e');
    expect(step('b', 'first')).toBe('a');
    expect(step('b', 'last')).toBe('e');
  });

  it('leads up and down to the nearest mark, over rows that have none', () => {
    expect(step('c', 'down')).toBe('b');
    expect(step('d', 'up')).toBe('c');
    expect(step('a', 'up')).toBe('a');
    expect(step('e', 'up')).toBe('d');
    expect(step('e', 'down')).toBe('e');
  });

  it('begins at an end where there is no mark to begin at', () => {
    expect(step(undefined, 'next')).toBe('a');
    expect(step('gone', 'last')).toBe('e');
    expect(stepFrom([], rows, undefined, 'last')).toBeUndefined();
  });
});

it('a merged mark is found by any of its items', () => {
  const merged: Mark[] = layout(
    [row('kerry', '2013-01-01', null)],
    [item('a', '2013-01-01'), item('b', '2013-01-01')],
    { ...layoutOptions, lanes: 1 },
  );
  expect(markOf(merged, 'meeting:b')).toBe(merged[0]);
  expect(markOf(merged, 'document:b')).toBeUndefined();
});
