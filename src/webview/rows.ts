import type { TimelineRow } from '../core/timeline/data.ts';
import { button, html, setAttributes } from './dom.ts';
import { fill } from './fill.ts';
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
  readonly #wording: Wording;
  readonly #rows: {
    readonly row: TimelineRow;
    readonly element: HTMLElement;
    readonly count: HTMLElement;
  }[] = [];

  constructor(rows: readonly TimelineRow[], wording: Wording, actions: RowActions) {
    this.element = html('div', {
      class: 'row-names',
      role: 'toolbar',
      'aria-label': wording.strings.rowNames,
      'aria-orientation': 'vertical',
    });
    this.#wording = wording;
    for (const row of rows) {
      // Hidden from screen readers, which hear it in the row's label.
      const count = html('span', { class: 'row-count', 'aria-hidden': 'true' });
      const element = html(
        'div',
        { class: `row-name ${row.type}`, role: 'group' },
        ...nameOf(row, wording, actions),
        count,
      );
      this.#rows.push({ row, element, count });
      this.element.append(element);
    }
    rove(this.element);
  }

  /**
   * Sizes the rows and says how many items each shows.
   * @param counts by the rows' ids; a row without one shows none.
   */
  update(rowHeight: number, counts: ReadonlyMap<string, number>): void {
    for (const { row, element, count } of this.#rows) {
      element.style.height = `${rowHeight}px`;
      const shown = counts.get(row.id) ?? 0;
      count.textContent = String(shown);
      count.title = this.#wording.entries(shown);
      setAttributes(element, { 'aria-label': this.#wording.rowWithCount(row, shown) });
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
