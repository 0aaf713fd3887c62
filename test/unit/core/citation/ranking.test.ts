import { describe, expect, it } from 'vitest';
import { CITABLE, type Citable, rankForCitation } from '../../../../src/core/citation/ranking.ts';
import { dossier, searcher } from '../../dossier.ts';

const ranked = (query: string): string[] => {
  const hits = CITABLE.flatMap(type =>
    searcher.search(query, { limit: 25, types: [type] }).map(({ id, score }) => ({ type, id, score })),
  );
  return rankForCitation(dossier, query, hits).map(({ type, id }) => `${type} ${id}`);
};
const hit = (type: Citable, id: string, score: number) => ({ type, id, score });

describe('what a citation picker shows for a query', () => {
  it('begins with the document that the query names', () => {
    expect(ranked('Reuters')[0]).toBe('document reuters-2013-kerry-lavrov');
    expect(ranked('strob')[0]).toBe('document reuters-2013-kerry-lavrov');
    expect(ranked('foreign policy 2017')[0]).toBe('document foreign-policy-2017-lavrov-washington');
  });

  it('begins with a passage for words of the text, in spite of typing errors', () => {
    expect(ranked('three days Geneva')[0]).toMatch(/^passage reuters-2013-kerry-lavrov#\d+$/);
    expect(ranked('thre days genva')[0]).toMatch(/^passage reuters-2013-kerry-lavrov#\d+$/);
  });

  it('puts a meeting that has all words above passages that have some', () => {
    const hits = [hit('passage', 'a#1', 20_050), hit('meeting', 'm', 50_001), hit('document', 'd', 49_000)];
    expect(rankForCitation(dossier, 'x', hits).map(({ id }) => id)).toEqual(['m', 'd', 'a#1']);
  });

  it('keeps equally good passages in their order', () => {
    const hits = [hit('passage', 'a#10', 5), hit('passage', 'a#9', 5), hit('passage', 'a#2', 6)];
    expect(rankForCitation(dossier, 'x', hits).map(({ id }) => id)).toEqual(['a#2', 'a#9', 'a#10']);
  });

  it('is nothing where nothing was found', () => {
    expect(rankForCitation(dossier, 'x', [])).toEqual([]);
  });
});
