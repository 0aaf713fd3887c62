import { describe, expect, it } from 'vitest';
import { alteredQuotation } from '../../../../src/core/checks/altered-quotation.ts';
import { dossier } from '../../dossier.ts';
import { checkingBy, smallDossier } from './checking.ts';

const check = checkingBy(alteredQuotation, dossier);

describe('an altered quotation', () => {
  it('is told with the true words and where they stand', () => {
    expect(check('“Sergei Lavrov and I have never stopped speaking,” Kerry said.')).toMatchObject([
      {
        start: 40,
        end: 48,
        message: 'In Reuters 2013, paragraph 4, this reads “talking”, not “speaking”.',
        fixes: [{ title: 'Change to “talking”', edits: [{ start: 40, end: 48, text: 'talking' }] }],
        because: [{ type: 'quotation', id: 'reuters-2013-kerry-lavrov-q3' }],
      },
    ]);
  });

  it('is pointed at beside words that are left out', () => {
    const text = '“Sergei Lavrov and I never stopped talking,” Kerry said.';
    const [finding] = check(text);
    expect(text.slice(finding?.start, finding?.end)).toBe('never');
    expect(finding?.message).toBe('In Reuters 2013, paragraph 4, this reads “have never”, not “never”.');
    expect(finding?.fixes[0]?.edits).toEqual([{ start: 21, end: 21, text: 'have ' }]);
  });

  it('is told place by place where they are far apart, and as one where they are near', () => {
    const far =
      '“This is a weak system and Putin is very much in control, and Lavrov heads that system,” Rojansky said.';
    const near = '“We’ve had our quarrels now and then on certain issues,” Kerry said.';
    const places = (text: string) => check(text).map(({ start, end }) => text.slice(start, end));
    expect(places(far)).toEqual(['weak', 'heads']);
    expect(places(near)).toEqual(['quarrels now and then']);
  });

  it('may go on with words that the document does not record, unless it is cited', () => {
    const text = '“Just work with Lavrov on it, and do it fast,” Putin said';
    expect(check(`${text}.`)).toEqual([]);
    expect(check(`${text} [@reuters-2013-kerry-lavrov, para. 27].`)).toMatchObject([
      { message: 'In Reuters 2013, paragraph 27, the words “and do it fast” are not there.' },
    ]);
  });

  it('is told on one line, whatever breaks the words', () => {
    for (const gap of ['\n', '\r\n', '\u2028', '  \n  ']) {
      const text = `“Sergei Lavrov and I have never stopped speaking${gap}again,” Kerry said.`;
      const [finding] = check(text);
      expect(finding?.message, JSON.stringify(gap)).toMatch(/^In Reuters 2013, .*not “speaking again”\.$/);
    }
  });

  it('is one of any dossier', () => {
    expect(
      checkingBy(alteredQuotation, smallDossier)('“We argued about really every crane,” Berg said.'),
    ).toMatchObject([{ message: 'In Herald 2031, paragraph 2, the words “really” are not there.' }]);
  });
});
