import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExactNames } from '../../../../src/core/text/exact-names.ts';

/** What is found, as it stands in the text. */
const found = (text: string, ...forms: string[]): string[] =>
  new ExactNames(forms).all(text).map(({ start, end }) => text.slice(start, end));

describe('names as they are written', () => {
  it('are found as whole words only', () => {
    const text = 'Rice, Riceville, Price, Rice’s, McRice, (Rice) Rice-led Rice_ 2Rice Ri\u00adce';
    expect(new ExactNames(['Rice']).all(text).map(hit => hit.start)).toEqual([0, 24, 41, 47, 56]);
  });

  it('differ by case and diacritics', () => {
    expect(found('Kerry KERRY kerry Kérry', 'Kerry')).toEqual(['Kerry']);
    expect(found('Ławrow Lawrow', 'Ławrow')).toEqual(['Ławrow']);
    expect(found('Лавров, Лаврова', 'Лавров')).toEqual(['Лавров']);
  });

  it('may be parted by any white space', () => {
    const text = 'John Kerry, John\u00a0Kerry, John\r\n  Kerry, JohnKerry, John-Kerry, John\u202f\tKerry';
    expect(found(text, 'John Kerry')).toEqual([
      'John Kerry',
      'John\u00a0Kerry',
      'John\r\n  Kerry',
      'John\u202f\tKerry',
    ]);
    expect(new ExactNames([' John\u00a0Kerry ']).all(text)).toHaveLength(4);
  });

  it('give way to longer ones that begin with them', () => {
    expect(found('Hillary Rodham Clinton, Hillary, Hillary Clinton', 'Hillary', 'Hillary Clinton')).toEqual([
      'Hillary',
      'Hillary',
      'Hillary Clinton',
    ]);
    expect(found('the late J. R. Kerry Jr. and J. R.', 'J. R.', 'J. R. Kerry Jr.', 'Kerry')).toEqual([
      'J. R. Kerry Jr.',
      'J. R.',
    ]);
  });

  it('need no words where a script has none', () => {
    expect(found('与拉夫罗夫会面', '拉夫罗夫', '拉夫')).toEqual(['拉夫罗夫']);
  });

  it('may be citation keys', () => {
    expect(found('See [@kerry-2013, p. 3] and @Kerry-2013.', 'kerry-2013')).toEqual(['kerry-2013']);
  });

  it('are told by the form that was given', () => {
    const [hit] = new ExactNames(['Colin Powell']).all('with Colin\nPowell');
    expect(hit).toEqual({ start: 5, end: 17, form: 'Colin Powell' });
  });

  it('are found after a place, or not at all', () => {
    const names = new ExactNames(['Kerry', 'Rice']);
    expect(names.next('Kerry and Rice', 1)?.start).toBe(10);
    expect(names.next('Kerry and Rice', 11)).toBeUndefined();
    expect(names.some('Nobody met Price.')).toBe(false);
    expect(names.some('They met Rice')).toBe(true);
    expect(new ExactNames([]).some('Kerry')).toBe(false);
    expect(new ExactNames(['', ' \n']).some(' \n ')).toBe(false);
  });

  // Of these words each two have the same hash.
  it('with the same hash are kept apart', () => {
    expect(found('Aa BB AaBB BBAa CC', 'Aa', 'AaBB', 'BBBB')).toEqual(['Aa', 'AaBB']);
    expect(found('AaAa BBBB AaBB BBAa', 'AaAa', 'BBBB', 'BBAa')).toEqual(['AaAa', 'BBBB', 'BBAa']);
  });

  /** Every form at every place, by a regular expression of its own; the longest from the left. */
  function reference(text: string, forms: readonly string[]): string[] {
    const space = '[\\t-\\r \\u00a0]';
    const hits: string[] = [];
    const patterns = forms
      .filter(form => form.trim() !== '')
      .map(form => {
        const words = form
          .trim()
          .split(/\s+/)
          .map(word => word.replaceAll('.', '\\.'));
        const before = /^[\p{L}\p{M}\p{N}]/u.test(form.trim()) ? '(?<![\\p{L}\\p{M}\\p{N}])' : '';
        const after = /[\p{L}\p{M}\p{N}]$/u.test(form.trim()) ? '(?![\\p{L}\\p{M}\\p{N}])' : '';
        return new RegExp(`${before}${words.join(`${space}+`)}${after}`, 'uy');
      });
    for (let at = 0; at < text.length; ) {
      let end = at;
      for (const pattern of patterns) {
        pattern.lastIndex = at;
        if (pattern.test(text)) end = Math.max(end, pattern.lastIndex);
      }
      if (end > at) hits.push(`${at}-${end}`);
      at = Math.max(end, at + 1);
    }
    return hits;
  }

  it('are those that a regular expression for each form finds', () => {
    const piece = fc.constantFrom('a', 'A', 'BB', 'é', ' ', ' ', '\u00a0', '\n', '.', '’');
    const written = (minLength: number, maxLength: number) =>
      fc.array(piece, { minLength, maxLength }).map(parts => parts.join(''));
    let hits = 0;
    fc.assert(
      fc.property(written(20, 60), fc.array(written(1, 4), { minLength: 4, maxLength: 9 }), (text, forms) => {
        const all = new ExactNames(forms).all(text);
        hits += all.length;
        expect(all.map(({ start, end }) => `${start}-${end}`)).toEqual(reference(text, forms));
      }),
      { numRuns: 120 },
    );
    expect(hits).toBeGreaterThan(200);
  });

  it('are looked for in any text without an error', () => {
    // Any units, halves of surrogate pairs too.
    const any = (maxLength: number) =>
      fc.array(fc.nat(0xffff), { maxLength }).map(units => String.fromCharCode(...units));
    fc.assert(
      fc.property(any(60), fc.array(any(2), { maxLength: 8 }), (text, forms) => {
        const own = [...forms, text.slice(3, 6)];
        for (const { start, end } of new ExactNames(own).all(text)) expect(start).toBeLessThan(end);
      }),
    );
  });
});
