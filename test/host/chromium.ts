import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { type Chromium, unpackChromium } from './chromium-package.ts';
import { findOnPath, isExecutable } from './programs.ts';

/** Names on the path, in order of preference; then places where installers put it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const ARGUMENTS = [
  // Root, as in many containers, cannot have the sandbox; every page shown is our own server's.
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** Starts a headless browser. It ends with this process at the latest. */
export async function launchChromium(): Promise<Browser> {
  const { executable, environment } = findChromium();
  return chromium.launch({
    executablePath: executable,
    args: ARGUMENTS,
    env: { ...process.env, ...environment },
    // Our own handlers end this process, and the browser with it.
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
  });
}

/** The machine's own browser (`CHROMIUM_PATH` first), else the one that the npm package @sparticuz/chromium carries. */
function findChromium(): Chromium {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
    return { executable: named, environment: {} };
  }
  const executable = findOnPath(NAMES) ?? PLACES.find(isExecutable);
  return executable === undefined ? unpackChromium() : { executable, environment: {} };
}
