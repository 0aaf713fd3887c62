import { describe, expect, it } from 'vitest';
import { BibliographyIndex } from '../../../../src/core/citation/bibliography/bibliography-index.ts';
import { readBibliography } from '../../../../src/core/citation/bibliography/read.ts';
import { CITABLE, type Citable } from '../../../../src/core/citation/ranking.ts';
import { type Question, type Search, SourceFinder } from '../../../../src/core/citation/source-finder.ts';
import { entryWorks } from '../../../../src/core/citation/works.ts';
import { dossier, searcher } from '../../dossier.ts';

const nothing: Question = { typed: '', sentence: '', person: undefined };

/** A finder, and the queries with which it has searched. */
function watched(search: Search = (query, limits) => searcher.search(query, limits)) {
  const queries: string[] = [];
  const finder = new SourceFinder(dossier, (query, limits) => {
    queries.push(query);
    return search(query, limits);
  });
  return { finder, queries };
}
const best = (question: Partial<Question>): string[] =>
  watched()
    .finder.answer({ ...nothing, ...question })
    .best.map(({ type, id }) => `${type} ${id}`);

describe('the sources for a sentence', () => {
  it('begin with a paragraph that tells of it', () => {
    const sentence = 'In 2017, Lavrov was then received by Tillerson in Washington.';
    expect(best({ sentence })[0]).toBe('passage foreign-policy-2017-lavrov-washington#1');
  });

  it('end with whole documents, even where one has more of the words than any paragraph', () => {
    const [passage, document] = ['reuters-2013-kerry-lavrov#5', 'reuters-2013-kerry-lavrov'];
    const { finder } = watched(() => [
      { type: 'document', id: document, score: 50_000, whole: true },
      { type: 'passage', id: passage, score: 10_000, whole: true },
    ]);
    const { best: found } = finder.answer({ ...nothing, sentence: 'Kerry flew home.' });
    expect(found.map(({ id }) => id)).toEqual([passage, document]);
  });

  it('are looked for once, also when the input is emptied again', () => {
    const { finder, queries } = watched();
    const question = { ...nothing, sentence: 'Kerry and Lavrov talked in Geneva.' };
    const first = finder.answer(question);
    finder.answer({ ...question, typed: 'Rice' });
    expect(finder.answer(question)).toEqual(first);
    expect(queries).toEqual(['Kerry Lavrov talked Geneva', 'Rice']);
    finder.answer({ ...question, sentence: 'Clinton flew home.' });
    expect(queries).toHaveLength(3);
  });

  it('are looked for by no more than 25 words, however much is selected', () => {
    const { finder, queries } = watched();
    const sentence = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
    finder.answer({ ...nothing, sentence });
    expect(queries.map(query => query.split(' ').length)).toEqual([25]);
  });

  it('are all there are where nothing fits or the sentence tells nothing', () => {
    const all = dossier.documents.size + dossier.meetings.size;
    const { finder, queries } = watched(() => []);
    expect(finder.answer({ ...nothing, sentence: 'Kerry flew home.' }).best).toHaveLength(all);
    expect(finder.answer({ ...nothing, sentence: 'It was so.' }).best).toHaveLength(all);
    expect(queries).toEqual(['Kerry flew home']);
  });

  it('have weak ones last in their type where nothing is asked: none of those is the first to be offered', () => {
    const weak = 'capital-cities-2025-rubio-lavrov';
    const documents = best({}).filter(record => record.startsWith('document'));
    expect(documents.indexOf(`document ${weak}`)).toBe(documents.length - 1);
    const passages = best({ person: 'lavrov-sergey' }).filter(record => record.startsWith('passage'));
    expect(passages[0]).not.toContain(weak);
    expect(passages.at(-1)).toContain(weak);
  });

  it('are words that somebody spoke, where quotations alone are wanted, and no catchwords', () => {
    const { best: found } = new SourceFinder(dossier, () => [], ['quotation']).answer(nothing);
    const kinds = found.map(({ id }) => dossier.quotation(id)?.quotation.kind);
    expect(kinds).toContain('speech');
    expect(kinds).not.toContain('not-speech');
  });
});

describe('the sources for typed words', () => {
  it('are those of the words, whatever the sentence and the person', () => {
    const all = { typed: 'Reuters', sentence: 'Clinton flew home.', person: 'rice-condoleezza' };
    expect(best(all)[0]).toBe('document reuters-2013-kerry-lavrov');
  });

  it('are of all types, of which none crowds out the others', () => {
    const hits = CITABLE.flatMap((type, index) =>
      Array.from({ length: 40 }, (_, rank) => ({
        type,
        id: `${type}${rank}`,
        score: 1000 - 100 * index - rank,
        whole: true,
      })),
    );
    const { best: found } = watched(() => hits).finder.answer({ ...nothing, typed: 'x' });
    for (const type of CITABLE) {
      expect(found.filter(record => record.type === type)).toHaveLength(25);
    }
    expect(found.some(({ id }) => id === 'passage0')).toBe(true);
    expect(found.some(({ id }) => id === 'passage30')).toBe(false);
  });
});

describe('the writer’s own works', () => {
  const text = Array.from(
    { length: 40 },
    (_, index) =>
      `@book{vale-${index}, author = {Vale, Ada}, title = {The Geneva Clock ${index}}, year = {2013}}`,
  ).join('\n');
  const index = new BibliographyIndex([
    {
      file: 'own.bib',
      bibliography: readBibliography(
        `${text}\n@misc{${[...dossier.documents.keys()][0]}, title = {Twin}}`,
        'biblatex',
      ),
    },
  ]);
  for (const _ of index.indexing());
  const own = entryWorks(index);
  const answer = (question: Partial<Question>, types = CITABLE as readonly Citable[]) =>
    new SourceFinder(dossier, (query, limits) => searcher.search(query, limits), types).answer(
      { ...nothing, ...question },
      own,
    );

  it('are found by typed words of author, title, year and key, behind what the dossier has with all of the words', () => {
    for (const typed of ['Vale', 'geneva clo', '2013 vale', 'vale-7']) {
      expect(
        answer({ typed }).own.map(({ type }) => type),
        typed,
      ).toContain('document');
    }
    const { best: first, own: works } = answer({ typed: 'Geneva' });
    expect(first[0]?.type).toBe('passage');
    expect(works).toHaveLength(25);
    expect(works[0]).toEqual({ type: 'document', id: 'vale-0' });
  });

  it('stand before what has only some of the words', () => {
    const { best: first, own: works, more } = answer({ typed: 'Vale Geneva' });
    expect(first).toEqual([]);
    expect(works).toHaveLength(25);
    expect(more[0]?.type).toBe('passage');
  });

  it('are not asked by a sentence, and are listed with all there is', () => {
    expect(answer({ sentence: 'Kerry and Lavrov talked in Geneva.' }).own).toEqual([]);
    expect(answer({ sentence: 'It was so.' }).own).toHaveLength(25);
    expect(answer({ typed: '—' }).own).toEqual([]);
  });

  it('are documents: no quotations are looked for among them, and a key of the dossier is the dossier’s', () => {
    expect(answer({ typed: 'Vale' }, ['quotation']).own).toEqual([]);
    expect(answer({ typed: 'Vale' }, ['document']).own).toHaveLength(25);
    expect(answer({ typed: 'Twin' }).own).toEqual([]);
  });
});

describe('the sources about a person', () => {
  it('are their meetings, their words and the paragraphs that name them', () => {
    const types = best({ person: 'kerry-john' }).map(record => record.split(' ')[0]);
    expect([...new Set(types)]).toEqual(['meeting', 'quotation', 'passage']);
  });
});
