import {
  countByRow,
  type TimelineData,
  type TimelineItem,
  type TimelineTarget,
} from '../core/timeline/data.ts';
import type { Day } from '../core/timeline/days.ts';
import { TimelineModel } from '../core/timeline/model.ts';
import { shown } from '../core/timeline/scale.ts';
import type { TimelineStrings } from '../protocol/timeline.ts';
import { AXIS_HEIGHT, AxisView } from './axis.ts';
import { Card } from './card.ts';
import { button, html } from './dom.ts';
import { fill } from './fill.ts';
import { type KeyActions, useKeyboard } from './keyboard.ts';
import { legendOf } from './legend.ts';
import { ListView } from './list.ts';
import { keyAt } from './marks.ts';
import { TextMeter } from './meter.ts';
import { Picture } from './picture.ts';
import { usePointer } from './pointer.ts';
import { Popup } from './popup.ts';
import { RowNames } from './rows.ts';
import type { ViewState } from './state.ts';
import { Toolbar } from './toolbar.ts';
import { Wording } from './wording.ts';

export interface ViewOptions {
  readonly data: TimelineData;
  readonly strings: TimelineStrings;
  /** A BCP 47 tag. */
  readonly locale: string;
  readonly today: Day;
  readonly state: ViewState;
  /** Where the view goes; what was there is replaced. */
  readonly parent: HTMLElement;
  open(target: TimelineTarget): void;
  keep(state: ViewState): void;
}

const HELP_ID = 'picture-help';
const ZOOM_STEP = 1.5;

/** The timeline on screen: puts the parts together and redraws them when anything changes. */
export class TimelineView {
  readonly #options: ViewOptions;
  readonly #wording: Wording;
  readonly #model: TimelineModel;
  readonly #axis: AxisView;
  readonly #picture: Picture;
  readonly #rowNames: RowNames;
  readonly #toolbar: Toolbar;
  readonly #list: ListView;
  readonly #card: Card;
  readonly #popup: Popup;
  readonly #scroller = html('div', { class: 'scroller' });
  readonly #axisBox = html('div', { class: 'axis-box' });
  readonly #empty: HTMLElement;
  readonly #spoken = html('div', { class: 'unseen', 'aria-live': 'polite' });
  readonly #observer = new ResizeObserver(() => this.#resize());
  #listShown: boolean;
  #frame: number | undefined;

