import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DossierFileError, readCompiledDossier } from '../../../../src/core/dossier/compiled.ts';
import { LAVROV } from '../../../../src/core/dossier/dossier.ts';
import { compareEdtf, parseEdtf } from '../../../../src/core/dossier/edtf.ts';
import { compiledJson, dossier } from '../../dossier.ts';

describe('the dossier', () => {
  it('knows the eight secretaries in the order of their office', () => {
    expect(dossier.secretaries.map(person => person.id)).toEqual([
      'powell-colin',
      'rice-condoleezza',
      'clinton-hillary',
      'kerry-john',
      'tillerson-rex',
      'pompeo-mike',
      'blinken-antony',
      'rubio-marco',
    ]);
  });

  it.each([
    ['2005-01-25', ['powell-colin']],
    ['2005-01', ['powell-colin', 'rice-condoleezza']],
    ['2013-02-01', ['clinton-hillary', 'kerry-john']],
    ['2018-04-10', []],
    ['2012', ['clinton-hillary']],
    ['2026-01-01', ['rubio-marco']],
  ])('knows who can have been secretary in %s', (date, expected) => {
    const held = dossier.secretaries.filter(person =>
      dossier.officesAt(person, parseEdtf(date)).some(office => office.office === 'us-secretary-of-state'),
    );
    expect(held.map(person => person.id)).toEqual(expected);
  });

  it('keeps meetings oldest first', () => {
    const dates = [...dossier.meetings.values()].map(meeting => dossier.dateOf(meeting));
    expect(dates).toEqual([...dates].sort(compareEdtf));
  });

  it('has meetings of two people from the side of either', () => {
    for (const secretary of dossier.secretaries) {
      expect(dossier.meetingsBetween(secretary.id, LAVROV)).toEqual(
        dossier.meetingsBetween(LAVROV, secretary.id),
      );
    }
  });

  it('has no meeting that is told as fact on the word of a document graded E or F alone', () => {
    for (const meeting of dossier.meetings.values()) {
      const graded = dossier.documentsOf(meeting.evidence).map(document => document.assessment.reliability);
      const recorded = meeting.evidence.some(item => 'record' in item);
      if (!recorded && graded.every(reliability => reliability >= 'E')) {
        expect(meeting, meeting.id).toMatchObject({ status: 'doubtful' });
      }
    }
  });
});

describe('a compiled dossier', () => {
  it.each([
    ['', 'cut-off'],
    [compiledJson.slice(0, 1000), 'cut-off'],
    ['null', 'foreign'],
    ['[]', 'foreign'],
    ['{"format":"counterparts-dossier","version":1}', 'version: 1'],
    ['{"format":"counterparts-dossier","version":3}', 'incomplete'],
    ['{"format":"counterparts-dossier","version":3,"records":{},"search":{}}', 'list: people'],
    ['{"format":"counterparts-dossier","version":3,"records":{"people":[{}]},"search":{}}', 'list: people'],
  ])('that is damaged is refused with the reason (%#)', (json, reason) => {
    expect(() => readCompiledDossier(json)).toThrow(reason);
  });

  it('that has the right outline and other contents is refused', () => {
    for (const [from, to] of [
      ['John Kerry', 'Joan Kerry'],
      ['"fingerprint":"', '"fingerprint":"AAAA'],
      [/"checksum":\d+/, '"checksum":7'],
      [/,"checksum":\d+/, ''],
    ] as const) {
      const changed = compiledJson.replace(from, to);
      expect(changed).not.toBe(compiledJson);
      expect(() => readCompiledDossier(changed)).toThrow('changed');
    }
  });

  it('is refused whichever character changes', () => {
    const place = fc.integer({ min: 0, max: compiledJson.trimEnd().length - 1 });
    fc.assert(
      fc.property(place, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (at, other) => {
        fc.pre(compiledJson.charAt(at) !== other && other.trim() !== '');
        const changed = compiledJson.slice(0, at) + other + compiledJson.slice(at + 1);
        expect(() => readCompiledDossier(changed)).toThrow(DossierFileError);
      }),
      { numRuns: 40 },
    );
  });
});
