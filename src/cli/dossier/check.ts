import { ORIGINAL_RULES, RULES } from './check/rules.ts';
import { type Fault, sortFaults } from './faults.ts';
import { type LoadedDossier, loadDossier } from './load.ts';
import { readOriginals } from './originals.ts';

export interface CheckResult {
  readonly dossier: LoadedDossier;
  /** All faults, sorted. */
  readonly faults: readonly Fault[];
}

/**
 * Checks a dossier's folder: every file against its schema, every record against the rules and, where the folder of the
 * received texts is given, every document against its text.
 */
export function checkDossier(data: string, originalsFolder?: string): CheckResult {
  const { dossier, faults } = loadDossier(data);
  const found: Fault[] = [...faults];
  for (const rule of RULES) found.push(...rule.check(dossier));
  if (originalsFolder !== undefined) {
    const { originals, faults: missing } = readOriginals(dossier.documents, originalsFolder);
    found.push(...missing);
    for (const rule of ORIGINAL_RULES) found.push(...rule.check(originals, dossier));
  }
  return { dossier, faults: sortFaults(found) };
}
