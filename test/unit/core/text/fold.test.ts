import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldUnit,
  foldWord,
  searchKeys,
  skeleton,
  transliterate,
  words,
} from '../../../../src/core/text/fold.ts';

const unicode = fc.string({ unit: 'binary', maxLength: 40 });

describe('foldWord', () => {
  it.each([
    ['Kerry', 'kerry'],
    ['KERRY', 'kerry'],
    ['Serguéï', 'serguei'],
    ['Sergue\u0308i\u0308', 'serguei'],
    ['Ławrow', 'lawrow'],
    ['ﬁne', 'fine'],
    ['Ｋｅｒｒｙ', 'kerry'],
    ['Ёлка', 'елка'],
    ['СЕРГЕЙ', 'сергей'],
    ['Serge\u00ADy', 'sergey'],
    ['don’t', "don't"],
    ['ΛΑΒΡΌΦ', 'λαβροφ'],
    ['لافروفَ', 'لافروف'],
    ['ジョン', 'ジョン'],
    ['लावरोव', 'लावरोव'],
  ])('%s becomes %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  it('is settled after one time', () => {
    fc.assert(
      fc.property(unicode, word => {
        expect(foldWord(foldWord(word))).toBe(foldWord(word));
      }),
    );
  });

  it('gives the same for composed and decomposed spelling', () => {
    fc.assert(
      fc.property(unicode, word => {
        expect(foldWord(word.normalize('NFD'))).toBe(foldWord(word.normalize('NFC')));
      }),
    );
  });
});

describe('foldUnit', () => {
  it('keeps every unit one unit', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const folded = foldUnit(unit);
      expect(folded > 0 || unit === 0).toBe(true);
      expect(folded).toBeLessThan(0x10000);
    }
  });
});

describe('words', () => {
  it.each([
    ["Don’t say ‘Lavrov’ – O'Brien’s", ['Don’t', 'say', 'Lavrov', "O'Brien’s"]],
    ['Kerry-Lavrov, 12–14', ['Kerry', 'Lavrov', '12', '14']],
    ['naïve e\u0301tude', ['naïve', 'e\u0301tude']],
    ['\uFEFFKerry\u00A0met', ['Kerry', 'met']],
    ["rock 'n' roll''s", ['rock', 'n', 'roll', 's']],
    ['𝐊erry 😀 x', ['𝐊erry', 'x']],
    ['', []],
  ])('of %j', (text, expected) => {
    expect([...words(text)].map(word => word.text)).toEqual(expected);
  });

  it('stand where they say, in order, whatever the text', () => {
    fc.assert(
      fc.property(unicode, text => {
        let at = 0;
        for (const word of words(text)) {
          expect(word.start).toBeGreaterThanOrEqual(at);
          expect(word.end).toBeGreaterThan(word.start);
          expect(text.slice(word.start, word.end)).toBe(word.text);
          at = word.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('searchKeys', () => {
  const meet = (a: string, b: string): boolean => searchKeys(a).some(key => searchKeys(b).includes(key));

  it.each([
    ['Lavrov', 'Лавров'],
    ['Lavrov', 'Lawrow'],
    ['Ławrow', 'Лавров'],
    ['Lavrov’s', 'lavrov'],
    ['Sergey', 'Sergei'],
    ['Sergej', 'Сергей'],
    ['Siergiej', 'Sergey'],
    ['Serguéï', 'Szergej'],
    ['Сергій', 'Sergei'],
    ['Kerry', 'Керри'],
    ['Clinton', 'Клинтон'],
    ['Zelenskyy', 'Зеленский'],
    ['Dmitriy', 'Дмитрий'],
    ['Alexei', 'Алексей'],
    ['Yevgeny', 'Евгений'],
    ["O'Brien", 'OBrien'],
  ])('%s and %s meet', (a, b) => {
    expect(meet(a, b)).toBe(true);
  });

  it.each([
    ['Kerry', 'Rice'],
    ['Lavrov', 'Larov'],
    ['Powell', 'Pompeo'],
    ['Putin', 'Patten'],
  ])('%s and %s do not', (a, b) => {
    expect(meet(a, b)).toBe(false);
  });

  it('keep enough of a word to tell it from others', () => {
    for (const word of ['zzzz', 'wwww', 'aaaaaaaa', 'eyeyeyey']) expect(searchKeys(word)).toEqual([word]);
    expect(meet('Wu', 'Ву')).toBe(true);
  });

  it('begin with the folded word itself', () => {
    expect(searchKeys('Лавров')).toEqual(['лавров', 'lavrov']);
    expect(searchKeys('’')).toEqual([]);
  });

  it('are the same for a key as for the word it came from', () => {
    fc.assert(
      fc.property(unicode, word => {
        for (const key of searchKeys(word)) expect(searchKeys(key)).toContain(key);
      }),
    );
  });
});

describe('transliteration', () => {
  it('leaves no Cyrillic and touches nothing else', () => {
    expect(transliterate(foldWord('Щёлков'))).not.toMatch(/[\u0400-\u04FF]/);
    expect(transliterate('kerry')).toBe('kerry');
    expect(skeleton('ケリー')).toBe('ケリー');
  });
});
