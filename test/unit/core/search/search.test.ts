import { describe, expect, it } from 'vitest';
import { parsePassageId, passageId } from '../../../../src/core/dossier/reference.ts';
import { searchEntries } from '../../../../src/core/search/build.ts';
import type { EntryType } from '../../../../src/core/search/options.ts';
import { queryWords } from '../../../../src/core/search/query.ts';
import { foldWord, words } from '../../../../src/core/text/fold.ts';
import { compiledJson, dossier, records, searcher, terms } from '../../dossier.ts';

/** A text with one letter left out, put in, replaced or exchanged with the one before, in each longer word in turn. */
function* mistyped(text: string, every = 1): Generator<string> {
  let count = 0;
  for (const { text: word, start, end } of words(text)) {
    if (word.length < 5) continue;
    for (let at = 0; at < word.length; at++) {
      const [head, letter, rest] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
      const wrong = [head + rest, `${head}q${letter}${rest}`, head + (letter === 'x' ? 'y' : 'x') + rest];
      if (at > 0) wrong.push(word.slice(0, at - 1) + letter + word.charAt(at - 1) + rest);
      for (const each of wrong) {
        if (count++ % every === 0) yield text.slice(0, start) + each + text.slice(end);
      }
    }
  }
}

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
    ['Krery', 'kerry-john'],
    ['Ławrow', 'lavrov-sergey'],
    ['Sergej', 'lavrov-sergey'],
    ['Тиллерсон', 'tillerson-rex'],
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

  it.each([
    '',
    ' \u00a0—',
    '!?',
    '’',
    '😀',
    'zzzz',
    'qqqxzz',
    'asdfgh',
    'qwerty',
    'wwwwwwww',
    'z'.repeat(10_000),
  ])('finds nothing for "%.12s"', query => {
    expect(ids(query)).toEqual([]);
  });

  it('finds with any one letter wrong in any word of a name or title', () => {
    const missed: string[] = [];
    const look = (type: EntryType, id: string, text: string, every?: number): void => {
      for (const typed of mistyped(text, every)) {
        if (!ids(typed, { types: [type], limit: 5 }).includes(id)) missed.push(`${typed} for ${id}`);
      }
    };
    for (const { id, name } of dossier.people.values()) {
      look('person', id, name);
      look('person', id, name.split(' ').at(-1) ?? '');
    }
    for (const { id, csl } of dossier.documents.values()) look('document', id, csl.title, 5); // of a long title not all
    expect(missed).toEqual([]);
  });

  it.each([
    ['sputnikglobe.com', 'sputnik-2025-eight-secretaries'],
    [
      'https://sputnikglobe.com/20250321/8-us-secretaries-of-state-one-lavrov-a-legacy-of-diplomacy-1121662327.html',
      'sputnik-2025-eight-secretaries',
    ],
    ['The Cable', 'foreign-policy-2017-lavrov-washington'],
    ['E5', 'capital-cities-2025-rubio-lavrov'],
    ['radio programme', 'sputnik-2017-lavrov-tillerson'],
    ['magazine 8 May 2017', 'foreign-policy-2017-lavrov-washington'],
    ['garbled table', 'capital-cities-2025-rubio-lavrov'],
    ['reuters-2013-kerry-lavrov', 'reuters-2013-kerry-lavrov'],
  ])('finds a document by any of its fields: %s', (query, id) => {
    expect(ids(query, { types: ['document'] })[0]).toBe(id);
  });

  it.each([
    ['doubtful embassy', '2025-moscow-embassy'],
    ['Intercontinental 2013', '2013-09-geneva'],
    ['news conference 2013-09-14', '2013-09-14-geneva-news-conference'],
  ])('finds a meeting by its kind, status, venue: %s', (query, id) => {
    expect(ids(query, { types: ['meeting'] })).toContain(id);
  });

  it('finds a dispute by where the meetings were that it is about', () => {
    expect(ids('Riyadh', { types: ['dispute'] })).toContain('rubio-lavrov-where');
  });

  it.each([
    'Geneva 2013-09-14',
    'Geneva 2013-09',
    'Geneva 14.09.2013',
    'Geneva 14/9/2013',
    'Geneva 9/14/2013',
    'Geneva 14 September 2013',
    'Geneva Sept. 14, 2013',
    'Geneva Sep 2013',
    'Geneva 13 September 2013',
    'Женева, 14 сентября 2013',
    'в сентябре 2013 Geneva',
  ])('finds a meeting by its date in any form: %s', query => {
    const [first] = searcher.search(query, { types: ['meeting'] });
    expect(first?.id).toMatch(/^2013-09.*geneva/);
    expect(searcher.count(queryWords(query), ['meeting']).get('meeting') ?? 0).toBeGreaterThan(0);
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
