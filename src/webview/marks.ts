import type { Mark } from '../core/timeline/layout.ts';
import { RADIUS } from '../core/timeline/model.ts';
import { fill, setAttributes, svg } from './dom.ts';
import { barFill, symbolOf, tone } from './shapes.ts';
import type { Wording } from './wording.ts';

const BAR_HEIGHT = 8;

/** A mark with where it stands in the picture and among all marks. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly y: number;
  /** From 0, of all marks in time order. */
  readonly position: number;
}

/**
 * Keeps an element for each mark on screen. An element is kept while its mark stays, so that it keeps the focus through
 * zooming, panning and filtering.
 */
export class MarkElements {
  readonly #groups = new Map<string, SVGGElement>();
  readonly #elements = new Map<string, { readonly element: SVGGElement; mark: Mark }>();
  readonly #wording: Wording;

  /** @param groups where the marks of each row belong, by the row's id. */
  constructor(groups: ReadonlyMap<string, SVGGElement>, wording: Wording) {
    this.#groups = new Map(groups);
    this.#wording = wording;
  }

  element(key: string): SVGGElement | undefined {
    return this.#elements.get(key)?.element;
  }

  /**
   * Shows exactly these marks.
   * @param total how many marks there are, on screen and off.
   * @param active the key of the one that the keyboard reaches.
   */
  sync(placed: readonly PlacedMark[], total: number, active: string | undefined): void {
    const keep = new Set(placed.map(({ mark }) => mark.key));
    for (const [key, { element }] of this.#elements) {
      if (keep.has(key)) continue;
      element.remove();
      this.#elements.delete(key);
    }
    for (const each of placed) this.#show(each, total, each.mark.key === active);
  }

  #show({ mark, y, position }: PlacedMark, total: number, active: boolean): void {
    let entry = this.#elements.get(mark.key);
    const fresh = !entry;
    if (!entry) {
      entry = { element: svg('g'), mark };
      this.#elements.set(mark.key, entry);
    }
    const { element } = entry;
    if (fresh || entry.mark !== mark) {
      element.replaceChildren(...drawing(mark));
      entry.mark = mark;
    }
    setAttributes(element, {
      class: classOf(mark),
      role: 'option',
      tabindex: active ? 0 : -1,
      transform: `translate(${mark.x.toFixed(2)} ${y})`,
      'data-key': mark.key,
      'aria-label': this.label(mark),
      'aria-selected': active ? 'true' : 'false',
      'aria-posinset': position + 1,
      'aria-setsize': total,
    });
    const group = this.#groups.get(mark.row);
    if (group && element.parentNode !== group) group.append(element);
  }

  /** What a screen reader says of a mark. */
  label(mark: Mark): string {
    const [first] = mark.items;
    const last = mark.items.at(-1);
    if (!first || !last || mark.items.length === 1) return first ? this.#wording.line(first) : '';
    const merged = fill(this.#wording.strings.merged, mark.items.length);
    return `${merged}: ${fill(this.#wording.strings.range, first.when, last.when)}`;
  }
}

/** The key of the mark to which an element of the picture belongs. */
export function keyAt(target: EventTarget | null): string | undefined {
  const element = target instanceof Element ? target.closest('[data-key]') : null;
  return element?.getAttribute('data-key') ?? undefined;
}

function classOf(mark: Mark): string {
  const [first] = mark.items;
  if (mark.items.length === 1 && first) return `mark tone-${tone(first)} status-${first.status}`;
  return mark.items.every(item => item.status === 'attested') ? 'mark merged' : 'mark merged mixed';
}

function drawing(mark: Mark): SVGElement[] {
  const [first] = mark.items;
  if (!first) return [];
  const ring = svg('circle', { class: 'ring', r: RADIUS + 3 });
  if (mark.items.length > 1) {
    const count = mark.items.length > 99 ? '99+' : String(mark.items.length);
    return [
      svg('circle', { class: 'pill', r: RADIUS }),
      svg('text', { class: 'pill', y: count.length > 2 ? 3 : 3.5, 'text-anchor': 'middle' }, count),
      ring,
    ];
  }
  const parts: SVGElement[] = [];
  if (mark.bar) {
    const { from, to, softStart, softEnd } = mark.bar;
    parts.push(
      svg('rect', {
        class: softStart || softEnd ? 'bar soft' : 'bar',
        x: (from - mark.x).toFixed(2),
        y: -BAR_HEIGHT / 2,
        width: Math.max(to - from, 1).toFixed(2),
        height: BAR_HEIGHT,
        rx: softStart || softEnd ? 0 : 2,
        fill: barFill(tone(first), softStart, softEnd),
      }),
    );
  }
  parts.push(svg('circle', { class: 'hit', r: RADIUS + 1 }), ...symbolOf(first), ring);
  if (mark.label !== undefined) {
    const start = Math.max(RADIUS, (mark.bar?.to ?? mark.x) - mark.x) + 3;
    parts.push(svg('text', { class: 'mark-label', x: start.toFixed(2), y: 4 }, mark.label));
  }
  return parts;
}
