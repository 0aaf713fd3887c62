import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestNames, nameSpans } from '../../../../src/cli/dossier/check/name-spans.ts';

const found = (text: string, name: string, flags: '' | 'i' = ''): string[] =>
  nameSpans(text, name, flags).map(({ start, end }) => text.slice(start, end));

test('a name stands as whole words, in the capitals it is written in', () => {
  expect(found('Berg met Bergman, Ödberg, Berg2 and BERG.', 'Berg')).toEqual(['Berg']);
  expect(found('Berg met BERG.', 'Berg', 'i')).toEqual(['Berg', 'BERG']);
});

test('a hyphen, an apostrophe and a full stop are no part of a word', () => {
  expect(found('The Berg-Vidal talks were Berg’s.Berg left.', 'Berg')).toEqual(['Berg', 'Berg', 'Berg']);
});

test('blanks within a name may be of any sort and number', () => {
  expect(found('Anna Berg, Anna\n  Berg', 'Anna Berg')).toEqual(['Anna Berg', 'Anna\n  Berg']);
});

test('brackets and full stops in a name stand for themselves', () => {
  expect(found('like [Anna] Berg or T. Vidal, not Tx Vidal', '[Anna] Berg')).toEqual(['[Anna] Berg']);
  expect(found('like [Anna] Berg or T. Vidal, not Tx Vidal', 'T. Vidal')).toEqual(['T. Vidal']);
});

test('of names within each other the longest stands, whoever bears it', () => {
  const text = 'Anna Berg, Berg and Anna Lind';
  const names = [
    ['berg-anna', 'Anna Berg'],
    ['berg-anna', 'Berg'],
    ['berg-anna', 'Anna'],
    ['lind-anna', 'Anna Lind'],
  ].flatMap(([person = '', form = '']) => nameSpans(text, form).map(span => ({ ...span, form, person })));
  expect(longestNames(names).map(({ form, start }) => `${form} ${start}`)).toEqual([
    'Anna Berg 0',
    'Berg 11',
    'Anna Lind 20',
  ]);
});

test('whatever the name, it is found where it was put, and nothing else is', () => {
  const name = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(name, fc.nat(5), (words, count) => {
      const form = words.map(word => word.replace(/\s/g, '_')).join(' ');
      const text = Array.from({ length: count }, () => form).join(' | ');
      const spans = nameSpans(text, form);
      expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(spans.map(() => form));
      if (!form.includes('|')) expect(spans).toHaveLength(count);
    }),
  );
});
