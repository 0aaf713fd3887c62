import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../../src/core/dossier/edtf.ts';
import { dateWords, otherDateWords, spellDates } from '../../../../src/core/search/dates.ts';

const wordsOf = (edtf: string): string[] => dateWords(parseEdtf(edtf)).split(/[\s–]+/);

describe('the words of a date', () => {
  it('are those of every day that it reaches over', () => {
    expect(wordsOf('2013-09-12/2013-09-14')).toEqual(
      expect.arrayContaining(['12', '13', '14', 'September', '2013']),
    );
    expect(wordsOf('2016-02-28/2016-03-01')).toEqual(
      expect.arrayContaining(['28', '29', '1', 'February', 'March', '2016']),
    );
  });

  it('are those of every month and year, but no single day, of what lasts longer', () => {
    expect(wordsOf('2015-09/2015-11')).toEqual(
      expect.arrayContaining(['September', 'October', 'November', '2015']),
    );
    expect(wordsOf('2015/2017')).toEqual(expect.arrayContaining(['2015', '2016', '2017']));
    expect(wordsOf('2015-09/2015-11')).not.toContain('3');
    expect(wordsOf('2013-02')).toEqual(['February', '2013']);
    expect(wordsOf('2013')).toEqual(['2013']);
  });

  it('are as it is read where an end is open', () => {
    expect(wordsOf('2025-01-21/..')).toEqual(['since', '21', 'January', '2025']);
  });
});

describe('dates of a query', () => {
  it.each([
    ['on 2013-09-14 in Geneva', 'on 14 September 2013 in Geneva'],
    ['2013-09', 'September 2013'],
    ['14.09.2013', '14 September 2013'],
    ['9/14/2013', '14 September 2013'],
    ['5/6/2013', '5 June 2013'],
    ['reuters-2013-09', 'reuters-2013-09'],
    ['2013-13-01', '2013-13-01'],
    ['45.13.2013', '45.13.2013'],
    ['12.5 million', '12.5 million'],
  ])('%s is read as %s', (typed, read) => {
    expect(spellDates(typed)).toBe(read);
  });

  it.each([
    ['сентября', ['september']],
    ['Sept', ['september']],
    ['sept', ['september']],
    ['mai', ['may']],
    ['05', ['5']],
    ['Geneva', []],
  ])('%s may be %s', (word, others) => {
    expect(otherDateWords(word)).toEqual(others);
  });
});
