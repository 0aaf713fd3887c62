import { expect, it } from 'vitest';
import { quotationPlaces } from '../../../../src/core/citation/quotation-places.ts';

/** The text with a quotation, `Q`, for the caret at `|`. */
function placed(marked: string): string {
  const text = marked.replace('|', '');
  const [place] = quotationPlaces(text, [marked.indexOf('|')]);
  if (!place) throw new Error('no place');
  return `${text.slice(0, place.at)}${place.before}Q${place.behind}${text.slice(place.at)}`;
}

it('a quotation goes where the caret is, and behind the word in which it is', () => {
  expect(placed('He said |so.')).toBe('He said Qso.');
  expect(placed('in Gen|eva, too')).toBe('in GenevaQ, too');
  expect(placed('|> Said.')).toBe('> QSaid.');
});

it('a quotation never goes into code, a comment or front matter', () => {
  expect(placed('```\na|\n```\nThen.')).toBe('```\na\n```\n\nQ\n\nThen.');
  expect(placed('---\ntitle: |T\n---\n')).toBe('---\ntitle: T\n---\n\nQ\n');
  expect(placed('> ```\n> a|\n> ```\n> Then.')).toBe('> ```\n> a\n> ```\n>\n> Q\n>\n> Then.');
  expect(placed('One.\n\n```\na|\n')).toBe('One.\n\nQ\n\n```\na\n');
});
