import { expect } from 'vitest';
import { checkEdited, type Edit, linesAfter } from './support.ts';

/** The files of the small dossier that tests change. */
export const TALKS = 'data/meetings/2031-05-porthaven.yaml';
export const DINNER = 'data/meetings/2031-05-13-porthaven-dinner.yaml';
export const CALLS = 'data/meetings/2031-calls.yaml';
export const HERALD = 'data/documents/herald-2031-harbour.md';
export const BULLETIN = 'data/documents/bulletin-2031-calls.md';
export const BERG = 'data/people/berg-anna.yaml';
export const LIND = 'data/people/lind-eva.yaml';
export const VIDAL = 'data/people/vidal-tomas.yaml';
export const DISPUTE = 'data/disputes/who-called.yaml';
export const HERALD_INDEX = 'data/index/herald-2031-harbour.json';
export const BULLETIN_INDEX = 'data/index/bulletin-2031-calls.json';

/** A way to break a rule, and all that is then wrong. */
export interface Case {
  readonly rule: string;
  readonly when: string;
  readonly edits: readonly Edit[];
  readonly faults: readonly string[];
}

/** Expects exactly the faults of the case, and that the rule is among those that found them. */
export function expectFaults({ rule, edits, faults }: Case, originals: boolean): void {
  expect(linesAfter(edits, originals)).toEqual(faults);
  expect(checkEdited(edits, originals).map(fault => fault.rule)).toContain(rule);
}

/** The ids of the rules that the cases try, in order. */
export const rulesOf = (cases: readonly Case[]): string[] =>
  [...new Set(cases.map(({ rule }) => rule))].sort();
