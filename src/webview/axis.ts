import type { Day } from '../core/timeline/days.ts';
import type { Scale } from '../core/timeline/scale.ts';
import { type Axis, axisOf, type TickUnit } from '../core/timeline/ticks.ts';
import { setAttributes, svg } from './dom.ts';
import type { TextMeter } from './meter.ts';

export const AXIS_HEIGHT = 40;
/** Free space between two labels. */
const LABEL_GAP = 14;

/** The names of days, months and years in one language. */
class Calendar {
  readonly #formats: Readonly<
    Record<'year' | 'month' | 'day' | 'monthAndYear' | 'full', Intl.DateTimeFormat>
  >;

  constructor(locale: string) {
    const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    this.#formats = {
      year: format({ year: 'numeric' }),
      month: format({ month: 'short' }),
      day: format({ day: 'numeric' }),
      monthAndYear: format({ month: 'long', year: 'numeric' }),
      full: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    };
  }

  write(day: Day, format: 'year' | 'month' | 'day' | 'monthAndYear' | 'full'): string {
    return this.#formats[format].format(day * 86_400_000);
  }
}

/** Draws the dates above the rows: ticks below, the month or year to which they belong above. */
export class AxisView {
  readonly element = svg('svg', { class: 'axis', height: AXIS_HEIGHT, 'aria-hidden': 'true' });
  readonly #calendar: Calendar;
  readonly #meter: TextMeter;
  readonly #rooms = new Map<TickUnit['name'], number>();

  /** @param locale a BCP 47 tag. */
  constructor(locale: string, meter: TextMeter) {
    this.#calendar = new Calendar(locale);
    this.#meter = meter;
  }

  /** A day in words, for those who hear where they are. */
  day(day: Day): string {
    return this.#calendar.write(day, 'full');
  }

  draw(scale: Scale, width: number): Axis {
    const axis = axisOf(scale, width, unit => this.#room(unit));
    setAttributes(this.element, { width });
    const single = axis.contextUnit === undefined;
    this.element.replaceChildren(
      ...axis.contexts.flatMap(({ day, from, to }) => {
        const label = this.#calendar.write(day, axis.contextUnit === 'month' ? 'monthAndYear' : 'year');
        const fits = this.#meter.width(label) + LABEL_GAP <= to - from;
        return [
          ...(from > 0
            ? [svg('line', { class: 'axis-context', x1: from, x2: from, y1: 2, y2: AXIS_HEIGHT })]
            : []),
          ...(fits ? [svg('text', { class: 'axis-context', x: from + 6, y: 14 }, label)] : []),
        ];
      }),
      ...axis.ticks.flatMap(({ day, x }) => [
        svg('line', {
          class: 'axis-tick',
          x1: x,
          x2: x,
          y1: AXIS_HEIGHT - (single ? 22 : 18),
          y2: AXIS_HEIGHT,
        }),
        svg(
          'text',
          { class: 'axis-tick', x: x + 6, y: AXIS_HEIGHT - 7 },
          this.#calendar.write(day, axis.unit.name),
        ),
      ]),
    );
    return axis;
  }

  /** The width that a label of the unit needs: of the widest there is. */
  #room(unit: TickUnit): number {
    let room = this.#rooms.get(unit.name);
    if (room === undefined) {
      const days = unit.name === 'month' ? Array.from({ length: 12 }, (_, month) => month * 30.5 + 1) : [29];
      room =
        Math.max(...days.map(day => this.#meter.width(this.#calendar.write(day, unit.name)))) + LABEL_GAP;
      this.#rooms.set(unit.name, room);
    }
    return room;
  }
}
