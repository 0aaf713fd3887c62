import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { HOSTS_FOLDER } from './versions.ts';

/** A Chromium or Chrome that can be started, and what its environment needs beside ours. */
export interface Chromium {
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The browser that the npm package `@sparticuz/chromium` carries, unpacked beside the hosts once for each version. The
 * package's own function would unpack it into the system's temporary folder, where an interrupted run leaves a broken
 * one for ever.
 *
 * @throws on other platforms than Linux x64, for which the package has none
 */
export function unpackChromium(): Chromium {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'There is no Chromium on this machine. Install Chrome, or name a browser in CHROMIUM_PATH.',
    );
  }
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folder = path.join(HOSTS_FOLDER, `chromium-${version}`);
  if (!existsSync(folder)) unpack(path.join(root, 'bin'), folder);
  return { executable: path.join(folder, 'chromium'), environment: environment(folder) };
}

function unpack(source: string, folder: string): void {
  console.log('Unpacking Chromium…');
  mkdirSync(HOSTS_FOLDER, { recursive: true });
  const aside = mkdtempSync(path.join(HOSTS_FOLDER, 'unpacking-'));
  try {
    const inflate = (name: string) => brotliDecompressSync(readFileSync(path.join(source, name)));
    writeFileSync(path.join(aside, 'chromium'), inflate('chromium.br'), { mode: 0o755 });
    for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
      execFileSync('tar', ['xf', '-', '-C', aside], { input: inflate(archive) });
    }
    writeFileSync(path.join(aside, 'fonts.conf'), fontConfiguration(folder));
    renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The machine's fonts, if it has any, and the package's own. */
function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}

/** A machine without NSS and NSPR gets the package's: the browser does not start without them. */
function environment(folder: string): Readonly<Record<string, string>> {
  const fonts = { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  const runs = spawnSync(path.join(folder, 'chromium'), ['--version']).status === 0;
  if (runs) return fonts;
  const libraries = [path.join(folder, 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''];
  return { ...fonts, LD_LIBRARY_PATH: libraries.filter(entry => entry !== '').join(path.delimiter) };
}
