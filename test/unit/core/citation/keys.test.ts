import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnwritableKeyError, writeKey } from '../../../../src/core/citation/keys.ts';
import { findKeys } from '../../../../src/core/text/citations.ts';

const keysIn = (text: string) => [...findKeys(text)].map(({ key }) => key);

describe('citation keys in a text', () => {
  it('end before punctuation that ends a sentence', () => {
    expect(keysIn('As @vale_2013:clock.a shows; see @roe-2020.')).toEqual(['vale_2013:clock.a', 'roe-2020']);
  });

  it('hold anything but blanks in braces', () => {
    expect(keysIn('[@{https://example.org/x?y=1}, p. 3]')).toEqual(['https://example.org/x?y=1']);
  });

  it('are found with their exact place, the mark of a suppressed author included', () => {
    const text = 'see [-@vale2013, p. 3]';
    expect([...findKeys(text)]).toEqual([{ key: 'vale2013', start: 5, end: 15, suppressed: true }]);
  });

  it('are not found in mail addresses and behind a backslash', () => {
    expect(keysIn('ada@example.org, x_@y, \\@vale2013')).toEqual([]);
  });
});

describe('a key that is written', () => {
  it('has braces only where it needs them', () => {
    expect(writeKey('reuters-2013-kerry-lavrov')).toBe('@reuters-2013-kerry-lavrov');
    expect(writeKey('doi:10.1000/182')).toBe('@doi:10.1000/182');
    expect(writeKey('ends-with.')).toBe('@{ends-with.}');
    expect(writeKey('Лавров2013')).toBe('@Лавров2013');
  });

  it('is refused where no citation can hold it', () => {
    for (const key of ['', 'two words', 'open{brace', '{braced}', 'a\nb']) {
      expect(() => writeKey(key)).toThrow(new UnwritableKeyError(key));
      expect(() => writeKey(key)).toThrow(expect.objectContaining({ key }));
    }
  });

  it('is read back as the same key, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'binary' }), key => {
        let written: string;
        try {
          written = writeKey(key);
        } catch {
          return;
        }
        expect(keysIn(`[${written}, para. 5]`)).toEqual([key]);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N}_:.#$%&+?<>~/-]{1,30}$/u), key => {
        expect(keysIn(`[${writeKey(key)}; ${writeKey(key)}]`)).toEqual([key, key]);
      }),
    );
  });
});
