import type { TimelineData, TimelineRow, TimelineSpan } from '../core/timeline/data.ts';
import type { Day } from '../core/timeline/days.ts';
import { laneOffset, type Mark, marksBetween } from '../core/timeline/layout.ts';
import { LANE_HEIGHT, RADIUS } from '../core/timeline/model.ts';
import { type Scale, toX } from '../core/timeline/scale.ts';
import type { Axis } from '../core/timeline/ticks.ts';
import { setAttributes, svg } from './dom.ts';
import { MarkElements, type PlacedMark } from './marks.ts';
import { definitions } from './shapes.ts';
import type { Wording } from './wording.ts';

/** How far a band fades out where its end is open or not known to the day. */
const BAND_FADE = 28;
/** Marks this far off screen are drawn already, so that a small step shows no gap. */
const OVERSCAN = 200;

export interface Frame {
  readonly scale: Scale;
  readonly width: number;
  readonly rowHeight: number;
  readonly lanes: number;
  readonly axis: Axis;
  /** All marks, in time order; positions are pixels from `origin`. */
  readonly marks: readonly Mark[];
  readonly origin: Day;
  /** The key of the mark that the keyboard is at. */
  readonly active: string | undefined;
}

/** The rows with their bands and marks. Only what is on screen is in the document. */
export class Picture {
  readonly element: SVGSVGElement;
  readonly marks: MarkElements;
  readonly #data: TimelineData;
  readonly #today: Day;
  readonly #background = svg('g', { class: 'background', 'aria-hidden': 'true' });
  readonly #foreground = svg('g', { role: 'presentation' });
  /** Around the active mark; the style sheet shows it while that has the keyboard's focus. */
  readonly #ring = svg('circle', { class: 'ring', r: RADIUS + 3, 'aria-hidden': 'true' });

  constructor(data: TimelineData, today: Day, wording: Wording, helpId: string) {
    this.#data = data;
    this.#today = today;
    const groups = new Map(
      data.rows.map(row => [row.id, svg('g', { role: 'group', 'aria-label': wording.row(row) })]),
    );
    this.#foreground.append(...groups.values(), this.#ring);
    this.marks = new MarkElements(groups, wording);
    this.element = svg(
      'svg',
      {
        class: 'rows',
        role: 'listbox',
        tabindex: 0,
        'aria-label': wording.strings.picture,
        'aria-orientation': 'horizontal',
        'aria-describedby': helpId,
      },
      definitions(),
      this.#background,
      this.#foreground,
    );
  }

  draw(frame: Frame): void {
    const { width, rowHeight, scale, origin, marks } = frame;
    const height = rowHeight * this.#data.rows.length;
    setAttributes(this.element, { width, height, viewBox: `0 0 ${width} ${height}` });
    this.#background.replaceChildren(
      ...this.#rows(frame),
      ...this.#grid(frame, height),
      ...this.#bands(frame),
    );
    const offset = toX(scale, origin);
    setAttributes(this.#foreground, { transform: `translate(${offset.toFixed(2)} 0)` });
    const near = new Set(marksBetween(marks, -offset - OVERSCAN, width - offset + OVERSCAN));
    const rows = new Map(this.#data.rows.map((row, index) => [row.id, index]));
    const placed: PlacedMark[] = [];
    for (const [position, mark] of marks.entries()) {
      if (!near.has(mark) && mark.key !== frame.active) continue;
      const middle = ((rows.get(mark.row) ?? 0) + 0.5) * rowHeight - 0.5;
      const y = middle + laneOffset(mark.lane, frame.lanes) * LANE_HEIGHT;
      placed.push({ mark, y, position });
      if (mark.key === frame.active) setAttributes(this.#ring, { cx: mark.x.toFixed(2), cy: y });
    }
    this.marks.sync(placed, marks.length, frame.active);
  }

  #rows({ width, rowHeight }: Frame): SVGElement[] {
    return this.#data.rows.map((row, index) =>
      svg('line', {
        class: `row-line ${row.type}`,
        x1: 0,
        x2: width,
        y1: (index + 1) * rowHeight - 0.5,
        y2: (index + 1) * rowHeight - 0.5,
      }),
    );
  }

  #grid({ axis }: Frame, height: number): SVGElement[] {
    const strong = new Set(axis.contexts.map(context => context.day));
    return axis.ticks.map(({ day, x }) =>
      svg('line', { class: strong.has(day) ? 'grid strong' : 'grid', x1: x, x2: x, y1: 0, y2: height }),
    );
  }

  #bands(frame: Frame): SVGElement[] {
    return this.#data.rows.flatMap((row, index) =>
      row.bands.flatMap(band => this.#band(row, band, index * frame.rowHeight, frame)),
    );
  }

  #band(row: TimelineRow, band: TimelineSpan, top: number, { scale, width, rowHeight }: Frame): SVGElement[] {
    const begin = toX(scale, band.start ?? this.#data.limits.start);
    const end = toX(scale, band.end ?? Math.max(this.#today, band.start ?? this.#today));
    if (end < -BAND_FADE || begin > width + BAND_FADE) return [];
    // Only what can be seen: rectangles of many screens' width are drawn imprecisely.
    const from = Math.max(begin, -BAND_FADE);
    const to = Math.min(end, width + BAND_FADE);
    const box = { y: top + 3.5, height: rowHeight - 8 };
    const parts: SVGElement[] = [
      svg('rect', { class: `band ${row.type}`, x: from, width: Math.max(to - from, 1), rx: 3, ...box }),
    ];
    if (band.end === null || band.softEnd) {
      parts.push(
        svg('rect', {
          class: `band-end ${row.type}`,
          x: to,
          width: BAND_FADE,
          fill: `url(#fade-band-${row.type})`,
          ...box,
        }),
      );
    }
    return parts;
  }
}
