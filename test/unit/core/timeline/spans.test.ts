import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, parseEdtf } from '../../../../src/core/dossier/edtf.ts';
import type { Office } from '../../../../src/core/dossier/records.ts';
import { dateOf, dayOf } from '../../../../src/core/timeline/days.ts';
import { middleOf, spanOf, tenureSpan } from '../../../../src/core/timeline/spans.ts';
import { day } from './support.ts';

const span = (edtf: string) => spanOf(parseEdtf(edtf));

describe('the span of a date', () => {
  it.each([
    ['2013-09-14', '2013-09-14', '2013-09-15', false, false],
    ['2013-09-12/2013-09-14', '2013-09-12', '2013-09-15', false, false],
    ['2013-09-12~/2013-09-14', '2013-09-12', '2013-09-15', true, false],
    ['2013-09-12/2013-10', '2013-09-12', '2013-11-01', false, true],
    ['2013-09', '2013-09-01', '2013-10-01', true, true],
    ['2013-09-14?', '2013-09-14', '2013-09-15', true, true],
    ['[2013-02-26,2013-02-27]', '2013-02-26', '2013-02-28', true, true],
    ['{2013-02-26,2013-02-27}', '2013-02-26', '2013-02-28', false, false],
    ['2016-24', '2016-12-01', '2017-03-01', true, true],
  ])('%s reaches from %s to before %s', (edtf, start, end, softStart, softEnd) => {
    expect(span(edtf)).toEqual({ start: day(start), end: day(end), softStart, softEnd });
  });

  it('is open where the date is, and ends softly there', () => {
    expect(span('2013-09-14/..')).toEqual({
      start: day('2013-09-14'),
      end: null,
      softStart: false,
      softEnd: true,
    });
    expect(span('[..2004-03-09]')).toMatchObject({ start: null, end: day('2004-03-10'), softEnd: true });
  });

  it('has its middle in the middle of what the date can mean, or at the end that is known', () => {
    expect(middleOf(span('2013-09-12/2013-09-14'))).toBe(day('2013-09-13') + 0.5);
    expect(middleOf(span('2013-09-14/..'))).toBe(day('2013-09-14'));
    expect(middleOf(span('[..2004-03-09]'))).toBe(day('2004-03-10'));
  });
});

describe('the span of a tenure', () => {
  const office = (dates: { from?: string; to?: string }): Office => ({
    office: 'us-secretary-of-state',
    title: 'US Secretary of State',
    evidence: [],
    ...dates,
  });

  it('holds the first and the last day', () => {
    expect(tenureSpan(office({ from: '2013-02-01', to: '2017-01-20' }))).toEqual({
      start: day('2013-02-01'),
      end: day('2017-01-21'),
      softStart: false,
      softEnd: false,
    });
  });

  it('is open at an end that is not given', () => {
    expect(tenureSpan(office({ from: '2025-01-21' }))).toMatchObject({ end: null, softEnd: true });
  });

  it('is soft where the day is doubtful', () => {
    expect(tenureSpan(office({ from: '2004-03-09?', to: '2020' }))).toMatchObject({
      start: day('2004-03-09'),
      softStart: true,
      end: day('2021-01-01'),
      softEnd: true,
    });
  });
});

describe('days', () => {
  it('agree with the dates they stand for, in the first century too', () => {
    expect(dateOf(dayOf(44, 3, 15))).toEqual({ year: 44, month: 3, day: 15 });
    expect(dayOf(2013, 13)).toBe(dayOf(2014, 1));
    expect(dateOf(dayOf(2016, 2, 29) + 0.9)).toEqual({ year: 2016, month: 2, day: 29 });
  });

  it('are the same number as the dossier gives them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), number => {
        const { year, month, day: date } = dateOf(number);
        expect(dayOf(year, month, date)).toBe(number);
        const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
        expect(dayNumber(iso)).toBe(number);
      }),
    );
  });
});