  constructor(options: ViewOptions) {
    const { data, strings, state, today } = options;
    this.#options = options;
    this.#listShown = state.list;
    this.#wording = new Wording(strings, data);
    const meter = new TextMeter(options.parent);
    this.#model = new TimelineModel(
      data,
      {
        label: item => this.#wording.what(item),
        measure: label => meter.width(label),
      },
      state,
    );
    this.#axis = new AxisView(options.locale, meter);
    this.#picture = new Picture(data, today, this.#wording, HELP_ID);
    this.#rowNames = new RowNames(data.rows, this.#wording, {
      openPerson: id => options.open({ type: 'person', id }),
      zoomToRow: id => this.focus({ type: 'person', id }),
    });
    this.#toolbar = new Toolbar(data, this.#wording, {
      filter: filter => this.#change(() => (this.#model.filter = filter)),
      zoomIn: () => this.#change(() => this.#model.zoom(ZOOM_STEP)),
      zoomOut: () => this.#change(() => this.#model.zoom(1 / ZOOM_STEP)),
      fit: () => this.#change(() => this.#model.fit()),
      toggleList: () => this.#change(() => (this.#listShown = !this.#listShown)),
    });
    this.#list = new ListView(this.#wording, item => this.#open(item));
    this.#card = new Card(this.#wording);
    this.#popup = new Popup(this.#wording, {
      open: item => this.#open(item),
      zoomTo: mark => this.#moveFocus(() => this.#model.zoomTo(mark)),
    });
    this.#empty = html(
      'div',
      { class: 'empty', hidden: true },
      html('p', {}, strings.nothingFound),
      button(strings.clearFilters, () => {
        this.#change(() => (this.#model.filter = {}));
        this.#toolbar.focus();
      }),
    );
    this.#assemble();
    this.#listen();
    this.#observer.observe(this.#scroller);
    // A scroll bar makes the picture narrower without changing the scroller.
    this.#observer.observe(this.#axisBox);
    this.#resize();
  }

  /** Takes the view off the screen and stops listening to its size. */
  dispose(): void {
    this.#observer.disconnect();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#card.hide();
    this.#options.parent.replaceChildren();
  }

  /** Brings a record into view and moves the keyboard there. */
  focus(target: TimelineTarget): void {
    const focused = this.#model.focus(target);
    if (focused === 'list') this.#listShown = true;
    this.#draw();
    if (focused === 'mark') this.#focusMark();
    else if (focused === 'list') this.#list.focus(`${target.type}:${target.id}`);
    else if (focused !== undefined) this.#picture.element.focus();
  }

  #assemble(): void {
    const { parent, strings, data } = this.#options;
    const undated = data.items.filter(item => !item.span).length;
    this.#axisBox.append(this.#axis.element);
    this.#scroller.append(
      html('div', { class: 'corner' }),
      this.#axisBox,
      this.#rowNames.element,
      html('div', { class: 'rows-box' }, this.#picture.element, this.#empty),
    );
    const footer = html('footer', {}, legendOf(data.items, this.#wording));
    if (undated > 0) footer.append(html('p', { class: 'undated' }, fill(strings.undated, undated)));
    const main = html(
      'main',
      {},
      html('section', { class: 'picture' }, this.#scroller, footer),
      this.#list.element,
    );
    parent.replaceChildren(
      html('h1', { class: 'unseen' }, strings.title),
      this.#toolbar.element,
      main,
      html('p', { class: 'unseen', id: HELP_ID }, strings.pictureHelp),
      this.#spoken,
      this.#card.element,
      this.#popup.element,
    );
  }

  #listen(): void {
    const surface = this.#picture.element;
    usePointer(surface, this.#scroller, {
      pan: pixels => this.#change(() => this.#model.pan(pixels)),
      zoom: (factor, x) => this.#change(() => this.#model.zoom(factor, x)),
    });
    useKeyboard(surface, this.#keys());
    surface.addEventListener('click', event => {
      const key = keyAt(event.target);
      if (key !== undefined) this.#press(key);
    });
    surface.addEventListener('pointerover', event => {
      const key = keyAt(event.target);
      const mark = key === undefined ? undefined : this.#model.marks.find(each => each.key === key);
      const element = key === undefined ? undefined : this.#picture.marks.element(key);
      if (mark && element && event.buttons === 0) this.#card.showSoon(mark, element);
    });
    surface.addEventListener('pointerout', () => this.#card.hideSoon());
    surface.addEventListener('focusin', event => {
      const key = keyAt(event.target);
      const mark = this.#model.marks.find(each => each.key === key);
      if (!mark) return;
      this.#model.activate(mark);
      this.#schedule();
      if (event.target instanceof SVGElement && event.target.matches(':focus-visible')) {
        this.#card.show(mark, event.target);
      }
    });
    surface.addEventListener('focusout', () => this.#card.hide());
  }

  #keys(): KeyActions {
    return {
      step: step => this.#moveFocus(() => this.#model.step(step)),
      pan: share => {
        this.#change(() => this.#model.pan(share * this.#model.width));
        this.#sayRange();
      },
      zoom: factor => {
        this.#change(() => this.#model.zoom(factor));
        this.#sayRange();
      },
      fit: () => {
        this.#change(() => this.#model.fit());
        this.#sayRange();
      },
      open: () => {
        const mark = this.#model.activeMark;
        if (mark) this.#press(mark.key);
      },
      leave: () => {
        if (this.#card.visible) this.#card.hide();
        else if (document.activeElement === this.#picture.element) return false;
        else this.#picture.element.focus();
        return true;
      },
    };
  }

  /** A click or Enter on a mark: opens its page, or offers the items that are merged in it. */
  #press(key: string): void {
    const mark = this.#model.marks.find(each => each.key === key);
    const element = this.#picture.marks.element(key);
    const [first] = mark?.items ?? [];
    if (!mark || !element || !first) return;
    this.#card.hide();
    if (mark.items.length > 1) this.#popup.show(mark, element, this.#model.canPart(mark));
    else this.#open(first);
  }

  #open({ type, id }: TimelineItem): void {
    this.#options.open({ type, id });
  }

  #change(change: () => void): void {
    change();
    this.#card.hide();
    this.#schedule();
  }

  #moveFocus(move: () => void): void {
    move();
    this.#draw();
    this.#focusMark();
  }

  #focusMark(): void {
    const mark = this.#model.activeMark;
    const element = mark && this.#picture.marks.element(mark.key);
    if (!element) return;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#card.show(mark, element);
  }

  #sayRange(): void {
    const { start, end } = shown(this.#model.scale, this.#model.width);
    this.#spoken.textContent = fill(this.#options.strings.range, this.#axis.day(start), this.#axis.day(end));
  }

  #resize(): void {
    this.#model.resize(this.#axisBox.clientWidth, this.#scroller.clientHeight - AXIS_HEIGHT);
    this.#draw();
  }

  #schedule(): void {
    this.#frame ??= requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    const model = this.#model;
    const { scale, width, rowHeight, lanes, marks, items, data } = model;
    const hadFocus = this.#picture.element.contains(document.activeElement);
    const axis = this.#axis.draw(scale, width);
    const active = model.activeMark?.key;
    this.#picture.draw({ scale, width, rowHeight, lanes, axis, marks, origin: data.limits.start, active });
    // The mark that had the focus was merged into another: the keyboard goes along.
    const lost = hadFocus && !this.#picture.element.contains(document.activeElement);
    if (lost) (active === undefined ? this.#picture.element : this.#picture.marks.element(active))?.focus();
    const counts = countByRow(items);
    this.#rowNames.update(rowHeight, counts);
    this.#picture.count(counts);
    this.#toolbar.update(model.filter, items.length, data.items.length, this.#listShown);
    this.#list.update(items, this.#listShown);
    this.#empty.hidden = items.length > 0;
    document.body.classList.toggle('with-list', this.#listShown);
    this.#options.keep({ ...model.state, list: this.#listShown });
  }
}
