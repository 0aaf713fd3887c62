import { describe, expect, it } from 'vitest';
import { mergeReferences, resolveReference } from '../../../../src/core/citation/references.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import type { Evidence, Meeting } from '../../../../src/core/dossier/records.ts';
import { cite, herald, page } from './sources.ts';

const meeting = (id: string, evidence: readonly Evidence[]): Meeting => ({
  id,
  kind: 'meeting',
  status: 'attested',
  participants: [],
  date: '2013-09-12',
  dateBasis: { kind: 'stated' },
  topics: [],
  summary: '',
  evidence,
});
const passage = (number: number) => ({ number, start: 0, end: 1, precis: '', mentions: [] });
const record = { record: 'travels', id: 'trip-1', url: 'https://example.gov/trip' };

const dossier = new Dossier({
  people: [{ id: 'vale-ada', name: 'Ada Vale', sortName: 'Vale, Ada', forms: [], offices: [] }],
  documents: [
    {
      ...herald,
      passages: [passage(1), passage(2), passage(3)],
      quotations: [{ id: 'herald-q1', passage: 3, start: 0, end: 1, words: 'never', kind: 'speech' }],
    },
    page,
  ],
  meetings: [
    meeting('2013-geneva', [
      { document: herald.id, passage: 3, supports: ['event'] },
      { document: page.id, supports: ['date'] },
      { document: herald.id, passage: 1 },
      { document: herald.id, passage: 2, contradicts: ['place'] },
      { ...record, supports: ['date'] },
    ]),
    meeting('2013-trip', [{ ...record, supports: ['place'] }]),
    meeting('2013-none', [{ document: herald.id, passage: 2, contradicts: ['event'] }]),
  ],
  disputes: [
    {
      id: 'which-clock',
      question: '',
      about: { people: [], meetings: [] },
      positions: [
        { claim: '', evidence: [{ document: herald.id, passage: 1 }] },
        { claim: '', evidence: [{ document: page.id, passage: 9 }] },
      ],
      assessment: '',
    },
  ],
  records: [
    {
      id: 'travels',
      name: 'Travels',
      publisher: 'Office',
      url: 'https://example.gov',
      license: 'CC0-1.0',
      scope: '',
    },
  ],
});

/** `document ¶1 ¶3` for each reference. */
const cited = (type: Parameters<typeof resolveReference>[1]['type'], id: string) =>
  resolveReference(dossier, { type, id }).references.map(reference =>
    reference.kind === 'work'
      ? [reference.work.id, ...reference.paragraphs.map(number => `¶${number}`)].join(' ')
      : reference.url,
  );
const reason = (type: Parameters<typeof resolveReference>[1]['type'], id: string) => {
  const resolved = resolveReference(dossier, { type, id });
  return 'reason' in resolved ? resolved.reason : undefined;
};

describe('what is cited for a record', () => {
  it('is the document itself, the paragraph of a passage, and the paragraph of a quotation', () => {
    expect(cited('document', herald.id)).toEqual([herald.id]);
    expect(cited('passage', `${herald.id}#2`)).toEqual([`${herald.id} ¶2`]);
    expect(cited('quotation', 'herald-q1')).toEqual([`${herald.id} ¶3`]);
  });

  it('is what supports a meeting in the documents, not what contradicts it', () => {
    expect(cited('meeting', '2013-geneva')).toEqual([`${herald.id} ¶1 ¶3`, page.id]);
  });

  it('is the public record where nothing else attests a meeting', () => {
    expect(cited('meeting', '2013-trip')).toEqual(['https://example.gov/trip']);
  });

  it('is the evidence of both sides of a dispute', () => {
    expect(cited('dispute', 'which-clock')).toEqual([`${herald.id} ¶1`, `${page.id} ¶9`]);
  });

  it('is nothing for a person, for what nothing supports and for what is not there', () => {
    expect(reason('person', 'vale-ada')).toBe('person');
    expect(reason('meeting', '2013-none')).toBe('no-evidence');
    expect(reason('passage', `${herald.id}#4`)).toBe('unknown');
    expect(reason('document', 'nowhere')).toBe('unknown');
  });
});

describe('several references', () => {
  it('name a document once, with the paragraphs of all in order', () => {
    expect(mergeReferences([cite(herald, 9), cite(page), cite(herald, 2, 9)])).toEqual([
      cite(herald, 2, 9),
      cite(page),
    ]);
  });
});
