import type { Mark } from '../core/timeline/layout.ts';
import { html } from './dom.ts';
import { fill } from './fill.ts';
import type { Wording } from './wording.ts';

const CARD_ID = 'card';
/** How long the pointer rests on a mark before its card comes, and how long the card stays when it has left. */
const DELAYS = { show: 120, hide: 200 };
const MERGED_LINES = 6;

/** What is known of a mark, in a box beside it while the pointer or the keyboard is there. */
export class Card {
  readonly element = html('div', { class: 'card', role: 'tooltip', id: CARD_ID, hidden: true });
  readonly #wording: Wording;
  #timer: number | undefined;
  #described: Element | undefined;

  constructor(wording: Wording) {
    this.#wording = wording;
    this.element.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.element.addEventListener('pointerleave', () => this.hideSoon());
  }

  get visible(): boolean {
    return !this.element.hidden;
  }

  showSoon(mark: Mark, anchor: Element): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.show(mark, anchor), DELAYS.show);
  }

  hideSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), DELAYS.hide);
  }

  show(mark: Mark, anchor: Element): void {
    this.hide();
    this.element.replaceChildren(...(mark.items.length > 1 ? this.#several(mark) : this.#single(mark)));
    this.element.hidden = false;
    const symbol = anchor.querySelector('.symbol, circle.pill') ?? anchor;
    placeBeside(this.element, symbol.getBoundingClientRect());
    anchor.setAttribute('aria-describedby', CARD_ID);
    this.#described = anchor;
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.element.hidden = true;
    this.#described?.removeAttribute('aria-describedby');
    this.#described = undefined;
  }

  #single({ items: [item] }: Mark): HTMLElement[] {
    if (!item) return [];
    const status = this.#wording.status(item);
    const kind = item.name === '' ? [] : [html('span', { class: 'card-kind' }, item.kindText)];
    const title = html('div', { class: 'card-title' }, html('strong', {}, this.#wording.what(item)), ...kind);
    if (status !== '') title.append(html('span', { class: `card-status tone-${item.status}` }, status));
    const lines: [string, string][] = [
      ['card-date', item.when],
      ['card-people', this.#wording.people(item)],
      ['card-summary', item.summary],
      [
        'card-sources',
        item.sources.length > 0 ? fill(this.#wording.strings.sources, item.sources.join(', ')) : '',
      ],
    ];
    return [
      title,
      ...lines.filter(([, text]) => text !== '').map(([name, text]) => html('div', { class: name }, text)),
    ];
  }

  #several({ items }: Mark): HTMLElement[] {
    const lines = items
      .slice(0, MERGED_LINES)
      .map(item =>
        html(
          'div',
          {},
          html('span', { class: 'card-date' }, item.when),
          ` · ${this.#wording.whatAndKind(item)}`,
        ),
      );
    if (items.length > MERGED_LINES) lines.push(html('div', {}, '…'));
    const title = html('strong', {}, this.#wording.entries(items.length));
    return [html('div', { class: 'card-title' }, title), ...lines];
  }
}

/** Places a box above an anchor, or below where there is no room, within the window. */
export function placeBeside(box: HTMLElement, anchor: DOMRect): void {
  const gap = 8;
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(
    gap,
    Math.min(anchor.left + anchor.width / 2 - width / 2, window.innerWidth - width - gap),
  );
  const above = anchor.top - height - gap;
  const below = Math.min(anchor.bottom + gap, window.innerHeight - height - gap);
  box.style.left = `${Math.round(left)}px`;
  box.style.top = `${Math.round(above >= gap ? above : Math.max(gap, below))}px`;
}
