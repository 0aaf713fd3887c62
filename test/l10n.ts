// Keeps l10n/bundle.l10n.json, the messages that a translation has to cover: every literal first argument of `t(…)` and
// `l10n.t(…)` in the sources of the extension. `node test/l10n.ts` holds the file against the sources, `--write` writes it.
// (@vscode/l10n-dev finds only calls on the `vscode` module itself; the core takes the translation as an argument.)
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const BUNDLE = path.join(ROOT, 'l10n/bundle.l10n.json');
const CALL = /\bt\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`$\\]*)`)/g;

const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  file => file.endsWith('.ts') && !/^(cli|webview)[/\\]/.test(file),
);

const messages = new Set<string>();
for (const file of sources) {
  for (const match of readFileSync(path.join(ROOT, 'src', file), 'utf8').matchAll(CALL)) {
    const literal = match[1] ?? match[2] ?? match[3] ?? '';
    messages.add(literal.replace(/\\(['"\\])/g, '$1'));
  }
}
const wanted = `${JSON.stringify(Object.fromEntries([...messages].sort().map(message => [message, message])), null, 2)}\n`;

if (process.argv.includes('--write')) writeFileSync(BUNDLE, wanted);
else if (readFileSync(BUNDLE, 'utf8') !== wanted) {
  console.error('l10n/bundle.l10n.json does not hold the messages of the sources: run "npm run l10n".');
  process.exitCode = 1;
}
console.log(`${messages.size} messages`);
