import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkDossier } from '../../../src/cli/dossier/check.ts';
import { type Fault, formatFault } from '../../../src/cli/dossier/faults.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/dossiers');

/** A change of one file of the small dossier: a text that must stand in it, and what to write in its place. */
export type Edit = readonly [file: string, from: string, to: string];

/** Copies a dossier written for the tests, with `data` and `originals`, and hands the copy's folder to `use`. */
export function withDossier<T>(name: string, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'counterparts-'));
  try {
    cpSync(join(FIXTURES, name), folder, { recursive: true });
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes the changes. One that finds nothing to change is a mistake of the test. */
export function edit(folder: string, edits: readonly Edit[]): void {
  for (const [file, from, to] of edits) {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    if (before.split(from).length !== 2) throw new Error(`${file} does not hold "${from}" exactly once`);
    writeFileSync(
      path,
      before.replace(from, () => to),
    );
  }
}

/** The faults of the small dossier after the changes, their paths as if it were the working directory. */
export function checkEdited(edits: readonly Edit[], originals = false): Fault[] {
  return withDossier('small', folder => {
    edit(folder, edits);
    const { faults } = checkDossier(join(folder, 'data'), originals ? join(folder, 'originals') : undefined);
    const here = `${folder.replaceAll('\\', '/')}/`;
    return faults.map(fault => ({
      ...fault,
      file: fault.file.replace(here, ''),
      message: fault.message.replaceAll(here, ''),
    }));
  });
}

/** The same as lines. */
export const linesAfter = (edits: readonly Edit[], originals = false): string[] =>
  checkEdited(edits, originals).map(formatFault);
