import { describe, expect, it } from 'vitest';
import { unsupportedCitation } from '../../../../src/core/checks/unsupported-citation.ts';
import { dossier } from '../../dossier.ts';
import { checkingBy, smallDossier } from './checking.ts';

const check = checkingBy(unsupportedCitation, dossier);

describe('a citation of a passage about somebody else', () => {
  it('is told with whom the passage is about, and where the person is named', () => {
    expect(check('Condoleezza Rice was wary [@reuters-2013-kerry-lavrov, para. 24].')).toMatchObject([
      {
        start: 27,
        end: 63,
        message:
          'Reuters 2013, paragraph 24 says nothing of Condoleezza Rice, but speaks of Dimitri Simes, Sergey Lavrov and John Kerry. Named in: Reuters 2013, paragraph 23.',
        fixes: [],
        because: [
          { type: 'passage', id: 'reuters-2013-kerry-lavrov#24' },
          { type: 'passage', id: 'reuters-2013-kerry-lavrov#23' },
        ],
      },
    ]);
  });

  it('is put right where person and date fit one other paragraph alone', () => {
    const text = 'Clinton brought a button in March 2009 [@reuters-2013-kerry-lavrov, para. 20].';
    const [finding] = check(text);
    const [edit] = finding?.fixes[0]?.edits ?? [];
    expect(finding?.fixes[0]?.title).toBe('Cite paragraph 21 instead');
    expect(text.slice(0, edit?.start) + edit?.text + text.slice(edit?.end)).toBe(
      'Clinton brought a button in March 2009 [@reuters-2013-kerry-lavrov, para. 21].',
    );
  });

  it('is told of a whole document', () => {
    expect(check('Pompeo flew to Sochi [@reuters-2013-kerry-lavrov].')).toMatchObject([
      {
        message: 'Reuters 2013 says nothing of Mike Pompeo.',
        because: [{ type: 'document', id: 'reuters-2013-kerry-lavrov' }],
      },
    ]);
  });

  it('is told of the one of two whom the passage does not name', () => {
    expect(
      check('In May 2019 Pompeo met Lavrov in Sochi [@reuters-2013-kerry-lavrov, para. 4].'),
    ).toMatchObject([
      {
        message:
          'Reuters 2013, paragraph 4 says nothing of Mike Pompeo and May 2019, but speaks of John Kerry and Sergey Lavrov. No other paragraph names them.',
      },
    ]);
  });

  it('is told at the call of a footnote, whose locator is put right in the note', () => {
    const text = 'In 2019 Pompeo asked for more.[^1]\n\n[^1]: [@sputnik-2025-eight-secretaries, para. 8].';
    const [finding] = check(text);
    expect(text.slice(finding?.start, finding?.end)).toBe('[^1]');
    const [edit] = finding?.fixes[0]?.edits ?? [];
    expect(text.slice(edit?.start, edit?.end)).toBe('8');
    expect(edit?.text).toBe('7');
  });

  it('names the numbers that a document has', () => {
    expect(check('It is so [@foreign-policy-2017-lavrov-washington, paras. 8-11].')).toMatchObject([
      { message: 'Foreign Policy 2017 has no paragraphs 10, 11; the last is 9.' },
    ]);
    expect(
      check('It is so [@foreign-policy-2017-lavrov-washington, paras. 8-40, 50, 52, 54, 56, 58].'),
    ).toMatchObject([
      { message: 'Foreign Policy 2017 has no paragraphs 10–40, 50, 52, 54 …; the last is 9.' },
    ]);
  });
});

describe('a citation that may be right', () => {
  it.each([
    [
      'a person whom only the record connects with the passage',
      'Kerry pressed on [@reuters-2013-kerry-lavrov, para. 27].',
    ],
    [
      'who is meant by the office',
      'Lavrov has no standing of his own [@reuters-2013-kerry-lavrov, para. 18].',
    ],
    [
      'a passage that names nobody',
      'Trust grew between Obama and Medvedev [@capital-cities-2025-rubio-lavrov, para. 17].',
    ],
    ['a date that fits', 'Obama weighed a strike in September 2013 [@reuters-2013-kerry-lavrov, para. 31].'],
    ['the author', 'Warren Strobel tells of a dinner [@reuters-2013-kerry-lavrov, para. 29].'],
    [
      'another language',
      'Rice sprach in Moskau und war nicht zufrieden mit der Lage [@reuters-2013-kerry-lavrov, para. 24].',
    ],
  ])('is left alone: %s', (_, text) => {
    expect(check(text)).toEqual([]);
  });

  it('by any dossier', () => {
    const other = checkingBy(unsupportedCitation, smallDossier);
    expect(other('Peter Holm sailed home [@herald-2031-harbour, para. 2].')).toHaveLength(1);
    expect(other('Berg spoke of a quarrel [@herald-2031-harbour, para. 2].')).toEqual([]);
    expect(other('Peter Holm wrote to [the paper](https://herald.example/harbour/).')).toHaveLength(1);
  });
});
