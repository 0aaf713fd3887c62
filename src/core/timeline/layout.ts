import { keyOf, type TimelineItem, type TimelineRow, type TimelineSpan } from './data.ts';
import type { Day } from './days.ts';
import { middleOf } from './spans.ts';

/** The stretch that a date covers, drawn beneath its symbol. Pixels, as of {@link Mark}. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly softStart: boolean;
  readonly softEnd: boolean;
}

/** One item, or several that would lie on top of each other. Positions are pixels from {@link LayoutOptions.origin}. */
export interface Mark {
  /** The key of the first item; a mark keeps it while others join and leave. */
  readonly key: string;
  readonly row: string;
  /** 0 is the row's first lane. */
  readonly lane: number;
  /** In time order; more than one where they were merged. */
  readonly items: readonly TimelineItem[];
  /** The middle of the symbol. */
  readonly x: number;
  /** Where a single item's date covers more than its symbol, or is not known to the day. */
  readonly bar: Bar | undefined;
  /** Words beside the symbol, where they have room. */
  readonly label: string | undefined;
  /** Everything of the mark lies between these. */
  readonly from: number;
  readonly to: number;
}

export interface LayoutOptions {
  /** The day at pixel 0. */
  readonly origin: Day;
  readonly pixelsPerDay: number;
  /** How many marks may stand above each other in one row. */
  readonly lanes: number;
  /** Half the width of a symbol. */
  readonly radius: number;
  /** Free space between two marks of a lane. */
  readonly gap: number;
  /** How far the bar of an inexact date reaches beyond its symbol at least, where the date is a pixel wide or more. */
  readonly whisker: number;
  readonly labelOf: (item: TimelineItem) => string;
  /** The width of a label. */
  readonly measure: (label: string) => number;
}

/** How far a bar with an open end fades out. */
const OPEN_END = 48;

/** An item on its way to a mark. */
interface Draft {
  readonly item: TimelineItem;
  readonly x: number;
  readonly bar: Bar | undefined;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** Where the label would end, the space before it included. */
  readonly labelEnd: number;
}

interface Cluster {
  readonly drafts: Draft[];
  x: number;
}

interface Lane {
  readonly clusters: Cluster[];
  symbolEnd: number;
  barEnd: number;
  labelEnd: number;
}

function barOf(
  span: TimelineSpan,
  x: number,
  { origin, pixelsPerDay, radius, whisker }: LayoutOptions,
): Bar | undefined {
  const { start, end, softStart, softEnd } = span;
  let from = start === null ? x - OPEN_END : (start - origin) * pixelsPerDay;
  let to = end === null ? x + OPEN_END : (end - origin) * pixelsPerDay;
  // A day that is soft is one that only a qualifier makes inexact: nobody knows how wide it is.
  const days = start === null || end === null ? Number.POSITIVE_INFINITY : end - start;
  if (days <= 1 || to - from >= 1) {
    if (softStart) from = Math.min(from, x - radius - whisker);
    if (softEnd) to = Math.max(to, x + radius + whisker);
  }
  const covered = from >= x - radius && to <= x + radius;
  return covered ? undefined : { from, to, softStart, softEnd };
}

function draftOf(item: TimelineItem, options: LayoutOptions): Draft | undefined {
  const middle = item.span && middleOf(item.span);
  if (!item.span || middle === undefined) return undefined;
  const { origin, pixelsPerDay, radius, gap } = options;
  const x = (middle - origin) * pixelsPerDay;
  const bar = barOf(item.span, x, options);
  const from = Math.min(x - radius, bar?.from ?? x);
  const to = Math.max(x + radius, bar?.to ?? x);
  const label = options.labelOf(item);
  return { item, x, bar, from, to, label, labelEnd: label === '' ? to : to + gap + options.measure(label) };
}

/**
 * The lane for the next mark of a row. Best is one where it touches nothing, not even the words beside the mark before;
 * then one where it covers such words; then one where symbols stay apart and only bars overlap.
 */
function laneFor(draft: Draft, lanes: readonly Lane[], { radius, gap }: LayoutOptions): Lane | undefined {
  return (
    lanes.find(lane => draft.from >= lane.labelEnd + gap) ??
    lanes.find(lane => draft.from >= lane.barEnd + gap) ??
    lanes.find(lane => draft.x - radius >= lane.symbolEnd + gap)
  );
}

