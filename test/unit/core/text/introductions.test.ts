import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Analysis, analyse } from '../../../../src/core/text/analysis.ts';
import { isIntroducedBefore } from '../../../../src/core/text/introductions.ts';
import { LineIndex } from '../../../../src/core/text/line-index.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { people } from './people.ts';

const names = new NameMatcher(people);

function isIntroduced(analysis: Analysis, offset: number): boolean {
  const steps = isIntroducedBefore(analysis, 'kerry', offset);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const introduced = (marked: string): boolean =>
  isIntroduced(analyse(marked.replace('|', ''), names), marked.indexOf('|'));

describe('an introduction', () => {
  it('is a full name before', () => {
    expect(introduced('John Kerry came. Then |Kerry left.')).toBe(true);
    expect(introduced('Kerry came. Then |Kerry left.')).toBe(false);
    expect(introduced('|Kerry came. Then John Kerry left.')).toBe(false);
    expect(introduced('|John Kerry came.')).toBe(false);
  });

  it('may be far away', () => {
    const filler = 'Nothing of note happened on that day.\n\n'.repeat(500);
    expect(introduced(`John Kerry came.\n\n${filler}|Kerry left.`)).toBe(true);
    expect(introduced(`${filler}|Kerry left.\n\n${filler}John Kerry came.`)).toBe(false);
  });

  it('is forgotten when it is taken away', () => {
    const filler = 'Nothing of note happened on that day.\n\n'.repeat(500);
    const text = `John Kerry came.\n\n${filler}Kerry left.`;
    const analysis = analyse(text, names);
    expect(isIntroduced(analysis, text.lastIndexOf('Kerry'))).toBe(true);
    const without = text.slice(5);
    const edited = analysis.edit([{ start: 0, end: 5, inserted: 0 }], without);
    expect(isIntroduced(edited, without.lastIndexOf('Kerry'))).toBe(false);
  });
});

describe('the lines of a text', () => {
  it('end as editors have it', () => {
    const lines = new LineIndex('one\r\ntwo\rthree\n\nfive');
    expect(lines.placeOf(0)).toEqual({ line: 0, character: 0 });
    expect(lines.placeOf(6)).toEqual({ line: 1, character: 1 });
    expect(lines.placeOf(9)).toEqual({ line: 2, character: 0 });
    expect(lines.placeOf(15)).toEqual({ line: 3, character: 0 });
    expect(lines.placeOf(20)).toEqual({ line: 4, character: 4 });
  });

  it('place every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\u2028') }), text => {
        const lines = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const before = text.slice(0, offset).split(/\r\n|\r(?!$)|\n|\r$/);
          const { line, character } = lines.placeOf(offset);
          if (text.slice(offset - 1, offset + 1) === '\r\n') continue;
          expect({ line, character }).toEqual({ line: before.length - 1, character: before.at(-1)?.length });
        }
      }),
    );
  });
});
