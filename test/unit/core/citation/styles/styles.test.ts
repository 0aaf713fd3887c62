import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../../src/core/citation/csl-item.ts';
import { toMarkdown, toPlain } from '../../../../../src/core/citation/rich-text.ts';
import { DEFAULT_STYLE, STYLES, styleOf } from '../../../../../src/core/citation/styles/registry.ts';
import { TYPES } from '../../../../oracle/generator.ts';
import { dossier } from '../../../dossier.ts';

const word = fc.stringMatching(/^[A-Za-zА-яё]{1,8}( [a-zа-я]{1,8})?[?”]?$/);
const anything = fc.oneof(word, fc.string({ unit: 'binary', maxLength: 12 }));

/** A record of the fields, each of which may be missing. */
const records = (text: fc.Arbitrary<string>): fc.Arbitrary<CslItem> => {
  const people = fc.array(
    fc.oneof(
      fc.record({ literal: text }),
      fc.record({ family: text, given: text }),
      fc.record({ family: text }),
    ),
    { maxLength: 4 },
  );
  return fc.record(
    {
      type: fc.constantFrom(...TYPES, 'motion_picture', 'paper-conference', 'document'),
      title: text,
      author: people,
      editor: people,
      translator: people,
      interviewer: people,
      'container-title': text,
      publisher: text,
      'publisher-place': text,
      edition: text,
      volume: text,
      issue: text,
      number: text,
      page: text,
      section: text,
      genre: text,
      medium: text,
      'event-title': text,
      'event-place': text,
      issued: fc.oneof(text, fc.constantFrom('2013', '2013-09-15', '2013~', '../2013', '2013-05-XX', '20XX')),
      accessed: fc.oneof(text, fc.constant('2025-03-07')),
      URL: fc.oneof(text, fc.constant('https://example.org/a')),
      DOI: text,
    },
    { requiredKeys: ['type', 'title'] },
  );
};

describe('every style', () => {
  it('has an id of its own, by which it is found', () => {
    expect(STYLES.map(({ id }) => id)).toEqual([
      'chicago-notes',
      'chicago-author-date',
      'apa',
      'mla',
      'gost',
    ]);
    for (const style of STYLES) expect(styleOf(style.id)).toBe(style);
    expect(styleOf('unknown')).toBe(DEFAULT_STYLE);
    expect(styleOf(undefined)).toBe(DEFAULT_STYLE);
  });

  it.each(STYLES)('$id names title and year of each document of the dossier, and no stray marks', style => {
    for (const { csl } of dossier.documents.values()) {
      for (const text of [toPlain(style.note(csl, [5])), toPlain(style.entry(csl))]) {
        expect(text).toContain(csl.title);
        expect(text).toContain(csl.issued?.slice(0, 4));
        expect(text).not.toMatch(/undefined|,,|\.\.|\s,|\s\s|,$/);
      }
      expect(toPlain(style.note(csl, [5]))).not.toMatch(/[.,]$/);
    }
  });

  it.each(STYLES)('$id leaves no stray marks, whatever is known', style => {
    fc.assert(
      fc.property(records(word), item => {
        const texts = [
          style.note(item, [5]),
          style.laterNote(item, [5]),
          style.citation(item),
          style.entry(item),
        ];
        for (const text of texts.map(toPlain)) {
          expect(text).not.toMatch(/undefined|,,|\.\.|[,.]”[,.]|\s[,.]|\s\s|^[\s,.:;]|\(\)|\[\]|,$/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it.each(STYLES)('$id answers for any record, and in Markdown', style => {
    fc.assert(
      fc.property(records(anything), item => {
        const place = { label: 'page', value: item.page ?? '' } as const;
        for (const runs of [
          style.note(item, place),
          style.laterNote(item, place),
          style.citation(item, place),
          style.entry(item),
        ]) {
          expect(toMarkdown(runs)).not.toMatch(/[\n\r]/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
