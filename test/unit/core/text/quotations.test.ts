import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QuotationScanner, type QuotedRange } from '../../../../src/core/text/quotation-scan.ts';
import { blockQuotation } from '../../../../src/core/text/quotations.ts';
import { work } from '../../../../src/core/text/work.ts';

/** What is found in `source` from `from` to `to`. */
function scan(source: string, masked: readonly number[] = [], from = 0, to = source.length): QuotedRange[] {
  const found: QuotedRange[] = [];
  const scanner = new QuotationScanner(source, from, to, masked, quotation => found.push(quotation));
  // In small steps, as a long paragraph is gone through.
  while (!scanner.run(7));
  return found;
}

const words = (source: string, masked?: readonly number[]): string[] =>
  scan(source, masked).map(({ wordsStart, wordsEnd }) => source.slice(wordsStart, wordsEnd));

describe('quotations stand between marks', () => {
  it.each([
    ['He said: "We agree." Then "bye".', ['We agree.', 'bye']],
    ['“We agree,” he said. “Yes.”', ['We agree,', 'Yes.']],
    ['„Ja“, sagte er. „Nein”, sagte sie.', ['Ja', 'Nein']],
    ['»Ja«, sagte er, ›nein‹ sie.', ['Ja', 'nein']],
    ['« Oui », dit-il ; «\u202fnon\u202f», dit-elle.', ['Oui', 'non']],
    ['«Да», — сказал он.', ['Да']],
    ['«Mr. No» ‹and› ‚others‘', ['Mr. No', 'and', 'others']],
    ['”Ja”, sade han.', ['Ja']],
    ['»Kyllä», hän sanoi.', ['Kyllä']],
    ['他说:“这是好的”。所谓“好”字。', ['这是好的', '好']],
    ['彼は「はい」と言い、『本』を閉じた。', ['はい', '本']],
    ["He said 'we agree', she said ‘we do’.", ['we agree', 'we do']],
    ['**"Bold"** and _"slanted"_ and *“both”*', ['Bold', 'slanted', 'both']],
    ['("In brackets") ["too"]', ['In brackets', 'too']],
    ['he said—"yes"—and "I never—" he', ['yes', 'I never—']],
    ['\\"Escaped\\" as well', ['Escaped']],
    ['"Over\ntwo lines"', ['Over\ntwo lines']],
  ])('in %j', (source, expected) => {
    expect(words(source)).toEqual(expected);
  });

  it('of which the marks are no part', () => {
    const source = 'A « b » c';
    expect(scan(source)).toEqual([{ start: 2, end: 7, wordsStart: 4, wordsEnd: 5 }]);
  });

  it.each([
    ['“He said ‘no’ to me,” she said.', ['He said ‘no’ to me,']],
    ['"He said "no" to me," she said.', ['He said "no" to me,']],
    ['“He said “no” to me,” she said.', ['He said “no” to me,']],
    ['«Мы видели „Войну“», — да', ['Мы видели „Войну“']],
    ['„Er sagte ‚ja‘.“', ['Er sagte ‚ja‘.']],
    ['""No," he said," she said.', ['"No," he said,']],
    ["'“Yes,” he said, “we do”'", ['“Yes,” he said, “we do”']],
  ])('and what is quoted inside is a part of it: %j', (source, expected) => {
    expect(words(source)).toEqual(expected);
  });
});

describe('no quotation is', () => {
  it.each([
    ['an apostrophe', "They don’t know the states’ rights, nor Kerry's, nor the diplomats' own."],
    ['what is left out', "’90s music, 'n' roll, ‘tis, 'em, rock ’n’ roll"],
    ['a measure', 'He is 6\'2" tall, the pipe 5" wide, at 40° 26\' 46"'],
    ['an attribute', 'key="value" and x=\'y\''],
    ['a letter of another language', 'the emirate of ‘Abd al-Rahman and צה"ל'],
    ['what is not closed', 'He said "we agree and left. He said “we agree and left.'],
    ['what is closed only', 'we agree," he said. We agree,” he said. Да», — да'],
    ['empty', '"" and "…" and “?” and « »'],
    ['a mark alone', 'a " b ” c » d \' e'],
    ['unsure for a mark that is missing', '"We agree. "No," he said, "never."'],
  ])('%s', (_, source) => {
    expect(words(source)).toEqual([]);
  });

  it('in what is not prose, nor do its marks count', () => {
    const source = 'He `"x"` said "a `"` b" <i title="no">';
    const masked = [3, 8, 17, 20, 24, 38];
    expect(words(source, masked)).toEqual(['a `"` b']);
    expect(words('"`code`"', [1, 7])).toEqual([]);
  });
});

describe('where marks are apostrophes as well', () => {
  it.each([
    ["'the states' position,' he said", ["the states' position,"]],
    ["the 'reset' of 2009 isn't 'war crimes' yet", ['reset', 'war crimes']],
    ["Kerry's 'no' and the others' 'yes'", ['no', 'yes']],
    ['‘Don’t,’ he said; it’s ‘fine’', ['Don’t,', 'fine']],
    ['"a 5" pipe," he said of "2013" and "6"', ['a 5" pipe,', '2013', '6']],
  ])('the clearer one closes: %j', (source, expected) => {
    expect(words(source)).toEqual(expected);
  });
});

