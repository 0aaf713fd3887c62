import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ownFolder, spawnGroup } from './processes.ts';
import { QUIET_SETTINGS, type Settings, type Trust, trustSettings } from './settings.ts';
import type { Host } from './versions.ts';

export interface ServerOptions {
  readonly host: Host;
  /** The port on the loopback interface; 0, the default, takes a free one. */
  readonly port?: number;
  /** The settings of the user to begin with: by default {@link QUIET_SETTINGS}. */
  readonly base?: Settings;
  /** Settings in addition. */
  readonly settings?: Settings;
  /** By default every folder is trusted. */
  readonly trust?: Trust;
  /** The folder of installed extensions; by default an empty one. */
  readonly extensions?: string;
  /** Whether the address may name an extension under development; a released VS Code takes none otherwise. */
  readonly development?: boolean;
}

/** One entry of what VS Code's web workbench takes in its address: a key and its value. */
export type Payload = readonly (readonly [key: string, value: string])[];

export interface Server {
  /**
   * The address of a workbench with `opened` open, a folder or a `.code-workspace` file; it holds the secret without which the
   * server answers nobody.
   */
  url(opened: string, payload?: Payload): string;
  /** The address that a file or folder of this machine has in the workbench. */
  remote(file: string): string;
  /** All that the server has printed so far. */
  log(): string;
  /** Settled when the server ends by itself. */
  readonly ended: Promise<void>;
  /** Ends the server with everything that it started, and deletes its data. */
  stop(): Promise<void>;
}

const START_TIMEOUT = 30_000;

/** For the environment of a server. No marketplace: nothing is asked of the network. */
export const OFFLINE = { EXTENSIONS_GALLERY: '{"serviceUrl":""}' };

/**
 * Starts a VS Code server on the loopback interface, with an empty data folder of its own.
 *
 * @throws with what the server printed, if it does not listen in time
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const data = ownFolder();
  const trust = options.trust ?? 'trusted';
  // The workbench in the browser reads this file as the user's settings, if it is there when the server starts.
  mkdirSync(path.join(data.path, 'data/User'), { recursive: true });
  const settings = { ...(options.base ?? QUIET_SETTINGS), ...trustSettings(trust), ...options.settings };
  writeFileSync(path.join(data.path, 'data/User/settings.json'), JSON.stringify(settings, null, 2));

  const token = randomBytes(16).toString('hex');
  const group = spawnGroup(
    options.host.node,
    [
      options.host.server,
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token', token],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', data.path],
      ...['--extensions-dir', options.extensions ?? path.join(data.path, 'extensions')],
      ...(trust === 'trusted' ? ['--disable-workspace-trust'] : []),
      // Newer releases ignore that part of the address unless they are driven by a test.
      ...(options.development === true ? ['--enable-smoke-test-driver'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...OFFLINE } },
  );
  const child = group.process;
  let printed = '';
  const listening = new Promise<number>(resolve => {
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const port = /listening on (\d+)/.exec(printed)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
  const stop = async () => {
    await group.end();
    data.remove();
  };
  try {
    const port = await Promise.race([listening, failure(child)]);
    return {
      url: (opened, payload) => address(port, token, opened, payload),
      remote: file => `vscode-remote://127.0.0.1:${port}${pathToFileURL(file).pathname}`,
      log: () => printed.replaceAll(token, '…'),
      ended: new Promise(resolve => child.once('exit', () => resolve())),
      stop,
    };
  } catch (error) {
    await stop();
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The VS Code ${options.host.version.vscode} server ${why}\n${printed.slice(-4000)}`);
  }
}

/** Rejects when the server cannot be started, ends, or is not ready in time. */
function failure(child: ChildProcess): Promise<never> {
  return new Promise((_, reject) => {
    const seconds = START_TIMEOUT / 1000;
    setTimeout(() => reject(new Error(`did not listen within ${seconds} s.`)), START_TIMEOUT).unref();
    child.once('error', error => reject(new Error(`could not be started: ${error.message}`)));
    child.once('exit', (code, signal) => reject(new Error(`ended with ${signal ?? `code ${code}`}.`)));
  });
}

function address(port: number, token: string, opened: string, payload: Payload = []): string {
  const query = new URLSearchParams({ tkn: token });
  const key = opened.endsWith('.code-workspace') ? 'workspace' : 'folder';
  query.set(key, decodeURIComponent(pathToFileURL(opened).pathname));
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${port}/?${query}`;
}
