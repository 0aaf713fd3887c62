import { aspects } from './aspects.ts';
import { coverage } from './coverage.ts';
import { dates } from './dates.ts';
import { expressions } from './expressions.ts';
import { ids } from './ids.ts';
import { indexMatch } from './index-match.ts';
import { indexes } from './indexes.ts';
import { mentions } from './mentions.ts';
import { offices } from './offices.ts';
import { orphans } from './orphans.ts';
import { participants } from './participants.ts';
import { parts } from './parts.ts';
import { passages } from './passages.ts';
import { personSupport } from './person-support.ts';
import { pointers } from './pointers.ts';
import { printedNames } from './printed-names.ts';
import { quotationMarks } from './quotation-marks.ts';
import { quotations } from './quotations.ts';
import { quotedWords } from './quoted-words.ts';
import { recordUrls } from './record-urls.ts';
import { references } from './references.ts';
import { regions } from './regions.ts';
import type { OriginalRule, Rule } from './rule.ts';
import { status } from './status.ts';
import { stretches } from './stretches.ts';
import { support } from './support.ts';
import { surfaceForms } from './surface-forms.ts';

/** What is checked with the records alone. */
export const RULES: readonly Rule[] = [
  ids,
  references,
  dates,
  parts,
  aspects,
  pointers,
  recordUrls,
  offices,
  regions,
  passages,
  stretches,
  quotations,
  surfaceForms,
  participants,
  support,
  personSupport,
  status,
  orphans,
  indexes,
];

/** What is checked with the received texts. */
export const ORIGINAL_RULES: readonly OriginalRule[] = [
  coverage,
  quotedWords,
  quotationMarks,
  expressions,
  mentions,
  printedNames,
  indexMatch,
];
