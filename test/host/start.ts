// `npm start`, after the build: opens the extension, as it lies in this folder, on the sample workspace. In desktop VS
// Code if it is there and can be shown, else in the browser host. Ends with Ctrl-C, and everything it started with it.
//
//   npm start -- [--browser] [--port N] [--no-open]
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installHost } from './install.ts';
import { atExit, endWithParent, spawnGroup } from './processes.ts';
import { findDesktop, openAddress } from './programs.ts';
import { startServer } from './server.ts';
import { PLAIN_SETTINGS } from './settings.ts';
import { HOSTS_FOLDER, NEWEST } from './versions.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SAMPLE = path.join(ROOT, 'test/fixtures/sample');
const FIRST_FILE = path.join(SAMPLE, 'briefing.md');
const HELP = `npm start -- [--browser] [--port N] [--no-open]

  --browser   in the browser, even if desktop VS Code is there
  --port N    in the browser, at this port instead of a free one
  --no-open   in the browser, and only print the address`;

const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    port: { type: 'string' },
    open: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const port = Number(values.port ?? 0);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  throw new Error(`--port takes a number up to 65535, not "${values.port}".`);
}
if (!existsSync(path.join(ROOT, 'dist/main.js'))) throw new Error('Run npm run build first.');

endWithParent();
const desktop = values.browser || values.port !== undefined || !values.open ? undefined : findDesktop();
if (desktop === undefined) await startInBrowser();
else await startOnDesktop(desktop);

async function startInBrowser(): Promise<void> {
  const server = await startServer({
    host: installHost(NEWEST),
    port,
    base: PLAIN_SETTINGS,
    development: true,
  });
  const address = server.url(SAMPLE, [
    ['extensionDevelopmentPath', server.remote(ROOT)],
    ['openFile', server.remote(FIRST_FILE)],
  ]);
  console.log(`\nCounterparts runs at\n\n  ${address}\n\nCtrl-C ends it.`);
  if (values.open) openAddress(address);
  await server.ended;
  throw new Error(`The VS Code server ended by itself:\n${server.log().slice(-2000)}`);
}

/** A VS Code with its own data, which does not touch what else is open, and which ends with this script. */
async function startOnDesktop(code: string): Promise<void> {
  const data = path.join(HOSTS_FOLDER, 'desktop');
  // The program on the path starts VS Code apart from itself; VS Code leaves its process id in this file while it runs.
  const lock = path.join(data, 'code.lock');
  atExit(() => existsSync(lock) && process.kill(Number(readFileSync(lock, 'utf8')), 'SIGTERM'));
  const flags = ['--wait', '--new-window', '--disable-workspace-trust', '--user-data-dir', data];
  const args = [...flags, `--extensionDevelopmentPath=${ROOT}`, SAMPLE, FIRST_FILE];
  const { process: child } = spawnGroup(code, args, { stdio: 'inherit' });
  console.log('\nCounterparts runs in desktop VS Code. Ctrl-C, or closing its window, ends it.');
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('exit', resolve);
  });
  process.exit(status ?? 1);
}
