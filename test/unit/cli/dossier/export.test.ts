import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { exportDossier } from '../../../../src/cli/dossier/export.ts';
import { loadDossier, recordsOf } from '../../../../src/cli/dossier/load.ts';
import { withDossier } from '../support.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const SCHEMAS = join(ROOT, 'data/schemas');

/** Any JSON value, as a tree that tests may walk without saying of each node what it is. */
interface Json {
  readonly [key: string]: Json;
}
const items = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const read = (json: string): Json => JSON.parse(json);
const load = (data: string) => loadDossier(data).dossier;

const validate = (() => {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  ajv.addVocabulary(['patternErrorMessage']);
  for (const name of readdirSync(SCHEMAS))
    ajv.addSchema(JSON.parse(readFileSync(join(SCHEMAS, name), 'utf8')));
  const validator = ajv.getSchema('export.schema.json');
  return (value: unknown): unknown => (validator?.(value) === true ? [] : validator?.errors);
})();

describe('the small dossier', () => {
  const exported = withDossier('small', folder => read(exportDossier(load(join(folder, 'data')))));

  test('has the documented form', () => {
    expect(validate(exported)).toEqual([]);
  });

  test('a person has plain name forms, offices with null for what is not known, and the forms of each document', () => {
    expect(exported['people']?.[0]).toMatchObject({
      id: 'berg-anna',
      name: 'Anna Berg',
      forms: ['Anna Berg', 'Berg', 'Anne Burg'],
      offices: [{ office: 'us-secretary-of-state', from: '2029-01-21', to: '2033-01-20' }],
      surfaceForms: { 'bulletin-2031-calls': ['Berg'], 'herald-2031-harbour': ['Anna Berg', 'Berg'] },
    });
    expect(exported['people']?.[2]).toMatchObject({
      id: 'lind-eva',
      offices: [{ from: '2033-01-20', to: null }],
      surfaceForms: {},
    });
  });

  test('a relation has all its people', () => {
    expect(exported['relations']).toEqual([
      {
        id: 'berg-vidal-cranes',
        people: ['berg-anna', 'vidal-tomas'],
        period: '2031',
        summary: 'They argued about cranes all year.',
        evidence: [
          { document: 'herald-2031-harbour', passage: 2, start: 200, end: 315, supports: ['relation'] },
        ],
      },
    ]);
  });

  test('a meeting has ids, plain words and where its evidence stands', () => {
    expect(exported['meetings']?.[1]).toEqual({
      id: '2031-05-porthaven',
      kind: 'negotiation',
      status: 'attested',
      participants: ['berg-anna', 'vidal-tomas'],
      date: '2031-05-12/2031-05-14',
      dateBasis: 'resolved',
      place: 'Porthaven',
      topics: ['harbours'],
      evidence: [
        {
          document: 'herald-2031-harbour',
          passage: 1,
          start: 71,
          end: 198,
          supports: ['event', 'date', 'place', 'participants', 'topics'],
        },
        {
          record: 'travel-table',
          id: '77',
          url: 'https://records.example/travels/berg',
          supports: ['date', 'place'],
        },
      ],
      summary: 'They shared out the northern harbour.',
      dateExpression: 'Wednesday',
      dateReasoning: 'The day before the report; the talks had lasted for three days.',
      venue: 'the old customs house',
      country: 'Norland',
    });
    // A narrower stretch stays as narrow; a heading is no passage.
    expect(exported['meetings']?.[2]).toMatchObject({
      place: null,
      count: 4,
      evidence: [
        { passage: 1, start: 69, end: 106 },
        { passage: null, start: 27, end: 67 },
      ],
    });
    expect(exported['meetings']?.[0]).toMatchObject({ partOf: '2031-05-porthaven' });
  });

  test('a document says how its date is known, and quotations, figures and flaws where they stand', () => {
    expect(exported['documents']).toMatchObject([
      { id: 'bulletin-2031-calls', source: '001_bulletin.txt', issued: null, issuedBasis: null },
      {
        id: 'herald-2031-harbour',
        title: 'Berg and Vidal end harbour talks with a deal',
        issued: '2031-05-15',
        issuedBasis: 'A stored copy is dated.',
      },
    ]);
    expect(exported['quotations']?.[0]).toEqual({
      id: 'bulletin-2031-calls-q1',
      document: 'bulletin-2031-calls',
      passage: 1,
      start: 134,
      end: 156,
      words: 'Never call me at home,',
      speaker: 'berg-anna',
      reportedBy: 'a clerk',
      kind: 'reported',
    });
    expect(exported['quotations']?.[2]).toMatchObject({ kind: 'not-speech', speaker: null });
    expect(exported['figures']).toEqual([
      {
        document: 'herald-2031-harbour',
        passage: 2,
        start: 281,
        end: 290,
        value: '14',
        what: 'members of the delegation',
      },
    ]);
    expect(exported['flaws']).toEqual([
      {
        document: 'herald-2031-harbour',
        kind: 'future-told',
        start: 334,
        end: 378,
        note: 'The visit had not taken place.',
      },
    ]);
  });
});

