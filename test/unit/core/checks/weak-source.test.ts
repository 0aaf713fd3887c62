import { describe, expect, it } from 'vitest';
import { weakSource } from '../../../../src/core/checks/weak-source.ts';
import { dossier } from '../../dossier.ts';
import { checkingBy, smallDossier } from './checking.ts';

const check = checkingBy(weakSource, dossier);

describe('a weak source that stands alone', () => {
  it('is told with its grade and the reason', () => {
    expect(check('Sanctions were discussed [@capital-cities-2025-rubio-lavrov, para. 2].')).toMatchObject([
      {
        message:
          'The only source cited here is unreliable: capital-cities.info 2025 (grade E5). A page of machine-made appearance on a site that its text does not name.',
        fixes: [],
        because: [{ type: 'document', id: 'capital-cities-2025-rubio-lavrov' }],
      },
    ]);
  });

  it('is told with a better one that tells of the meeting that is meant', () => {
    const text = 'Rubio and Lavrov met in February 2025 [@capital-cities-2025-rubio-lavrov, para. 2].';
    expect(check(text)).toMatchObject([
      {
        message: expect.stringMatching(/Better: Sputnik 2025, paragraph 9\.$/),
        because: [
          { type: 'document', id: 'capital-cities-2025-rubio-lavrov' },
          { type: 'passage', id: 'sputnik-2025-eight-secretaries#9' },
        ],
      },
    ]);
  });

  it('is one of any dossier', () => {
    const other = checkingBy(weakSource, smallDossier);
    expect(other('Berg telephoned in secret [@bulletin-2031-calls].')).toMatchObject([
      {
        message: 'The only source cited here is unreliable: Bulletin 2031 (grade E5). It invents its clerks.',
      },
    ]);
    expect(other('Berg telephoned in secret [@bulletin-2031-calls; @herald-2031-harbour].')).toEqual([]);
  });

  it('is no matter under a heading of references, also after the heading was typed', () => {
    const text = 'A summary of the talks [@capital-cities-2025-rubio-lavrov].';
    expect(check(text)).toHaveLength(1);
    expect(check(`## Further reading\n\n${text}`)).toEqual([]);
  });
});
