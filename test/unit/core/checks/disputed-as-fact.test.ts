import { describe, expect, it } from 'vitest';
import { disputedAsFact } from '../../../../src/core/checks/disputed-as-fact.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import { dossier, records } from '../../dossier.ts';
import { checkingBy, smallDossier } from './checking.ts';

const check = checkingBy(disputedAsFact, dossier);

describe('a doubtful meeting stated as a fact', () => {
  it('is told with its source and with what is on record, and leads to the dispute', () => {
    expect(check('Rubio and Lavrov met in Moscow.')).toMatchObject([
      {
        start: 17,
        end: 20,
        message:
          'This meeting is doubtful: only capital-cities.info 2025 ⟨E5⟩ tells of it. The nearest meeting on record: one day of 17–19 February 2025 · Riyadh.',
        fixes: [],
        because: [
          { type: 'meeting', id: '2025-moscow-embassy' },
          { type: 'dispute', id: 'rubio-lavrov-where' },
          { type: 'meeting', id: '2025-02-riyadh' },
        ],
      },
    ]);
  });

  it('is no longer reported once better sources attest it', () => {
    const attested = new Dossier({
      ...records,
      meetings: records.meetings.map(meeting =>
        meeting.id === '2025-moscow-embassy' ? { ...meeting, status: 'attested' } : meeting,
      ),
    });
    expect(checkingBy(disputedAsFact, attested)('Rubio and Lavrov met in Moscow.')).toEqual([]);
  });

  it('is told otherwise where the sources differ on whether it took place', () => {
    const disputed = new Dossier({
      ...records,
      meetings: records.meetings.map(meeting =>
        meeting.id === '2014-03-14-london' ? { ...meeting, status: 'disputed' } : meeting,
      ),
    });
    const text = 'Kerry and Lavrov met in London on 14 March 2014.';
    expect(checkingBy(disputedAsFact, disputed)(text)[0]?.message).toMatch(
      /^The sources differ on whether this meeting took place\./,
    );
    expect(check(text)).toEqual([]);
  });

  it('may be a call, of which a meeting face to face is no proof', () => {
    const other = checkingBy(disputedAsFact, smallDossier);
    expect(other('In 2031 Vidal called Berg.')).toMatchObject([
      {
        because: [
          { type: 'meeting', id: '2031-calls' },
          { type: 'dispute', id: 'who-called' },
          { type: 'meeting', id: '2031-05-porthaven' },
        ],
      },
    ]);
    expect(other('In 2031 Vidal met Berg.')).toEqual([]);
    expect(other('Vidal reportedly called Berg in 2031.')).toEqual([]);
  });
});
