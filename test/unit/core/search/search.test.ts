import { describe, expect, it } from 'vitest';
import { parsePassageId, passageId } from '../../../../src/core/dossier/reference.ts';
import { searchEntries } from '../../../../src/core/search/build.ts';
import { foldWord, words } from '../../../../src/core/text/fold.ts';
import { compiledJson, dossier, records, searcher, terms } from '../../dossier.ts';

const ids = (query: string, limits = {}): string[] => searcher.search(query, limits).map(found => found.id);

describe('the search', () => {
  it('finds a paragraph by a word that it alone has, be it only in the original', () => {
    const places = new Map<string, string[]>();
    const inOurWords = new Set(
      searchEntries(records, {}).flatMap(entry =>
        Array.from(words(Object.values(entry).join(' ')), word => foldWord(word.text)),
      ),
    );
    for (const [document, passages] of Object.entries(terms)) {
      for (const [index, list] of passages.entries()) {
        for (const term of list) {
          // A possessive is searched as the word itself, which others may have.
          if (term.length > 4 && !term.includes("'") && !inOurWords.has(term)) {
            places.set(term, [...(places.get(term) ?? []), passageId(document, index + 1)]);
          }
        }
      }
    }
    const unique = [...places].filter(([, found]) => found.length === 1);
    expect(unique.length).toBeGreaterThan(100);
    for (const [term, [place]] of unique) expect(ids(term, { types: ['passage'] })[0], term).toBe(place);
  });

  it.each([
    ['Lavrov', 'lavrov-sergey'],
    ['Лавров', 'lavrov-sergey'],
    ['Lawrow', 'lavrov-sergey'],
    ['lavorv', 'lavrov-sergey'],
    ['Керри', 'kerry-john'],
    ['Tillreson', 'tillerson-rex'],
    ['Sergei Kislyak', 'kislyak-sergey'],
    ['Monica Rubio', 'rubio-marco'],
  ])('finds the person for %s', (query, id) => {
    expect(ids(query, { types: ['person'] })[0]).toBe(id);
  });

  it('finds while the last word is being typed', () => {
    for (let length = 3; length <= 'Tillerson'.length; length++) {
      expect(ids('Tillerson'.slice(0, length), { types: ['person'] })).toContain('tillerson-rex');
    }
  });

  it('puts what has all words above what has some', () => {
    const results = searcher.search('hockey soccer');
    expect(results[0]?.id).toBe('reuters-2013-kerry-lavrov#30');
  });

  it('finds a meeting by its place and its date in words', () => {
    expect(ids('Geneva September 2013', { types: ['meeting'] })[0]).toMatch(/^2013-09.*geneva/);
  });

  it('finds a dispute by its question', () => {
    expect(ids('where did Rubio and Lavrov meet', { types: ['dispute'] })[0]).toBe('rubio-lavrov-where');
  });

  it('finds a quotation by its words', () => {
    const found = ids('never stopped talking', { types: ['quotation'] })[0] ?? '';
    expect(dossier.quotation(found)?.quotation.speaker).toBe('kerry-john');
  });

  it('gives only the types and the number asked for', () => {
    const found = searcher.search('Lavrov', { types: ['passage'], limit: 2 });
    expect(found.map(result => result.type)).toEqual(['passage', 'passage']);
  });

  it('finds nothing for nothing', () => {
    expect(ids('')).toEqual([]);
    expect(ids(' \u00a0—')).toEqual([]);
  });

  it('leads to records that exist', () => {
    for (const { type, id } of searcher.search('Lavrov Kerry Syria meeting', { limit: 1000 })) {
      const place = parsePassageId(id);
      const record = {
        person: () => dossier.people.get(id),
        meeting: () => dossier.meetings.get(id),
        document: () => dossier.documents.get(id),
        quotation: () => dossier.quotation(id),
        dispute: () => dossier.disputes.get(id),
        passage: () => place && dossier.passage(place.document, place.number),
      }[type]();
      expect(record, `${type} ${id}`).toBeDefined();
    }
  });

  it('does not give away the documents: terms are sorted sets, so that no order of words is left', () => {
    const { search } = JSON.parse(compiledJson) as { search: object };
    expect(JSON.stringify(search)).not.toMatch(/never stopped talking/);
  });
});
