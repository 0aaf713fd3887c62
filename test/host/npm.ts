import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A package whose tarball must be exactly this one. */
interface PinnedPackage {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}

/** Runs npm quietly in `folder` and answers what it printed. @throws with npm's own words if it fails */
export function npm(args: readonly string[], folder: string): string {
  return execFileSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      npm_config_fund: 'false',
      npm_config_audit: 'false',
      npm_config_update_notifier: 'false',
    },
  });
}

/** Fetches the tarball of a package into `folder`. @returns its path @throws if it is not the pinned one */
export function packPinned(wanted: PinnedPackage, folder: string): string {
  const id = `${wanted.name}@${wanted.version}`;
  const answer: unknown = JSON.parse(npm(['pack', id, '--json', '--pack-destination', folder], folder));
  const packed: { filename?: string; integrity?: string } = Array.isArray(answer) ? answer[0] : {};
  if (packed.filename === undefined || packed.integrity !== wanted.integrity) {
    throw new Error(`${id} has the integrity ${packed.integrity}, but ${wanted.integrity} was expected.`);
  }
  return path.join(folder, packed.filename);
}

/** @throws unless npm, having installed into `folder`, took exactly this tarball */
export function requireIntegrity(folder: string, wanted: PinnedPackage): void {
  const record = JSON.parse(readFileSync(path.join(folder, 'node_modules/.package-lock.json'), 'utf8'));
  const found: unknown = record.packages?.[`node_modules/${wanted.name}`]?.integrity;
  if (found !== wanted.integrity) {
    throw new Error(`${wanted.name}@${wanted.version} has the integrity ${found}, not ${wanted.integrity}.`);
  }
}
