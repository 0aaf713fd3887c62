import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { sentenceAround } from '../../../../src/core/text/sentences.ts';

const nobody = new NameMatcher([]);

/** The sentence in which `‸` stands. */
function sentence(marked: string): string | undefined {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const range = analyse(text, nobody).sentenceAt(offset);
  return range && text.slice(range.start, range.end);
}

describe('the sentence', () => {
  it.each([
    ['One thing. An‸other thing. A third.', 'Another thing.'],
    ['‸One thing. Another thing.', 'One thing.'],
    ['One thing. Another thing.‸', 'Another thing.'],
    [
      'He met Mr. Kerry in the U.S. embas‸sy on Sept. 14. Then he left.',
      'He met Mr. Kerry in the U.S. embassy on Sept. 14.',
    ],
    ['He left the U.S. The em‸bassy stayed.', 'The embassy stayed.'],
    ['J. F. Kerry and S. V. Lavrov m‸et. Others too.', 'J. F. Kerry and S. V. Lavrov met.'],
    ['It grew by 2.5 per‸cent. Then it fell.', 'It grew by 2.5 percent.'],
    ['“Is it true?” he as‸ked. Nobody knew.', '“Is it true?” he asked.'],
    ['He said: “It is true.” She lau‸ghed.', 'She laughed.'],
    ['Well… may‸be not. Yes.', 'Well… maybe not.'],
    ['Really?! Y‸es.', 'Yes.'],
    ['They met in 2013. 14 peo‸ple came.', '14 people came.'],
    ['See p. 7 and No. 5 fo‸r it. Done.', 'See p. 7 and No. 5 for it.'],
    [
      'С. В. Лавров прибыл 14 сентября 2013 г. в Же‸неву. Потом уехал.',
      'С. В. Лавров прибыл 14 сентября 2013 г. в Женеву.',
    ],
    ['他来了。他走‸了。', '他走了。'],
    ['First line\nsecond li‸ne. Next.', 'First line\nsecond line.'],
    ['A paragraph\n\nan‸other one', 'another one'],
    ['# A heading\n\nTe‸xt.', 'Text.'],
    ['> Quoted. An‸d more\n> of it. End.', 'And more\n> of it.'],
    ['| a b. c | d‸e |\n| - | - |', 'de'],
    ['See https://a.example/b.c fo‸r more. End.', 'See https://a.example/b.c for more.'],
  ])('in %j is %j', (marked, expected) => {
    expect(sentence(marked)).toBe(expected);
  });

  it('is none outside of paragraphs', () => {
    expect(sentence('```\nco‸de\n```')).toBeUndefined();
    expect(sentence('text\n\n‸\n\ntext')).toBeUndefined();
  });

  it('lies in the paragraph and holds the offset or ends before it, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      'B',
      '.',
      '. ',
      '! ',
      '?',
      '…',
      '"',
      '”',
      ' ',
      '\n',
      'U.S.',
      'Mr. ',
      '2.5',
      '1',
      '。',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(200), (parts, at) => {
        const text = parts.join('');
        const offset = Math.min(at, text.length);
        const { start, end } = sentenceAround(text, offset, 0, text.length);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(start).toBeLessThanOrEqual(end);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      }),
    );
  });

  it('is looked for only nearby', () => {
    const text = 'a '.repeat(100_000);
    const { start, end } = sentenceAround(text, 100_000, 0, text.length);
    expect(end - start).toBeLessThan(5000);
  });
});
