import edtfPackage from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../../src/core/dossier/edtf.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
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
    ['Between 2009 and 2013 they met.', ['2009 and 2013 = 2009/2013']],
    ['In 2009 and 2013 they met.', ['2009 = 2009', '2013 = 2013']],
    ['From 2009 to 2013 she held office.', ['2009 to 2013 = 2009/2013']],
    ['С 2009 года по 2013 год.', ['2009 года по 2013 год = 2009/2013']],
    ['From 12 until 14 September 2013.', ['12 until 14 September 2013 = 2013-09-12/2013-09-14']],
    ['Between September 12 and 14, 2013.', ['September 12 and 14, 2013 = 2013-09-12/2013-09-14']],
    ['On 12 and 14 September 2013.', ['12 and 14 September 2013 = {2013-09-12,2013-09-14}']],
    ['On Feb. 26 or 27, 2013.', ['Feb. 26 or 27, 2013 = [2013-02-26,2013-02-27]']],
    ['On the night of 5/6 May 2013.', ['5/6 May 2013 = 2013-05-05/2013-05-06']],
    ['From 10 May 2013 to 12 June 2013.', ['10 May 2013 to 12 June 2013 = 2013-05-10/2013-06-12']],
    ['On May 1, 2013 and May 9, 2013.', ['May 1, 2013 = 2013-05-01', 'May 9, 2013 = 2013-05-09']],
    ['On 30 April and 2 May 2013.', ['30 April and 2 May 2013 = {2013-04-30,2013-05-02}']],
    ['From 10 to 12 May of 2013.', ['10 to 12 May of 2013 = 2013-05-10/2013-05-12']],
    ['Between March and May 2014.', ['March and May 2014 = 2014-03/2014-05']],
    ['In March and May 2014.', ['March and May 2014 = {2014-03,2014-05}']],
    ['From March 2013 to May 2014.', ['March 2013 to May 2014 = 2013-03/2014-05']],
    [
      'In early 2013, late September 2013 and mid-2014.',
      ['2013 = 2013', 'September 2013 = 2013-09', '2014 = 2014'],
    ],
    ['The mid-1990s were hard.', ['1990s = 199X']],
    ['In the 2000s they met.', ['2000s = 200X']],
    ['The summer of 2013 and Sept 2013.', ['summer of 2013 = 2013-22', 'Sept 2013 = 2013-09']],
    ['The season 2013/14.', ['2013/14 = 2013/2014']],
    ['September, 2013 was warm.', ['September, 2013 = 2013-09']],
    [
      'Around 14 May 2013, about May 2013.',
      ['Around 14 May 2013 = 2013-05-14~', 'about May 2013 = 2013-05~'],
    ],
    ['Since about 2005 they met.', ['about 2005 = 2005~']],
    ['The resolution of 2013 held.', ['2013 = 2013']],
    ['Kerry’s failed 2013 talks and the 2014 ones.', ['2013 = 2013', '2014 = 2014']],
    ['14-го сентября 2013 г. они встретились.', ['14-го сентября 2013 г. = 2013-09-14']],
    ['С 30 августа по 2 сентября 2013 года.', ['30 августа по 2 сентября 2013 года = 2013-08-30/2013-09-02']],
    ['Между мартом и маем 2014 года.', ['мартом и маем 2014 года = 2014-03/2014-05']],
    ['Осенью 2013 года, осень 2013-го.', ['Осенью 2013 года = 2013-23', 'осень 2013-го = 2013-23']],
    ['Примерно в 2005 году, около 2006 года.', ['Примерно в 2005 году = 2005~', 'около 2006 года = 2006~']],
    ['Am 14. September 2013 trafen sie sich.', ['14. September 2013 = 2013-09-14']],
    ['Samstag, den 14. März 2013.', ['14. März 2013 = 2013-03-14']],
    ['Vom 12. bis 14. September 2013.', ['12. bis 14. September 2013 = 2013-09-12/2013-09-14']],
    [
      'Du 12 au 14 septembre 2013, en mai 2014.',
      ['12 au 14 septembre 2013 = 2013-09-12/2013-09-14', 'mai 2014 = 2014-05'],
    ],
    ['Le 1er août 2013 ils se sont vus.', ['1er août 2013 = 2013-08-01']],
    ['He turned 14. September 2013 was warm.', ['September 2013 = 2013-09']],
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
    'Resolutions 1970 and 1973 and UN Resolutions 1970, 1973 passed.',
    'They killed 1987 civilians in 2000 villages.',
    'There were about 2000 of them and around 1990 diplomats, at 1900 Moscow time.',
    'Погибло 2013 гражданских и около 2000 солдат.',
    'ISBN 978-0-2013-1990-2, ISO 8601, 2013-W37 and the Mars 2020 rover.',
    'The world before pre-2013 and post-1990 was another, 2013 m up, for 2,013 USD or 2013 USD.',
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
          const { earliest, latest } = parseEdtf(edtf);
          const theirs = edtfPackage(edtf);
          // The package counts seasons as quarters.
          if (!/-2\d$/.test(edtf)) expect([earliest, latest]).toEqual([iso(theirs.min), iso(theirs.max)]);
          expect(text.slice(start - 1, start)).not.toMatch(/[\p{L}\p{N}]/u);
          expect(text.slice(end)).not.toMatch(/^[\p{L}\p{N}]/u);
          at = end;
        }
      }),
      { numRuns: 4000 },
    );
  });
});
