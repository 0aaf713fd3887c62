import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentWords } from '../../../../src/core/citation/content-words.ts';

describe('the words by which sources for a sentence are looked for', () => {
  it('are those that tell what it is about', () => {
    expect(contentWords('In the end, Lavrov’s talks with her were about Syria.', 25)).toBe(
      'end Lavrov’s talks Syria',
    );
  });

  it('stand once each, however they are written', () => {
    expect(contentWords('Geneva, GENEVA and genève: Geneva’s talks, Talks', 25)).toBe('Geneva genève talks');
  });

  it('are names and numbers first where there are too many, in their order', () => {
    expect(contentWords('long talks held Kerry 2013 dinner guests Geneva', 4)).toBe('long Kerry 2013 Geneva');
  });

  it('are none where a sentence has no subject', () => {
    expect(contentWords('It was what it was.', 25)).toBe('');
    expect(contentWords('', 25)).toBe('');
  });

  it('are words of other scripts too', () => {
    expect(contentWords('Лавров и Керри встретились в Женеве, чтобы ещё раз обсудить её.', 25)).toBe(
      'Лавров Керри встретились Женеве обсудить',
    );
  });

  it('are never more than asked for, and all from the text, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 0, max: 9 }),
        (text, most) => {
          const found = contentWords(text, most).split(' ').filter(Boolean);
          expect(found.length).toBeLessThanOrEqual(most);
          expect(new Set(found).size).toBe(found.length);
          for (const word of found) expect(text).toContain(word);
        },
      ),
    );
  });
});
