import { keyOf, type TimelineItem } from '../core/timeline/data.ts';
import { button, html } from './dom.ts';
import { fill } from './fill.ts';
import type { Wording } from './wording.ts';

/** How many items are put into the table at once. */
const PAGE = 500;

/** The same items as a table, for those who do not see the picture or want to read on. */
export class ListView {
  readonly element: HTMLElement;
  readonly #wording: Wording;
  readonly #open: (item: TimelineItem) => void;
  #items: readonly TimelineItem[] = [];
  #drawn: readonly TimelineItem[] | undefined;
  #limit = PAGE;

  constructor(wording: Wording, open: (item: TimelineItem) => void) {
    this.#wording = wording;
    this.#open = open;
    this.element = html('section', {
      class: 'list',
      'aria-label': wording.strings.list,
      hidden: true,
      tabindex: -1,
    });
  }

  /** The table is made only while it is shown. */
  update(items: readonly TimelineItem[], shown: boolean): void {
    if (items !== this.#items) this.#limit = PAGE;
    this.#items = items;
    this.element.hidden = !shown;
    if (shown && this.#drawn !== items) this.#draw();
  }

  /** Moves to an item's button; it must be shown. */
  focus(itemKey: string): void {
    const index = this.#items.findIndex(item => keyOf(item) === itemKey);
    if (index >= this.#limit) {
      this.#limit = index + 1;
      this.#draw();
    }
    this.element.querySelectorAll<HTMLElement>('tbody button')[index]?.focus();
  }

  #draw(): void {
    const { columns, showMore, list } = this.#wording.strings;
    const headings = [
      columns.date,
      columns.what,
      columns.kind,
      columns.people,
      columns.status,
      columns.sources,
    ];
    const rows = this.#items.slice(0, this.#limit).map(item => this.#row(item));
    const more = this.#items.length - rows.length;
    this.element.replaceChildren(
      html(
        'table',
        {},
        html('caption', { class: 'unseen' }, list),
        html('thead', {}, html('tr', {}, ...headings.map(heading => html('th', { scope: 'col' }, heading)))),
        html('tbody', {}, ...rows),
      ),
      ...(more > 0 ? [button(fill(showMore, more), () => this.#more(), { class: 'secondary' })] : []),
    );
    this.#drawn = this.#items;
  }

  #more(): void {
    const first = this.#limit;
    this.#limit += PAGE;
    this.#draw();
    this.element.querySelectorAll<HTMLElement>('tbody button')[first]?.focus();
  }

  #row(item: TimelineItem): HTMLElement {
    const wording = this.#wording;
    const name = button(wording.what(item), () => this.#open(item), { 'aria-label': wording.line(item) });
    const cells = [
      item.kindText,
      item.type === 'document' ? '' : wording.people(item),
      wording.status(item),
      item.sources.join(', '),
    ];
    return html(
      'tr',
      {},
      html('td', {}, item.when),
      html('th', { scope: 'row' }, name),
      ...cells.map(cell => html('td', {}, cell)),
    );
  }
}
