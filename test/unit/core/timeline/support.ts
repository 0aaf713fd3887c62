import {
  keyOf,
  type TimelineData,
  type TimelineItem,
  type TimelineRow,
} from '../../../../src/core/timeline/data.ts';
import { dayOf } from '../../../../src/core/timeline/days.ts';
import type { LayoutOptions } from '../../../../src/core/timeline/layout.ts';

/** A day from its ISO form. */
export const day = (iso: string): number => {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number);
  return dayOf(year, month, date);
};

/** An item of one exactly known day. */
export function item(id: string, iso: string, more: Partial<TimelineItem> = {}): TimelineItem {
  const start = day(iso);
  return {
    type: 'meeting',
    id,
    kind: 'meeting',
    kindText: more.kind ?? 'meeting',
    status: 'attested',
    row: 'kerry',
    span: { start, end: start + 1, softStart: false, softEnd: false },
    when: iso,
    name: '',
    people: [],
    separately: {},
    count: 1,
    summary: '',
    topics: [],
    sources: [],
    ...more,
  };
}

/** The same without a date. */
export function undated(id: string): TimelineItem {
  const { span: _, ...rest } = item(id, '2000-01-01');
  return { ...rest, when: '' };
}

export function row(id: string, from: string, to: string | null): TimelineRow {
  const end = to === null ? null : day(to);
  return {
    id,
    type: 'secretary',
    name: `Name of ${id}`,
    tenure: '',
    years: '',
    bands: [{ start: day(from), end, softStart: false, softEnd: end === null }],
  };
}

export function timeline(rows: readonly TimelineRow[], items: readonly TimelineItem[]): TimelineData {
  return {
    rows,
    items,
    people: [
      { id: 'kerry', name: 'John Kerry', sortName: 'Kerry, John' },
      { id: 'putin', name: 'Vladimir Putin', sortName: 'Putin, Vladimir' },
    ],
    fit: { start: day('2013-01-01'), end: day('2021-01-01') },
    limits: { start: day('2012-01-01'), end: day('2024-01-01') },
  };
}

export const layoutOptions: LayoutOptions = {
  origin: day('2012-01-01'),
  pixelsPerDay: 1,
  lanes: 3,
  radius: 8,
  gap: 3,
  whisker: 6,
  labelOf: each => each.name,
  measure: label => label.length * 7,
};

export const keys = (items: readonly TimelineItem[]): string[] => items.map(keyOf);
