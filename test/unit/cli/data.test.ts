import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { checkDossier } from '../../../src/cli/dossier/check.ts';
import { formatFault } from '../../../src/cli/dossier/faults.ts';
import { formatIndex, indexDocument } from '../../../src/cli/dossier/index.ts';
import { readOriginals } from '../../../src/cli/dossier/originals.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DATA = join(ROOT, 'data');
/** The received texts are no part of the project. A relative path is one from the project's folder. */
const ORIGINALS = resolve(ROOT, process.env['COUNTERPARTS_ORIGINALS'] || '../shared/documents');
const missing = !existsSync(ORIGINALS);
if (missing) {
  console.log(
    `The dossier is not compared with the originals: there is no folder ${ORIGINALS} (COUNTERPARTS_ORIGINALS).`,
  );
}

test('the bundled dossier has no faults', () => {
  const { dossier, faults } = checkDossier(DATA);
  expect(faults.map(formatFault)).toEqual([]);
  expect(dossier.documents).toHaveLength(5);
});

test.skipIf(missing)(
  'it agrees with the received texts, and its indexes are theirs to the byte (needs COUNTERPARTS_ORIGINALS)',
  () => {
    const { dossier, faults } = checkDossier(DATA, ORIGINALS);
    expect(faults.map(formatFault)).toEqual([]);
    const { originals } = readOriginals(dossier.documents, ORIGINALS);
    for (const { document, text } of originals) {
      const stored = readFileSync(join(DATA, 'index', `${document.record.id}.json`), 'utf8');
      expect(stored).toBe(formatIndex(indexDocument(document.record, text)));
    }
  },
);
