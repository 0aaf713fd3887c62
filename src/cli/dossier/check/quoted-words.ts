import { entryFault, formatSpan, type OriginalRule } from './rule.ts';

/** A quotation's words are those of the received text, to the character. */
export const quotedWords: OriginalRule = {
  id: 'quoted-words',
  *check(originals) {
    for (const { document, text } of originals) {
      for (const [index, { words, start, end }] of document.record.quotations.entries()) {
        const there = text.slice(start, end);
        if (there === words) continue;
        const at = nearest(text, words, start);
        const where =
          at < 0
            ? 'they stand nowhere in it'
            : `they stand at ${formatSpan({ start: at, end: at + words.length })}`;
        const message = `the text has ${JSON.stringify(there)} at ${formatSpan({ start, end })}, not these words; ${where}`;
        yield entryFault('quoted-words', document, ['quotations', index, 'words'], message);
      }
    }
  },
};

/** Where the words stand nearest to an offset, or -1. */
function nearest(text: string, words: string, offset: number): number {
  const before = text.lastIndexOf(words, offset);
  const after = text.indexOf(words, offset);
  if (before < 0 || after < 0) return Math.max(before, after);
  return offset - before <= after - offset ? before : after;
}
