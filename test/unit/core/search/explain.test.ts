import { describe, expect, it } from 'vitest';
import { explainMiss } from '../../../../src/core/search/explain.ts';
import { searcher } from '../../dossier.ts';

const CITABLE = ['passage', 'meeting', 'quotation', 'document'] as const;
const found = (query: string): number =>
  [...searcher.count([query], CITABLE).values()].reduce((total, each) => total + each, 0);

describe('why nothing is found', () => {
  it('says which word occurs nowhere, and how many sources have the others', () => {
    expect(explainMiss(searcher, 'Geneva zzzz', CITABLE)).toEqual({
      unknown: ['zzzz'],
      known: [{ word: 'Geneva', count: found('Geneva') }],
      elsewhere: new Map(),
      suggestions: [{ query: 'Geneva', count: found('Geneva'), kind: 'fewer' }],
    });
    expect(found('Geneva')).toBeGreaterThan(5);
  });

  it('has nothing to suggest for what is like nothing', () => {
    expect(explainMiss(searcher, 'zzzz')).toMatchObject({ unknown: ['zzzz'], known: [], suggestions: [] });
  });

  it.each([
    ['Tlilesron', 'Tillerson'],
    ['limuosnei', 'limousine'],
    ['Kerry Intracomtinemtal', 'Kerry Intercontinental'],
    ['Вимлерсом', 'Тиллерсон'],
  ])('suggests the known word that is nearest: %s', (typed, query) => {
    const [first] = explainMiss(searcher, typed)?.suggestions ?? [];
    expect(first).toMatchObject({ query, kind: 'spelling' });
    expect(searcher.search(query).length).toBeGreaterThan(0);
  });

  it('says that no source has words together which each some have, and suggests the most that one has', () => {
    const miss = explainMiss(searcher, 'Geneva hockey Rubio', CITABLE);
    expect(miss?.unknown).toEqual([]);
    expect(miss?.known.map(({ word }) => word)).toEqual(['Geneva', 'hockey', 'Rubio']);
    expect(miss?.suggestions[0]?.query).toBe('Geneva Rubio');
    for (const { query, count } of miss?.suggestions ?? []) {
      expect(count, query).toBeGreaterThan(0);
      expect(explainMiss(searcher, query, CITABLE), query).toBeUndefined();
    }
  });

  it('says where the words are found though they were not looked for there', () => {
    const miss = explainMiss(searcher, 'limousine', ['quotation']);
    expect(miss?.elsewhere.get('passage')).toBeGreaterThan(0);
    expect(miss?.unknown).toEqual(['limousine']);
  });

  it.each(['Geneva', 'Genva Kerry', '', '—', 'a b c d e f g h i'])('is no question for "%s"', query => {
    expect(explainMiss(searcher, query, CITABLE)).toBeUndefined();
  });
});
