import { entryFault, formatSpan, NAMING, type Rule } from './rule.ts';

/** The regions of a document stand in order, apart from each other, within the file, with the fields of their kind. */
export const regions: Rule = {
  id: 'regions',
  *check({ documents }) {
    for (const entry of documents) {
      const { regions: list, passages, source } = entry.record;
      let previousEnd = 0;
      for (const [index, region] of list.entries()) {
        const fault = (field: string, message: string) =>
          entryFault('regions', entry, ['regions', index, field], message);
        const { kind, start, end, passage, mentions } = region;
        if (start >= end) yield fault('end', `${end} is not after the start, ${start}`);
        else if (end > source.length)
          yield fault('end', `${end} lies beyond the end of the file, ${source.length}`);
        if (start < previousEnd) {
          yield fault(
            'start',
            `${formatSpan(region)} begins before the end of the region above it, ${previousEnd}`,
          );
        }
        previousEnd = Math.max(previousEnd, end);

        if (passage === undefined) {
          if (kind === 'text') yield fault('kind', 'is text without a number: add passage');
        } else if (kind === 'printed-twice') {
          if (!passages.some(candidate => candidate.number === passage)) {
            yield fault('passage', `there is no passage ${passage} that it could repeat`);
          }
        } else if (kind !== 'text') {
          yield fault('passage', `stands only in a region of kind text or printed-twice, not ${kind}`);
        }
        if (mentions && !NAMING.includes(kind)) {
          yield fault('mentions', `stands only in a region of kind ${NAMING.join(', ')}, not ${kind}`);
        }
      }
    }
  },
};
