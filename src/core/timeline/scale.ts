import type { Day } from './days.ts';

/** How time lies on a stretch of screen: the point at its left edge, and how wide a day is. Immutable. */
export interface Scale {
  readonly start: Day;
  readonly pixelsPerDay: number;
}

export interface Stretch {
  readonly start: Day;
  readonly end: Day;
}

/** At the closest, a day is this wide: several meetings of one day still stand on one mark's breadth. */
export const CLOSEST = 48;

/** Pixels from the left edge. */
export const toX = (scale: Scale, day: Day): number => (day - scale.start) * scale.pixelsPerDay;

/** The inverse of {@link toX}. */
export const toDay = (scale: Scale, x: number): Day => scale.start + x / scale.pixelsPerDay;

/** What of time a width of screen shows. */
export const shown = (scale: Scale, width: number): Stretch => ({
  start: scale.start,
  end: toDay(scale, width),
});

/** The scale that shows exactly the stretch; one that is empty or backwards is given a day. */
export function fit(stretch: Stretch, width: number): Scale {
  const days = Math.max(stretch.end - stretch.start, 1);
  return { start: stretch.start, pixelsPerDay: Math.max(width, 1) / days };
}

/** Like {@link fit}, with pixels left free at both edges. */
export function fitWithMargin(stretch: Stretch, width: number, left: number, right = left): Scale {
  const { start, pixelsPerDay } = fit(stretch, Math.max(width - left - right, 1));
  return { start: start - left / pixelsPerDay, pixelsPerDay };
}

/**
 * The nearest scale that lies within the limits: no closer than {@link CLOSEST}, no farther than all of `limits` at once,
 * and neither edge of the screen beyond them.
 */
export function clamp(scale: Scale, width: number, limits: Stretch): Scale {
  const farthest = fit(limits, width).pixelsPerDay;
  const pixelsPerDay = Math.max(Math.min(scale.pixelsPerDay, Math.max(CLOSEST, farthest)), farthest);
  const last = limits.end - width / pixelsPerDay;
  const start = Math.max(limits.start, Math.min(scale.start, last));
  return { start, pixelsPerDay };
}

/** Zooms by a factor (above 1: closer) so that the day at `x` stays where it is, as far as the limits allow. */
export function zoom(scale: Scale, factor: number, x: number, width: number, limits: Stretch): Scale {
  const day = toDay(scale, x);
  const { pixelsPerDay } = clamp({ ...scale, pixelsPerDay: scale.pixelsPerDay * factor }, width, limits);
  return clamp({ start: day - x / pixelsPerDay, pixelsPerDay }, width, limits);
}

/** Moves what is shown by a number of pixels; above 0 towards later days. */
export function pan(scale: Scale, pixels: number, width: number, limits: Stretch): Scale {
  return clamp({ ...scale, start: scale.start + pixels / scale.pixelsPerDay }, width, limits);
}

/** Moves what is shown as little as needed for the stretch to lie on screen, `margin` pixels from the edges. */
export function reveal(
  scale: Scale,
  stretch: Stretch,
  width: number,
  margin: number,
  limits: Stretch,
): Scale {
  const left = toX(scale, stretch.start) - margin;
  const right = toX(scale, stretch.end) + margin - width;
  if (left >= 0 && right <= 0) return scale;
  return pan(scale, left < 0 ? left : Math.min(left, right), width, limits);
}
