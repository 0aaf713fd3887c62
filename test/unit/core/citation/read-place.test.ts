import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlace } from '../../../../src/core/citation/read-place.ts';
import { placeText } from '../../../../src/core/citation/references.ts';
import type { CitableWork } from '../../../../src/core/citation/works.ts';
import { herald } from './sources.ts';

const passage = (number: number) => ({ number, start: 0, end: 1, precis: '', mentions: [] });
const numbered: CitableWork = {
  ...herald,
  passages: Array.from({ length: 31 }, (_, index) => passage(index + 1)),
};
const book: CitableWork = {
  id: 'vale-2013',
  shortName: 'Vale 2013',
  csl: { type: 'book', title: 'The Harbour Clock' },
};

const paragraphs = (...numbers: number[]) => ({ paragraphs: numbers });
const locator = (label: string, value: string) => ({ paragraphs: [], locator: { label, value } });

describe('a place in a work with numbered paragraphs', () => {
  it('is its paragraphs, as people write them', () => {
    expect(readPlace(numbered, '5')).toEqual(paragraphs(5));
    expect(readPlace(numbered, ' 31, 5 – 7,6 ')).toEqual(paragraphs(5, 6, 7, 31));
    expect(readPlace(numbered, 'paras. 5 and 9')).toEqual(paragraphs(5, 9));
    expect(readPlace(numbered, '¶5')).toEqual(paragraphs(5));
    expect(readPlace(numbered, '')).toEqual(paragraphs());
  });

  it('is whatever else its locator counts', () => {
    expect(readPlace(numbered, 'p. 33')).toEqual(locator('page', '33'));
  });

  it('is none where the work does not have it', () => {
    expect(readPlace(numbered, '999')).toEqual({ fault: 'missing', numbers: [999] });
    expect(readPlace(numbered, '0')).toEqual({ fault: 'missing', numbers: [0] });
    expect(readPlace(numbered, '30-40, 5')).toEqual({ fault: 'missing', numbers: [40] });
    expect(readPlace(numbered, '1-999999')).toEqual({ fault: 'missing', numbers: [999_999] });
    expect(readPlace(numbered, '7-5')).toEqual({ fault: 'backwards' });
    expect(readPlace(numbered, '15-7')).toEqual({ fault: 'backwards' });
  });
});

describe('a place in any other work', () => {
  it('is a page, or what the locator says', () => {
    expect(readPlace(book, '12')).toEqual(locator('page', '12'));
    expect(readPlace(book, '12-15, 20')).toEqual(locator('page', '12–15, 20'));
    expect(readPlace(book, '233–35')).toEqual(locator('page', '233–35'));
    expect(readPlace(book, 'p. xiv')).toEqual(locator('page', 'xiv'));
    expect(readPlace(book, 'para. 5')).toEqual(locator('paragraph', '5'));
    expect(readPlace(book, 'chap. 2')).toEqual(locator('chapter', '2'));
    expect(readPlace(book, 'с. 12')).toEqual(locator('page', '12'));
    expect(readPlace(book, 'pp. 33-20')).toEqual({ fault: 'backwards' });
  });
});

it('is unreadable where it is no number of anything', () => {
  for (const work of [numbered, book])
    for (const text of ['five', '5;', '-', '5–', '-5', 'p. -5', 'p.', '5 apples', '@key', 'the end'])
      expect(readPlace(work, text), text).toEqual({ fault: 'unreadable' });
  expect(readPlace(numbered, 'para. xiv')).toEqual({ fault: 'unreadable' });
});

it('is read back as it is written', () => {
  const label = fc.constantFrom('', 'p. ', 'para. ', 'chap. ', 'sec. ', 'vol. ', 'l. ', 'fig. ');
  const run = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(label, fc.array(run, { minLength: 1, maxLength: 5 }), fc.boolean(), (word, runs, isBook) => {
      const work = isBook
        ? book
        : { ...numbered, passages: Array.from({ length: 40 }, (_, i) => passage(i + 1)) };
      const text =
        word + runs.map(([first, more]) => (more ? `${first}-${first + more}` : `${first}`)).join(', ');
      const place = readPlace(work, text);
      if ('fault' in place) throw new Error(`${text}: ${place.fault}`);
      const written = placeText({ kind: 'work', work, ...place }, '-') ?? '';
      expect(readPlace(work, written)).toEqual(place);
    }),
  );
});
