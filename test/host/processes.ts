import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const groups = new Set<ChildProcess>();
const folders = new Set<string>();
let watching = false;

/**
 * Starts a program at the head of a process group of its own. The whole group ends with {@link endGroup}, or at the
 * latest when this process ends, on whatever signal: extension hosts and watchers would outlive their server.
 */
export function spawnGroup(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  watch();
  const child = spawn(program, args, { ...options, detached: true });
  groups.add(child);
  return child;
}

/** Asks the program to end, gives it `patience` milliseconds, then ends what is left of its group. */
export async function endGroup(child: ChildProcess, patience = 3000): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGTERM');
    await Promise.race([ended, new Promise(resolve => setTimeout(resolve, patience).unref())]);
  }
  killGroup(child);
  groups.delete(child);
}

/** Marks a folder to be deleted when this process ends, if {@link removeFolder} has not done it before. */
export function ownFolder(folder: string): string {
  watch();
  folders.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.delete(folder);
}

/**
 * Ends this process when its parent does. npm runs a script through a shell which dies of SIGTERM without telling its
 * child; the child then notices that it has another parent.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(143), 500).unref();
}

function watch(): void {
  if (watching) return;
  watching = true;
  for (const [signal, code] of [
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => process.exit(code));
  }
  process.on('exit', () => {
    for (const child of groups) killGroup(child);
    for (const folder of folders) removeFolder(folder);
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // A negative id means the group. Windows has no groups: there the program alone is ended.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
