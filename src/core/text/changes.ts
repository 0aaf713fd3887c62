/** One replacement in a text: `start`..`end` of the old text (UTF-16, end exclusive) gave way to `inserted` units. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly inserted: number;
}

/** Changes of one text in the order of their places. */
export function ordered(changes: readonly TextChange[]): TextChange[] {
  return [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Two sets of changes as one that leads from the text before `first` to the text after `second`. The offsets of `first`
 * are in the first text, those of `second` in the text that `first` left; within a set none overlaps another. The result
 * is in order, and changes that touch have become one. Linear in the number of changes, apart from sorting.
 */
export function composeChanges(first: readonly TextChange[], second: readonly TextChange[]): TextChange[] {
  const earlier = ordered(first);
  const later = ordered(second);
  const composed: TextChange[] = [];
  /** By how much the text between the two sets is ahead of the first text here. */
  let delta = 0;
  let i = 0;
  let j = 0;
  while (i < earlier.length || j < later.length) {
    // A group of changes that touch, in the text between the two sets.
    let start = Math.min((earlier[i]?.start ?? Infinity) + delta, later[j]?.start ?? Infinity);
    let end = start;
    let grown = 0;
    let inserted = 0;
    for (;;) {
      const one = earlier[i];
      const other = later[j];
      if (one !== undefined && one.start + delta + grown <= end) {
        end = Math.max(end, one.start + delta + grown + one.inserted);
        grown += one.inserted - (one.end - one.start);
        i++;
      } else if (other !== undefined && other.start <= end) {
        end = Math.max(end, other.end);
        inserted += other.inserted - (other.end - other.start);
        j++;
      } else break;
    }
    inserted += end - start;
    start -= delta;
    delta += grown;
    composed.push({ start, end: end - delta, inserted });
  }
  return composed;
}
