import type { TimelineItem } from '../core/timeline/data.ts';
import type { Mark } from '../core/timeline/layout.ts';
import { placeBeside } from './card.ts';
import { button, html } from './dom.ts';
import type { Wording } from './wording.ts';

export interface PopupActions {
  open(item: TimelineItem): void;
  zoomTo(mark: Mark): void;
}

/** The items of a merged mark, to choose from. */
export class Popup {
  readonly element = html('div', { class: 'popup', role: 'dialog', hidden: true });
  readonly #wording: Wording;
  readonly #actions: PopupActions;
  #anchor: SVGElement | undefined;

  constructor(wording: Wording, actions: PopupActions) {
    this.#wording = wording;
    this.#actions = actions;
    this.element.addEventListener('keydown', event => this.#onKey(event));
    this.element.addEventListener('focusout', event => {
      if (!(event.relatedTarget instanceof Node && this.element.contains(event.relatedTarget))) this.#close();
    });
  }

  /** @param zoomable whether a closer look would part the items. */
  show(mark: Mark, anchor: SVGElement, zoomable: boolean): void {
    const { strings } = this.#wording;
    const title = this.#wording.entries(mark.items.length);
    const entries = mark.items.map(item =>
      html(
        'li',
        {},
        button(`${item.when} · ${this.#wording.whatAndKind(item)}`, () => this.#actions.open(item)),
      ),
    );
    this.element.setAttribute('aria-label', title);
    this.element.replaceChildren(
      html('div', { class: 'popup-title' }, title),
      html('ul', {}, ...entries),
      ...(zoomable ? [button(strings.zoomHere, () => this.#zoom(mark), { class: 'secondary' })] : []),
    );
    this.element.hidden = false;
    this.#anchor = anchor;
    placeBeside(this.element, anchor.getBoundingClientRect());
    this.element.querySelector('button')?.focus();
  }

  #zoom(mark: Mark): void {
    this.#close();
    this.#actions.zoomTo(mark);
  }

  #close(): void {
    this.element.hidden = true;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      const anchor = this.#anchor;
      this.#close();
      anchor?.focus();
      return;
    }
    if (!(event.target instanceof HTMLButtonElement)) return;
    const buttons = [...this.element.querySelectorAll('button')];
    const at = buttons.indexOf(event.target);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % buttons.length,
      ArrowUp: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = buttons[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}
