import type { TimelineItem, TimelineKind } from '../core/timeline/data.ts';
import { html, svg } from './dom.ts';
import { shapeOf, symbolOf, tone } from './shapes.ts';
import type { Wording } from './wording.ts';

/** What the symbols mean; only those that occur. */
export function legendOf(items: readonly TimelineItem[], wording: Wording): HTMLElement {
  const { strings } = wording;
  const kinds = new Map<string, TimelineKind[]>();
  for (const { kind } of items) {
    const same = kinds.get(shapeOf(kind)) ?? [];
    if (!same.includes(kind)) same.push(kind);
    kinds.set(shapeOf(kind), same);
  }
  const statuses = (['announced', 'disputed', 'doubtful'] as const).filter(status =>
    items.some(item => item.status === status),
  );
  const inexact = items.some(({ span }) => span && (span.softStart || span.softEnd));
  const entries = [
    ...[...kinds.values()].map(([kind = 'meeting', ...others]) =>
      entry(
        sample({ kind, status: 'attested', count: 1 }),
        [kind, ...others].map(each => strings.kinds[each]).join(', '),
      ),
    ),
    ...statuses.map(status => entry(sample({ kind: 'meeting', status, count: 1 }), strings.statuses[status])),
    ...(inexact ? [entry(fading(), strings.inexact)] : []),
    entry(merged(), strings.mergedLegend),
    ...(items.some(item => item.count > 1)
      ? [entry(sample({ kind: 'call', status: 'attested', count: 2 }), strings.several)]
      : []),
  ];
  return html('ul', { class: 'legend', 'aria-label': strings.legend }, ...entries);
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
