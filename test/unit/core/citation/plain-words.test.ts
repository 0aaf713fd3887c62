import { describe, expect, it } from 'vitest';
import { blankMarkup, plainWords } from '../../../../src/core/citation/plain-words.ts';

describe('the words of a sentence', () => {
  it.each([
    ['They spent three days [@key, para. 1; see @other, pp. 3-4] there.', 'They spent three days there.'],
    ['They met in Sofia [@key].', 'They met in Sofia.'],
    ['They met in Sofia[^a-b].', 'They met in Sofia.'],
    ['As @lavrov:2019.a says, {cite:p}`one,two` they *met*.', 'As says, they met.'],
    ['Said -@key and [the page](https://example.org/a) too', 'Said and the page too'],
    ['Two\n  lines, a mail to a@b.org', 'Two lines, a mail to a@b.org'],
    ['Лавров сказал это[^1], а Керри\u00a0— то.', 'Лавров сказал это, а Керри — то.'],
  ])('are without citations and marks in %j', (text, words) => {
    expect(plainWords(text)).toBe(words);
  });

  it('stay where they are while the marks are blanks', () => {
    const text = 'In **2013** they [@key, para. 1] met.';
    const blank = blankMarkup(text);
    expect(blank).toHaveLength(text.length);
    expect(blank.indexOf('met')).toBe(text.indexOf('met'));
    expect(blank.trim().split(/\s+/)).toEqual(['In', '2013', 'they', 'met.']);
  });
});
