import { describe, expect, it } from 'vitest';
import { mixedTransliteration } from '../../../../src/core/checks/mixed-transliteration.ts';
import { dossier } from '../../dossier.ts';
import { checkingBy } from './checking.ts';

const check = checkingBy(mixedTransliteration, dossier);
const found = (text: string): string[] => check(text).map(({ start, end }) => text.slice(start, end));

describe('one name in two transliterations', () => {
  it('is told with the spelling that the file has more often', () => {
    const text = 'Sergey Lavrov came. Sergei Lavrov spoke.\n\nThen Sergei Lavrov left.';
    expect(check(text)).toMatchObject([
      {
        start: 0,
        end: 13,
        message: 'Elsewhere this file writes “Sergei”.',
        fixes: [{ title: 'Change to “Sergei Lavrov”', edits: [{ start: 0, end: 6, text: 'Sergei' }] }],
        because: [{ type: 'person', id: 'lavrov-sergey' }],
      },
    ]);
  });

  it('is mended word for word', () => {
    const text =
      'Muammar Gaddafi fell, and then he was gone. It was the end of Moammar Gadhafi and of his time.';
    expect(check(text)).toMatchObject([
      {
        message: 'Elsewhere this file writes “Muammar Gaddafi”.',
        fixes: [{ edits: [{ text: 'Muammar' }, { text: 'Gaddafi' }] }],
      },
    ]);
  });

  it('is told at most twenty times of one person', () => {
    const text = `${'Sergei Lavrov spoke.\n\n'.repeat(30)}${'Sergey Lavrov spoke.\n\n'.repeat(25)}`;
    expect(found(text)).toHaveLength(20);
  });

  it('is one of each language of a file', () => {
    const german = 'Sergej Lawrow sprach mit der Presse und war nicht zufrieden.';
    const english = 'Sergey Lavrov spoke to the press and was not content with it.';
    expect(found(`${english}\n\n${german}`)).toEqual([]);
    expect(found(`${german}\n\n${german.replace('Lawrow', 'Lavrov')}`)).toEqual(['Sergej Lavrov']);
    expect(found('---\nlang: de\n---\n\nSergej Lawrow in Genf\n\nSergej Lavrov in Wien')).toHaveLength(0);
  });
});
