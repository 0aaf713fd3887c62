import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { blockQuotation } from '../../../../src/core/text/quotations.ts';
import { speakerOf } from '../../../../src/core/text/speakers.ts';
import { work } from '../../../../src/core/text/work.ts';
import { people } from './people.ts';

const names = new NameMatcher(people);
const gender = (id: string) => people.find(person => person.id === id)?.gender;

/** Who speaks each quotation of a text, and where the clause stands: `kerry before`, `nobody`. */
function speakers(text: string): string[] {
  const analysis = analyse(text, names);
  const { length } = text;
  const quotations = analysis.quotationsIn(0, length);
  const options = { quotations, masked: analysis.maskedIn(0, length), gender };
  return quotations.map(quotation => {
    const paragraph = analysis.paragraphAt(quotation.start) ?? { start: 0, end: length };
    const speaker = speakerOf(text, quotation, paragraph, analysis.mentionsIn(0, length), options);
    return speaker ? `${speaker.mention.people.join('/')} ${speaker.clause}` : 'nobody';
  });
}

/** The sentences of the corpus by their headings, each with the expected speakers. */
const corpus: { readonly group: string; readonly lines: { text: string; expected: string[] }[] }[] = [];
for (const line of readFileSync(join(import.meta.dirname, '../../../fixtures/markdown/speakers.txt'), 'utf8')
  .split('\n')
  .slice(2)) {
  const [text = '', expected = ''] = line.split(' → ');
  if (line.startsWith('## ')) corpus.push({ group: line.slice(3), lines: [] });
  else if (line !== '')
    corpus.at(-1)?.lines.push({ text: text.replaceAll('\\n', '\n'), expected: expected.split('; ') });
}

describe('the speakers of the corpus', () => {
  const table: Record<string, { right: number; nobody: number; wrong: number; missed: number }> = {};
  let [right, missed] = [0, 0];
  const silent: string[] = [];

  it.each(corpus)('are told or left open: $group', ({ group, lines }) => {
    const counts = { right: 0, nobody: 0, wrong: 0, missed: 0 };
    table[group] = counts;
    const wrong: string[] = [];
    for (const { text, expected } of lines) {
      const found = speakers(text);
      expect([text, found.length]).toEqual([text, expected.length]);
      for (const [index, speaker] of found.entries()) {
        if (speaker === expected[index]) counts[speaker === 'nobody' ? 'nobody' : 'right']++;
        else if (speaker === 'nobody') {
          counts.missed++;
          silent.push(text);
        } else {
          counts.wrong++;
          wrong.push(`${text} → ${found.join('; ')}`);
        }
      }
    }
    right += counts.right;
    missed += counts.missed;
    expect(wrong).toEqual([]);
  });

  it('are seldom missed', () => {
    expect(right + missed).toBeGreaterThan(100);
    expect(right / (right + missed), silent.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  afterAll(() => {
    console.table(table);
    console.log(
      `speakers: none wrong, recall ${(right / (right + missed)).toFixed(3)}; missed:\n${silent.join('\n')}`,
    );
  });
});

describe('the speaker', () => {
  const text = 'Kerry came late. “We agree,” he said.';
  const quotation = analyse(text, names).quotationsIn(0, text.length)[0];
  const mentions = analyse(text, names).mentionsIn(0, text.length);

  it('is named by the mention that tells who it is', () => {
    if (quotation === undefined) throw new Error('no quotation');
    const speaker = speakerOf(text, quotation, { start: 0, end: text.length }, mentions, { gender });
    expect(speaker?.mention).toMatchObject({ start: 0, end: 5, people: ['kerry'] });
  });

  it('is not guessed from a pronoun by those who do not know what people are', () => {
    if (quotation === undefined) throw new Error('no quotation');
    expect(speakerOf(text, quotation, { start: 0, end: text.length }, mentions)).toBeUndefined();
  });

  it.each([
    ['Kerry said:\n\n> We have agreed on every point.\n> Nothing is left.', 'kerry before'],
    ['> We have agreed on every point.\n>\n> — John Kerry, 14 September 2013', 'kerry dash'],
    ['> We have agreed on every point.\n> — [Sergey Lavrov](https://example.org)', 'lavrov dash'],
    ['Kerry left.\n\n> We have agreed on every point.', 'nobody'],
    ['Kerry never said:\n\n> We have agreed on every point.', 'nobody'],
    ['> We have agreed.\n>\n> — an aide of Kerry', 'nobody'],
  ])('of a block quotation stands before or below it: %j', (block, expected) => {
    const analysis = analyse(block, names);
    const { length } = block;
    const words = blockQuotation(block, block.indexOf('>'), length);
    if (words === undefined) throw new Error('no quotation');
    const options = { masked: analysis.maskedIn(0, length) };
    const speaker = speakerOf(
      block,
      words,
      { start: 0, end: length },
      analysis.mentionsIn(0, length),
      options,
    );
    expect(speaker ? `${speaker.mention.people.join('/')} ${speaker.clause}` : 'nobody').toBe(expected);
  });

  const piece = fc.constantFrom(
    ...'Kerry|Lavrov|Secretary Kerry|’s|said|said:|told|called|quoted|was|by|who|and|that|not|as saying|he|she|it'.split(
      '|',
    ),
    ...'according to|words|the|an aide|of|to|in|Geneva|2013|again|deal|asked|спросил|Керри|dass|a déclaré'.split(
      '|',
    ),
    ...'“We agree.”|“no”|“Why?”|"yes,"|«да»|,|.|:|;|—|?|!|…|(|)|\n|\n> |[^1]|`x`|*|_|[|](u)|\ud800|é'.split(
      '|',
    ),
  );
  const soup = fc
    .array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', '')), { maxLength: 50 })
    .map(parts => parts.flat().join(''));

  it('is somebody whom the paragraph names outside of the words, or nobody, whatever the text', () => {
    fc.assert(
      fc.property(soup, source => {
        const analysis = analyse(source, names);
        const { length } = source;
        const all = analysis.mentionsIn(0, length);
        const options = {
          quotations: analysis.quotationsIn(0, length),
          masked: analysis.maskedIn(0, length),
          gender,
        };
        for (const each of options.quotations) {
          const paragraph = analysis.paragraphAt(each.start) ?? { start: 0, end: length };
          const mention = speakerOf(source, each, paragraph, all, options)?.mention;
          if (mention === undefined) continue;
          expect(all).toContainEqual(mention);
          expect(mention.start).toBeGreaterThanOrEqual(paragraph.start);
          expect(mention.end).toBeLessThanOrEqual(paragraph.end);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    'Kerry said “no” and ',
    '“no”',
    'Kerry, who met Lavrov, ',
    'Kerry and Lavrov said, ',
    'Kerry’s words of ',
    'he said he said ',
    'the deal, which ',
    'x ',
    'xman',
    '. ',
  ])('costs no more in a long paragraph than in a short one: %j', part => {
    const long = part.repeat(Math.ceil(200_000 / part.length));
    const source = `${long} Kerry said: “We agree,” he told ${long}`;
    const all = analyse(source, names);
    const at = source.indexOf('“We agree');
    const words = all.quotationsIn(at, at + 1).at(-1);
    if (words === undefined) throw new Error('no quotation');
    const [mentions, quotations] = [all.mentionsIn(0, source.length), all.quotationsIn(0, source.length)];
    work.units = 0;
    speakerOf(source, words, { start: 0, end: source.length }, mentions, { quotations, gender });
    expect(work.units).toBeLessThan(10_000);
  });
});
