import { type Day, dateOf, dayOf } from './days.ts';
import { type Scale, shown, toX } from './scale.ts';

/** A division of the axis. `days` are the days of the month that are marked. */
export type TickUnit =
  | { readonly name: 'year'; readonly step: number }
  | { readonly name: 'month'; readonly step: number }
  | { readonly name: 'day'; readonly days: readonly number[] };

/** What stands above a division: days and months belong to a month and a year. */
export type ContextUnit = 'year' | 'month' | undefined;

interface Division {
  readonly unit: TickUnit;
  readonly context: ContextUnit;
  /** The fewest days between two neighbours. */
  readonly least: number;
}

const everyDay = Array.from({ length: 31 }, (_, index) => index + 1);

/** From the finest to the coarsest. Steps of days begin anew each month, so that the first is always marked. */
const DIVISIONS: readonly Division[] = [
  { unit: { name: 'day', days: everyDay }, context: 'month', least: 1 },
  { unit: { name: 'day', days: [1, 6, 11, 16, 21, 26] }, context: 'month', least: 3 },
  { unit: { name: 'day', days: [1, 11, 21] }, context: 'month', least: 8 },
  { unit: { name: 'month', step: 1 }, context: 'year', least: 28 },
  { unit: { name: 'month', step: 3 }, context: 'year', least: 90 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(
    (step): Division => ({ unit: { name: 'year', step }, context: undefined, least: 365 * step }),
  ),
];

export interface Tick {
  readonly day: Day;
  /** Pixels from the left edge. */
  readonly x: number;
}

/** A month or year above the ticks. */
export interface Context {
  readonly day: Day;
  /** Where its stretch begins and ends on screen, cut off at the edges. */
  readonly from: number;
  readonly to: number;
}

export interface Axis {
  readonly unit: TickUnit;
  readonly ticks: readonly Tick[];
  readonly contextUnit: ContextUnit;
  readonly contexts: readonly Context[];
}

function* tickDays(unit: TickUnit, start: Day, end: Day): Generator<Day> {
  const first = dateOf(start);
  if (unit.name === 'year') {
    for (let year = Math.floor(first.year / unit.step) * unit.step; dayOf(year) < end; year += unit.step) {
      if (dayOf(year) >= start) yield dayOf(year);
    }
    return;
  }
  const step = unit.name === 'month' ? unit.step : 1;
  for (let month = Math.floor((first.month - 1) / step) * step + 1; ; month += step) {
    const begin = dayOf(first.year, month);
    if (begin >= end) return;
    const next = dayOf(first.year, month + 1);
    for (const date of unit.name === 'day' ? unit.days : [1]) {
      const day = begin + date - 1;
      if (day >= start && day < end && day < next) yield day;
    }
  }
}

function contextsOf(unit: ContextUnit, scale: Scale, width: number): Context[] {
  if (!unit) return [];
  const { start, end } = shown(scale, width);
  const { year, month } = dateOf(start);
  const begin = (index: number): Day => (unit === 'year' ? dayOf(year + index) : dayOf(year, month + index));
  const contexts: Context[] = [];
  for (let index = 0; begin(index) < end; index++) {
    const from = Math.max(toX(scale, begin(index)), 0);
    const to = Math.min(toX(scale, begin(index + 1)), width);
    if (to > from) contexts.push({ day: begin(index), from, to });
  }
  return contexts;
}

/**
 * The axis for what is on screen: the finest division whose labels have room side by side.
 * @param room how many pixels a label of the unit needs, the space to its neighbour included.
 */
export function axisOf(scale: Scale, width: number, room: (unit: TickUnit) => number): Axis {
  const division =
    DIVISIONS.find(({ unit, least }) => least * scale.pixelsPerDay >= room(unit)) ?? DIVISIONS.at(-1);
  if (!division || width <= 0)
    return { unit: { name: 'year', step: 1 }, ticks: [], contextUnit: undefined, contexts: [] };
  const { unit, context } = division;
  const { start, end } = shown(scale, width);
  const ticks = [...tickDays(unit, start, end)].map(day => ({ day, x: toX(scale, day) }));
  return { unit, ticks, contextUnit: context, contexts: contextsOf(context, scale, width) };
}
