import type { Rule } from './rule.ts';

/** All rules, in the order of their codes in the settings. A new rule is a file beside this one and a line here. */
export const RULES: readonly Rule[] = [];
