import { describe, expect, it } from 'vitest';
import { type Clues, NO_CLUES, rankMeetings } from '../../../../src/core/cards/fit.ts';
import { LAVROV } from '../../../../src/core/dossier/dossier.ts';
import { parseEdtf } from '../../../../src/core/dossier/edtf.ts';
import { dossier } from '../../dossier.ts';

/** Ids of the meetings of the two that fit a sentence, best first. */
function fitting(person: string, text: string, ...dates: string[]): string[] {
  const clues: Clues = { ...NO_CLUES, text, dates: dates.map(parseEdtf), people: [LAVROV] };
  return rankMeetings(dossier, dossier.meetingsBetween(person, LAVROV), person, clues)
    .filter(({ score }) => score > 0)
    .map(({ meeting }) => meeting.id);
}

describe('the meetings that fit a sentence', () => {
  it('are none where it gives no date, place or topic', () => {
    expect(fitting('kerry-john', 'Kerry had always liked Lavrov.')).toEqual([]);
  });

  it('begin with the whole, and with the part where the sentence names its kind', () => {
    expect(fitting('kerry-john', 'The agreement of Geneva', '2013-09')[0]).toBe('2013-09-geneva');
    expect(fitting('kerry-john', 'The dinner in Geneva', '2013-09')[0]).toBe('2013-09-12-geneva-dinner');
    expect(fitting('kerry-john', 'At the news conference in Geneva', '2013-09')[0]).toBe(
      '2013-09-14-geneva-news-conference',
    );
  });

  it('are those of the date, and of no other', () => {
    for (const id of fitting('kerry-john', 'In Moscow', '2016')) expect(id).toMatch(/^2016/);
    expect(fitting('kerry-john', 'In Moscow', '2012')).toEqual([]);
  });

  it('are found by the hotel as well as by the town', () => {
    expect(fitting('kerry-john', 'They sat in the Intercontinental Hotel for days.')).toContain(
      '2013-09-geneva',
    );
  });

  it('put what is told by a doubtful source alone last', () => {
    const found = fitting('rubio-marco', 'Rubio talked with Lavrov about Ukraine.');
    expect(found.at(-1)).toBe('2025-moscow-embassy');
  });

  it('do not count a name in a topic as a topic', () => {
    const byName = fitting('kerry-john', 'Putin and Kerry and Lavrov.');
    expect(byName).toEqual([]);
  });
});
