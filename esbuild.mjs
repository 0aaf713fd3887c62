// Builds everything into dist/: the two extension bundles, the webview, the command line, the tests that run inside
// VS Code, and, with the fresh command line, the compiled dossier. `--watch` rebuilds on each change.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');

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

/** How many bundles are being built: the watch task is busy from the first to the last of them. */
let running = 0;
let errors = 0;

/** @type {import('esbuild').Plugin} The lines between which the problem matcher of the watch task looks. */
const report = {
  name: 'report',
  setup(build) {
    if (!watch) return;
    build.onStart(() => {
      if (running++ > 0) return;
      errors = 0;
      console.log('[watch] build started');
    });
    build.onEnd(result => {
      errors += result.errors.length;
      if (--running === 0) console.log(`[watch] build finished, ${errors} errors`);
    });
  },
};

/** @type {import('esbuild').Plugin} Compiles data/ to dist/dossier.json each time the command line was built. */
const dossier = {
  name: 'dossier',
  setup(build) {
    build.onEnd(result => {
      if (result.errors.length > 0) return;
      const { status } = spawnSync(process.execPath, ['dist/cli.mjs', 'dossier', 'compile'], {
        stdio: 'inherit',
      });
      if (status !== 0 && !watch) process.exit(status ?? 1);
    });
  },
};

/** The modules that the extension imports when it first needs them: `await import('./x.ts')`. */
const importedLater = new Set();

/** @type {import('esbuild').Plugin} Lets `import()` in the Node bundle lead to what the browser bundle exports. */
const restFromBrowserBundle = {
  name: 'rest-from-browser-bundle',
  setup(build) {
    build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return;
      importedLater.add(resolve(resolveDir, path));
      return { path: './browser.js', external: true };
    });
  },
};

/** @type {import('esbuild').Plugin} The browser bundle exports the extension and all that the Node bundle asks it for. */
const wholeExtension = {
  name: 'whole-extension',
  setup(build) {
    build.onResolve({ filter: /^whole-extension$/ }, ({ path }) => ({ path, namespace: 'whole-extension' }));
    build.onLoad({ filter: /.*/, namespace: 'whole-extension' }, () => ({
      contents: ['src/extension.ts', ...[...importedLater].sort().map(file => relative('.', file))]
        .map(file => `export * from './${file.split(sep).join('/')}';`)
        .join('\n'),
      resolveDir: '.',
    }));
  },
};

/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  // For Node hosts: what activation needs, some dozen kilobytes. Everything else is taken from the other bundle, which is
  // complete, when it is first used; so nothing is shipped twice and activation does not compile what it does not run.
  main: {
    entryPoints: { main: 'src/extension.ts' },
    format: 'cjs',
    platform: 'node',
    external: ['vscode'],
    plugins: [restFromBrowserBundle],
    // `import()` becomes `require()`, which knows all that a CommonJS module exports.
    supported: { 'dynamic-import': false },
  },
  // For web hosts, which load one file: the whole extension. Node in the code fails this build.
  browser: {
    entryPoints: { browser: 'whole-extension' },
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    plugins: [wholeExtension],
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
    plugins: [dossier],
  },
  tests: {
    entryPoints: {
      'test/integration': 'test/integration/index.ts',
      'test/bench': 'test/bench/hover-host.ts',
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

if (!watch && existsSync('dist')) {
  for (const entry of readdirSync('dist')) rmSync(`dist/${entry}`, { recursive: true, force: true });
}
for (const options of Object.values(bundles)) {
  const build = await context({
    ...common,
    ...options,
    outdir: 'dist',
    plugins: [...(options.plugins ?? []), report],
  });
  // Built once in this order first: the Node bundle tells what the browser bundle has to export.
  if (watch) {
    await build.rebuild().catch(() => {});
    await build.watch();
  } else {
    await build.rebuild().catch(() => process.exit(1));
    await build.dispose();
  }
}
