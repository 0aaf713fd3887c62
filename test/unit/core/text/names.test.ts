import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';
import { dossier } from '../../dossier.ts';
import { people, withBothClintons } from './people.ts';
import { readmes } from './readmes.ts';

const names = new NameMatcher(people);

describe('a mention', () => {
  const only = (text: string, matcher = names) => {
    const [mention, ...others] = analyse(text, matcher).mentionsIn(0, text.length);
    expect(others).toEqual([]);
    if (mention === undefined) throw new Error(`nobody is named in "${text}"`);
    return mention;
  };

  it('tells the name from the title', () => {
    const text = 'The former US Secretary of State John Kerry’s plane';
    const mention = only(text);
    expect(text.slice(mention.nameStart, mention.nameEnd)).toBe('John Kerry');
    expect(text.slice(mention.start, mention.end)).toBe('former US Secretary of State John Kerry');
    expect(mention).toMatchObject({
      title: 'former US Secretary of State',
      form: 'John Kerry',
      kind: 'full',
    });
  });

  it('says which form of the record was met', () => {
    expect(only('He knew SERGUEI LAVROV.')).toMatchObject({ form: 'Serguéï Lavrov', kind: 'full' });
    expect(only('He knew Lavrov.')).toMatchObject({ form: 'Lavrov', kind: 'surname' });
    expect(only('He knew Sergueï Lawrow.')).toMatchObject({ form: 'Lawrow', kind: 'full' });
    expect(only('He knew Lavror.')).toMatchObject({ kind: 'misspelling' });
    // In the nominative, whatever case it was met in.
    expect(only('Он знал Сергея Викторовича Лаврова.')).toMatchObject({
      form: 'Сергей Викторович Лавров',
      kind: 'full',
    });
    expect(only('Он говорил с Лавровым.')).toMatchObject({ form: 'Лавров', kind: 'surname' });
    expect(only('Он говорил с С. В. Лавровым.')).toMatchObject({ form: 'С.В.Лавров', kind: 'initials' });
  });

  it('by a wrong name says so', () => {
    expect(only('Secretary Monica Rubio spoke')).toMatchObject({
      people: ['rubio'],
      kind: 'misnomer',
    });
    expect(only('Marco Rubio spoke').kind).toBe('full');
  });

  describe('of a surname that two people share', () => {
    const both = new NameMatcher(withBothClintons);
    const last = (text: string) => analyse(text, both).mentionsIn(0, text.length).at(-1)?.people;

    it('keeps both where nothing tells them apart', () => {
      expect(last('Then Clinton spoke.')).toEqual(['clinton', 'bill-clinton']);
    });

    it('is told by the title', () => {
      expect(last('Then President Clinton spoke.')).toEqual(['bill-clinton']);
      expect(last('Then Secretary Clinton spoke.')).toEqual(['clinton']);
      expect(last('Then Mrs. Clinton spoke.')).toEqual(['clinton']);
      expect(last('Then Mr. Clinton spoke.')).toEqual(['bill-clinton']);
    });

    it('is told by the fuller name before', () => {
      expect(last('Bill Clinton came.\n\nClinton spoke.')).toEqual(['bill-clinton']);
      expect(last('Secretary Clinton came.\n\nClinton spoke.')).toEqual(['clinton']);
    });

    it('keeps both, the last one first, where both were named', () => {
      expect(last('Bill Clinton came with Hillary Clinton. Clinton spoke.')).toEqual([
        'clinton',
        'bill-clinton',
      ]);
      expect(last('Hillary Clinton came with Bill Clinton. Clinton spoke.')).toEqual([
        'bill-clinton',
        'clinton',
      ]);
    });
  });
});

