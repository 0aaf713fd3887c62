import { describe, expect, it } from 'vitest';
import { type Clues, NO_CLUES } from '../../../../src/core/cards/fit.ts';
import { personCard } from '../../../../src/core/cards/person-card.ts';
import { markLabel } from '../../../../src/core/cards/sources.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import { LAVROV } from '../../../../src/core/dossier/dossier.ts';
import { parseEdtf } from '../../../../src/core/dossier/edtf.ts';
import { inEnglish, type Voice } from '../../../../src/core/dossier/translate.ts';
import { dossier } from '../../dossier.ts';

const voice: Voice = { t: inEnglish, dates: ENGLISH_DATE_WORDS };

function card(id: string, clues: Partial<Clues> & { date?: string } = {}, written = '') {
  const person = dossier.people.get(id);
  if (!person) throw new Error(`no ${id}`);
  const { date, ...rest } = clues;
  return personCard(
    dossier,
    person,
    { ...NO_CLUES, ...rest, ...(date ? { dates: [parseEdtf(date)] } : {}) },
    written,
    [],
    voice,
  );
}

describe('the card of a secretary', () => {
  it('gives the tenure, and the dealings with Lavrov in one line', () => {
    const { standing, dealings } = card('kerry-john');
    expect(standing).toEqual(['US Secretary of State, 1 February 2013 – 20 January 2017']);
    expect(dealings).toMatch(
      /^Opposite Lavrov: \d+ meetings and \d+ calls on record, first Berlin, 26 or 27 February 2013$/,
    );
  });

  it('puts the meeting first that fits the date and the place of the sentence', () => {
    const { meetings, meetingsTitle } = card('kerry-john', {
      date: '2013-09',
      people: ['lavrov-sergey'],
      text: 'In September 2013 Kerry and Lavrov spent three days in Geneva.',
    });
    expect(meetingsTitle).toBe('Fits this sentence');
    expect(meetings[0]?.reference.id).toBe('2013-09-geneva');
    expect(meetings[0]?.sources.map(markLabel)).toContain('Reuters 2013, ¶4');
  });

  it('takes the place alone where the sentence has no date', () => {
    const { meetings } = card('clinton-hillary', { text: 'Clinton brought the button to Geneva.' });
    expect(meetings[0]?.reference.id).toBe('2009-03-geneva');
  });

  it('shows no meeting of another date than the sentence’s as fitting', () => {
    const { meetings } = card('kerry-john', { date: '2016-03', text: 'In March 2016 Kerry flew to Moscow.' });
    expect(meetings.map(meeting => meeting.reference.id)).toEqual(['2016-03-moscow']);
  });

  it('says that the office was not held at the date of the sentence', () => {
    const { standing } = card('kerry-john', { date: '2012' });
    expect(standing[0]).toContain('not in this office at the date given (2012)');
  });

  it('says what a wrong name is and which source has it', () => {
    const { name, misnomer } = card('rubio-marco', {}, 'Monica Rubio');
    expect(name).toBe('Marco Rubio');
    expect(misnomer?.written).toBe('Monica Rubio');
    expect(misnomer?.sources.map(mark => mark.grade)).toEqual(['E5']);
  });

  it('never states a doubtful meeting as fact', () => {
    for (const secretary of dossier.secretaries) {
      for (const line of card(secretary.id, { text: 'at the American Embassy in Moscow' }).meetings) {
        const meeting = dossier.meetings.get(line.reference.id);
        expect(line.status?.split(':')[0]).toBe(meeting?.status === 'attested' ? undefined : meeting?.status);
      }
    }
    const rubio = card('rubio-marco');
    expect(rubio.dealings).toBe(
      'Opposite Lavrov: 1 meeting on record, Riyadh, one day of 17–19 February 2025',
    );
    expect(rubio.meetings.every(meeting => meeting.status === undefined)).toBe(true);
  });
});

describe('the card of Lavrov', () => {
  it('counts what is on record opposite all secretaries', () => {
    expect(card('lavrov-sergey').dealings).toMatch(
      /^Opposite 8 secretaries of state: \d+ meetings and \d+ calls on record$/,
    );
  });
});

describe('the card of someone else', () => {
  it('claims no meeting with Lavrov that the record leaves open', () => {
    const { dealings } = card('putin-vladimir');
    expect(dealings).not.toMatch(/Opposite/);
    const open = [...dossier.meetings.values()].filter(meeting =>
      meeting.participants.some(({ person, separately }) => person === 'putin-vladimir' && separately),
    );
    expect(open.length).toBeGreaterThan(5);
    const together = dossier.meetingsBetween('putin-vladimir', LAVROV);
    expect(open.filter(meeting => together.includes(meeting))).toEqual([]);
  });

  it('counts a part whose whole is not among their meetings', () => {
    expect(card('trump-donald').dealings).not.toMatch(/^0/);
  });

  it('says of an office without a tenure that the sources give none', () => {
    const { standing } = card('obama-barack', { date: '2018' });
    expect(standing.join()).toMatch(/the sources give no tenure/);
  });

  it('leads from a description to the passages that name the person', () => {
    const { standing, standingSources } = card('snowden-edward');
    expect(standing).toHaveLength(1);
    expect(standingSources.map(markLabel)).toContain('Reuters 2013, ¶5');
  });
});
