import type { TimelineItem } from '../core/timeline/data.ts';
import { html, svg } from './dom.ts';
import { type Shape, shapeOf, symbolOf, tone } from './shapes.ts';
import type { Wording } from './wording.ts';

/** What the symbols mean; only those that occur. */
export function legendOf(items: readonly TimelineItem[], { strings }: Wording): HTMLElement {
  const words = strings.legend;
  const kinds = new Map(items.map(({ kind }) => [shapeOf(kind), kind]));
  const statuses = (['announced', 'disputed', 'doubtful'] as const).filter(status =>
    items.some(item => item.type === 'meeting' && item.status === status),
  );
  const weak = items.some(item => item.type === 'document' && item.status === 'doubtful');
  const inexact = items.some(({ span }) => span && (span.softStart || span.softEnd));
  // Several kinds share these shapes; every other shape has a kind of its own.
  const shared: Partial<Record<Shape, string>> = { circle: words.inPerson, square: words.gathering };
  const entries = [
    ...Array.from(kinds, ([shape, kind]) =>
      entry(sample({ kind, status: 'attested', count: 1 }), shared[shape] ?? strings.kinds[kind]),
    ),
    ...statuses.map(status => entry(sample({ kind: 'meeting', status, count: 1 }), strings.statuses[status])),
    ...(weak
      ? [entry(sample({ kind: 'document', status: 'doubtful', count: 1 }), strings.weakDocument)]
      : []),
    ...(inexact ? [entry(fading(), words.inexact)] : []),
    entry(merged(), words.merged),
    ...(items.some(item => item.count > 1)
      ? [entry(sample({ kind: 'call', status: 'attested', count: 2 }), words.counted)]
      : []),
  ];
  return html('ul', { class: 'legend', 'aria-label': words.title }, ...entries);
}

const entry = (picture: SVGElement, text: string): HTMLElement => html('li', {}, picture, text);

const sample = (item: Pick<TimelineItem, 'kind' | 'status' | 'count'>): SVGElement =>
  svg(
    'svg',
    { viewBox: '-10 -10 20 20', width: 17, height: 17, 'aria-hidden': 'true' },
    svg('g', { class: `mark tone-${tone(item)} status-${item.status}` }, ...symbolOf(item)),
  );

const merged = (): SVGElement =>
  svg(
    'svg',
    { viewBox: '-10 -10 20 20', width: 17, height: 17, 'aria-hidden': 'true' },
    svg('circle', { class: 'pill', r: 8 }),
    svg('text', { class: 'pill', y: 3.5, 'text-anchor': 'middle' }, '3'),
  );

const fading = (): SVGElement =>
  svg(
    'svg',
    { viewBox: '-18 -10 36 20', width: 31, height: 17, 'aria-hidden': 'true' },
    svg(
      'g',
      { class: 'mark tone-attested' },
      svg('rect', {
        class: 'bar soft',
        x: -18,
        y: -4,
        width: 36,
        height: 8,
        fill: 'url(#fade-both-attested)',
      }),
      ...symbolOf({ kind: 'meeting', status: 'attested', count: 1 }),
    ),
  );
