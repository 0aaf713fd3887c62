import type { Region } from '../../../core/dossier/records.ts';
import { entryFault, formatSpan, type OriginalRule } from './rule.ts';

/** Every character of a received text that is not blank lies in a region. That none lies in two is the rule `regions`. */
export const coverage: OriginalRule = {
  id: 'coverage',
  *check(originals) {
    for (const { document, text } of originals) {
      const { regions } = document.record;
      for (const gap of uncovered(text, regions)) {
        const next = regions.findIndex(region => region.start >= gap.end);
        const words = text.slice(gap.start, gap.end);
        const shown = words.length > 40 ? `${words.slice(0, 40)}…` : words;
        const path = ['regions', next < 0 ? regions.length - 1 : next];
        const message = `${formatSpan(gap)} lies in no region ${next < 0 ? 'after' : 'before'} this: ${JSON.stringify(shown)}`;
        yield entryFault('coverage', document, path, message);
      }
    }
  },
};

/** The stretches between regions that hold more than blanks, without the blanks at their ends. */
function* uncovered(text: string, regions: readonly Region[]): Iterable<{ start: number; end: number }> {
  let at = 0;
  const inOrder = [...regions].sort((a, b) => a.start - b.start);
  for (const { start, end } of [...inOrder, { start: text.length, end: text.length }]) {
    const gap = text.slice(at, start);
    if (gap.trim() !== '') {
      yield { start: at + gap.length - gap.trimStart().length, end: at + gap.trimEnd().length };
    }
    at = Math.max(at, end);
  }
}
