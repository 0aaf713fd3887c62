import type { TimelineItem, TimelineRow } from '../core/timeline/data.ts';
import { button, fill, html } from './dom.ts';
import type { Wording } from './wording.ts';

export interface RowActions {
  openPerson(id: string): void;
  zoomToRow(id: string): void;
}

/**
 * The names beside the rows, each with its tenure: the name opens the person's page, the tenure brings it into view. One
 * stop for Tab; the arrow keys lead from one to the next.
 */
export class RowNames {
  readonly element: HTMLElement;
  readonly #rows = new Map<string, { readonly element: HTMLElement; readonly count: HTMLElement }>();

  /** `{0} entries`. */
  readonly #entries: string;

  constructor(rows: readonly TimelineRow[], wording: Wording, actions: RowActions) {
    this.element = html('div', {
      class: 'row-names',
      role: 'toolbar',
      'aria-label': wording.strings.rowNames,
      'aria-orientation': 'vertical',
    });
    this.#entries = wording.strings.entries;
    for (const row of rows) {
      const count = html('span', { class: 'row-count', 'aria-hidden': 'true' });
      const element = html('div', { class: `row-name ${row.type}` }, ...nameOf(row, wording, actions), count);
      this.#rows.set(row.id, { element, count });
      this.element.append(element);
    }
    rove(this.element);
  }

  /** Sizes the rows and says how many items each shows. */
  update(rowHeight: number, items: readonly TimelineItem[]): void {
    const counts = new Map<string, number>();
    for (const item of items) counts.set(item.row, (counts.get(item.row) ?? 0) + 1);
    for (const [id, { element, count }] of this.#rows) {
      element.style.height = `${rowHeight}px`;
      const shown = counts.get(id) ?? 0;
      count.textContent = String(shown);
      count.title = fill(this.#entries, shown);
    }
  }
}

function nameOf(row: TimelineRow, wording: Wording, actions: RowActions): HTMLElement[] {
  const { strings } = wording;
  if (row.name === '') return [html('span', { class: 'name' }, wording.row(row))];
  const name = button(row.name, () => actions.openPerson(row.id), {
    class: 'name',
    'aria-label': fill(strings.openPerson, row.name),
  });
  if (row.bands.length === 0) return [name];
  const label = fill(strings.zoomToTenure, row.tenure);
  const tenure = button(row.years, () => actions.zoomToRow(row.id), {
    class: 'tenure',
    title: label,
    'aria-label': label,
  });
  return [name, tenure];
}

/** Makes the buttons of a container one stop for Tab, with the arrow keys between them. */
function rove(container: HTMLElement): void {
  const buttons = [...container.querySelectorAll('button')];
  const enter = (entered: HTMLButtonElement): void => {
    for (const each of buttons) each.tabIndex = each === entered ? 0 : -1;
  };
  const [first] = buttons;
  if (first) enter(first);
  container.addEventListener('focusin', event => {
    if (event.target instanceof HTMLButtonElement) enter(event.target);
  });
  container.addEventListener('keydown', event => {
    if (!(event.target instanceof HTMLButtonElement)) return;
    const at = buttons.indexOf(event.target);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = buttons[steps[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
