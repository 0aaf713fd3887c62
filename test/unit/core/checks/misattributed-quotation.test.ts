import { describe, expect, it } from 'vitest';
import { misattributedQuotation } from '../../../../src/core/checks/misattributed-quotation.ts';
import { dossier } from '../../dossier.ts';
import { checkingBy, smallDossier } from './checking.ts';

const check = checkingBy(misattributedQuotation, dossier);

describe('a misattributed quotation', () => {
  it('is told with who says it, and where, and put right', () => {
    expect(check('“Sergei Lavrov and I have never stopped talking,” Obama said.')).toMatchObject([
      {
        start: 50,
        end: 55,
        message: 'John Kerry said this, not Barack Obama (Reuters 2013, paragraph 4).',
        fixes: [{ title: 'Change to “Kerry”', edits: [{ start: 50, end: 55, text: 'Kerry' }] }],
        because: [
          { type: 'quotation', id: 'reuters-2013-kerry-lavrov-q3' },
          { type: 'person', id: 'kerry-john' },
        ],
      },
    ]);
  });

  it('of a speaker who is not named is told so', () => {
    expect(check('“They talked about hockey. They both love sports,” Kerry said.')).toMatchObject([
      {
        message:
          'In Reuters 2013, paragraph 30, whoever says this is not named: a senior State Department official, unnamed.',
        fixes: [],
      },
    ]);
  });

  it.each([
    ['a full name', '“Sergei Lavrov and I have never stopped talking,” Barack Obama said.'],
    ['a title', '“Sergei Lavrov and I have never stopped talking,” President Obama said.'],
    [
      'the right speaker in the sentence',
      '“Sergei Lavrov and I have never stopped talking,” Obama told Kerry.',
    ],
    ['another gender', '“I was just thinking Sergei, you could be a senator,” Clinton joked.'],
  ])('gets no fix where more hangs on the name: %s', (_, text) => {
    expect(check(text).map(({ fixes }) => fixes)).toEqual([[]]);
  });

  it('is one of any dossier', () => {
    const other = checkingBy(misattributedQuotation, smallDossier);
    expect(other('“We argued about every crane,” Vidal said.')).toMatchObject([
      { message: 'Anna Berg said this, not Tomas Vidal (Herald 2031, paragraph 2).' },
    ]);
    expect(other('“We argued about every crane,” Berg said.')).toEqual([]);
  });
});
