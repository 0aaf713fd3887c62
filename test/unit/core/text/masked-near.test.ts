import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { type Lines, maskedNear } from '../../../../src/core/text/masked-near.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { work } from '../../../../src/core/text/work.ts';
import { withBothClintons } from './people.ts';

const names = new NameMatcher(withBothClintons);

function linesOf(text: string): Lines {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\r\n]/g)) starts.push(match.index + match[0].length);
  return {
    count: starts.length,
    at: line => text.slice(starts[line], starts[line + 1]).replace(/[\r\n]+$/, ''),
    of: offset => starts.findLastIndex(start => start <= offset),
    between: (offset, line) => text.slice(offset, starts[line] ?? text.length),
  };
}

const PLAIN = 'Then John Kerry met Sergey Lavrov in Geneva, and nothing more is told of it. ';
const piece = fc.constantFrom(
  ...[
    'some words ',
    '@key ',
    '[@key]',
    '`',
    '``',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '    ',
    '\t',
    '> ',
    '- ',
    '1. ',
    '# ',
  ],
  ...[
    '```\n',
    '~~~\n',
    '---\n',
    '===\n',
    '<div>\n',
    '<!-- ',
    '-->',
    '<script>\n',
    '[a](b)',
    '[a]: /u\n',
    '[^1]: ',
  ],
  ...['| a | b |\n', '| - | - |\n', '$', '$$\n', '{cite:p}`', '+++\n', 'me@example.org ', '<b>', '&amp;'],
);
const soup = fc.array(piece, { maxLength: 12 }).map(parts => parts.join(''));
const document = fc
  .tuple(
    fc.array(soup, { minLength: 4, maxLength: 12 }),
    fc.constantFrom('', '---\n', '---\ntitle: x\n---\n'),
  )
  .map(([parts, head]) => head + parts.join(`\n\n${PLAIN.repeat(30)}\n\n`));

describe('what is masked near a place', () => {
  it('is what an analysis of the whole text finds, after any change, wherever it is told', () => {
    let told = 0;
    fc.assert(
      fc.property(
        document,
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        fc.nat(30),
        soup,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 12 }),
        (old, at, length, inserted, asked) => {
          const start = Math.floor(at * old.length);
          const end = Math.min(old.length, start + length);
          const text = old.slice(0, start) + inserted + old.slice(end);
          const last = analyse(old, names);
          const whole = analyse(text, names);
          const change = { start, end, inserted: inserted.length };
          const near = asked.map(share => start + Math.floor(share * (inserted.length + 60)));
          for (const each of [...near, ...asked.map(share => Math.floor(share * text.length))]) {
            const offset = Math.min(each, text.length);
            const found = maskedNear(last, [change], offset, linesOf(text));
            if (found === undefined) continue;
            told++;
            const holding = ({ start: from, end: to }: { start: number; end: number }) =>
              from <= offset && offset < to;
            expect(found.filter(holding).map(({ kind }) => kind)).toEqual(
              whole
                .maskedIn(offset, offset)
                .filter(holding)
                .map(({ kind }) => kind),
            );
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(told).toBeGreaterThan(1000);
  });

  const big = (paragraphs: number): string => `${PLAIN.repeat(5)}\n\n`.repeat(paragraphs);
  const ask = (text: string, inserted: string, behind = 0, at = Math.floor(text.length / 2)) => {
    const place = text.indexOf('\n\n', at) + 2;
    const after = text.slice(0, place) + inserted + text.slice(place);
    const change = { start: place, end: place, inserted: inserted.length };
    return maskedNear(analyse(text, names), [change], place + behind, linesOf(after));
  };

  it('knows a fence that was opened a moment ago', () => {
    expect(ask(big(60), 'See [@h', 6)).toEqual([expect.objectContaining({ kind: 'citation' })]);
    expect(ask(big(60), 'See `[@h` ', 6)).toEqual([expect.objectContaining({ kind: 'code' })]);
    expect(ask(big(60), '```\n\nSee [@h', 11)).toEqual([expect.objectContaining({ kind: 'code' })]);
  });

  it('is not told where little text does not tell it', () => {
    expect(ask(big(60), 'See [@h', 6, 100)).toBeUndefined();
    expect(ask(big(60), `See [@h${' words'.repeat(20_000)}`, 6)).toBeUndefined();
    expect(ask(`---\n${big(60)}`, '---\n\nSee [@h', 6)).toBeUndefined();
    const far = { start: 9000, end: 9000, inserted: 1 };
    const text = big(600);
    expect(maskedNear(analyse(text, names), [far], 150_000, linesOf(text))).toBeUndefined();
  });

  it('costs as much as the paragraphs around it', () => {
    const cost = (paragraphs: number): number => {
      const text = big(paragraphs);
      const last = analyse(text, names);
      const lines = linesOf(text);
      work.units = 0;
      expect(maskedNear(last, [], text.length >> 1, lines)).toEqual([]);
      return work.units;
    };
    expect(cost(2000)).toBeLessThan(cost(50) * 3);
    expect(cost(2000)).toBeLessThan(20_000);
  });
});
