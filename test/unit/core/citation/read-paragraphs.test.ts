import { expect, it } from 'vitest';
import { readParagraphs } from '../../../../src/core/citation/read-paragraphs.ts';

it('numbers of paragraphs are read as people write them', () => {
  expect(readParagraphs('5')).toEqual([5]);
  expect(readParagraphs(' 31, 5 – 7,6 ')).toEqual([5, 6, 7, 31]);
  expect(readParagraphs('')).toEqual([]);
  for (const text of ['five', '5;', '-', '5–', 'p. 5', '12345']) expect(readParagraphs(text)).toBeUndefined();
});
