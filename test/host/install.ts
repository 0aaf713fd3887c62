import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { npm, packPinned, requireIntegrity } from './npm.ts';
import { DROPPED_EXTENSIONS, DROPPED_FOLDERS, KEPT_PACKAGES, PLATFORM_FOLDERS, RECIPE } from './recipe.ts';
import { STAND_INS } from './standins.ts';
import { HOSTS_FOLDER, type Host, locateHost, NODE_PACKAGE, RIPGREP } from './versions.ts';

const PLATFORM = `${process.platform}-${process.arch}`;

/**
 * Installs the host of this name, unless it is there already: fetches its package from the npm registry, keeps what
 * tests need, and puts the whole in place at the end, so that an interrupted installation leaves no half of one.
 *
 * @throws if the registry cannot be reached, or if what it sends is not what was pinned
 */
export function installHost(name: string, root: string = HOSTS_FOLDER): Host {
  const host = locateHost(name, root);
  const stamp = path.join(host.folder, '.installed');
  const wanted = fingerprint(host);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return host;

  console.log(`Installing the VS Code ${host.version.vscode} host from the npm registry…`);
  mkdirSync(root, { recursive: true });
  const aside = mkdtempSync(path.join(root, 'installing-'));
  try {
    const folder = path.join(aside, 'host');
    unpack(host, aside, folder);
    installPackages(host, folder);
    prune(folder);
    putStandIns(folder);
    putRipgrep(folder);
    writeFileSync(path.join(folder, '.installed'), wanted);
    rmSync(host.folder, { recursive: true, force: true });
    renameSync(folder, host.folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return host;
}

/** Changes whenever an installation made now would differ from an older one. */
function fingerprint(host: Host): string {
  const parts = [host.version, host.ownNode, RECIPE, RIPGREP, KEPT_PACKAGES, DROPPED_EXTENSIONS];
  return createHash('sha256')
    .update(JSON.stringify([...parts, PLATFORM_FOLDERS, DROPPED_FOLDERS, STAND_INS]))
    .digest('hex');
}

function unpack(host: Host, aside: string, folder: string): void {
  const tarball = packPinned({ name: 'code-server', ...host.version.package }, aside);
  mkdirSync(folder);
  execFileSync('tar', ['xzf', tarball, '-C', folder, '--strip-components=3', 'package/lib/vscode']);
  rmSync(tarball);
  for (const name of DROPPED_EXTENSIONS) {
    rmSync(path.join(folder, 'extensions', name), { recursive: true, force: true });
  }
}

interface Manifest {
  dependencies: Record<string, string>;
  overrides?: Record<string, unknown>;
  allowScripts?: unknown;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}

/** No scripts run; the server's own npm-shrinkwrap.json keeps the versions. (`npm ci` refuses it: it lacks a package.) */
function installPackages(host: Host, folder: string): void {
  const manifest = readManifest(folder);
  copyFileSync(path.join(folder, 'package.json'), path.join(folder, 'package.original.json'));
  const kept = Object.entries(manifest.dependencies).filter(([name]) => KEPT_PACKAGES.includes(name));
  const yauzl = manifest.overrides?.['yauzl'];
  const { overrides: _, allowScripts: __, ...rest } = manifest;
  const trimmed: Manifest = {
    ...rest,
    dependencies: {
      ...Object.fromEntries(kept),
      ...(host.ownNode ? { [NODE_PACKAGE]: host.version.node.version } : {}),
      ...(RIPGREP.name in manifest.dependencies ? {} : { [RIPGREP.name]: RIPGREP.version }),
    },
    ...(yauzl === undefined ? {} : { overrides: { yauzl } }),
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(trimmed, null, 2));
  npm(['install', '--omit=dev', '--ignore-scripts', '--engine-strict=false'], folder);
  if (host.ownNode) requireIntegrity(folder, { name: NODE_PACKAGE, ...host.version.node });
  if (!(RIPGREP.name in manifest.dependencies)) requireIntegrity(folder, RIPGREP);

  // TypeScript for the built-in JavaScript extension: without it, opening a .js or .ts file raises a notification.
  npm(['install', '--omit=dev', '--ignore-scripts'], path.join(folder, 'extensions'));
}

function prune(folder: string): void {
  const packages = path.join(folder, 'node_modules');
  for (const sub of PLATFORM_FOLDERS) {
    const entries = existsSync(path.join(packages, sub)) ? readdirSync(path.join(packages, sub)) : [];
    for (const entry of entries.filter(name => name !== PLATFORM)) {
      rmSync(path.join(packages, sub, entry), { recursive: true, force: true });
    }
  }
  for (const sub of DROPPED_FOLDERS) rmSync(path.join(packages, sub), { recursive: true, force: true });
  for (const file of readdirSync(packages, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.map')) rmSync(path.join(packages, file), { force: true });
  }
}

function putStandIns(folder: string): void {
  const { dependencies } = JSON.parse(readFileSync(path.join(folder, 'package.original.json'), 'utf8'));
  for (const [name, { type, source }] of Object.entries(STAND_INS)) {
    if (!(name in dependencies)) continue;
    const target = path.join(folder, 'node_modules', name);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    const manifest = { name, version: '0.0.0', main: 'index.js', type };
    writeFileSync(path.join(target, 'package.json'), JSON.stringify(manifest));
    writeFileSync(path.join(target, 'index.js'), source);
  }
}

/** The older package of ripgrep gets the binary that its install script would have downloaded. */
function putRipgrep(folder: string): void {
  const packages = path.join(folder, 'node_modules');
  const file = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const binary = path.join(packages, RIPGREP.name, 'bin', PLATFORM, file);
  const older = path.join(packages, '@vscode/ripgrep');
  const places = [binary];
  if (existsSync(older)) {
    mkdirSync(path.join(older, 'bin'), { recursive: true });
    places.push(path.join(older, 'bin', file));
    copyFileSync(binary, path.join(older, 'bin', file));
  }
  for (const place of places) chmodSync(place, 0o755);
}
