import { keyOf } from '../core/timeline/data.ts';
import type { Mark } from '../core/timeline/layout.ts';
import { RADIUS } from '../core/timeline/model.ts';
import { setAttributes, svg } from './dom.ts';
import { barFill, symbolOf, tone } from './shapes.ts';
import type { Wording } from './wording.ts';

const BAR_HEIGHT = 8;
/** How many items of a merged mark are read out. */
const NAMED = 3;

/** A mark with where it stands in the picture and among all marks. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly y: number;
  /** From 0, of all marks in time order. */
  readonly position: number;
}

/** A mark's element, and what of it is in the document already. */
interface Shown {
  readonly element: SVGGElement;
  drawn: string;
  placed: string;
}

/**
 * Keeps an element for each mark on screen. An element is kept while its mark stays, so that it keeps the focus through
 * zooming, panning and filtering; what has not changed is left alone.
 */
export class MarkElements {
  readonly #groups: ReadonlyMap<string, SVGGElement>;
  readonly #shown = new Map<string, Shown>();
  readonly #wording: Wording;

  /** @param groups where the marks of each row belong, by the row's id. */
  constructor(groups: ReadonlyMap<string, SVGGElement>, wording: Wording) {
    this.#groups = groups;
    this.#wording = wording;
  }

  element(key: string): SVGGElement | undefined {
    return this.#shown.get(key)?.element;
  }

  /**
   * Shows exactly these marks.
   * @param total how many marks there are, on screen and off.
   * @param active the key of the one that the keyboard reaches.
   */
  sync(placed: readonly PlacedMark[], total: number, active: string | undefined): void {
    const keep = new Set(placed.map(({ mark }) => mark.key));
    for (const [key, { element }] of this.#shown) {
      if (keep.has(key)) continue;
      element.remove();
      this.#shown.delete(key);
    }
    for (const each of placed) this.#show(each, total, each.mark.key === active);
  }

  #show({ mark, y, position }: PlacedMark, total: number, active: boolean): void {
    let shown = this.#shown.get(mark.key);
    if (!shown) {
      shown = { element: svg('g', { role: 'option', 'data-key': mark.key }), drawn: '', placed: '' };
      this.#shown.set(mark.key, shown);
      this.#groups.get(mark.row)?.append(shown.element);
    }
    const { element } = shown;
    const drawn = signatureOf(mark);
    if (shown.drawn !== drawn) {
      shown.drawn = drawn;
      element.replaceChildren(...drawing(mark));
      setAttributes(element, { class: classOf(mark), 'aria-label': this.label(mark) });
    }
    const placed = `${mark.x.toFixed(2)} ${y} ${position} ${total} ${active}`;
    if (shown.placed === placed) return;
    shown.placed = placed;
    setAttributes(element, {
      tabindex: active ? 0 : -1,
      transform: `translate(${mark.x.toFixed(2)} ${y})`,
      'aria-selected': active ? 'true' : 'false',
      'aria-posinset': position + 1,
      'aria-setsize': total,
    });
  }

  /** What a screen reader says of a mark: all of one item, or the first of several. */
  label({ items }: Mark): string {
    const [first] = items;
    if (first && items.length === 1) return this.#wording.line(first);
    const named = items.slice(0, NAMED).map(item => `${item.when}, ${this.#wording.what(item)}`);
    if (items.length > NAMED) named.push('…');
    return `${this.#wording.entries(items.length)}: ${named.join('; ')}`;
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

/** All that a mark's picture depends on, but its place. */
function signatureOf({ items, label = '', bar, x }: Mark): string {
  const ends = bar ? `${(bar.from - x).toFixed(2)} ${(bar.to - x).toFixed(2)}` : '';
  return `${items.map(keyOf).join(' ')}|${label}|${ends}`;
}

function drawing(mark: Mark): SVGElement[] {
  const [first] = mark.items;
  if (!first) return [];
  if (mark.items.length > 1) {
    const count = mark.items.length > 99 ? '99+' : String(mark.items.length);
    return [
      svg('circle', { class: 'pill', r: RADIUS }),
      svg('text', { class: 'pill', y: count.length > 2 ? 3 : 3.5, 'text-anchor': 'middle' }, count),
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
  parts.push(...symbolOf(first));
  if (mark.label !== undefined) {
    const start = Math.max(RADIUS, (mark.bar?.to ?? mark.x) - mark.x) + 3;
    parts.push(svg('text', { class: 'mark-label', x: start.toFixed(2), y: 4 }, mark.label));
  }
  return parts;
}
