import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkDossier } from '../../../src/cli/dossier/check.ts';
import { formatFault } from '../../../src/cli/dossier/faults.ts';
import { formatIndex, indexDocument } from '../../../src/cli/dossier/index.ts';
import { readOriginals } from '../../../src/cli/dossier/originals.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DATA = join(ROOT, 'data');
const ORIGINALS = join(ROOT, '../shared/documents');

test('the bundled dossier has no faults', () => {
  const { dossier, faults } = checkDossier(DATA);
  expect(faults.map(formatFault)).toEqual([]);
  expect(dossier.documents).toHaveLength(5);
});

// The received texts are not part of the project: where they are missing, this is reported as skipped.
test.skipIf(!existsSync(ORIGINALS))(
  'it agrees with the received texts, and its indexes are theirs to the byte (needs ../shared/documents)',
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
