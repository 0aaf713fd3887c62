import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../../src/core/dossier/edtf.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';

const nobody = new NameMatcher([]);

function dates(text: string): string[] {
  return analyse(text, nobody)
    .datesIn(0, text.length)
    .map(({ start, end, edtf }) => `${text.slice(start, end)} = ${edtf}`);
}

describe('a date', () => {
  it.each<[text: string, expected: readonly string[]]>([
    ['They met on 14 September 2013 again.', ['14 September 2013 = 2013-09-14']],
    ['They met on September 14, 2013, again.', ['September 14, 2013 = 2013-09-14']],
    ['On Sept. 12–14, 2013, they met.', ['Sept. 12–14, 2013 = 2013-09-12/2013-09-14']],
    ['From 12-14 September 2013 they met.', ['12-14 September 2013 = 2013-09-12/2013-09-14']],
    ['From 12 to 14 September 2013 they met.', ['12 to 14 September 2013 = 2013-09-12/2013-09-14']],
    ['From 30 August – 2 September 2013.', ['30 August – 2 September 2013 = 2013-08-30/2013-09-02']],
    ['From August 30–September 2, 2013.', ['August 30–September 2, 2013 = 2013-08-30/2013-09-02']],
    ['From Dec 31, 2012 – Jan 2, 2013.', ['Dec 31, 2012 – Jan 2, 2013 = 2012-12-31/2013-01-02']],
    ['The 14th of September, 2013.', ['14th of September, 2013 = 2013-09-14']],
    ['In September 2013 they met.', ['September 2013 = 2013-09']],
    ['In September of 2013 they met.', ['September of 2013 = 2013-09']],
    ['In September–October 2013 they met.', ['September–October 2013 = 2013-09/2013-10']],
    ['In the spring of 2013 they met.', ['spring of 2013 = 2013-21']],
    ['In the winter of 2013–14 they met.', ['winter of 2013–14 = 2013-24']],
    ['In 2013 they met.', ['2013 = 2013']],
    ['The 2013 agreement held.', ['2013 = 2013']],
    ['Between 2009 and 2013 they met.', ['2009 = 2009', '2013 = 2013']],
    ['She held office 2009–2013.', ['2009–2013 = 2009/2013']],
    ['Circa 2005 they met.', ['Circa 2005 = 2005~']],
    ['In the 1990s they met.', ['1990s = 199X']],
    ['On 2013-09-14 they met.', ['2013-09-14 = 2013-09-14']],
    ['In 2013-09 they met.', ['2013-09 = 2013-09']],
    ['On 14.09.2013 they met.', ['14.09.2013 = 2013-09-14']],
    ['On 9/14/2013 they met.', ['9/14/2013 = 2013-09-14']],
    ['On 14/9/2013 they met.', ['14/9/2013 = 2013-09-14']],
    ['On 14\u00A0September\n2013 they met.', ['14\u00A0September\n2013 = 2013-09-14']],
    ['14 сентября 2013 года они встретились.', ['14 сентября 2013 года = 2013-09-14']],
    ['14 сентября 2013 г. они встретились.', ['14 сентября 2013 г. = 2013-09-14']],
    ['С 12 по 14 сентября 2013 года.', ['12 по 14 сентября 2013 года = 2013-09-12/2013-09-14']],
    ['В сентябре 2013 года они встретились.', ['сентябре 2013 года = 2013-09']],
    ['Весной 2013 года они встретились.', ['Весной 2013 года = 2013-21']],
    ['В 1990-е годы было иначе.', ['1990-е годы = 199X']],
    ['В 2013 году.', ['2013 году = 2013']],
    ['1 мая 2009 года и 3 марта 2009.', ['1 мая 2009 года = 2009-05-01', '3 марта 2009 = 2009-03-03']],
    ['Feb. 29, 2012 was a Wednesday.', ['Feb. 29, 2012 = 2012-02-29']],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });

  it.each([
    'Resolution 2118 and Resolution 2013 passed.',
    'It cost $2013 and €1,999 and 2,013 roubles.',
    'There were 2013 people and 1990 soldiers.',
    'Windows 2000 and page 2013 and No. 1998.',
    'Version 2013.1 and v2013 and 2013a and A2013.',
    'Dial 555-2013 or 2013-555-1234.',
    'At 20:13 or 12:30.',
    'On 9/10/2013, whichever it was.',
    'On 31 February or on September 14.',
    'In 2009-10 the season was short.',
    'The file a/2013/b and 2013/04/x.',
    'About 2048 in all.',
    'One may 12 times.',
    '12345 and 201 and 19.',
    '`2013` and <b title="2013"> and https://a.example/2013',
  ])('is not in: %s', text => {
    expect(dates(text)).toEqual([]);
  });

  it('is EDTF, in order, on whole words, whatever the text', () => {
    const piece = fc.constantFrom(
      ...'1 9 12 31 32 14th 2013 2013 1999 0000 1990s 2013-09-14 14.09.2013 9/14/2013 September Sept. May may сентября года г. spring весной of to по - – , . / ( ) \n of-the'.split(
        ' ',
      ),
      ' ',
      ' ',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), parts => {
        const text = parts.join('');
        let at = 0;
        for (const { start, end, edtf } of analyse(text, nobody).datesIn(0, text.length)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(() => parseEdtf(edtf)).not.toThrow();
          expect(text.slice(start - 1, start)).not.toMatch(/[\p{L}\p{N}]/u);
          expect(text.slice(end)).not.toMatch(/^[\p{L}\p{N}]/u);
          at = end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
