import { describe, expect, it } from 'vitest';
import { type Citable, rankForCitation } from '../../../../src/core/citation/ranking.ts';
import { SourceFinder } from '../../../../src/core/citation/source-finder.ts';
import { isPassageEvidence, isWeak } from '../../../../src/core/dossier/dossier.ts';
import { passageId } from '../../../../src/core/dossier/reference.ts';
import { dossier, searcher } from '../../dossier.ts';

const finder = new SourceFinder(dossier, (query, limits) => searcher.search(query, limits));
const ranked = (typed: string): string[] =>
  finder.answer({ typed, sentence: '', person: undefined }).best.map(({ type, id }) => `${type} ${id}`);
const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id);
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
    const hits = [
      hit('passage', 'a#1', 20),
      hit('meeting', 'm', 50),
      hit('document', 'd', 49),
      hit('passage', 'a#2', 21),
    ];
    expect(ids(rankForCitation(dossier, 'x', hits).best)).toEqual(['m', 'd']);
    expect(ids(rankForCitation(dossier, 'x', hits).more)).toEqual(['a#2', 'a#1']);
  });

  it('puts the passages that attest a meeting as high as the meeting', () => {
    const attests = dossier.meetings.get('2013-09-geneva')?.evidence.find(isPassageEvidence);
    const passage = passageId(attests?.document ?? '', attests?.passage ?? 0);
    const hits = [
      hit('meeting', '2013-09-geneva', 50),
      hit('passage', 'a#1', 30),
      hit('passage', passage, 20),
    ];
    expect(ids(rankForCitation(dossier, 'x', hits).best)).toEqual([passage, 'a#1', '2013-09-geneva']);
  });

  it('keeps equally good passages in their order', () => {
    const hits = [hit('passage', 'a#10', 5), hit('passage', 'a#9', 5), hit('passage', 'a#2', 6)];
    expect(ids(rankForCitation(dossier, 'x', hits).best)).toEqual(['a#2', 'a#9', 'a#10']);
  });

  it('puts passages of documents of the lowest grades behind the others of their kind', () => {
    const weak = [...dossier.documents.values()].find(isWeak)?.id ?? '';
    const hits = [hit('passage', `${weak}#1`, 9), hit('passage', 'reuters-2013-kerry-lavrov#1', 8)];
    expect(ids(rankForCitation(dossier, 'x', hits).best)).toEqual([
      'reuters-2013-kerry-lavrov#1',
      `${weak}#1`,
    ]);
  });

  it('is nothing where nothing was found', () => {
    expect(rankForCitation(dossier, 'x', [])).toEqual({ best: [], more: [] });
  });
});