describe('the bundled dossier', () => {
  const dossier = load(join(ROOT, 'data'));
  const json = exportDossier(dossier);
  const exported = read(json);
  const ids = (list: string): string[] => items(exported[list]).map(({ id }) => String(id));
  const documents = new Map(items(exported['documents']).map(document => [String(document['id']), document]));

  test('has the documented form', () => {
    expect(validate(exported)).toEqual([]);
  });

  test('the form can be missed', () => {
    const [flaw] = items(exported['flaws']);
    expect(validate({ ...exported, flaws: [{ ...flaw, start: -1 }] })).not.toEqual([]);
    expect(validate({ ...exported, flaws: [{ ...flaw, more: 1 }] })).not.toEqual([]);
  });

  test('is the same to the byte whenever it is made', () => {
    expect(exportDossier(load(join(ROOT, 'data')))).toBe(json);
  });

  test('loses nothing that the records hold', () => {
    const kept = new Set(leaves(exported));
    // A flag is no value that could be lost: `separately` is exported as a list of people.
    const lost = [...leaves(recordsOf(dossier))].filter(leaf => leaf !== 'true' && !kept.has(leaf));
    expect(lost).toEqual([]);
  });

  test.each(['people', 'meetings', 'relations', 'documents', 'quotations', 'disputes', 'records'])(
    'every id among the %s is its own',
    list => {
      expect(ids(list).length).toBeGreaterThan(0);
      expect(new Set(ids(list)).size).toBe(ids(list).length);
    },
  );

  test('every id that is named is there', () => {
    const unknown = (list: string, named: readonly unknown[]): unknown[] => {
      expect(named.length).toBeGreaterThan(0);
      const known = new Set<unknown>(ids(list));
      return named.filter(id => !known.has(id));
    };
    const all = (list: string, field: string): Json[] =>
      items(exported[list]).flatMap(one => items(one[field]));
    const about = items(exported['disputes']).map(dispute => dispute['about']);
    expect(
      unknown('people', [
        ...all('meetings', 'participants'),
        ...all('relations', 'people'),
        ...all('documents', 'passages').flatMap(passage => items(passage['mentions'])),
        ...all('documents', 'regions').flatMap(region => items(region['mentions'])),
        ...items(exported['meetings']).flatMap(meeting => Object.keys(meeting['roles'] ?? {})),
        ...about.flatMap(subject => items(subject?.['people'])),
        // Who has no record is described in words.
        ...items(exported['quotations'])
          .flatMap(quotation => ['speaker', 'reportedBy', 'addressee'].map(field => quotation[field]))
          .filter(who => who && !String(who).includes(' ')),
      ]),
    ).toEqual([]);
    expect(
      unknown('meetings', [
        ...items(exported['meetings']).flatMap(({ partOf }) => partOf ?? []),
        ...about.flatMap(subject => items(subject?.['meetings'])),
      ]),
    ).toEqual([]);
    expect(
      unknown('documents', [
        ...items(exported['people']).flatMap(person => Object.keys(person['surfaceForms'] ?? {})),
        ...['quotations', 'figures', 'flaws'].flatMap(list =>
          items(exported[list]).map(({ document }) => document),
        ),
        ...evidence(exported).flatMap(({ document }) => document ?? []),
      ]),
    ).toEqual([]);
    expect(
      unknown(
        'records',
        evidence(exported).flatMap(({ record }) => record ?? []),
      ),
    ).toEqual([]);
  });

  test('the regions of a document stand in order, apart from each other, within its file', () => {
    for (const { regions, length } of documents.values()) {
      let end = 0;
      for (const region of items(regions)) {
        expect(Number(region['start'])).toBeGreaterThanOrEqual(end);
        expect(Number(region['end'])).toBeGreaterThan(Number(region['start']));
        end = Number(region['end']);
      }
      expect(end).toBeLessThanOrEqual(Number(length));
    }
  });

  test('the passages are numbered from 1, and are the text of the document', () => {
    for (const { passages, regions } of documents.values()) {
      const texts = items(regions).filter(({ kind }) => String(kind) === 'text');
      expect(items(passages).map(({ start, end }) => ({ start, end }))).toEqual(
        texts.map(({ start, end }) => ({ start, end })),
      );
      expect(items(passages).map(({ number }) => Number(number))).toEqual(texts.map((_, index) => index + 1));
    }
  });

  test('whatever stands in a document lies within it, and within its passage', () => {
    const stretches = [
      ...evidence(exported).filter(({ document }) => document),
      ...['quotations', 'figures', 'flaws'].flatMap(list => items(exported[list])),
    ];
    const outside = stretches.filter(({ document, passage, start, end }) => {
      const whole = documents.get(String(document));
      const within = items(whole?.['passages']).find(({ number }) => number === passage);
      const from = Number(passage ? within?.['start'] : 0);
      const to = Number(passage ? within?.['end'] : whole?.['length']);
      return !(from <= Number(start) && Number(start) < Number(end) && Number(end) <= to);
    });
    expect(stretches.length).toBeGreaterThan(500);
    expect(outside).toEqual([]);
  });

  test('every piece of evidence says what it supports or contradicts', () => {
    const silent = evidence(exported).filter(
      ({ supports, contradicts }) => items(supports).length + items(contradicts).length === 0,
    );
    expect(silent).toEqual([]);
  });

  test('words in a heading have no passage', () => {
    const quotations = items(exported['quotations']);
    expect(quotations.find(({ id }) => String(id) === 'reuters-2013-kerry-lavrov-q14')).toMatchObject({
      passage: null,
      start: 4131,
      end: 4136,
      words: 'reset',
      kind: 'not-speech',
    });
  });
});

/** Every piece of evidence, wherever it stands. */
function evidence(value: Json): readonly Json[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'evidence' ? items(child) : evidence(child),
  );
}

/** Every value that is no list and no object, as text, and every key that is an id. */
function* leaves(value: unknown): Iterable<string> {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) yield JSON.stringify(value);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    if (key.includes('-')) yield JSON.stringify(key);
    yield* leaves(child);
  }
}
