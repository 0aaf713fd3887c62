import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyse, analyseSliced } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { work } from '../../../../src/core/text/work.ts';
import { withBothClintons } from './people.ts';

const names = new NameMatcher(withBothClintons);

/** All that an analysis says. */
const everything = (analysis: Analysis) => ({
  mentions: analysis.mentionsIn(0, analysis.text.length),
  dates: analysis.datesIn(0, analysis.text.length),
  masked: analysis.maskedIn(0, analysis.text.length),
  quotations: analysis.quotationsIn(0, analysis.text.length),
  blocks: analysis.blocksIn(0, analysis.text.length),
  keys: analysis.keysIn(0, analysis.text.length),
  notes: analysis.footnotes.in(0, analysis.text.length),
});

const piece = fc.constantFrom(
  'John Kerry ',
  'Kerry ',
  'Secretary Clinton ',
  'Bill Clinton ',
  'Clinton ',
  'Rice ',
  'Condoleezza Rice ',
  'Lavrov. ',
  'in September 2013 ',
  '14 ',
  '2013 ',
  'some words here. ',
  'x',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '    ',
  '\t',
  '> ',
  '- ',
  '1. ',
  '# ',
  '`',
  '```\n',
  '~~~\n',
  '***\n',
  '---\n',
  '===\n',
  '<div>\n',
  '<!-- ',
  '-->',
  '[a](b)',
  '[a]: /u\n',
  '[^1]: ',
  '| a | b |\n',
  '| - | - |\n',
  '+++\n',
  '...\n',
  '$',
  '@key ',
  '{cite:p}`',
  '{cite}`key, {see Kerry}other{para. 5}`',
  '{cite:t}',
  '; other` ',
  '[^1]',
  '“',
  '”',
  '"',
  ' «',
  '» ',
);
const soup = fc.array(piece, { maxLength: 60 }).map(parts => parts.join(''));
/** Long enough to be kept in several pieces. */
const document = fc
  .tuple(
    fc.array(soup, { minLength: 1, maxLength: 12 }),
    fc.constantFrom('', '---\n', '---\ntitle: x\n---\n'),
    fc.boolean(),
  )
  .map(
    ([parts, head, long]) =>
      head + parts.join(long ? `\n\n${'A plain paragraph with nothing in it. '.repeat(40)}\n\n` : '\n\n'),
  );

