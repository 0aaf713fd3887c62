// `npm run bench [-- NAME…]`: prints each figure with its limit. Nothing is asserted elsewhere; exit code 1 where a limit is
// missed.
import { keeps, type Result } from './result.ts';

const BENCHES: Readonly<Record<string, () => Promise<Result[]>>> = {
  sizes: async () => (await import('./sizes.ts')).benchSizes(),
  analysis: async () => (await import('./analysis.ts')).benchAnalysis(),
  names: async () => (await import('./names.ts')).benchNames(),
  hover: async () => (await import('./hover.ts')).benchHover(),
  completion: async () => (await import('./completion.ts')).benchCompletion(),
  activation: async () => (await import('./activation.ts')).benchActivation(),
};

const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (!(name in BENCHES)) {
    console.error(`There is no benchmark "${name}". There are: ${Object.keys(BENCHES).join(', ')}.`);
    process.exit(2);
  }
}
let missed = 0;
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const result of await bench()) {
    const kept = keeps(result);
    if (!kept) missed++;
    const { name: figure, value, unit, limit, better, detail } = result;
    const mark = limit === undefined ? '·' : kept ? '✓' : '✗';
    const asked = limit === undefined ? '' : ` (${better === 'lower' ? '≤' : '≥'} ${limit} ${unit})`;
    console.log(`${mark} ${figure}: ${value.toFixed(2)} ${unit}${asked} — ${detail}`);
  }
}
process.exit(missed > 0 ? 1 : 0);
