// Builds everything into dist/: the two extension bundles, the webview, the command line, the tests that run inside
// VS Code, and, with the fresh command line, the compiled dossier.
//
//   node esbuild.mjs [--watch] [--only BUNDLE]
//
// `--watch` builds again on each change below src/, test/ and data/; `--only cli` builds the command line and nothing else.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';

const { values: flags } = parseArgs({ options: { watch: { type: 'boolean' }, only: { type: 'string' } } });

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  // Cyrillic words stand as they are, and not as six characters a letter.
  charset: 'utf8',
};

/** The modules that the extension imports when it first needs them: `await import('./x.ts')`. */
const importedLater = new Set();

/** @type {import('esbuild').Plugin} Lets `import()` in the Node bundle lead to what the browser bundle exports. */
const restFromBrowserBundle = {
  name: 'rest-from-browser-bundle',
  setup({ onStart, onResolve }) {
    onStart(() => importedLater.clear());
    onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return;
      importedLater.add(resolve(resolveDir, path));
      return { path: './browser.js', external: true };
    });
  },
};

/**
 * What `export *` from these modules would lose without a word: a name that two of them export, and a default.
 *
 * @param {readonly string[]} files
 * @returns {Promise<import('esbuild').PartialMessage[]>}
 */
async function lostExports(files) {
  const result = await build({
    ...common,
    entryPoints: [...files],
    outdir: 'dist',
    format: 'esm',
    packages: 'external',
    // What these modules import later themselves changes nothing about what they export.
    splitting: true,
    sourcemap: false,
    write: false,
    metafile: true,
    logLevel: 'silent',
  }).catch(() => undefined);
  // What cannot be built fails in the bundle itself, which tells why.
  if (result === undefined) return [];
  /** @type {Map<string, string>} */
  const exporter = new Map();
  const lost = [];
  for (const { entryPoint, exports } of Object.values(result.metafile.outputs)) {
    for (const name of entryPoint === undefined || !files.includes(entryPoint) ? [] : exports) {
      const first = exporter.get(name);
      exporter.set(name, first ?? entryPoint);
      if (first === undefined && name !== 'default') continue;
      const text =
        name === 'default'
          ? 'A module that is imported later has no default export: the browser bundle would not pass it on'
          : `"${name}" is exported by ${first} already, and the browser bundle passes on all that both export: rename one`;
      const lines = readFileSync(entryPoint, 'utf8').split('\n');
      const line = lines.findIndex(each => each.startsWith('export') && each.includes(name));
      lost.push({
        text,
        location: { file: entryPoint, line: Math.max(line, 0) + 1, lineText: lines[line] ?? '' },
      });
    }
  }
  return lost;
}

/**
 * @type {import('esbuild').Plugin} The browser bundle exports the extension and all that the Node bundle asks it for; what it
 * imports later itself, it takes from its exports as well. For an `import()` esbuild would wrap that module, and all that it
 * needs, in functions to be run at that time, although `export *` runs them at once: 20 kB for nothing.
 */
const wholeExtension = {
  name: 'whole-extension',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^whole-extension$/ }, ({ path }) => ({ path, namespace: 'whole-extension' }));
    onLoad({ filter: /.*/, namespace: 'whole-extension' }, async () => {
      const later = [...importedLater].sort().map(file => relative('.', file).split(sep).join('/'));
      const files = ['src/extension.ts', ...later];
      return {
        contents: files.map(file => `export * from './${file}';`).join('\n'),
        resolveDir: '.',
        errors: await lostExports(files),
      };
    });
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /(?<!typeof )\bimport\(\s*'(\.[^']*)'\s*\)/g,
        (whole, file) =>
          importedLater.has(resolve(dirname(path), file)) ? 'Promise.resolve(module.exports)' : whole,
      ),
      loader: 'ts',
    }));
  },
};

/** @type {import('esbuild').Plugin} Asks for VS Code's API in one place, and not anew in each module of a bundle. */
const oneApi = {
  name: 'one-api',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ path, namespace }) =>
      namespace === 'one-api' ? { path, external: true } : { path, namespace: 'one-api' },
    );
    onLoad({ filter: /.*/, namespace: 'one-api' }, () => ({
      contents: 'export * from "vscode";',
    }));
  },
};

