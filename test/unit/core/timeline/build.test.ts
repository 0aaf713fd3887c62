import { describe, expect, it } from 'vitest';
import { formatEdtf } from '../../../../src/core/dossier/date-format.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import type { Meeting, Person, SourceDocument } from '../../../../src/core/dossier/records.ts';
import { buildTimeline, type TimelineVoice } from '../../../../src/core/timeline/build.ts';
import { isTimelineData } from '../../../../src/core/timeline/guard.ts';
import { dossier as bundled } from '../../dossier.ts';
import { day } from './support.ts';

const voice: TimelineVoice = {
  kind: ({ kind, count = 1 }) => `${count} ${kind}`,
  document: ({ assessment }) => `document ${assessment.reliability}`,
  source: ({ shortName }) => `[${shortName}]`,
  separately: ({ role = 'perhaps apart' }) => role,
  date: date => formatEdtf(date),
  tenure: office => `from ${office.from}`,
  years: office => office.from?.slice(0, 4) ?? '',
};

const person = (id: string, name: string, office?: string, from?: string, to?: string): Person => ({
  id,
  name,
  sortName: name.split(' ').reverse().join(', '),
  forms: [],
  offices: office
    ? [{ office, title: office, evidence: [], ...(from ? { from } : {}), ...(to ? { to } : {}) }]
    : [],
});

const meeting = (
  id: string,
  date: string,
  participants: readonly string[],
  more: Partial<Meeting> = {},
): Meeting => ({
  id,
  kind: 'meeting',
  status: 'attested',
  participants: participants.map(each => ({ person: each })),
  date,
  dateBasis: { kind: 'stated' },
  topics: ['Syria'],
  summary: 'They met.',
  evidence: [],
  ...more,
});

const document = (id: string, issued?: string, reliability: 'B' | 'E' = 'B'): SourceDocument => ({
  id,
  shortName: `Short ${id}`,
  source: { file: '', length: 0, sha256: '' },
  csl: { type: 'article', title: `Title of ${id}`, ...(issued ? { issued } : {}) },
  basis: {},
  assessment: { reliability, credibility: 2, reason: '' },
  summary: '',
  regions: [],
  quotations: [],
  figures: [],
  flaws: [],
  passages: [],
});

const people = [
  person('kerry', 'John Kerry', 'us-secretary-of-state', '2013-02-01', '2017-01-20'),
  person('rice', 'Condoleezza Rice', 'us-secretary-of-state', '2005-01-26', '2009-01-20'),
  person('lavrov-sergey', 'Sergey Lavrov', 'ru-foreign-minister', '2004-03-09'),
  person('putin', 'Vladimir Putin'),
];

const build = (
  meetings: readonly Meeting[],
  documents: readonly SourceDocument[] = [],
  who: readonly Person[] = people,
) =>
  buildTimeline(
    new Dossier({ people: who, meetings, documents, disputes: [], records: [] }),
    voice,
    day('2025-06-01'),
  );

describe('the rows', () => {
  it('are Lavrov, the secretaries in order of office, and the documents', () => {
    const { rows } = build([], [document('a', '2013-09-15')]);
    expect(rows.map(each => [each.id, each.type])).toEqual([
      ['lavrov-sergey', 'counterpart'],
      ['rice', 'secretary'],
      ['kerry', 'secretary'],
      ['documents', 'documents'],
    ]);
    expect(rows[2]).toMatchObject({ name: 'John Kerry', tenure: 'from 2013-02-01', years: '2013' });
  });

  it('have none for documents where there are none', () => {
    expect(build([]).rows.map(each => each.id)).not.toContain('documents');
  });

  it('have one for meetings of others, where there are any', () => {
    const { rows } = build([meeting('a', '2013', ['putin'])]);
    expect(rows.map(each => each.id)).toEqual(['lavrov-sergey', 'rice', 'kerry', 'others']);
  });

  it('suffice for a dossier that has neither Lavrov nor a secretary', () => {
    const { rows, items } = build([meeting('a', '2013', ['putin'])], [], [person('putin', 'Vladimir Putin')]);
    expect(rows.map(each => each.id)).toEqual(items.map(each => each.row));
  });
});

