import { describe, expect, it } from 'vitest';
import { ENGLISH_DATE_WORDS, formatEdtf } from '../../../../src/core/dossier/date-format.ts';

describe('a date for readers', () => {
  it.each([
    ['2013-09-14', '14 September 2013'],
    ['2013-09', 'September 2013'],
    ['2013', '2013'],
    ['2013-21', 'spring 2013'],
    ['201X', '2010s'],
    ['2013-09-XX', 'some day of September 2013'],
    ['2013-09-12/2013-09-14', '12–14 September 2013'],
    ['2013-02-26/2013-03-03', '26 February – 3 March 2013'],
    ['2012-12-30/2013-01-02', '30 December 2012 – 2 January 2013'],
    ['2005/2009', '2005–2009'],
    ['2013-05/2013-09', 'May – September 2013'],
    ['2025-01-21/..', 'since 21 January 2025'],
    ['../2004-03', 'until March 2004'],
    ['[2013-02-26,2013-02-27]', '26 or 27 February 2013'],
    ['[2014-12-31,2015-01-01]', '31 December 2014 or 1 January 2015'],
    ['[2013-09-12..2013-09-15]', 'one day of 12–15 September 2013'],
    ['[2013-09-12,2013-09-13,2013-09-14]', 'one day of 12–14 September 2013'],
    ['[2013-09-12,2013-09-20,2013-09-30]', '12 September 2013 or 20 September 2013 or 30 September 2013'],
    ['[2013-09-14..]', 'on or after 14 September 2013'],
    ['[..2017-05-10]', 'on or before 10 May 2017'],
    ['2004-03-09?', '9 March 2004 (uncertain)'],
    ['2005~', 'about 2005'],
    ['2005%', 'about 2005 (uncertain)'],
    ['2004-03-09?/..', 'since 9 March 2004 (uncertain)'],
  ])('%s is written %s', (edtf, text) => {
    expect(formatEdtf(edtf)).toBe(text);
  });

  it('takes short month names for narrow places', () => {
    expect(formatEdtf('2013-09-12/2013-09-14', ENGLISH_DATE_WORDS, 'short')).toBe('12–14 Sep 2013');
  });
});