/** What both bundles of the extension have in common: strict mode for all of a file, and not anew for each module in it. */
const strictOnce = {
  banner: { js: '"use strict";' },
  tsconfigRaw: { compilerOptions: { target: 'ES2023', verbatimModuleSyntax: true, alwaysStrict: false } },
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  // For Node hosts: what activation needs, some dozen kilobytes, so that activation does not compile what it does not run.
  // Everything else is taken from the other bundle when it is first used. That one is complete, for the web hosts: what
  // registers, with all that it imports at the start, is shipped in both bundles, the rest once.
  main: {
    entryPoints: { main: 'src/extension.ts' },
    format: 'cjs',
    platform: 'node',
    ...strictOnce,
    plugins: [oneApi, restFromBrowserBundle],
    // `import()` becomes `require()`, which knows all that a CommonJS module exports.
    supported: { 'dynamic-import': false },
  },
  // For web hosts, which load one file: the whole extension. Node in the code fails this build.
  browser: {
    entryPoints: { browser: 'whole-extension' },
    format: 'cjs',
    platform: 'browser',
    ...strictOnce,
    plugins: [oneApi, wholeExtension],
    // What MiniSearch keeps to itself: no file and no API has such names.
    mangleProps: /^_[a-z]/,
  },
  webview: {
    entryPoints: { timeline: 'src/webview/timeline.ts' },
    format: 'iife',
    platform: 'browser',
  },
  cli: {
    entryPoints: { cli: 'src/cli/main.ts' },
    format: 'esm',
    platform: 'node',
    outExtension: { '.js': '.mjs' },
    // The validator is generated code that calls require(); an ES module has none of its own.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    minify: false,
  },
  tests: {
    entryPoints: {
      'test/integration': 'test/integration/index.ts',
      'test/bench': 'test/bench/hover-host.ts',
      'test/bench-completion': 'test/bench/completion-host.ts',
    },
    // Mocha's browser build sets `module.exports` while it is evaluated; what the host runs is set after that.
    format: 'iife',
    globalName: 'bundle',
    footer: { js: 'module.exports = bundle;' },
    platform: 'browser',
    external: ['vscode'],
    minify: false,
    define: { 'process.env.NODE_DEBUG': 'undefined' },
  },
};

/** @type {[name: string, bundle: import('esbuild').BuildContext][]} In this order: see `importedLater`. */
const wanted = [];
for (const [name, options] of Object.entries(bundles)) {
  if (flags.only !== undefined && flags.only !== name) continue;
  wanted.push([name, await context({ ...common, ...options, outdir: 'dist' })]);
}
if (wanted.length === 0) {
  console.error(`There is no bundle ${flags.only}; there are ${Object.keys(bundles).join(', ')}.`);
  process.exit(2);
}

/**
 * Builds the bundles one after the other, since the Node bundle tells what the browser bundle has to export; then
 * compiles data/ to dist/dossier.json with the new command line.
 *
 * @returns {Promise<number>} how many of them failed, each of which has said why
 */
async function buildAll() {
  /** @type {string[]} */
  const failed = [];
  for (const [name, bundle] of wanted) await bundle.rebuild().catch(() => failed.push(name));
  if (flags.only !== undefined || failed.includes('cli')) return failed.length;
  const args = ['dist/cli.mjs', 'dossier', 'compile'];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  return failed.length + (status === 0 ? 0 : 1);
}

/** Whether a round is running, and whether something has changed since it began. */
let building = false;
let changed = false;

/** One round of building after another, as long as something changes, between the lines that the watch task waits for. */
async function buildAgain() {
  changed = true;
  if (building) return;
  building = true;
  while (changed) {
    changed = false;
    console.log('[watch] build started');
    const failures = await buildAll();
    console.log(`[watch] build finished, ${failures === 0 ? 'all is well' : `${failures} failed`}`);
  }
  building = false;
}

if (flags.watch) {
  // Not esbuild's own watching: it knows nothing of data/, and builds each bundle for itself, in no order.
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  for (const folder of ['src', 'test', 'data']) {
    // Editors and version control write several files at once, and one in several steps.
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(buildAgain, 100);
    });
  }
  buildAgain();
} else {
  if (flags.only === undefined && existsSync('dist')) {
    for (const entry of readdirSync('dist')) rmSync(`dist/${entry}`, { recursive: true, force: true });
  }
  if ((await buildAll()) > 0) process.exitCode = 1;
  for (const [, bundle] of wanted) await bundle.dispose();
}