describe('in any text', () => {
  const piece = fc.constantFrom(
    'John',
    'Kerry',
    'John Kerry',
    'Sergey',
    'Lavrov',
    'Сергей Лавров',
    'Сергея',
    'Лаврова',
    'Лавровым',
    'министра',
    'сказала',
    'и',
    'С.',
    'С.В.',
    'Kerry, John',
    'Powell',
    'Fed chair',
    'elder',
    'Ring of',
    'the',
    'Zarif',
    'talks',
    'administration',
    'Presses',
    '{',
    '}',
    '=',
    '~',
    'Rice',
    'rice',
    'Secretary',
    'of State',
    'Mr.',
    'President',
    'U.S.',
    'University',
    'Bill',
    "'s",
    '’',
    '-',
    '–',
    '/',
    '.',
    ',',
    ' ',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '\u00A0',
    '&nbsp;',
    '**',
    '_',
    '`',
    '[',
    '](x)',
    '> ',
    '- ',
    '# ',
    '|',
    '@',
    '#',
    '拉夫罗夫',
    'ラブロフ',
    '라브로프',
    'لافروف',
    'و',
    '\ud800',
    'é',
    '\u0301',
    '\u00AD',
    'x',
    '1',
  );
  const text = fc.array(piece, { maxLength: 40 }).map(parts => parts.join(''));

  it('no name is written on to an address', () => {
    for (const source of ['ЛавровJohn@example.org', 'john@example.orgЛавров', 'Лавровhttps://example.org']) {
      expect(analyse(source, names).mentionsIn(0, source.length)).toEqual([]);
    }
  });

  it('mentions lie on whole words, in order, outside of what is not prose', () => {
    fc.assert(
      fc.property(text, source => {
        const analysis = analyse(source, names);
        let at = 0;
        for (const { start, nameStart, nameEnd, end, people: whom } of analysis.mentionsIn(
          0,
          source.length,
        )) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(nameStart).toBeGreaterThanOrEqual(start);
          expect(nameEnd).toBeGreaterThan(nameStart);
          expect(end).toBe(nameEnd);
          expect(whom.length).toBeGreaterThan(0);
          const inside = source.slice(start, end);
          expect(inside).not.toMatch(/^\s|\s$|\n[^\S\n]*\n/);
          // No Latin or Cyrillic letter or digit goes on with it.
          if (/[a-zа-я]$/i.test(inside)) expect(source.slice(end)).not.toMatch(/^[a-zа-я\p{N}\p{M}]/iu);
          if (/^[a-zа-я]/i.test(inside)) expect(source.slice(0, start)).not.toMatch(/[a-zа-я\p{N}]$/iu);
          const masked = analysis.maskedIn(start, end).filter(each => each.start < end && each.end > start);
          expect(masked).toEqual([]);
          at = end;
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('real READMEs', () => {
  it.each([
    ['of the people made for the corpus', names],
    ['of the dossier', new NameMatcher([...dossier.people.values()])],
  ])('name nobody %s', (_, matcher) => {
    const texts = readmes();
    expect(texts.length).toBeGreaterThan(300);
    const found = texts.flatMap(({ name, text }) =>
      analyse(text, matcher)
        .mentionsIn(0, text.length)
        .map(({ start, end }) => `${name}: ${text.slice(start, end)}`),
    );
    expect(found).toEqual([]);
  });
});

describe('a name behind character references', () => {
  it.each([
    '&nbsp;&nbsp;Kerry',
    '&nbsp;&Kerry',
    'Mr.&nbsp;&#160;Kerry',
    '&#xa0;&#xA0;&nbsp;&nbsp',
    ';&;&nbsp;&Lavrov',
  ])('is looked for and the search comes to an end: %s', text => {
    const found = analyse(text, names).mentionsIn(0, text.length);
    expect(
      found.every(mention => text.slice(mention.nameStart, mention.nameEnd).match(/^(Kerry|Lavrov)$/)),
    ).toBe(true);
  });
});

describe('a namesake', () => {
  it.each([
    'Donald Trump Jr. wrote a book.',
    'Asma al-Assad studied in London.',
    'Maher al-Assad commands a division.',
    'Clinton, Iowa, is a town on the Mississippi.',
    'He moved to Clinton, Mississippi.',
    'Powell, Wyoming, has a college.',
  ])('is nobody of the dossier: %s', text => {
    expect(analyse(text, names).mentionsIn(0, text.length)).toEqual([]);
  });

  it.each([
    ['Then Bashar al-Assad spoke.', 'Bashar al-Assad'],
    ['Kerry, Massachusetts senator at the time, agreed.', 'Kerry'],
    ['The forces of al-Assad withdrew.', 'Assad'],
  ])('does not take the name from the one who bears it: %s', (text, name) => {
    const [mention] = analyse(text, names).mentionsIn(0, text.length);
    expect(mention && text.slice(mention.nameStart, mention.nameEnd)).toBe(name);
  });
});
