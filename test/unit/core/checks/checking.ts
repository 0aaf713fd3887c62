import { join } from 'node:path';
import { loadDossier, recordsOf } from '../../../../src/cli/dossier/load.ts';
import { Checker } from '../../../../src/core/checks/checker.ts';
import type { Finding, Rule } from '../../../../src/core/checks/rule.ts';
import { ENGLISH_DATE_WORDS } from '../../../../src/core/dossier/date-format.ts';
import { Dossier } from '../../../../src/core/dossier/dossier.ts';
import { inEnglish } from '../../../../src/core/dossier/translate.ts';
import { analyse } from '../../../../src/core/text/analysis.ts';
import { NameMatcher } from '../../../../src/core/text/name-index.ts';

/** The dossier of the tests: Anna Berg, secretary of state from 2029 to 2033, Tomas Vidal, and calls that are doubtful. */
export const smallDossier = new Dossier(
  recordsOf(loadDossier(join(import.meta.dirname, '../../../fixtures/dossiers/small/data')).dossier),
);

/** What one rule finds in texts, by a dossier. */
export function checkingBy(rule: Rule, dossier: Dossier): (text: string) => Finding[] {
  const names = new NameMatcher([...dossier.people.values()]);
  const checker = new Checker(dossier, [rule], { t: inEnglish, dates: ENGLISH_DATE_WORDS });
  return text => checker.check(analyse(text, names));
}