/** A change by fractions, so that it fits any text. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(30),
  text: fc.array(piece, { maxLength: 4 }).map(parts => parts.join('')),
});

describe('an edited analysis', () => {
  it('says what a fresh one says, after any changes', () => {
    fc.assert(
      fc.property(
        document,
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        (start, edits) => {
          let analysis = analyse(start, names);
          for (const edit of edits) {
            const { text: old } = analysis;
            const changes: { start: number; end: number; inserted: number }[] = [];
            let text = '';
            let kept = 0;
            for (const { at, length, text: inserted } of [...edit].sort((a, b) => a.at - b.at)) {
              const from = Math.max(kept, Math.floor(at * old.length));
              const to = Math.min(old.length, from + length);
              changes.push({ start: from, end: to, inserted: inserted.length });
              text += old.slice(kept, from) + inserted;
              kept = to;
            }
            text += old.slice(kept);
            analysis = analysis.edit(changes.reverse(), text);
            expect(analysis.text).toBe(text);
            expect(everything(analysis)).toEqual(everything(analyse(text, names)));
          }
        },
      ),
      { numRuns: 250 },
    );
  });

  const paragraph =
    'Then John Kerry met Sergey Lavrov in Geneva on 14 September 2013 and `code` was [read](x). '.repeat(5);

  it('costs as much as the blocks that the change touches, not as the text', () => {
    const cost = (paragraphs: number): number => {
      const text = `${paragraph}\n\n`.repeat(paragraphs);
      const analysis = analyse(text, names);
      const at = Math.floor(text.length / 2);
      work.units = 0;
      analysis.edit([{ start: at, end: at, inserted: 1 }], `${text.slice(0, at)}x${text.slice(at)}`);
      return work.units;
    };
    expect(cost(2000)).toBeLessThan(cost(50) * 2);
    expect(cost(2000)).toBeLessThan(40_000);
  });

  it('stays quick where much is typed at one place', () => {
    let text = `${paragraph}\n\n`.repeat(100);
    let analysis = analyse(text, names);
    work.units = 0;
    const at = Math.floor(text.length / 2);
    for (let typed = 0; typed < 200; typed++) {
      text = `${text.slice(0, at + typed)}${typed % 10 === 9 ? '\n' : 'x'}${text.slice(at + typed)}`;
      analysis = analysis.edit([{ start: at + typed, end: at + typed, inserted: 1 }], text);
    }
    expect(work.units / 200).toBeLessThan(40_000);
    expect(everything(analysis)).toEqual(everything(analyse(text, names)));
  });
});

describe('questions to an analysis', () => {
  const text =
    '# Notes\n\nThen Secretary Kerry met Lavrov on 14 September 2013.\n\n> `Kerry` left\n> Geneva.\n';
  const analysis = analyse(text, names);
  const at = (needle: string, add = 0): number => text.indexOf(needle) + add;

  it('about an offset are answered for the units of the range only', () => {
    expect(analysis.mentionAt(at('Secretary'))?.people).toEqual(['kerry']);
    expect(analysis.mentionAt(at('Kerry met', 4))?.people).toEqual(['kerry']);
    expect(analysis.mentionAt(at('Kerry met', 5))).toBeUndefined();
    expect(analysis.mentionAt(at('Secretary', -1))).toBeUndefined();
    expect(analysis.mentionAt(at('`Kerry`', 2))).toBeUndefined();
    expect(analysis.mentionAt(text.length + 5)).toBeUndefined();
    expect(analysis.mentionAt(-1)).toBeUndefined();
  });

  it('about a range are answered with what touches it', () => {
    expect(analysis.mentionsIn(at('met'), at('met', 3))).toEqual([]);
    expect(analysis.mentionsIn(at('met'), at('Lavrov', 2)).map(mention => mention.form)).toEqual(['Lavrov']);
    expect(analysis.datesIn(0, text.length)).toEqual([
      { start: at('14'), end: at('.\n\n>'), edtf: '2013-09-14' },
    ]);
    expect(analysis.maskedIn(0, at('`Kerry`', -1))).toEqual([]);
    expect(analysis.paragraphAt(at('left'))).toEqual({
      kind: 'paragraph',
      quoted: true,
      start: at('`Kerry`'),
      end: at('\n', 0) + text.slice(at('\n')).lastIndexOf('.') + 1,
    });
  });

  it('about every offset agree with the list of all', () => {
    fc.assert(
      fc.property(document, source => {
        const whole = analyse(source, names);
        const all = whole.mentionsIn(0, source.length);
        for (let offset = 0; offset <= source.length; offset++) {
          expect(whole.mentionAt(offset)).toEqual(
            all.find(({ start, end }) => start <= offset && offset < end),
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a sliced analysis', () => {
  const slices = (text: string): { most: number; count: number; analysis: Analysis } => {
    const steps = analyseSliced(text, names);
    let most = 0;
    for (let count = 0; ; count++) {
      work.units = 0;
      const step = steps.next();
      most = Math.max(most, work.units);
      if (step.done) return { most, count, analysis: step.value };
    }
  };
  const sentence = 'Then John Kerry met Sergey Lavrov in Geneva on 14 September 2013 and `code` was read. ';

  it.each([
    ['many paragraphs', `${sentence}\n\n`.repeat(8000)],
    ['one enormous line', sentence.repeat(8000)],
    ['one enormous quotation', `> ${sentence}\n`.repeat(8000)],
    ['quotations in quotations', `> > ${sentence}\n`.repeat(8000)],
    ['one enormous row of a table', `| a | b |\n|---|---|\n${`| ${sentence}`.repeat(8000)}`],
    ['an enormous cell of a table', `| a | b |\n|---|---|\n| ${sentence.repeat(8000)}`],
    ['definitions', '[label]: https://example.org/a "A title"\n'.repeat(16_000)],
    ['definitions in a quotation', '> [label]: https://example.org/a\n> "A title"\n'.repeat(16_000)],
    ['HTML', `<p>${sentence}</p>\n`.repeat(8000)],
    ['many lines', `${'a\n'.repeat(300_000)}`],
    [
      'one enormous list item',
      `- ${sentence}\n`.replace(/\n/, '\n  ').repeat(1) + `${sentence}\n  `.repeat(8000),
    ],
  ])('gives the thread back often: %s', (_, text) => {
    const { most, count, analysis } = slices(text);
    expect(count).toBeGreaterThan(5);
    // Nothing but the search for its end goes over a whole line at once.
    const longest = text.split('\n').reduce((length, line) => Math.max(length, line.length), 0);
    expect(most).toBeLessThan(100_000 + 2 * longest);
    expect(everything(analysis)).toEqual(everything(analyse(text, names)));
  });

  it('gives the thread back while it tells the quotations of one line', () => {
    const line = (piece: string) => slices(piece.repeat(100_000));
    expect(line('“a” ').analysis.quotationsIn(0, 1_000_000)).toHaveLength(100_000);
    expect(line('“a” ').count).toBeGreaterThan(line('(a) ').count + 50);
  });
});

describe('a big paste', () => {
  it('gives the thread back often and says what a fresh analysis says', () => {
    const pasted = 'Then John Kerry met Sergey Lavrov in Geneva on 14 September 2013.\n\n'.repeat(10_000);
    const text = `Before.\n\n${pasted}After, Kerry left.\n`;
    const steps = analyse('Before.\n\nAfter, Kerry left.\n', names).editSliced(
      [{ start: 9, end: 9, inserted: pasted.length }],
      text,
    );
    let yields = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) yields++;
    expect(yields).toBeGreaterThan(5);
    expect(everything(step.value)).toEqual(everything(analyse(text, names)));
  });
});

describe('the work for a text', () => {
  it('follows its length, whatever is repeated in it', () => {
    const parts = [
      ...'` ``` `a``b [ [a]( [a](b" ]( ![ [a][ < <a <a_b=" <!-- <!--a <? <![CDATA[ <!A $ $a $$a {{ {% @ a@ a@b. @{ http:// www. > >- # | \\ \\` _ * [^ [^a] ( (((( [[[[a]]]] ](a('.split(
        ' ',
      ),
      '{cite}`',
      '{cite}`a,',
      '{cite}`a`',
      '{a,',
      'John ',
      'Kerry ',
      'Kerry-',
      'J. ',
      'John\n',
      'Secretary ',
      'of ',
      'President of the United States ',
      'Kerry’',
      '. ',
      '…',
      '2013 ',
      '13 September ',
      '라브로프',
      '拉夫罗夫',
      'ラブロフ',
      '&nbsp;',
      '\r',
      '\n\n',
      '\t',
      '\ud800',
      'Rice ',
      'Clinton ',
      '---\n',
      '- - ',
      '\n- ',
      '\n> ',
      '    - ',
      'a|b\n',
      '| - |\n',
      '\n[a]: /u "',
      '\n[a]: /u (\n',
      '\n[a]: <',
      '\n[^a]: ',
      '<div>\n',
      '<pre>\n',
      'a\n===\n',
      '> - ',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.constantFrom('', ...parts, 'x', '\n'), (a, b) => {
        const cost = (length: number): number => {
          const text = (a + b).repeat(Math.ceil(length / (a + b).length)).slice(0, length);
          work.units = 0;
          const analysis = analyse(text, names);
          analysis.mentionsIn(0, length);
          return work.units;
        };
        expect(cost(40_000)).toBeLessThan(40_000 * 60);
        expect(cost(40_000)).toBeLessThan(cost(10_000) * 5 + 10_000);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
