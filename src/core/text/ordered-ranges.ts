/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether the unit at `offset` stands in a stretch. */
export const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset < end;

/** How many of some numbers in order are below `limit`. */
export function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first of some ranges in order that ends after `offset`; their number if none does. */
export function firstEndingAfter(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of some ranges in order that begin in `start`..`end`. */
export function beginningIn<T extends Range>(ranges: readonly T[], { start, end }: Range): T[] {
  const found: T[] = [];
  let at = firstEndingAfter(ranges, start);
  // Before them may stand empty ones.
  while (at > 0 && (ranges[at - 1]?.start ?? -1) >= start) at--;
  for (let range = ranges[at]; range !== undefined && range.start < end; range = ranges[++at]) {
    if (range.start >= start) found.push(range);
  }
  return found;
}

/** A stretch with all else that it has, so many units further on. */
export const shifted = <T extends Range>(item: T, by: number): T => ({
  ...item,
  start: item.start + by,
  end: item.end + by,
});

/** Whether two stretches have a unit in common. */
export const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