describe('an item', () => {
  it('stands on the row of the secretary who takes part', () => {
    const { items } = build([meeting('a', '2013-09-12', ['lavrov-sergey', 'kerry'])]);
    expect(items[0]).toMatchObject({
      row: 'kerry',
      people: ['lavrov-sergey', 'kerry'],
      when: '12 September 2013',
    });
  });

  it('stands on the row of the one who held the office then, where two take part', () => {
    const { items } = build([meeting('a', '2013-09-12', ['rice', 'kerry'])]);
    expect(items[0]?.row).toBe('kerry');
  });

  it('stands on the row of a former secretary where nobody else takes part', () => {
    expect(build([meeting('a', '2013-09-12', ['lavrov-sergey', 'rice'])]).items[0]?.row).toBe('rice');
  });

  it('stands on the row of others where neither Lavrov nor a secretary takes part', () => {
    expect(build([meeting('a', '2013-09-12', ['putin'])]).items[0]?.row).toBe('others');
  });

  it("stands on Lavrov's row where he takes part and no secretary does", () => {
    expect(build([meeting('a', '2013-09-12', ['lavrov-sergey', 'putin'])]).items[0]?.row).toBe(
      'lavrov-sergey',
    );
  });

  it('stands on the row of those who met together, and tells of the others how the record puts it', () => {
    const aside = { person: 'kerry', role: 'in town that day', separately: true } as const;
    const participants = [aside, { person: 'lavrov-sergey' }, { person: 'putin', separately: true }] as const;
    expect(build([meeting('a', '2013-09-12', [], { participants })]).items[0]).toMatchObject({
      row: 'lavrov-sergey',
      people: ['kerry', 'lavrov-sergey', 'putin'],
      separately: { kerry: 'in town that day', putin: 'perhaps apart' },
    });
  });

  it('stands on the row of a secretary with whom only others perhaps did not meet together', () => {
    const participants = [{ person: 'kerry' }, { person: 'lavrov-sergey', separately: true }] as const;
    const { items } = build([meeting('a', '2013-09-12', [], { participants })]);
    expect(items[0]).toMatchObject({ row: 'kerry', separately: { 'lavrov-sergey': 'perhaps apart' } });
  });

  it('is drawn as doubtful for a document of the lowest grades', () => {
    const { items } = build([], [document('good', '2013', 'B'), document('weak', '2014', 'E')]);
    expect(items.map(each => each.status)).toEqual(['attested', 'doubtful']);
  });

  it('of a document stands on the date of its publication, or is undated', () => {
    const { items } = build([], [document('none'), document('dated', '2013-09')]);
    expect(items).toMatchObject([
      {
        id: 'dated',
        row: 'documents',
        name: 'Short dated',
        summary: 'Title of dated',
        when: 'September 2013',
      },
      { id: 'none', when: '' },
    ]);
    expect(items[1]).not.toHaveProperty('span');
  });

  it('names each of its sources once, documents before public records', () => {
    const evidence = [
      { record: 'travels', id: '1', url: '', supports: ['date'] },
      { document: 'a', passage: 1, supports: ['event'] },
      { record: 'travels', id: '2', url: '', supports: ['place'] },
      { document: 'a', passage: 2, supports: ['date'], contradicts: ['place'] },
    ] as const;
    const { items } = build([meeting('m', '2013', ['kerry'], { evidence })], [document('a', '2013-09-15')]);
    expect(items.find(each => each.id === 'm')?.sources).toEqual(['[Short a]', 'travels']);
  });

  it('has no source that only contradicts it, or supports nothing of it', () => {
    const evidence = [
      { document: 'a', passage: 1, supports: ['event'] },
      { document: 'b', passage: 1, contradicts: ['event'] },
      { document: 'c', passage: 1, note: 'silent' },
      { record: 'travels', id: '1', url: '', contradicts: ['date'] },
    ] as const;
    const documents = ['a', 'b', 'c'].map(id => document(id, '2013-09-15'));
    const { items } = build([meeting('m', '2013', ['kerry'], { evidence })], documents);
    expect(items.find(each => each.id === 'm')?.sources).toEqual(['[Short a]']);
  });

  it('says in words what it was', () => {
    const { items } = build(
      [meeting('m', '2013-01-01', ['kerry'], { kind: 'call', count: 11 })],
      [document('a', '2013-09-15')],
    );
    expect(items).toMatchObject([
      { kind: 'call', count: 11, kindText: '11 call' },
      { kind: 'document', count: 1, kindText: 'document B' },
    ]);
  });
});

describe('the items', () => {
  it('are in the order of the middle of their dates, the undated last', () => {
    const { items } = build(
      [
        meeting('whole-year', '2013', ['kerry']),
        meeting('december', '2013-12-01', ['kerry']),
        meeting('january', '2013-01-05', ['kerry']),
      ],
      [document('undated'), document('june', '2013-06-01')],
    );
    expect(items.map(each => each.id)).toEqual(['january', 'june', 'whole-year', 'december', 'undated']);
  });

  it('lie within what is shown at first, and that within what can be scrolled to', () => {
    const { fit, limits } = build([
      meeting('early', '1999-05-01', ['kerry']),
      meeting('late', '2026-01', ['kerry']),
    ]);
    expect(fit).toEqual({ start: day('1999-05-01'), end: day('2026-02-01') });
    expect(limits.start).toBeLessThan(fit.start);
    expect(limits.end).toBeGreaterThan(fit.end);
  });

  it('leave the years before Lavrov off the first screen, but not out of reach', () => {
    const powell = person('powell', 'Colin Powell', 'us-secretary-of-state', '2001-01-20', '2005-01-25');
    const { fit, limits } = build([], [], [...people, powell]);
    expect(fit).toEqual({ start: day('2004-03-09'), end: day('2025-06-01') });
    expect(limits.start).toBeLessThan(day('2001-01-20'));
  });
});

describe('the timeline of the bundled dossier', () => {
  const data = buildTimeline(bundled, voice, day('2025-06-01'));

  it('holds every meeting and every document, each on a row that there is', () => {
    const rows = new Set(data.rows.map(each => each.id));
    expect(data.items).toHaveLength(bundled.meetings.size + bundled.documents.size);
    expect(data.items.filter(each => !rows.has(each.row))).toEqual([]);
  });

  it('has the eight secretaries between Lavrov and what belongs to nobody', () => {
    expect(data.rows.map(each => each.name.split(' ').at(-1))).toEqual([
      'Lavrov',
      'Powell',
      'Rice',
      'Clinton',
      'Kerry',
      'Tillerson',
      'Pompeo',
      'Blinken',
      'Rubio',
      '',
      '',
    ]);
    expect(data.rows.slice(-2).map(each => each.type)).toEqual(['others', 'documents']);
  });

  it('can be sent to the view', () => {
    expect(isTimelineData(JSON.parse(JSON.stringify(data)))).toBe(true);
  });
});
