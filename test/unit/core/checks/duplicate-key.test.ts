import { describe, expect, it } from 'vitest';
import { duplicateKey } from '../../../../src/core/checks/duplicate-key.ts';
import { dossier } from '../../dossier.ts';
import { checkingBy } from './checking.ts';

const check = checkingBy(duplicateKey, dossier);

describe('a key that stands twice', () => {
  it('in one citation is told, and taken away with its semicolon', () => {
    expect(check('So [@a, para. 4; @a, ¶4].')).toMatchObject([
      {
        start: 17,
        end: 23,
        message: '“a” is cited twice here, for the same place.',
        fixes: [{ title: 'Remove the second one', edits: [{ start: 15, end: 23, text: '' }] }],
      },
    ]);
  });

  it('among the references of the file is told where it stands again', () => {
    const text = '---\nreferences:\n- id: a\n  title: One\n- id: a\n  title: Two\n---\n';
    expect(check(text)).toMatchObject([
      { start: 43, end: 44, message: 'Another reference of this file has the key “a” already.', fixes: [] },
    ]);
  });

  it('and is that of a document too is told with the document', () => {
    const text = '---\nreferences:\n- id: reuters-2013-kerry-lavrov\n  title: Another report\n---\n';
    expect(check(text)).toMatchObject([
      {
        message:
          'A document of the dossier, Reuters 2013, has the key “reuters-2013-kerry-lavrov” as well: a citation may mean either.',
        because: [{ type: 'document', id: 'reuters-2013-kerry-lavrov' }],
      },
    ]);
  });
});
