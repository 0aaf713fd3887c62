import { describe, expect, it } from 'vitest';
import { anachronisticMeeting } from '../../../../src/core/checks/anachronistic-meeting.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import { dossier, records } from '../../dossier.ts';
import { checkingBy } from './checking.ts';

const check = checkingBy(anachronisticMeeting, dossier);

describe('an anachronistic meeting', () => {
  it('is told with who was not in office, who was, and that no such meeting is known', () => {
    expect(check('In March 2012 Kerry and Lavrov met in Paris.')).toMatchObject([
      {
        message:
          'No such meeting of John Kerry and Sergey Lavrov is on record. John Kerry was not US Secretary of State at the time (March 2012). Tenure on record: 1 February 2013 – 20 January 2017. In office at the time: Hillary Clinton.',
        because: [
          { type: 'person', id: 'kerry-john' },
          { type: 'person', id: 'lavrov-sergey' },
          { type: 'person', id: 'clinton-hillary' },
        ],
      },
    ]);
  });

  it('may be that of the other, who came into office later', () => {
    expect(check('Powell met Lavrov in Moscow in 2002.')[0]?.message).toContain(
      'Sergey Lavrov was not Minister of Foreign Affairs of Russia at the time (2002). Tenure on record: since 9 March 2004',
    );
  });

  it('is silent where the sentence gives the office away, of which is spoken there', () => {
    expect(check('Secretary Kerry met Lavrov in Berlin in March 2012.')).toEqual([]);
    expect(check('Secretary Clinton said that much. Kerry met Lavrov in Berlin in March 2012.')).toHaveLength(
      1,
    );
  });

  it('is none where the dossier comes to know of it, be it only as doubtful', () => {
    const [pattern] = records.meetings.filter(({ id }) => id === '2013-02-berlin');
    if (pattern === undefined) throw new Error('the dossier has lost a meeting');
    const text = 'In May 2012 Kerry and Lavrov met in Berlin.';
    const known = (date: string) =>
      checkingBy(
        anachronisticMeeting,
        new Dossier({
          ...records,
          meetings: [...records.meetings, { ...pattern, id: '2012-berlin', date, status: 'doubtful' }],
        }),
      )(text);
    expect(known('2012-05-14')).toEqual([]);
    expect(known('2013-05-14')).toHaveLength(1);
  });

  it('needs two people who had to do with each other in office', () => {
    expect(check('Kerry and Putin met in 1999.')).toEqual([]);
    expect(check('Kerry and Rice met in 2012.')).toEqual([]);
  });

  it('is not the one meeting of which an open date fits, unless another place is named', () => {
    expect(check('In May 2018 Kerry and Lavrov met in Geneva.')).toEqual([]);
    expect(check('In May 2018 Kerry and Lavrov met in Vienna.')).toHaveLength(1);
  });
});
