import { alteredQuotation } from './altered-quotation.ts';
import { anachronisticMeeting } from './anachronistic-meeting.ts';
import { disputedAsFact } from './disputed-as-fact.ts';
import { duplicateKey } from './duplicate-key.ts';
import { misattributedQuotation } from './misattributed-quotation.ts';
import { misnamedPerson } from './misnamed-person.ts';
import { mixedTransliteration } from './mixed-transliteration.ts';
import { officeAtDate } from './office-at-date.ts';
import type { Rule } from './rule.ts';
import { unknownKey } from './unknown-key.ts';
import { unsupportedCitation } from './unsupported-citation.ts';
import { weakSource } from './weak-source.ts';
import { weekdayMismatch } from './weekday-mismatch.ts';

/** All rules, in the order of their codes in the settings. A new rule is a file beside this one and a line here. */
export const RULES: readonly Rule[] = [
  misnamedPerson,
  officeAtDate,
  anachronisticMeeting,
  alteredQuotation,
  misattributedQuotation,
  unknownKey,
  duplicateKey,
  unsupportedCitation,
  weekdayMismatch,
  disputedAsFact,
  weakSource,
  mixedTransliteration,
];
