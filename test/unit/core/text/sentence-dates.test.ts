import { describe, expect, it } from 'vitest';
import { formatEdtf } from '../../../../src/core/dossier/date-format.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { quotationAt } from '../../../../src/core/text/quotation-at.ts';
import { datesOfSentence } from '../../../../src/core/text/sentence-dates.ts';

const nobody = new NameMatcher([]);

/** The dates of the sentence in which the mark `|` stands. */
function dates(marked: string): string[] {
  const at = marked.indexOf('|');
  const analysis = analyse(marked.replace('|', ''), nobody);
  const sentence = analysis.sentenceAt(at);
  return sentence ? datesOfSentence(analysis, sentence).map(date => formatEdtf(date)) : [];
}

describe('the dates of a sentence', () => {
  it('are those that it gives itself', () => {
    expect(dates('In 2012 they met. In March 2013 |they met again.')).toEqual(['March 2013']);
    expect(dates('They met last |week.')).toEqual([]);
  });

  it('are also those told from the date of the document', () => {
    const dated = '---\ndate: 2013-09-20\n---\n\n';
    expect(dates(`${dated}They met |yesterday. They met in 2012.`)).toEqual(['19 September 2013']);
    expect(dates(`${dated}In 2012 they |met.`)).toEqual(['2012']);
    expect(dates('---\ndate: today\n---\n\nThey met |yesterday.')).toEqual([]);
  });
});

/** What is quoted at the mark `|`. */
function quoted(marked: string): string | undefined {
  const text = marked.replace('|', '');
  const found = quotationAt(analyse(text, nobody), marked.indexOf('|'));
  return found && text.slice(found.wordsStart, found.wordsEnd);
}

describe('a quotation at a place', () => {
  it('stands between marks, or is the paragraph of a block quote', () => {
    expect(quoted('He said “never |stopped” again.')).toBe('never stopped');
    expect(quoted('He said:\n\n> We never |stopped\n> talking.\n\nThen he left.')).toMatch(
      /^We never stopped\n> talking\.$/,
    );
  });

  it('is none outside, and in code', () => {
    expect(quoted('He said “never stopped” |again.')).toBeUndefined();
    expect(quoted('`“never |stopped”`')).toBeUndefined();
    expect(quoted('|')).toBeUndefined();
  });
});
