import { keyOf, type TimelineData, type TimelineItem } from './data.ts';
import { type TimelineFilter, TimelineFinder } from './filter.ts';
import { layout, type Mark } from './layout.ts';
import { markOf, type Step, stepFrom } from './navigate.ts';
import {
  CLOSEST,
  clamp,
  fit,
  fitWithMargin,
  pan,
  reveal,
  type Scale,
  type Stretch,
  shown,
  toX,
  zoom,
} from './scale.ts';
import { middleOf } from './spans.ts';

/** Half the width that is kept free for a symbol. */
export const RADIUS = 8;
/** From the middle of one lane to the middle of the next. */
export const LANE_HEIGHT = 17;
const GAP = 3;
const WHISKER = 6;
const ROW_HEIGHT = { least: 44, most: 78, padding: 6 };
/** Free space at the edges, where everything is shown and where a mark is brought into view. */
const MARGIN = 28;
/** Free space at the later edge where everything is shown: the last marks' labels stand there. */
const LABEL_MARGIN = 130;
/** How much time is on screen at most when one mark is asked for. */
const FOCUS_DAYS = 420;

/** The words that a layout needs. */
export interface ModelWords {
  /** What stands beside an item's symbol. */
  readonly label: (item: TimelineItem) => string;
  /** The width of a label in pixels. */
  readonly measure: (label: string) => number;
}

/** What of a timeline outlives its view. */
export interface ModelState {
  readonly filter: TimelineFilter;
  /** What of time is on screen; left out where everything is. */
  readonly stretch?: Stretch;
  /** The key of the item that the keyboard is at. */
  readonly active?: string;
}

/** What was brought into view: a mark, a row, an item that only the list can show; nothing where it is unknown. */
export type Focused = 'mark' | 'row' | 'list' | 'filter' | undefined;

/** What the timeline shows: the items that pass the filter, at a zoom, on a screen of a size. Knows no DOM. */
export class TimelineModel {
  readonly data: TimelineData;
  readonly #words: ModelWords;
  readonly #finder: TimelineFinder;
  readonly #rows: readonly string[];
  #filter: TimelineFilter;
  #items: readonly TimelineItem[];
  /** Left out where everything is shown. */
  #scale: Scale | undefined;
  #active: string | undefined;
  #width = 1;
  #height = 1;
  #layout:
    | { readonly items: readonly TimelineItem[]; readonly key: string; readonly marks: readonly Mark[] }
    | undefined;

  constructor(data: TimelineData, words: ModelWords, state: ModelState) {
    this.data = data;
    this.#words = words;
    this.#finder = new TimelineFinder(data);
    this.#rows = data.rows.map(row => row.id);
    this.#filter = state.filter;
    this.#items = this.#finder.find(state.filter);
    this.#scale = state.stretch && fit(state.stretch, this.#width);
    this.#active = state.active;
  }

