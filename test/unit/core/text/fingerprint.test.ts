import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint, fnv1a } from '../../../../src/core/text/fingerprint.ts';

describe('the hash', () => {
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['b', 0xe70c2de5],
    ['foobar', 0xbf9cf968],
    ['hello', 0x4f9f2cab],
  ])('of "%s" is that of the published vectors', (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });

  /** Byte by byte over what an encoder gives. */
  const oracle = (text: string): number =>
    new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 16777619), 0x811c9dc5) >>> 0;

  test('is that of the UTF-8 bytes of any text, lone surrogates too', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constant('\ud800a\udc00'),
    );
    fc.assert(
      fc.property(texts, text => {
        expect(fnv1a(text)).toBe(oracle(text));
      }),
    );
  });
});

describe('a fingerprint', () => {
  test('has one hash for each window of four words', () => {
    expect(fingerprint('one two three four five')).toEqual([
      fnv1a('one two three four'),
      fnv1a('two three four five'),
    ]);
  });

  test('of fewer than four words has one hash of them all, of none none', () => {
    expect(fingerprint('one two three four')).toEqual([fnv1a('one two three four')]);
    expect(fingerprint('One, two!')).toEqual([fnv1a('one two')]);
    expect(fingerprint(' … – ')).toEqual([]);
    expect(fingerprint('')).toEqual([]);
  });

  test.each([
    ['case', 'THE OLD HARBOUR Gate'],
    ['quotation marks', '“the old” ‘harbour’ «gate»'],
    ['dashes', 'the old-harbour — gate'],
    ['spaces and line ends', ' the\u00a0old\r\n harbour\tgate '],
    ['full stops and commas', 'the, old, harbour. gate.'],
    ['accents', 'thé old harböur gate'],
  ])('does not see %s', (_, text) => {
    expect(fingerprint(text)).toEqual(fingerprint('the old harbour gate'));
  });

  test('takes both apostrophes for one', () => {
    expect(fingerprint('the minister’s old gate')).toEqual(fingerprint("the minister's old gate"));
  });

  const word = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 6 });

  test('of a run of words within a text is a run of the text’s own', () => {
    fc.assert(
      fc.property(
        fc.array(word),
        fc.array(word, { minLength: 4, maxLength: 12 }),
        fc.array(word),
        (before, run, after) => {
          const whole = fingerprint([...before, ...run, ...after].join(' '));
          expect(whole.slice(before.length, before.length + run.length - 3)).toEqual(
            fingerprint(run.join(' ')),
          );
        },
      ),
    );
  });

  test('changes at most at the four windows that hold a changed word', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 4, maxLength: 20 }), fc.nat(), (list, pick) => {
        const at = pick % list.length;
        const changed = list.with(at, 'zzz');
        const [one, other] = [fingerprint(list.join(' ')), fingerprint(changed.join(' '))];
        const differing = one.flatMap((hash, index) => (hash === other[index] ? [] : [index]));
        expect(differing).toEqual(one.flatMap((_, index) => (index > at - 4 && index <= at ? [index] : [])));
      }),
    );
  });
});
