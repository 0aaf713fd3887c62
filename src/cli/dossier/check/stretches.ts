import type { SourceDocument } from '../../../core/dossier/records.ts';
import type { Fault } from '../faults.ts';
import type { Entry } from '../load.ts';
import { entryFault, formatNumbers, formatSpan, type Rule } from './rule.ts';

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly passage?: number;
}

/** Quotations, figures and flaws lie within the file and, where they name a passage, within that. */
export const stretches: Rule = {
  id: 'stretches',
  *check({ documents }) {
    for (const entry of documents) {
      const { quotations, figures, flaws } = entry.record;
      for (const [list, items] of Object.entries({ quotations, figures, flaws })) {
        for (const [index, item] of items.entries()) yield* stretch(entry, list, index, item);
      }
    }
  },
};

function* stretch(entry: Entry<SourceDocument>, list: string, index: number, item: Stretch): Iterable<Fault> {
  const { passages, source } = entry.record;
  const fault = (field: string, message: string): Fault =>
    entryFault('stretches', entry, [list, index, field], message);
  const { start, end, passage: number } = item;
  if (start >= end) yield fault('end', `${end} is not after the start, ${start}`);
  else if (end > source.length)
    yield fault('end', `${end} lies beyond the end of the file, ${source.length}`);
  else if (number !== undefined) {
    const passage = passages.find(candidate => candidate.number === number);
    if (!passage)
      yield fault(
        'passage',
        `the document has ${formatNumbers(passages.map(({ number: one }) => one))}, not ${number}`,
      );
    else if (start < passage.start || end > passage.end) {
      yield fault(
        'start',
        `${formatSpan(item)} lies outside passage ${number}, which is ${formatSpan(passage)}`,
      );
    }
  }
}
