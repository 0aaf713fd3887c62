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

/** Installs packaged extensions into a folder of their own, as a user of this host would. @throws with the host's words */
export function installVsix(host: Host, ...vsixes: readonly string[]): Extensions {
  const root = ownFolder();
  const folder = path.join(root.path, 'extensions');
  execFileSync(
    host.node,
    [
      host.server,
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', path.join(root.path, 'data'), '--extensions-dir', folder],
      ...vsixes.flatMap(vsix => ['--install-extension', vsix]),
      '--force',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...OFFLINE } },
  );
  return { folder, remove: root.remove };
}
