import { keyOf } from './data.ts';
import type { Mark } from './layout.ts';

/** A step from one mark to another, as the keyboard makes it. */
export type Step = 'next' | 'previous' | 'first' | 'last' | 'up' | 'down';

/**
 * The mark to which a step leads; the same one where there is none farther.
 * @param marks in time order, as the layout gives them.
 * @param rows the ids of the rows from top to bottom.
 * @param key of the mark where the step begins; of none, it leads to the first or last mark.
 */
export function stepFrom(
  marks: readonly Mark[],
  rows: readonly string[],
  key: string | undefined,
  step: Step,
): Mark | undefined {
  const index = marks.findIndex(mark => mark.key === key);
  const current = marks[index];
  if (step === 'first' || (!current && step !== 'last')) return marks[0];
  if (step === 'last' || !current) return marks.at(-1);
  if (step === 'next') return marks[index + 1] ?? current;
  if (step === 'previous') return marks[index - 1] ?? current;
  return nearestInNextRow(marks, rows, current, step) ?? current;
}

/** The mark nearest in time on the next row, upwards or downwards, that has any. */
function nearestInNextRow(
  marks: readonly Mark[],
  rows: readonly string[],
  current: Mark,
  step: 'up' | 'down',
): Mark | undefined {
  const at = rows.indexOf(current.row);
  const others = step === 'up' ? rows.slice(0, at).reverse() : rows.slice(at + 1);
  for (const row of others) {
    let nearest: Mark | undefined;
    for (const mark of marks) {
      if (mark.row !== row) continue;
      if (!nearest || Math.abs(mark.x - current.x) < Math.abs(nearest.x - current.x)) nearest = mark;
    }
    if (nearest) return nearest;
  }
  return undefined;
}

/** The mark that holds an item. */
export function markOf(marks: readonly Mark[], itemKey: string): Mark | undefined {
  return marks.find(mark => mark.items.some(item => keyOf(item) === itemKey));
}
