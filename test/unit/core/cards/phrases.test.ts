import { describe, expect, it } from 'vitest';
import {
  countMeetings,
  countText,
  grade,
  kindLabel,
  meetingLabel,
  tenureText,
  tenureYears,
} from '../../../../src/core/cards/phrases.ts';
import { groupMarks, sourceGroupWords, sourceMarks } from '../../../../src/core/cards/sources.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import { isWeak, LAVROV } from '../../../../src/core/dossier/dossier.ts';
import type { Meeting } from '../../../../src/core/dossier/records.ts';
import { inEnglish, type Voice } from '../../../../src/core/dossier/translate.ts';
import { dossier } from '../../dossier.ts';

const voice: Voice = { t: inEnglish, dates: ENGLISH_DATE_WORDS };

function meeting(id: string): Meeting {
  const found = dossier.meetings.get(id);
  if (!found) throw new Error(`no meeting ${id}`);
  return found;
}

describe('a meeting in words', () => {
  it('has its date and place, a call its kind instead', () => {
    expect(meetingLabel(dossier, meeting('2013-09-geneva'), voice)).toBe('12–14 September 2013 · Geneva');
    expect(meetingLabel(dossier, meeting('2013-09-calls'), voice, 'short')).toBe(
      '21 Aug – 15 Sep 2013 · 11 telephone calls',
    );
    expect(kindLabel(meeting('2013-09-geneva'), inEnglish)).toBe('negotiation');
  });

  it('counts eleven calls as eleven, and neither parts nor what is doubtful', () => {
    const kerry = dossier.meetingsBetween('kerry-john', LAVROV);
    expect(countMeetings(kerry).calls).toBe(11);
    const parts = kerry.filter(each => each.partOf !== undefined);
    expect(parts.length).toBeGreaterThan(0);
    const wholes = kerry.filter(each => parts.some(part => part.partOf === each.id));
    expect(countMeetings([...wholes, ...parts])).toEqual(countMeetings(wholes));
    expect(countMeetings(dossier.meetingsBetween('rubio-marco', LAVROV))).toEqual({ meetings: 1, calls: 0 });
  });

  it.each([
    [{ meetings: 0, calls: 0 }, '0 meetings'],
    [{ meetings: 1, calls: 0 }, '1 meeting'],
    [{ meetings: 0, calls: 1 }, '1 call'],
    [{ meetings: 22, calls: 11 }, '22 meetings and 11 calls'],
  ])('%j is said as %s', (count, text) => {
    expect(countText(count, inEnglish)).toBe(text);
  });
});

describe('an office in words', () => {
  it.each([
    ['kerry-john', '1 February 2013 – 20 January 2017', '2013–2017'],
    ['rubio-marco', 'since 21 January 2025', '2025–'],
    ['lavrov-sergey', 'since 9 March 2004 (uncertain)', '2004–'],
  ])('%s: %s', (id, text, years) => {
    const [office] = dossier.people.get(id)?.offices ?? [];
    if (!office) throw new Error(`no office of ${id}`);
    expect(tenureText(office, voice)).toBe(text);
    expect(tenureYears(office)).toBe(years);
  });

  it('is written for every tenure of the dossier', () => {
    for (const person of dossier.people.values()) {
      for (const office of person.offices) expect(() => tenureText(office, voice)).not.toThrow();
    }
  });
});

describe('sources', () => {
  it('of one document stand together, documents before public records', () => {
    const groups = groupMarks(sourceMarks(dossier, meeting('2013-09-geneva').evidence, inEnglish));
    expect(groups.map(sourceGroupWords)).toEqual([
      expect.stringMatching(/^Reuters 2013, ¶1, ¶4, .*⟨B2⟩$/),
      'Travels of the Secretary of State',
    ]);
  });

  it('say where they do not attest: a trip to the town confirms no dinner', () => {
    const marks = sourceMarks(dossier, meeting('2013-09-12-geneva-dinner').evidence, inEnglish);
    expect(marks.find(mark => mark.grade === undefined)?.attests).toBe(false);
    expect(marks.find(mark => mark.grade === 'B2')?.attests).toBe(true);
  });

  it('of the lowest grades are told apart', () => {
    const weak = [...dossier.documents.values()].filter(isWeak);
    expect(weak.map(document => [document.id, grade(document.assessment)])).toEqual([
      ['capital-cities-2025-rubio-lavrov', 'E5'],
    ]);
    expect(
      sourceMarks(dossier, meeting('2025-moscow-embassy').evidence, inEnglish).every(mark => mark.weak),
    ).toBe(true);
  });
});
