import { entryFault, formatSpan, type OriginalRule } from './rule.ts';

/** A quotation's words are those of the received text, to the character. */
export const quotedWords: OriginalRule = {
  id: 'quoted-words',
  *check(originals) {
    for (const { document, text } of originals) {
      for (const [index, { words, start, end }] of document.record.quotations.entries()) {
        const there = text.slice(start, end);
        if (there === words) continue;
        const at = text.indexOf(words);
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
