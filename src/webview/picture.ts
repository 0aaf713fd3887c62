import { bandParts } from '../core/timeline/bands.ts';
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
  readonly #wording: Wording;
  /** Where the marks of each row belong, by the row's id. */
  readonly #groups: ReadonlyMap<string, SVGGElement>;
  readonly #background = svg('g', { class: 'background', 'aria-hidden': 'true' });
  readonly #foreground = svg('g', { role: 'presentation' });
  /** Around the active mark; the style sheet shows it while that has the keyboard's focus. */
  readonly #ring = svg('circle', { class: 'ring', r: RADIUS + 3, 'aria-hidden': 'true' });

  constructor(data: TimelineData, today: Day, wording: Wording, helpId: string) {
    this.#data = data;
    this.#today = today;
    this.#wording = wording;
    this.#groups = new Map(data.rows.map(row => [row.id, svg('g', { role: 'group' })]));
    this.#foreground.append(...this.#groups.values(), this.#ring);
    this.marks = new MarkElements(this.#groups, wording);
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

  /**
   * Says in each row's label how many items it shows.
   * @param counts by the rows' ids; a row without one shows none.
   */
  count(counts: ReadonlyMap<string, number>): void {
    for (const row of this.#data.rows) {
      const label = this.#wording.rowWithCount(row, counts.get(row.id) ?? 0);
      const group = this.#groups.get(row.id);
      if (group) setAttributes(group, { 'aria-label': label });
    }
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
    const box = { y: top + 3.5, height: rowHeight - 8 };
    return bandParts(band, scale, width, this.#data.limits, this.#today).map(part =>
      part.fade
        ? svg('rect', {
            class: `band-end ${row.type}`,
            x: part.x,
            width: part.width,
            fill: `url(#fade-band-${part.fade}-${row.type})`,
            ...box,
          })
        : svg('rect', { class: `band ${row.type}`, x: part.x, width: part.width, rx: 3, ...box }),
    );
  }
}
