import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { ownFolder } from './processes.ts';
import { OFFLINE } from './server.ts';
import type { Host } from './versions.ts';

/** A folder of installed extensions for `startServer`. */
export interface Extensions {
  readonly folder: string;
  remove(): void;
}

/** Installs a packaged extension into a folder of its own, as a user of this host would. @throws with the host's words */
export function installVsix(host: Host, vsix: string): Extensions {
  const root = ownFolder();
  const folder = path.join(root.path, 'extensions');
  execFileSync(
    host.node,
    [
      host.server,
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', path.join(root.path, 'data'), '--extensions-dir', folder],
      ...['--install-extension', vsix, '--force'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...OFFLINE } },
  );
  return { folder, remove: root.remove };
}
