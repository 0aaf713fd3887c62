import { describe, expect, it } from 'vitest';
import { weekdayMismatch } from '../../../../src/core/checks/weekday-mismatch.ts';
import { dossier } from '../../dossier.ts';
import { checkingBy } from './checking.ts';

const check = checkingBy(weekdayMismatch, dossier);
const mended = (text: string): string | undefined => check(text)[0]?.fixes[0]?.edits[0]?.text;

describe('a wrong weekday', () => {
  it('is told with the date and the right one, and put right', () => {
    expect(check('On Tuesday, 14 September 2013, they agreed.')).toMatchObject([
      {
        start: 3,
        end: 10,
        message: '14 September 2013 was a Saturday, not a Tuesday.',
        fixes: [{ title: 'Change to “Saturday”', edits: [{ start: 3, end: 10, text: 'Saturday' }] }],
      },
    ]);
  });

  it('is written again in the form in which it stood', () => {
    expect(mended('Tues., Sept. 14, 2013')).toBe('Sat.');
    expect(mended('TUESDAY, 14 September 2013')).toBe('SATURDAY');
    expect(mended('Во вторник, 14 сентября 2013 года, они договорились.')).toBe('В субботу');
    expect(mended('В пятницу, 14 мая 2019 года, он прилетел в Сочи.')).toBe('Во вторник');
  });

  it('is no matter before 1925, on dates that are spans, or in words of others', () => {
    expect(check('On Monday, 1 January 1900, it began.')).toEqual([]);
    expect(check('From Monday, 12–14 September 2013, they talked.')).toEqual([]);
    expect(check('The letter says “Tuesday, 14 September 2013”.')).toEqual([]);
  });
});
