// Holds what a user downloads and loads against its limits; each limit counts as a test. After `npm run package`.
import { BUDGETS, sizeOf } from './runner/budgets.ts';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

let failed = 0;
for (const budget of BUDGETS) {
  const { what, limit } = budget;
  const size = sizeOf(budget);
  const within = size < limit;
  if (!within) failed++;
  const share = `${((100 * size) / limit).toFixed(0)} %`.padStart(6);
  const verdict = within ? 'ok' : 'TOO LARGE';
  console.log(`${what.padEnd(24)}${kilobytes(size)} of ${kilobytes(limit)}${share}  ${verdict}`);
}
console.log(`${BUDGETS.length - failed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
