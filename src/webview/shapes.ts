import type { TimelineItem, TimelineKind } from '../core/timeline/data.ts';
import { svg } from './dom.ts';

/** Half the width of a symbol as it is drawn. */
const R = 6.5;

/** Paths around 0, 0. Kinds are told apart by shape, never by colour alone. */
const SHAPES = {
  circle: `M${-R} 0a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0z`,
  diamond: 'M0 -7.5L7.5 0L0 7.5L-7.5 0z',
  triangle: 'M0 -7L7.2 5.8H-7.2z',
  square: 'M-5.8 -5.8H5.8V5.8H-5.8z',
  bubble: 'M-6.5 -6.3H6.5V3.2H0.6L-3.4 7.2V3.2H-6.5z',
  page: 'M-5 -7H2L5.4 -3.6V7H-5zM2 -7V-3.6H5.4',
} as const;

export type Shape = keyof typeof SHAPES;

const SHAPE_OF: Readonly<Record<TimelineKind, Shape>> = {
  meeting: 'circle',
  negotiation: 'circle',
  dinner: 'circle',
  walk: 'circle',
  ride: 'circle',
  encounter: 'circle',
  call: 'diamond',
  visit: 'triangle',
  conference: 'square',
  summit: 'square',
  'news-conference': 'bubble',
  document: 'page',
};

export const shapeOf = (kind: TimelineKind): Shape => SHAPE_OF[kind];

/**
 * The symbol of an item, around 0, 0. What is attested is filled, what was announced is hollow, what is disputed is half
 * filled, what is doubtful has a broken outline and a question mark. A record of several encounters has a second outline.
 */
export function symbolOf(item: Pick<TimelineItem, 'kind' | 'status' | 'count'>): SVGElement[] {
  const path = SHAPES[SHAPE_OF[item.kind]];
  const parts: SVGElement[] = [];
  if (item.count > 1)
    parts.push(svg('path', { class: 'symbol-again', d: path, transform: 'translate(3.5 -3)' }));
  parts.push(svg('path', { class: 'symbol', d: path }));
  if (item.status === 'disputed')
    parts.push(svg('path', { class: 'symbol-half', d: path, fill: 'url(#half)' }));
  if (item.status === 'doubtful') {
    const y = SHAPE_OF[item.kind] === 'triangle' ? 5 : 3.6;
    parts.push(svg('text', { class: 'symbol-question', y, 'text-anchor': 'middle' }, '?'));
  }
  return parts;
}

/** The class that colours a symbol and its bar. */
export const tone = (item: Pick<TimelineItem, 'kind' | 'status'>): string =>
  item.kind === 'document' && item.status === 'attested' ? 'document' : item.status;

const TONES = ['attested', 'announced', 'disputed', 'doubtful', 'document'] as const;

/** Fills that shapes refer to: bars that fade where a date is not known to the day, and half a symbol. */
export function definitions(): SVGDefsElement {
  const gradient = (
    id: string,
    className: string,
    stops: readonly (readonly [number, number])[],
  ): SVGElement =>
    svg(
      'linearGradient',
      { id, class: className },
      ...stops.map(([offset, opacity]) => svg('stop', { offset, 'stop-opacity': opacity })),
    );
  const bars = TONES.flatMap(name => [
    gradient(`fade-both-${name}`, `tone-${name}`, [
      [0, 0],
      [0.5, 0.75],
      [1, 0],
    ]),
    gradient(`fade-start-${name}`, `tone-${name}`, [
      [0, 0],
      [0.6, 0.6],
      [1, 0.6],
    ]),
    gradient(`fade-end-${name}`, `tone-${name}`, [
      [0, 0.6],
      [0.4, 0.6],
      [1, 0],
    ]),
  ]);
  return svg(
    'defs',
    {},
    ...bars,
    gradient('half', 'tone-disputed', [
      [0.5, 1],
      [0.5, 0],
    ]),
    ...(['counterpart', 'secretary'] as const).flatMap(name => [
      gradient(`fade-band-in-${name}`, `tone-${name}`, [
        [0, 0],
        [1, 1],
      ]),
      gradient(`fade-band-out-${name}`, `tone-${name}`, [
        [0, 1],
        [1, 0],
      ]),
    ]),
  );
}

/** The fill of a bar, by which of its ends are soft. */
export function barFill(name: string, softStart: boolean, softEnd: boolean): string | undefined {
  if (softStart && softEnd) return `url(#fade-both-${name})`;
  if (softStart) return `url(#fade-start-${name})`;
  return softEnd ? `url(#fade-end-${name})` : undefined;
}
