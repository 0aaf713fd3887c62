import { describe, expect, it } from 'vitest';
import { misnamedPerson } from '../../../../src/core/checks/misnamed-person.ts';
import { dossier } from '../../dossier.ts';
import { checkingBy, smallDossier } from './checking.ts';

const check = checkingBy(misnamedPerson, dossier);

describe('a wrong name', () => {
  it('is told with whom is meant, and leads to the dispute on the name', () => {
    expect(check('Secretary Monica Rubio met Lavrov.')).toMatchObject([
      {
        message:
          '“Monica Rubio” is a mistake of one source; the name is Marco Rubio (US Secretary of State).',
        fixes: [{ title: 'Change to “Marco Rubio”', edits: [{ start: 10, end: 22, text: 'Marco Rubio' }] }],
        because: [
          { type: 'person', id: 'rubio-marco' },
          { type: 'dispute', id: 'rubio-given-name' },
        ],
      },
    ]);
  });

  it('of a secretary is told with the one of that surname', () => {
    expect(check('US Secretary of State James Kerry spoke.')).toMatchObject([
      {
        message: 'No US secretary of state has this name. The one with this surname is John Kerry.',
        because: [{ type: 'person', id: 'kerry-john' }],
      },
    ]);
  });

  it('is written again in capitals where it stood in capitals, and its given name stays', () => {
    const fix = (text: string) => check(text)[0]?.fixes[0]?.edits[0]?.text;
    expect(fix('THE TALKS OF HILARY CLINTON')).toBe('HILLARY CLINTON');
    expect(fix('Then Sergey Lavror left.')).toBe('Sergey Lavrov');
  });

  it('gets no fix where it is not sure what would be right', () => {
    expect(check('ケリーとラブラフが会った。').map(({ fixes }) => fixes)).toEqual([[]]);
  });

  it('is known by any dossier', () => {
    const other = checkingBy(misnamedPerson, smallDossier);
    expect(other('Secretary Anne Burg opened the harbour.')).toMatchObject([
      { fixes: [{ title: 'Change to “Anna Berg”' }], because: [{ type: 'person', id: 'berg-anna' }] },
    ]);
    expect(other('Anne Burg, a painter, opened the harbour.')).toEqual([]);
  });
});
