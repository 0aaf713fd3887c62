import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareEdtf,
  contains,
  dayNumber,
  daysInMonth,
  EdtfError,
  overlaps,
  parseEdtf,
} from '../../../../src/core/dossier/edtf.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const year = fc.integer({ min: 1000, max: 2999 }).map(String);
const day = fc
  .tuple(
    fc.integer({ min: 1000, max: 2999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([y, m, d]) => `${y}-${two(m)}-${two(Math.min(d, daysInMonth(y, m)))}`);
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`);
const qualifier = fc.constantFrom('', '', '?', '~', '%');
const plain = fc.oneof(day, month, year);
const qualified = fc.tuple(plain, qualifier).map(parts => parts.join(''));
const ordered = (a: string, b: string): [string, string] =>
  (parseEdtf(a).earliest ?? '') <= (parseEdtf(b).earliest ?? '') ? [a, b] : [b, a];
// The package refuses an interval of one day; we read it as that day.
const interval = fc
  .tuple(day, day)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ordered(a, b).join('/'));
const oneOf = fc.array(day, { minLength: 1, maxLength: 4 }).map(days => `[${[...days].sort().join(',')}]`);

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

describe('an EDTF date', () => {
  it('means the same days to the edtf package', () => {
    fc.assert(
      fc.property(fc.oneof(qualified, interval), text => {
        const ours = parseEdtf(text);
        const theirs = edtf(text);
        expect(ours.earliest).toBe(iso(theirs.min));
        expect(ours.latest).toBe(iso(theirs.max));
      }),
      { numRuns: 2000 },
    );
  });

  it('is uncertain and approximate where the edtf package says so', () => {
    fc.assert(
      fc.property(qualified, text => {
        const ours = parseEdtf(text);
        const theirs = edtf(text);
        expect(ours.uncertain).toBe(theirs.uncertain?.value !== 0);
        expect(ours.approximate).toBe(theirs.approximate?.value !== 0);
      }),
    );
  });

  it('is refused where the edtf package refuses it, or is read as the same days', () => {
    const soup = fc
      .array(
        fc.constantFrom('2', '0', '1', '3', '-', '/', '?', '~', '%', 'X', '.', '..', '[', ']', '{', '}', ','),
        {
          maxLength: 14,
        },
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(soup, qualified, oneOf), text => {
        let ours: ReturnType<typeof parseEdtf>;
        try {
          ours = parseEdtf(text);
        } catch (error) {
          expect(error).toBeInstanceOf(EdtfError);
          return;
        }
        // What we read, the complete reader reads.
        expect(() => edtf(text.replaceAll(' ', ''))).not.toThrow();
        expect(ours.text).toBe(text);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['2013-02-29', 'has the days 01 to 28'],
    ['2013-13', 'there is no month 13'],
    ['2013-9', 'expected year'],
    ['', 'it is empty'],
    ['2013-09-14/2013-09-12', 'ends before it begins'],
    ['[2013-09-12', 'lacks its closing ]'],
    ['../..', 'needs one end'],
    ['2013-21-05', 'a season has no days'],
  ])('says why %j is none', (text, reason) => {
    expect(() => parseEdtf(text)).toThrow(reason);
  });

  it.each([
    ['2013-24', '2013-12-01', '2014-02-28'],
    ['2013-22', '2013-06-01', '2013-08-31'],
    ['2013-09-12/2013-09-12', '2013-09-12', '2013-09-12'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['2013-XX', '2013-01-01', '2013-12-31'],
    ['2013-09-XX', '2013-09-01', '2013-09-30'],
    ['[2013-09-12..2013-09-15]', '2013-09-12', '2013-09-15'],
    ['[2005-02-05,2005-02-06]', '2005-02-05', '2005-02-06'],
    ['2025-01-21/..', '2025-01-21', null],
    ['../2004-03', null, '2004-03-31'],
    ['[..2004-03]', null, '2004-03-31'],
  ])('%s reaches from %s to %s', (text, earliest, latest) => {
    expect(parseEdtf(text)).toMatchObject({ earliest, latest });
  });
});

describe('two dates', () => {
  it('overlap exactly where they have a day in common', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const [x, y] = [parseEdtf(a), parseEdtf(b)];
        const days = (date: typeof x): [number, number] => [
          dayNumber(date.earliest ?? ''),
          dayNumber(date.latest ?? ''),
        ];
        const [[a1, a2], [b1, b2]] = [days(x), days(y)];
        expect(overlaps(x, y)).toBe(Math.max(a1, b1) <= Math.min(a2, b2));
        expect(contains(x, y)).toBe(a1 <= b1 && b2 <= a2);
      }),
    );
  });

  it('are ordered by their first day, an open beginning first', () => {
    const sorted = ['2013-09', '2013-09-12/2013-09-14', '../2012', '2013', '2013-09-12']
      .map(parseEdtf)
      .sort(compareEdtf)
      .map(date => date.text);
    expect(sorted).toEqual(['../2012', '2013', '2013-09', '2013-09-12', '2013-09-12/2013-09-14']);
  });
});
