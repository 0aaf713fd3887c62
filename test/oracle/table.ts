import path from 'node:path';
import type { OracleRecord } from './generator.ts';

export const FILE = path.resolve(import.meta.dirname, '../fixtures/citations/oracle.json.gz');
export const SEED = 20_130_912;
export const COUNT = 1_040;

/** First citation, the same with a locator, later citation, the same with a locator, entry of the bibliography. */
export type Expected = readonly [
  first: string,
  firstAt: string,
  later: string,
  laterAt: string,
  entry: string,
];

export interface Table {
  readonly seed: number;
  readonly records: readonly OracleRecord[];
  /** For each style, what is expected of each record. */
  readonly expected: Readonly<Record<string, readonly Expected[]>>;
}
