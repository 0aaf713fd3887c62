import type { TimelineData, TimelineKind } from '../core/timeline/data.ts';
import type { TimelineFilter } from '../core/timeline/filter.ts';
import { isTimelineKind } from '../core/timeline/guard.ts';
import { button, html } from './dom.ts';
import { fill } from './fill.ts';
import type { Wording } from './wording.ts';

export interface ToolbarActions {
  filter(filter: TimelineFilter): void;
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  toggleList(): void;
}

/** Filters on the left, zoom and the list on the right. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #search: HTMLInputElement;
  readonly #person: HTMLSelectElement;
  readonly #kind: HTMLSelectElement;
  readonly #count = html('output', { class: 'count', 'aria-live': 'polite' });
  readonly #list: HTMLButtonElement;
  readonly #wording: Wording;

  constructor(data: TimelineData, wording: Wording, actions: ToolbarActions) {
    const { strings } = wording;
    this.#wording = wording;
    this.#search = html('input', {
      type: 'search',
      placeholder: strings.search,
      'aria-label': strings.search,
      spellcheck: 'false',
    });
    this.#person = select(
      strings.person,
      strings.everyone,
      data.people.map(({ id, name }) => [id, name]),
    );
    this.#kind = select(
      strings.kind,
      strings.allKinds,
      kindsOf(data).map(kind => [kind, strings.kinds[kind]]),
    );
    this.#list = button(strings.list, actions.toggleList, { class: 'secondary' });
    const changed = (): void => actions.filter(this.#read());
    this.#search.addEventListener('input', changed);
    this.#person.addEventListener('change', changed);
    this.#kind.addEventListener('change', changed);
    this.element = html(
      'header',
      { class: 'toolbar' },
      html('div', { class: 'filters', role: 'search' }, this.#search, this.#person, this.#kind, this.#count),
      html(
        'div',
        { class: 'zoom' },
        button('−', actions.zoomOut, {
          class: 'secondary icon',
          'aria-label': strings.zoomOut,
          title: strings.zoomOut,
        }),
        button('+', actions.zoomIn, {
          class: 'secondary icon',
          'aria-label': strings.zoomIn,
          title: strings.zoomIn,
        }),
        button(strings.fit, actions.fit, { class: 'secondary' }),
        this.#list,
      ),
    );
  }

  /** Moves to the first filter. */
  focus(): void {
    this.#search.focus();
  }

  /** Shows the filter, how many items pass it, and whether the list is open. */
  update(filter: TimelineFilter, shown: number, total: number, list: boolean): void {
    if (this.#search.value !== (filter.text ?? '')) this.#search.value = filter.text ?? '';
    this.#person.value = filter.person ?? '';
    this.#kind.value = filter.kind ?? '';
    const count = fill(this.#wording.strings.shown, shown, total);
    if (this.#count.textContent !== count) this.#count.textContent = count;
    this.#list.setAttribute('aria-pressed', String(list));
  }

  #read(): TimelineFilter {
    const [text, person, kind] = [this.#search.value, this.#person.value, this.#kind.value];
    return {
      ...(text === '' ? {} : { text }),
      ...(person === '' ? {} : { person }),
      ...(isTimelineKind(kind) ? { kind } : {}),
    };
  }
}

function select(
  label: string,
  all: string,
  options: readonly (readonly [string, string])[],
): HTMLSelectElement {
  return html(
    'select',
    { 'aria-label': label },
    html('option', { value: '' }, all),
    ...options.map(([value, text]) => html('option', { value }, text)),
  );
}

/** The kinds that occur, those with most items first. */
function kindsOf(data: TimelineData): TimelineKind[] {
  const counts = new Map<TimelineKind, number>();
  for (const { kind } of data.items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
}
