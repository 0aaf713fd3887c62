import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DateMention, dateAt } from '../../../../src/core/text/dates.ts';
import { weekdayBeside, weekdayName, weekdayOf } from '../../../../src/core/text/weekdays.ts';

/** The first date with a number at its head, or at `14` where it has no year, as a day of September 2013. */
function dateIn(text: string): DateMention {
  for (const { index } of text.matchAll(/\d+/g)) {
    const date = dateAt(text, index, 0, text.length);
    if (date !== undefined) return date;
  }
  const bare = /\d+ сентября/.exec(text);
  if (bare === null) throw new Error(`no date in ${text}`);
  return {
    start: bare.index,
    end: bare.index + bare[0].length,
    edtf: `2013-09-${bare[0].slice(0, 2)}`,
    relative: true,
  };
}

function beside(text: string): string | undefined {
  const found = weekdayBeside(text, dateIn(text), 0, text.length);
  return found && `${text.slice(found.start, found.end)} = ${found.language} ${found.weekday}`;
}

describe('the weekday beside a date', () => {
  it.each([
    ['On Tuesday, 14 September 2013, they met.', 'Tuesday = en 2'],
    ['On Saturday 14 September 2013 they met.', 'Saturday = en 6'],
    ['on Sat., Sept. 14, 2013', 'Sat. = en 6'],
    ['Sat 14 Sept 2013', 'Sat = en 6'],
    ['on Tues., Sept. 14, 2013', 'Tues. = en 2'],
    ['Thurs. 14 September 2013', 'Thurs. = en 4'],
    ['on Sun., Sept. 14, 2013', 'Sun. = en 0'],
    ['SATURDAY, 14 SEPTEMBER 2013', 'SATURDAY = en 6'],
    ['on Saturday, the 14th of September 2013', 'Saturday = en 6'],
    ['on Saturday evening, 14 September 2013', 'Saturday = en 6'],
    ['They met Saturday (14 September 2013).', 'Saturday = en 6'],
    ['14 September 2013, a Saturday', 'Saturday = en 6'],
    ['On 14 September 2013, a Saturday, they met.', 'Saturday = en 6'],
    ['On 14 September 2013 – a Saturday – they met.', 'Saturday = en 6'],
    ['On 14 September 2013 (a Saturday) they met.', 'Saturday = en 6'],
    ['September 14, 2013 (Saturday)', 'Saturday = en 6'],
    ['On September 14, 2013, Saturday, they met.', 'Saturday = en 6'],
    ['Saturday, 2013-09-14', 'Saturday = en 6'],
    ['on Saturday,\n14\u00A0September 2013', 'Saturday = en 6'],
    ['Встретились в субботу, 14 сентября 2013 года.', 'в субботу = ru 6'],
    ['Во вторник, 14 сентября 2013 года, встретились.', 'Во вторник = ru 2'],
    ['14 сентября 2013 года, в субботу, встретились.', 'в субботу = ru 6'],
    ['14 сентября 2013 года (суббота)', 'суббота = ru 6'],
    ['суббота, 14 сентября', 'суббота = ru 6'],
    ['в среду 14 сентября', 'в среду = ru 3'],
    ['в ночь на субботу, 14 сентября 2013 года', 'на субботу = ru 6'],
    ['сб, 14 сентября 2013 г.', 'сб = ru 6'],
    ['am Samstag, dem 14. September 2013', 'Samstag = de 6'],
    ['Samstag, 14. September 2013', 'Samstag = de 6'],
    ['Sa., 14. September 2013', 'Sa. = de 6'],
    ['am 14. September 2013, einem Samstag, trafen sie sich', 'Samstag = de 6'],
    ['le samedi 14 septembre 2013', 'samedi = fr 6'],
    ['Mardi 14 septembre 2013', 'Mardi = fr 2'],
  ])('%s', (text, expected) => {
    expect(beside(text)).toBe(expected);
  });

  it.each([
    'on Tuesday; 14 September 2013',
    'They left on Tuesday. 14 September 2013 was warm.',
    'from Tuesday to 14 September 2013',
    'from Tuesday until 14 September 2013',
    'Tuesday’s 14 September 2013 edition',
    'on Tuesday and 14 September 2013',
    'on Monday or Tuesday, 14 September 2013',
    'Monday–Tuesday, 14 September 2013',
    'Saturdays, 14 September 2013 among them',
    'The Sun, 14 September 2013',
    'They sat 14 September 2013 out.',
    'on Tuesday (14 September 2013 had been dull)',
    'On 14 September 2013, Tuesday’s talks were off.',
    'On 14 September 2013, Tuesday talks were off.',
    'On 14 September 2013, a Friday prayer was held.',
    'On 14 September 2013, a Friday-only service ran.',
    'On 14 September 2013, Sunday, 15 September 2013 and later',
    'On 14 September 2013, Sunday, September 15, and later',
    'On 14 September 2013, Monday, Tuesday and Friday',
    'On 14 September 2013 they met. Tuesday, they left.',
    'On 14 September 2013 on Tuesday terms',
    'On Friday the group of 14 September 2013 met.',
    'Tuesday, 12–14 September 2013',
    'Tuesday, September 2013',
    'Tuesday, about 14 September 2013',
    'Tuesday, 25 October 1917',
    'Man spricht So, 14. September 2013',
    'ср. 14 сентября 2013 года',
    'до субботы, 14 сентября 2013 года',
    'к среде 14 сентября 2013 года',
    'on tuesday, 14 September 2013',
  ])('is not told in: %s', text => {
    expect(beside(text)).toBeUndefined();
  });

  it('is looked for within bounds', () => {
    const text = 'Saturday, 14 September 2013 (Saturday)';
    const date = dateIn(text);
    expect(weekdayBeside(text, date, date.start, date.end)).toBeUndefined();
    expect(weekdayBeside(text, date, date.start, text.length)?.start).toBe(text.lastIndexOf('Saturday'));
  });

  it('stands where it is said to, whatever the text', () => {
    const piece = fc.constantFrom(
      ...'Saturday,|Saturday|Sat.|Sun.,|в субботу,|во|вторник|14 September 2013|14. März 2013|2 мая 2013 года|a|(|)|and|,| |, | – |.'.split(
        '|',
      ),
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), parts => {
        const text = parts.join('');
        for (const { index } of text.matchAll(/\d+/g)) {
          const date = dateAt(text, index, 0, text.length);
          const found = date && weekdayBeside(text, date, 0, text.length);
          if (found === undefined) continue;
          const like = text.slice(found.start, found.end);
          expect(weekdayName(found.language, found.weekday, like)).toBe(like);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the weekday of a day', () => {
  it('is what the Gregorian calendar says', () => {
    expect(weekdayOf('2013-09-14')).toBe(6);
    expect(weekdayOf('2013-09-15')).toBe(0);
    expect(weekdayOf('1969-07-20')).toBe(0);
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1600-01-01'), max: new Date('2400-01-01'), noInvalidDate: true }),
        date => {
          expect(weekdayOf(date.toISOString().slice(0, 10))).toBe(date.getUTCDay());
        },
      ),
    );
  });
});

describe('another weekday in its place', () => {
  it.each([
    ['en', 6, 'Tuesday', 'Saturday'],
    ['en', 6, 'TUESDAY', 'SATURDAY'],
    ['en', 6, 'Tues.', 'Sat.'],
    ['en', 2, 'Sat', 'Tue'],
    ['en', 6, 'TUE', 'SAT'],
    ['ru', 6, 'вторник', 'суббота'],
    ['ru', 6, 'во вторник', 'в субботу'],
    ['ru', 2, 'в субботу', 'во вторник'],
    ['ru', 2, 'В субботу', 'Во вторник'],
    ['ru', 3, 'Во вторник', 'В среду'],
    ['ru', 2, 'суббота', 'вторник'],
    ['ru', 3, 'субботу', 'среду'],
    ['ru', 5, 'на субботу', 'на пятницу'],
    ['ru', 0, 'В понедельник', 'В воскресенье'],
    ['ru', 6, 'вт', 'сб'],
    ['de', 6, 'Dienstag', 'Samstag'],
    ['de', 6, 'Di.', 'Sa.'],
    ['fr', 6, 'mardi', 'samedi'],
    ['fr', 6, 'Mardi', 'Samedi'],
  ] as const)('%s %i like %s', (language, weekday, like, expected) => {
    expect(weekdayName(language, weekday, like)).toBe(expected);
  });
});
