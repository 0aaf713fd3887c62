// `npm run package`, after the build: writes dist/counterparts.vsix and fails if it holds anything that does not belong
// there, or lacks what does.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { listZip } from './runner/zip.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const VSIX = path.join(ROOT, 'dist/counterparts.vsix');

/** What must be in it. vsce gives the three texts these names. */
const REQUIRED = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/ThirdPartyNotices.txt',
  'extension/changelog.md',
  'extension/dist/browser.js',
  'extension/dist/dossier.json',
  'extension/dist/main.js',
  'extension/dist/timeline.js',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/readme.md',
];

/** What may be in it besides. */
const ALLOWED = [
  /^extension\/package\.nls\.[a-z-]+\.json$/,
  /^extension\/l10n\/bundle\.l10n\.[a-z-]+\.json$/,
  /^extension\/media\/[\w/-]+\.(svg|png|css|md)$/,
];

for (const name of ['main.js', 'browser.js', 'timeline.js', 'dossier.json']) {
  if (!existsSync(path.join(ROOT, 'dist', name)))
    throw new Error(`dist/${name} is missing. Run npm run build.`);
}
await createVSIX({
  cwd: ROOT,
  packagePath: VSIX,
  // Everything is in the bundles.
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

const entries = listZip(VSIX);
const names = entries.map(entry => entry.name);
const unwanted = names.filter(
  name => !REQUIRED.includes(name) && !ALLOWED.some(pattern => pattern.test(name)),
);
const missing = REQUIRED.filter(name => !names.includes(name));
for (const name of unwanted) console.error(`The VSIX must not hold ${name}.`);
for (const name of missing) console.error(`The VSIX lacks ${name}.`);
if (unwanted.length > 0 || missing.length > 0) process.exitCode = 1;
else console.log(`dist/counterparts.vsix holds ${entries.length} files, and nothing else.`);