  get state(): ModelState {
    return {
      filter: this.#filter,
      ...(this.#scale ? { stretch: shown(this.scale, this.#width) } : {}),
      ...(this.#active === undefined ? {} : { active: this.#active }),
    };
  }

  get filter(): TimelineFilter {
    return this.#filter;
  }

  /** Where what passes is all off screen, everything is shown. */
  set filter(filter: TimelineFilter) {
    this.#filter = filter;
    this.#items = this.#finder.find(filter);
    const { marks } = this;
    if (marks.length > 0 && !marks.some(mark => this.#isOnScreen(mark))) this.fit();
  }

  /** The items that pass the filter, in time order, undated ones last. */
  get items(): readonly TimelineItem[] {
    return this.#items;
  }

  /** Tells the size of the picture in pixels, without the axis. The same time stays on screen. */
  resize(width: number, height: number): void {
    if (this.#scale) this.#scale = fit(shown(this.#scale, this.#width), width);
    this.#width = Math.max(width, 1);
    this.#height = height;
  }

  get width(): number {
    return this.#width;
  }

  /** As high as lets all rows fill the picture, within reason. */
  get rowHeight(): number {
    const even = Math.floor(this.#height / Math.max(this.#rows.length, 1));
    return Math.max(ROW_HEIGHT.least, Math.min(even, ROW_HEIGHT.most));
  }

  get lanes(): number {
    return Math.floor((this.rowHeight - ROW_HEIGHT.padding) / LANE_HEIGHT);
  }

  get scale(): Scale {
    const scale =
      this.#scale ??
      fitWithMargin(this.data.fit, this.#width, MARGIN, Math.min(LABEL_MARGIN, this.#width / 6));
    return clamp(scale, this.#width, this.data.limits);
  }

  /** All marks at the present zoom, in time order, on screen or not. Positions are pixels from `data.limits.start`. */
  get marks(): readonly Mark[] {
    const { pixelsPerDay } = this.scale;
    const key = `${pixelsPerDay} ${this.lanes}`;
    if (this.#layout?.key !== key || this.#layout.items !== this.#items) {
      const marks = layout(this.data.rows, this.#items, {
        origin: this.data.limits.start,
        pixelsPerDay,
        lanes: this.lanes,
        radius: RADIUS,
        gap: GAP,
        whisker: WHISKER,
        labelOf: this.#words.label,
        measure: this.#words.measure,
      });
      this.#layout = { items: this.#items, key, marks };
    }
    return this.#layout.marks;
  }

  /** The one mark that the keyboard reaches: the active item's, else the first on screen, else the nearest to it. */
  get activeMark(): Mark | undefined {
    const { marks } = this;
    const active = this.#active === undefined ? undefined : markOf(marks, this.#active);
    return active ?? marks.find(mark => this.#isOnScreen(mark)) ?? this.#nearest(marks);
  }

  activate(mark: Mark): void {
    // An active item within a merged mark stays the active one, so that zooming in follows it.
    const [first] = mark.items;
    if (first && !mark.items.some(item => keyOf(item) === this.#active)) this.#active = keyOf(first);
  }

  /** Moves the keyboard to another mark and brings it into view. */
  step(step: Step): void {
    const target = stepFrom(this.marks, this.#rows, this.activeMark?.key, step);
    const [first] = target?.items ?? [];
    if (!target || !first) return;
    this.#active = keyOf(first);
    const day = this.data.limits.start + target.x / this.scale.pixelsPerDay;
    this.#reveal({ start: day, end: day });
  }

  zoom(factor: number, x?: number): void {
    this.#scale = zoom(this.scale, factor, x ?? this.#centre(), this.#width, this.data.limits);
  }

  pan(pixels: number): void {
    this.#scale = pan(this.scale, pixels, this.#width, this.data.limits);
  }

  /** Shows everything. */
  fit(): void {
    this.#scale = undefined;
  }

  /** Zooms in on a mark's items until they are apart, or as far as can be. */
  zoomTo(mark: Mark): void {
    const [first] = mark.items;
    if (!first) return;
    const days = mark.items.flatMap(({ span }) => (span && middleOf(span)) ?? []);
    const [start, end] = [Math.min(...days), Math.max(...days)];
    this.#active = keyOf(first);
    this.#show(fitWithMargin({ start: start - 1, end: end + 1 }, this.#width, this.#width / 4));
    this.#part((start + end) / 2, keyOf(first));
  }

  /** Whether a closer look could part the items of a mark. */
  canPart(mark: Mark): boolean {
    const days = new Set(mark.items.map(({ span }) => span && middleOf(span)));
    return days.size > 1 && this.scale.pixelsPerDay < CLOSEST;
  }

  /** Brings a person's row, or a meeting's or document's mark, into view; clears a filter that hides it. */
  focus(target: { readonly type: 'person' | 'meeting' | 'document'; readonly id: string }): Focused {
    return target.type === 'person'
      ? this.#focusPerson(target.id)
      : this.#focusItem(`${target.type}:${target.id}`);
  }

  #focusItem(key: string): Focused {
    const item = this.data.items.find(each => keyOf(each) === key);
    if (!item) return undefined;
    if (!this.#items.includes(item)) this.filter = {};
    this.#active = key;
    const middle = item.span && middleOf(item.span);
    if (middle === undefined) return 'list';
    const { start, end } = shown(this.scale, this.#width);
    const half = Math.min(end - start, FOCUS_DAYS) / 2;
    this.#show(fit({ start: middle - half, end: middle + half }, this.#width));
    this.#part(middle, key);
    return 'mark';
  }

  #focusPerson(id: string): Focused {
    const row = this.data.rows.find(each => each.id === id);
    if (!row || row.bands.length === 0) {
      if (!this.data.people.some(person => person.id === id)) return undefined;
      this.filter = { person: id };
      this.fit();
      return 'filter';
    }
    if (!this.#items.some(item => item.row === id)) this.filter = {};
    const start = Math.min(...row.bands.map(band => band.start ?? this.data.fit.start));
    const end = Math.max(...row.bands.map(band => band.end ?? this.data.fit.end));
    this.#show(fitWithMargin({ start, end }, this.#width, MARGIN));
    return 'row';
  }

  #show(scale: Scale): void {
    this.#scale = clamp(scale, this.#width, this.data.limits);
  }

  /** Doubles the zoom around a day until the item stands alone; leaves it where no zoom would do that. */
  #part(middle: number, key: string): void {
    const before = this.#scale;
    const isAlone = (): boolean => (markOf(this.marks, key)?.items.length ?? 1) === 1;
    while (!isAlone() && this.scale.pixelsPerDay < CLOSEST) this.zoom(2, toX(this.scale, middle));
    if (!isAlone()) this.#scale = before;
  }

  /** The active mark where it is on screen, else the middle of the screen. */
  #centre(): number {
    const mark = this.#active === undefined ? undefined : markOf(this.marks, this.#active);
    return mark && this.#isOnScreen(mark) ? this.#screenX(mark) : this.#width / 2;
  }

  #nearest(marks: readonly Mark[]): Mark | undefined {
    const distance = (mark: Mark): number => Math.abs(this.#screenX(mark) - this.#width / 2);
    let nearest: Mark | undefined;
    for (const mark of marks) {
      if (!nearest || distance(mark) < distance(nearest)) nearest = mark;
    }
    return nearest;
  }

  #reveal(stretch: Stretch): void {
    const scale = reveal(this.scale, stretch, this.#width, MARGIN, this.data.limits);
    if (scale.start !== this.scale.start) this.#scale = scale;
  }

  #screenX(mark: Mark): number {
    return mark.x + toX(this.scale, this.data.limits.start);
  }

  #isOnScreen(mark: Mark): boolean {
    const x = this.#screenX(mark);
    return x >= 0 && x <= this.#width;
  }
}
