import { alteredQuotation } from './altered-quotation.ts';
import { duplicateKey } from './duplicate-key.ts';
import { misattributedQuotation } from './misattributed-quotation.ts';
import { mixedTransliteration } from './mixed-transliteration.ts';
import type { Rule } from './rule.ts';
import { unknownKey } from './unknown-key.ts';
import { unsupportedCitation } from './unsupported-citation.ts';
import { weakSource } from './weak-source.ts';
import { weekdayMismatch } from './weekday-mismatch.ts';

/** All rules, in the order of their codes in the settings. A new rule is a file beside this one and a line here. */
export const RULES: readonly Rule[] = [
  alteredQuotation,
  misattributedQuotation,
  unknownKey,
  duplicateKey,
  unsupportedCitation,
  weekdayMismatch,
  weakSource,
  mixedTransliteration,
];
