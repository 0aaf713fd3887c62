// `npm run check`: types of each part, lint and format, unused code, localisable messages, and the dossier. Changes no file but
// dist/cli.mjs.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Runs a program in the project's folder. @returns whether it ended well, and all that it printed */
function run(program: string, ...args: string[]): { ok: boolean; printed: string } {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { ok: status === 0, printed: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` };
}

/** Runs a tool of a package with our own Node. */
const tool = (script: string, ...args: string[]) =>
  run(process.execPath, path.join(ROOT, 'node_modules', script), ...args);

const types = (part: string) => () => tool('typescript/bin/tsc', '-p', part);

/** Validates the records with the command line as its source is now, whatever was built before. */
function dossier(): { ok: boolean; printed: string } {
  const built = run(process.execPath, 'esbuild.mjs', '--only', 'cli');
  return built.ok ? run(process.execPath, 'dist/cli.mjs', 'dossier', 'check') : built;
}

const steps: readonly (readonly [name: string, run: () => { ok: boolean; printed: string }])[] = [
  ['types of the extension', types('.')],
  ['types of src/core', types('src/core')],
  ['types of src/webview', types('src/webview')],
  ['types of src/cli', types('src/cli')],
  ['types of test', types('test')],
  ['lint and format', () => tool('@biomejs/biome/bin/biome', 'check')],
  ['unused code', () => tool('knip/bin/knip.js', '--no-progress')],
  ['localisable messages', () => run(process.execPath, 'test/l10n.ts')],
  ['dossier', dossier],
];

let failed = 0;
for (const [name, step] of steps) {
  const start = Date.now();
  const { ok, printed } = step();
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'failed'}  ${name} (${seconds} s)`);
  if (!ok) {
    failed++;
    console.log(printed.trimEnd().replace(/^/gm, '        '));
  }
}
console.log(failed === 0 ? 'All checks passed.' : `${failed} of ${steps.length} checks failed.`);
if (failed > 0) process.exitCode = 1;
