import { statSync } from 'node:fs';
import path from 'node:path';

export interface Budget {
  readonly what: string;
  /** Under dist/; their sizes are added. */
  readonly files: readonly string[];
  /** In bytes; the sum must stay below. */
  readonly limit: number;
}

/** What a user downloads and loads. */
export const BUDGETS: readonly Budget[] = [
  // What a Node host compiles at activation.
  { what: 'What registers', files: ['main.js'], limit: 25_000 },
  // 250 kB held cards, trees, search, pages and the timeline. Twelve checks, two languages of cues and dates, quotations and
  // their speakers, five citation styles and four formats of bibliographies have come since, each loaded on first use in
  // Node hosts; web hosts can load one file only, so that all of it stands in one.
  { what: 'Both extension bundles', files: ['main.js', 'browser.js'], limit: 600_000 },
  { what: 'The VSIX', files: ['counterparts.vsix'], limit: 400_000 },
];

const DIST = path.resolve(import.meta.dirname, '../../dist');

/** In bytes, as the files lie in dist/ now. */
export function sizeOf({ files }: Budget): number {
  return files.reduce((sum, file) => sum + statSync(path.join(DIST, file)).size, 0);
}
