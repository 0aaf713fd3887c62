import { describe, expect, it } from 'vitest';
import {
  type Claim,
  type PassageKnowledge,
  placesIn,
  supportFor,
} from '../../../../src/core/citation/support.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import { parseEdtf } from '../../../../src/core/dossier/edtf.ts';
import type { Meeting, SourceDocument } from '../../../../src/core/dossier/records.ts';
import { herald, page } from './sources.ts';

const passages = (...numbers: number[]) =>
  numbers.map(number => ({ number, start: 0, end: 1, precis: '', mentions: [] }));
const weak: SourceDocument = {
  ...page,
  id: 'weak-2020',
  assessment: { reliability: 'E', credibility: 5, reason: '' },
  passages: passages(1),
};
const geneva: Meeting = {
  id: '2013-geneva',
  kind: 'meeting',
  status: 'attested',
  participants: [],
  date: '2013-09-12',
  dateBasis: { kind: 'stated' },
  place: { name: 'Geneva', country: 'Switzerland' },
  topics: [],
  summary: '',
  evidence: [],
};
const dossier = new Dossier({
  people: [],
  meetings: [geneva],
  documents: [weak, { ...herald, passages: passages(1, 2, 3) }],
  disputes: [],
  records: [],
});

const claim: Claim = {
  people: ['vale-ada', 'roe-max'],
  dates: [parseEdtf('2013-09')],
  places: ['Geneva'],
  words: ['clock', 'nearly'],
};
const everything = { people: new Set(claim.people), dates: [parseEdtf('2013-09-12')] };
const nothing = { people: new Set<string>(), dates: [] };
const knowledge: PassageKnowledge = {
  facts: ({ id }, passage) => {
    if (id === 'weak-2020' || passage === 1) return everything;
    return passage === 2 ? { people: new Set(['roe-max']), dates: [parseEdtf('2014')] } : nothing;
  },
  havingWord: word =>
    new Set(word === 'Geneva' || word === 'clock' ? ['weak-2020#1', 'herald-2013-clock#1'] : []),
};

describe('the support for a sentence', () => {
  it('says what a passage has of it and what not, the best first', () => {
    const [best] = supportFor(dossier, claim, knowledge);
    expect(best).toEqual({
      id: 'herald-2013-clock#1',
      weak: false,
      people: { found: [0, 1], missing: [] },
      dates: { found: [0], missing: [] },
      places: { found: [0], missing: [] },
      words: { found: [0], missing: [1] },
      share: 13 / 14,
    });
  });

  it('puts passages of weak documents last, however much they have', () => {
    const partly: Claim = { ...claim, dates: [], places: [], words: [] };
    const ids = supportFor(dossier, partly, knowledge).map(({ id, weak: isWeak }) => [id, isWeak]);
    expect(ids).toEqual([
      ['herald-2013-clock#1', false],
      ['herald-2013-clock#2', false],
      ['weak-2020#1', true],
    ]);
  });

  it('leaves out what has next to nothing of it', () => {
    const ids = supportFor(dossier, claim, knowledge).map(({ id }) => id);
    expect(ids).toEqual(['herald-2013-clock#1', 'weak-2020#1']);
    expect(supportFor(dossier, { people: [], dates: [], places: [], words: [] }, knowledge)).toEqual([]);
  });
});

it('the places of a sentence are those of the dossier', () => {
  expect(placesIn(dossier, 'They met in GENEVA, not in Bern.')).toEqual(['Geneva']);
  expect(placesIn(dossier, 'A Genevan clock')).toEqual([]);
});