function place(draft: Draft, lanes: readonly Lane[], options: LayoutOptions): void {
  const lane = laneFor(draft, lanes, options);
  if (lane) {
    lane.clusters.push({ drafts: [draft], x: draft.x });
    lane.symbolEnd = draft.x + options.radius;
    lane.barEnd = Math.max(lane.barEnd, draft.to);
    lane.labelEnd = Math.max(lane.barEnd, draft.labelEnd);
    return;
  }
  // Every lane has a symbol in the way, so the nearest begins less than a symbol and a gap before this one.
  let nearest: Cluster | undefined;
  for (const { clusters } of lanes) {
    const last = clusters.at(-1);
    if (last && (!nearest || last.x > nearest.x)) nearest = last;
  }
  nearest?.drafts.push(draft);
}

/** Moves merged marks from their first item towards the mean of all, as far as the next mark of the lane allows. */
function centre(clusters: readonly Cluster[], { radius, gap }: LayoutOptions): void {
  let limit = Number.POSITIVE_INFINITY;
  for (const cluster of clusters.toReversed()) {
    const mean = cluster.drafts.reduce((sum, draft) => sum + draft.x, 0) / cluster.drafts.length;
    if (cluster.drafts.length > 1) cluster.x = Math.min(mean, limit);
    limit = cluster.x - 2 * radius - gap;
  }
}

function* marksOf(lane: Lane, index: number, row: string, options: LayoutOptions): Generator<Mark> {
  const { radius, gap } = options;
  centre(lane.clusters, options);
  let nextFrom = Number.POSITIVE_INFINITY;
  for (const { drafts, x } of lane.clusters.toReversed()) {
    const [first] = drafts;
    if (!first) continue;
    const single = drafts.length === 1;
    const labelled = single && first.label !== '' && first.labelEnd + gap <= nextFrom;
    const from = single ? first.from : x - radius;
    const to = single ? (labelled ? first.labelEnd : first.to) : x + radius;
    nextFrom = Math.min(nextFrom, from);
    yield {
      key: keyOf(first.item),
      row,
      lane: index,
      items: drafts.map(draft => draft.item),
      x,
      bar: single ? first.bar : undefined,
      label: labelled ? first.label : undefined,
      from,
      to,
    };
  }
}

/**
 * Places all items of the rows at one zoom. Each dated item is in exactly one mark; symbols of one lane never overlap; an
 * item that finds no free lane joins the nearest mark, less than a symbol and a gap away. It does not depend on what is
 * on screen, so that panning moves marks and never rearranges them. Linear in the number of items.
 * @param items in time order.
 * @returns the marks in time order, those of one moment in the order of the rows and lanes.
 */
export function layout(
  rows: readonly Pick<TimelineRow, 'id'>[],
  items: readonly TimelineItem[],
  options: LayoutOptions,
): Mark[] {
  const orders = new Map(rows.map((row, index) => [row.id, index]));
  const lanesByRow = new Map(rows.map(row => [row.id, Array.from({ length: options.lanes }, emptyLane)]));
  for (const item of items) {
    const lanes = lanesByRow.get(item.row);
    const draft = lanes && draftOf(item, options);
    if (draft) place(draft, lanes, options);
  }
  const marks: Mark[] = [];
  for (const [row, lanes] of lanesByRow) {
    for (const [index, lane] of lanes.entries()) marks.push(...marksOf(lane, index, row, options));
  }
  const orderOf = (mark: Mark): number => orders.get(mark.row) ?? 0;
  return marks.sort((a, b) => a.x - b.x || orderOf(a) - orderOf(b) || a.lane - b.lane);
}

const emptyLane = (): Lane => ({
  clusters: [],
  symbolEnd: Number.NEGATIVE_INFINITY,
  barEnd: Number.NEGATIVE_INFINITY,
  labelEnd: Number.NEGATIVE_INFINITY,
});

/** The marks of which anything lies between two positions, in their order. */
export function marksBetween(marks: readonly Mark[], from: number, to: number): Mark[] {
  return marks.filter(mark => mark.to >= from && mark.from <= to);
}

/**
 * How far a lane lies from the middle of its row, in lanes; above 0 downwards. The first lane lies nearest to the middle,
 * the others above and below it by turns, all of them within the row.
 */
export function laneOffset(lane: number, lanes: number): number {
  const steps = Math.ceil(lane / 2) * (lane % 2 === 1 ? -1 : 1);
  return lanes % 2 === 0 ? steps + 0.5 : steps;
}