describe('a speech of several paragraphs', () => {
  it('goes on to the end of a paragraph that it begins and does not end', () => {
    expect(scan('“We agree.')).toEqual([{ start: 0, end: 10, wordsStart: 1, wordsEnd: 10 }]);
    expect(words('*"We agree ‘now’.* ')).toEqual(['We agree ‘now’.*']);
    expect(words('«Мы согласны')).toEqual(['Мы согласны']);
  });

  it('is none where a single mark begins the paragraph', () => {
    expect(words("'Twas late")).toEqual([]);
    expect(words('‘We agree')).toEqual([]);
  });
});

describe('a block quotation', () => {
  const block = (source: string): string | undefined => {
    const found = blockQuotation(source, 0, source.length);
    return found && source.slice(found.wordsStart, found.wordsEnd);
  };

  it.each([
    ['We agree.', 'We agree.'],
    ['> We agree.\n> On all.', 'We agree.\n> On all.'],
    ['We agree on it.\n— John Kerry, 14 September 2013', 'We agree on it.'],
    ['We agree. – John Kerry', 'We agree.'],
    ['We agree.\\\n**-- [John Kerry](x), 2013–2017**', 'We agree.'],
    ['> We agree.\n>\n> — Jean-Yves Le Drian', 'We agree.'],
    ['We — all of us — agree.', 'We — all of us — agree.'],
    ['We agree — Kerry too', 'We agree — Kerry too'],
    ['It was 2013–2017.', 'It was 2013–2017.'],
    ['— Да, — сказал он.', '— Да, — сказал он.'],
  ])('is the paragraph without its attribution: %j', (source, expected) => {
    expect(block(source)).toBe(expected);
  });

  it.each([
    '"We agree"',
    '> “We agree,” he said.',
    '*«Да»*',
    '— John Kerry',
    '[!NOTE]\nMind',
    '***',
    '',
    '> ',
  ])('is not %j', source => {
    expect(block(source)).toBeUndefined();
  });
});

const piece = fc.constantFrom(
  ...'"“”„\'‘’‚«»‹›「」『』'.split(''),
  ...[
    'a',
    'b c',
    'Kerry’s',
    "don't",
    'é',
    '好',
    '5',
    ' ',
    ' ',
    '.',
    ',',
    '—',
    '(',
    ')',
    '*',
    '\\',
    '\n',
    '\u00a0',
    '\ud800',
  ],
);
const soup = fc.array(piece, { maxLength: 60 }).map(parts => parts.join(''));

describe('in any text', () => {
  it('quotations lie in order, apart from each other, around their words', () => {
    fc.assert(
      fc.property(soup, fc.array(fc.nat(60)), (source, cuts) => {
        const offsets = [...new Set(cuts)].filter(cut => cut <= source.length).sort((a, b) => a - b);
        const masked = offsets.slice(0, offsets.length - (offsets.length % 2));
        let last = 0;
        for (const { start, end, wordsStart, wordsEnd } of scan(source, masked)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(wordsStart).toBeGreaterThan(start);
          expect(wordsEnd).toBeGreaterThan(wordsStart);
          expect(source.slice(wordsStart, wordsEnd)).toMatch(/^\S(?:.*\S)?$/s);
          // Only what goes on to the end of the leaf has no closing mark.
          if (wordsEnd === end) expect(source.slice(end)).toMatch(/^\s*$/);
          for (let at = 0; at < masked.length; at += 2) {
            const inMask = (offset: number) => (masked[at] ?? 0) <= offset && offset < (masked[at + 1] ?? 0);
            expect([inMask(start), wordsEnd < end && inMask(end - 1)]).toEqual([false, false]);
          }
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('one leaf says nothing of another', () => {
    fc.assert(
      fc.property(fc.array(soup, { maxLength: 6 }), leaves => {
        const source = leaves.join('|');
        let from = 0;
        for (const leaf of leaves) {
          const moved = scan(leaf).map(found =>
            Object.fromEntries(Object.entries(found).map(([key, offset]) => [key, offset + from])),
          );
          expect(scan(source, [], from, from + leaf.length)).toEqual(moved);
          from += leaf.length + 1;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the work follows the length', () => {
    const parts = [
      '"',
      '"a',
      'a"',
      '"a" ',
      '“',
      '”',
      '“a',
      " 'a",
      "as' ",
      '\'"a ',
      '‘a «',
      '»',
      '5" a',
      "'a 's",
      ' "',
      '„a “',
      'a ',
      '\\"',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.constantFrom('', ...parts), (a, b) => {
        const cost = (length: number): number => {
          work.units = 0;
          scan((a + b).repeat(Math.ceil(length / (a + b).length)));
          return work.units;
        };
        expect(cost(8000)).toBeLessThan(8000 * 6);
        expect(cost(8000)).toBeLessThan(cost(2000) * 4.5 + 1000);
      }),
      { numRuns: 200 },
    );
  });
});
