// Holds what a user downloads and loads against its limits; each limit counts as a test. After `npm run package`.
import { statSync } from 'node:fs';
import path from 'node:path';

interface Budget {
  readonly what: string;
  /** Under dist/; their sizes are added. */
  readonly files: readonly string[];
  /** In bytes; the sum must stay below. */
  readonly limit: number;
}

const BUDGETS: readonly Budget[] = [
  { what: 'Both extension bundles', files: ['main.js', 'browser.js'], limit: 250_000 },
  { what: 'The VSIX', files: ['counterparts.vsix'], limit: 400_000 },
];

const DIST = path.resolve(import.meta.dirname, '../dist');
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

let failed = 0;
for (const { what, files, limit } of BUDGETS) {
  const size = files.reduce((sum, file) => sum + statSync(path.join(DIST, file)).size, 0);
  const within = size < limit;
  if (!within) failed++;
  const share = `${((100 * size) / limit).toFixed(0)} %`.padStart(6);
  console.log(
    `${what.padEnd(24)}${kilobytes(size)} of ${kilobytes(limit)}${share}  ${within ? 'ok' : 'TOO LARGE'}`,
  );
}
console.log(`${BUDGETS.length - failed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
