import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ownFolder, removeFolder } from './processes.ts';
import type { Host } from './versions.ts';

/** A folder of installed extensions for `startServer`. */
export interface Extensions {
  readonly folder: string;
  remove(): void;
}

/** Installs a packaged extension into a folder of its own, as a user of this host would. @throws with the host's words */
export function installVsix(host: Host, vsix: string): Extensions {
  const root = ownFolder(mkdtempSync(path.join(os.tmpdir(), 'counterparts-extensions-')));
  const folder = path.join(root, 'extensions');
  execFileSync(
    host.node,
    [
      host.server,
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', path.join(root, 'data'), '--extensions-dir', folder],
      ...['--install-extension', vsix, '--force'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' } },
  );
  return { folder, remove: () => removeFolder(root) };
}
