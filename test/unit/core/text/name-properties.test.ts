import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { caseForms } from '../../../../src/core/text/inflection.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { work } from '../../../../src/core/text/work.ts';
import { dossier } from '../../dossier.ts';

const everybody = [...dossier.people.values()];
const names = new NameMatcher(everybody);

/** Words that no name is made of, and that say nothing of one. */
const neutral = fc.constantFrom(
  ...'then quietly asked about peace with some hope тихо говорил об этом мире снова'.split(' '),
);
const filler = fc.array(neutral, { minLength: 1, maxLength: 8 }).map(words => words.join(' '));

/** Every form of two words or more, in all its cases, of Latin and Cyrillic, with its person. */
const fullNames = everybody.flatMap(person =>
  person.forms
    .filter(({ form, kind }) => kind === 'full' && /^[\p{Script=Latin}\p{Script=Cyrillic}\s.-]+$/u.test(form))
    .flatMap(form => [...caseForms(form, person).keys()].map(text => ({ text, person, form: form.form }))),
);

/** Bare surnames that are nothing else, in all their cases; after a preposition nobody else's name. */
const surnames = everybody.flatMap(person =>
  person.forms
    .filter(
      ({ form, kind }) =>
        kind === 'surname' &&
        /^(?:Lavrov|Tillerson|Pompeo|Blinken|Rubio|Obama|Лавров|Тиллерсон|Блинкен|Помпео|Рубио)$/.test(form),
    )
    .flatMap(form => [...caseForms(form, person).keys()].map(text => ({ text, person, form: form.form }))),
);

const mentions = (text: string) => analyse(text, names).mentionsIn(0, text.length);

describe('a name between other words', () => {
  it.each([
    ['in full', fullNames, ''],
    ['a surname alone', surnames, 'кроме '],
  ] as const)('is found where it stands, %s', (_, known, before) => {
    expect(known.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(
        filler,
        fc.array(
          fc.tuple(fc.constantFrom(...known), fc.constantFrom(', ', ' – ', '; ', ' (', ') '), filler),
          { minLength: 1, maxLength: 5 },
        ),
        (start, inserted) => {
          let text = start;
          const expected: string[] = [];
          for (const [{ text: name, person }, mark, after] of inserted) {
            text += ` ${/[а-я]/.test(name) ? before : ''}`;
            expected.push(`${text.length}-${text.length + name.length} ${person.id}`);
            text += `${name}${mark}${after}`;
          }
          const found = mentions(text).map(
            ({ nameStart, nameEnd, people }) => `${nameStart}-${nameEnd} ${people[0]}`,
          );
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is none where a letter or digit is written on to it', () => {
    fc.assert(
      fc.property(
        filler,
        fc.constantFrom(...fullNames, ...surnames),
        fc.constantFrom(...'abzйяшéß7'),
        fc.boolean(),
        filler,
        (start, { text: name }, glued, before, end) => {
          const text = `${start} ${before ? glued : ''}${name}${before ? '' : glued} ${end}`;
          const at = start.length + 1;
          // What is left may be a shorter name, of whole words still: `xJohn Kerry`.
          for (const { nameStart, nameEnd } of mentions(text)) {
            expect(text.charAt(nameStart - 1)).not.toMatch(/[\p{L}\p{N}]/u);
            expect(text.charAt(nameEnd)).not.toMatch(/[\p{L}\p{N}]/u);
            expect(nameStart > at || nameEnd < at + name.length + 1).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has a form of the record, in the nominative', () => {
    for (const { text, person, form } of fullNames) {
      const [found] = mentions(`кроме ${text}, then`);
      expect(
        [found?.people[0], person.forms.some(each => each.form === found?.form)],
        `${text} (${form})`,
      ).toEqual([person.id, true]);
    }
  });
});

/** What a scanner might look far ahead or back for, each many times. */
const PATTERNS = [
  'Kerry ',
  'Kerry-',
  'Kerry/',
  "Kerry's ",
  'Kerry, ',
  '_Kerry',
  '{Kerry,',
  'Lavrov, Sergey ',
  'С. В. ',
  'Лаврова и ',
  'Лаврова не ',
  'Secretary of State ',
  'министр иностранных дел ',
  "Rubio's Coastal ",
  '* Rice ',
  'the Kerry-Zarif ',
  'Ring of Kerry ',
  'Лавров С.В.',
  'J.',
  'John ',
  'ケリー・',
  '拉夫罗夫·',
  '라브로프',
];

describe('the work for names', () => {
  it.each(PATTERNS)('follows the length of a text of %j', pattern => {
    const cost = (times: number): number => {
      work.units = 0;
      mentions(pattern.repeat(times));
      return work.units;
    };
    cost(10);
    expect(cost(8000)).toBeLessThan(2.2 * cost(4000));
  });

  it('follows the length also of one word, or of space, beside a name', () => {
    const cost = (length: number): number => {
      work.units = 0;
      for (const each of ['a', ' ', '_', '*', 'Ж', '-', "'"])
        mentions(`Rice${each.repeat(length)}Kerry${each.repeat(length)}Лаврова`);
      return work.units;
    };
    expect(cost(40_000)).toBeLessThan(2.2 * cost(20_000));
  });
});
