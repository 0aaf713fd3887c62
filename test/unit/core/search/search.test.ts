import { describe, expect, it } from 'vitest';
import type { DossierRecords } from '../../../../src/core/dossier/records.ts';
import { buildSearchIndex, searchEntries } from '../../../../src/core/search/build.ts';
import { Searcher } from '../../../../src/core/search/searcher.ts';
import { smallDossier } from '../../small-dossier.ts';

const records: DossierRecords = smallDossier();
const terms = { 'gazette-2013-lake': [['boathouse', 'ministers', 'rowed'], ['heron', 'weather']] };
const searcher = Searcher.load(JSON.parse(JSON.stringify(buildSearchIndex(records, terms))));
const ids = (query: string, limits = {}): string[] => searcher.search(query, limits).map(found => found.id);

describe('the search', () => {
  it('finds a passage by a word that only the original has', () => {
    expect(ids('boathouse')[0]).toBe('gazette-2013-lake#1');
    expect(ids('heron')[0]).toBe('gazette-2013-lake#2');
  });

  it.each([
    ['Orlov', 'orlov-pavel'],
    ['Орлов', 'orlov-pavel'],
    ['orlof', 'orlov-pavel'],
    ['Marlow', 'marlow-anne'],
    ['Marlwo', 'marlow-anne'],
  ])('finds the person for %s', (query, id) => {
    expect(searcher.search(query, { types: ['person'] })[0]?.id).toBe(id);
  });

  it('finds while the last word is being typed', () => {
    for (let length = 3; length <= 'Marlow'.length; length++) {
      expect(ids('Marlow'.slice(0, length), { types: ['person'] })).toContain('marlow-anne');
    }
  });

  it('puts what has all words above what has some', () => {
    expect(searcher.search('Orlov Marlow Lakeside', { types: ['meeting', 'person'] })[0]?.id).toBe('2013-09-lakeside');
  });

  it('finds a meeting by its date in words', () => {
    expect(ids('September 2013', { types: ['meeting'] })[0]).toBe('2013-09-lakeside');
  });

  it('gives only the types and the number asked for', () => {
    const found = searcher.search('Orlov', { types: ['passage'], limit: 1 });
    expect(found).toHaveLength(1);
    expect(found[0]?.type).toBe('passage');
  });

  it('finds nothing for nothing', () => {
    expect(ids('')).toEqual([]);
    expect(ids(' \u00a0—')).toEqual([]);
  });

  it('has an entry for each person, meeting, document, passage and spoken quotation', () => {
    const keys = searchEntries(records, terms).map(entry => entry.key);
    expect(new Set(keys).size).toBe(keys.length);
    const [document] = records.documents;
    expect(keys).toHaveLength(
      records.people.length +
        records.meetings.length +
        records.documents.length +
        (document?.passages.length ?? 0) +
        (document?.quotations.filter(quotation => quotation.kind !== 'not-speech').length ?? 0),
    );
  });
});
