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
  { what: 'Both extension bundles', files: ['main.js', 'browser.js'], limit: 250_000 },
  { what: 'The VSIX', files: ['counterparts.vsix'], limit: 400_000 },
];

const DIST = path.resolve(import.meta.dirname, '../../dist');

/** In bytes, as the files lie in dist/ now. */
export function sizeOf({ files }: Budget): number {
  return files.reduce((sum, file) => sum + statSync(path.join(DIST, file)).size, 0);
}
