import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WINDOWS = process.platform === 'win32';
const cleanups = new Set<() => void>();
let watched = false;

/**
 * Has `cleanup` called when this process ends, also by Ctrl-C or another signal. It must do its work at once: nothing
 * asynchronous happens any more.
 *
 * @returns takes it back
 */
export function atExit(cleanup: () => void): () => void {
  watch();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

function watch(): void {
  if (watched) return;
  watched = true;
  process.on('SIGHUP', () => process.exit(129));
  process.on('SIGINT', () => process.exit(130));
  process.on('SIGTERM', () => process.exit(143));
  process.on('exit', () => {
    // The last first: a program ends before its folder goes.
    for (const cleanup of [...cleanups].reverse()) {
      try {
        cleanup();
      } catch (error) {
        console.error(error);
      }
    }
  });
}

/** A program with all that it started. */
export interface Group {
  readonly process: ChildProcess;
  /** Asks the program to end, gives it a few seconds, then ends what is left of the group. */
  end(): Promise<void>;
}

/**
 * Starts a program at the head of a process group of its own, which ends with this process at the latest: extension
 * hosts and watchers would outlive their server.
 */
export function spawnGroup(program: string, args: readonly string[], options: SpawnOptions): Group {
  const child = spawn(program, args, { ...options, detached: !WINDOWS });
  const kill = () => {
    if (child.pid === undefined) return;
    try {
      // A negative id means the group. Windows has none: there the program alone is ended.
      process.kill(WINDOWS ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // All of it has ended by itself.
    }
  };
  const forget = atExit(kill);
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 3000).unref())]);
    }
    kill();
    forget();
  };
  return { process: child, end };
}

/** A folder that is deleted by `remove`, or at the latest when this process ends. */
export interface OwnFolder {
  readonly path: string;
  remove(): void;
}

/** A new, empty folder in the system's temporary folder. */
export function ownFolder(): OwnFolder {
  const path = mkdtempSync(join(tmpdir(), 'counterparts-'));
  const remove = () => {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    forget();
  };
  const forget = atExit(remove);
  return { path, remove };
}

/**
 * Ends this process when its parent does. npm runs a script through a shell, which dies of SIGTERM without telling its
 * child; the child then notices that it has another parent.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(143), 500).unref();
}
