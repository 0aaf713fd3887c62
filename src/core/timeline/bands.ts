import type { TimelineSpan } from './data.ts';
import type { Day } from './days.ts';
import { type Scale, type Stretch, toX } from './scale.ts';

/** How far a band fades out where its end is open or not known to the day. */
const FADE = 28;

/** A stretch of the screen, in pixels from its left edge. */
export interface BandPart {
  readonly x: number;
  readonly width: number;
  /** `in` and `out`: towards that end the tenure is not known to the day, and the colour fades. */
  readonly fade?: 'in' | 'out';
}

/**
 * What is drawn of a tenure: the stretch that is known, and beside it a fading one at each end that is soft. Empty where
 * all of it is off screen.
 * @param today the day up to which an office that is still held reaches.
 */
export function bandParts(
  band: TimelineSpan,
  scale: Scale,
  width: number,
  limits: Stretch,
  today: Day,
): readonly BandPart[] {
  const begin = toX(scale, band.start ?? limits.start);
  const end = toX(scale, band.end ?? Math.max(today, band.start ?? today));
  if (end < -FADE || begin > width + FADE) return [];
  // Only what can be seen: rectangles of many screens' width are drawn imprecisely.
  const from = Math.max(begin, -FADE);
  const to = Math.min(end, width + FADE);
  return [
    ...(band.start === null || band.softStart ? [{ x: from - FADE, width: FADE, fade: 'in' as const }] : []),
    { x: from, width: Math.max(to - from, 1) },
    ...(band.end === null || band.softEnd ? [{ x: to, width: FADE, fade: 'out' as const }] : []),
  ];
}
