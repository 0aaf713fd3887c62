import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyBeingTyped, locatorBeingTyped, wordsBeingTyped } from '../../../../src/core/text/typing.ts';

describe('a citation key being typed', () => {
  const typed = (before: string): string | undefined => keyBeingTyped(before)?.typed;

  it('begins at a mark that begins a word, in brackets or not', () => {
    expect(typed('As shown [@')).toBe('');
    expect(typed('As shown [@reut')).toBe('reut');
    expect(typed('[see @a-2013, para. 4; @')).toBe('');
    expect(typed('[-@reuters-2013')).toBe('reuters-2013');
    expect(typed('@ker')).toBe('ker');
    expect(typed('«@Лав')).toBe('Лав');
  });

  it('goes on behind what may stand inside a key', () => {
    expect(typed('[@reuters-')).toBe('reuters-');
    expect(typed('[@doe:2013_')).toBe('doe:2013_');
    expect(typed('[@doe--')).toBeUndefined();
    expect(typed('[@{doe/20')).toBe('doe/20');
    expect(keyBeingTyped('[@{doe')).toEqual({ start: 3, typed: 'doe', braced: true });
  });

  it('stands bare in a role of MyST’s, behind what parts it from others', () => {
    for (const [before, expected] of [
      ['So {cite:p}`', ''],
      ['So {cite:p}`reut', 'reut'],
      ['So {cite}`vale-2013{para. 4, 5}, ', ''],
      ['So {cite:t}`vale-2013;reut', 'reut'],
      ['So {cite:p}``{see}reut', 'reut'],
      ['So {cite:p}`{see, e.g.}', ''],
    ] as const) {
      const found = keyBeingTyped(before);
      expect(found).toEqual({
        start: before.length - expected.length,
        typed: expected,
        braced: false,
        role: true,
      });
    }
    for (const before of [
      'So {cite:p}',
      'So {cite:p}`vale` and',
      'So \\{cite:p}`reut',
      'So {ref}`reut',
      'So {cite:p}`reut vale',
      'So {cite:p}`{see',
      'So {cite:p}`vale{p. ',
    ]) {
      expect(typed(before)).toBeUndefined();
    }
  });

  it('is none in an address, behind a backslash and once it has ended', () => {
    for (const before of [
      'mail me@exa',
      '_@x',
      'л@x',
      '𝒶@x',
      '\\@x',
      '[@reuters ',
      '[@reuters, ',
      '[@{doe}',
      'word',
      '',
    ]) {
      expect(typed(before)).toBeUndefined();
    }
  });
});

describe('a locator being typed', () => {
  /** What is replaced, and whether the word for paragraph stands there. */
  const locator = (before: string) => {
    const found = locatorBeingTyped(before);
    return found && [found.key, before.slice(found.start), found.labelled];
  };

  it('begins behind the comma of a key in brackets', () => {
    expect(locator('[@vale-2013,')).toEqual(['vale-2013', '', false]);
    expect(locator('[@vale-2013, ')).toEqual(['vale-2013', '', false]);
    expect(locator('[@vale-2013, par')).toEqual(['vale-2013', 'par', false]);
    expect(locator('[@vale-2013, 12')).toEqual(['vale-2013', '12', false]);
    expect(locator('[@vale-2013, para. ')).toEqual(['vale-2013', '', true]);
    expect(locator('[@vale-2013, para. 1')).toEqual(['vale-2013', '1', true]);
    expect(locator('[see @roe; @vale-2013, paras. 4, 1')).toEqual(['vale-2013', '1', true]);
    expect(locator('[@vale-2013, абз. 3')).toEqual(['vale-2013', '3', true]);
    expect(locator('[@vale-2013, ¶4')).toEqual(['vale-2013', '4', true]);
  });

  it('begins behind the brace of a key in a role', () => {
    expect(locator('{cite:p}`vale-2013{')).toEqual(['vale-2013', '', false]);
    expect(locator('{cite:p}`roe; {see}vale-2013{para. 4')).toEqual(['vale-2013', '4', true]);
    expect(locator('{cite:p}`vale-2013{paras. 4 and 7')).toEqual(['vale-2013', '7', true]);
    for (const before of [
      '{cite:p}`{',
      '{cite:p}`vale-2013',
      '{cite:p}`vale-2013{as he says there',
      '{cite:p}`',
    ]) {
      expect(locator(before)).toBeUndefined();
    }
  });

  it('stands in brackets of its own behind a key in the text', () => {
    expect(locator('As @vale-2013 [para. ')).toEqual(['vale-2013', '', true]);
    expect(locator('As @vale-2013 [')).toEqual(['vale-2013', '', false]);
  });

  it('is none without brackets, behind other words and behind another source', () => {
    for (const before of [
      'As @vale-2013, para. ',
      '[@vale-2013, see the last ',
      '[@vale-2013] para. ',
      '[@vale-2013; ',
      '',
    ]) {
      expect(locator(before)).toBeUndefined();
    }
  });
});

describe('the words being typed', () => {
  const typed = (before: string, most = 4): string[] => wordsBeingTyped(before, most).map(({ text }) => text);

  it('are the last ones, with their places', () => {
    expect(typed('yesterday John Ker')).toEqual(['yesterday', 'John', 'Ker']);
    expect(typed('one two three four five', 2)).toEqual(['four', 'five']);
    expect(typed('John F. Ker')).toEqual(['John', 'F', 'Ker']);
    expect(typed('Джон\u00a0Кер')).toEqual(['Джон', 'Кер']);
    expect(wordsBeingTyped('met John Ker', 2)).toEqual([
      { start: 4, text: 'John' },
      { start: 9, text: 'Ker' },
    ]);
  });

  it('stop at punctuation', () => {
    expect(typed('“Ker')).toEqual(['Ker']);
    expect(typed('said. Then, Ker')).toEqual(['Ker']);
    expect(typed('Lavrov-Ker')).toEqual(['Ker']);
  });

  it('are none behind a space and where they are part of something else', () => {
    for (const before of ['Kerry ', '@Ker', '#Ker', 'x2Ker', '/home/Ker', 'a_Ker', 'a=Ker', '']) {
      expect(typed(before)).toEqual([]);
    }
  });

  it('takes any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('@', '[', ',', ' para. ', '4', 'John '),
    );
    fc.assert(
      fc.property(fc.array(piece), pieces => {
        const before = pieces.join('');
        for (const { start, text } of wordsBeingTyped(before, 4)) {
          expect(before.slice(start, start + text.length)).toBe(text);
        }
        const key = keyBeingTyped(before);
        if (key) expect(before.slice(key.start)).toBe(key.typed);
        expect(locatorBeingTyped(before)?.start ?? 0).toBeLessThanOrEqual(before.length);
      }),
    );
  });
});
