import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { installHost } from '../host/install.ts';
import { type OwnFolder, ownFolder } from '../host/processes.ts';
import { runHostTests } from '../host/run-tests.ts';
import type { Kind, Trust } from '../host/settings.ts';
import { NEWEST, OLDEST } from '../host/versions.ts';
import { GREP_SETTING } from '../integration/protocol.ts';
import { SuiteEvents } from './events.ts';
import type { Outcome } from './report.ts';

/** One run of the suites. */
export interface Configuration {
  readonly host: string;
  readonly kind: Kind;
  readonly trust: Trust;
  readonly workspace: WorkspaceKind;
}

/** What is open: one folder, or a `.code-workspace` file with several roots. */
export type WorkspaceKind = 'folder' | 'roots';

/** Oldest and newest VS Code, in Node and in a worker; once in Restricted Mode; and with several roots. */
export const CONFIGURATIONS: readonly Configuration[] = [
  { host: NEWEST, kind: 'node', trust: 'trusted', workspace: 'folder' },
  { host: NEWEST, kind: 'web', trust: 'trusted', workspace: 'folder' },
  { host: OLDEST, kind: 'node', trust: 'trusted', workspace: 'folder' },
  { host: OLDEST, kind: 'web', trust: 'trusted', workspace: 'folder' },
  { host: NEWEST, kind: 'node', trust: 'restricted', workspace: 'folder' },
  { host: NEWEST, kind: 'node', trust: 'trusted', workspace: 'roots' },
  { host: NEWEST, kind: 'web', trust: 'trusted', workspace: 'roots' },
];

export function describeConfiguration({ host, kind, trust, workspace }: Configuration): string {
  const mode = trust === 'restricted' ? ', Restricted Mode' : '';
  return `Integration, VS Code ${host}, ${kind} host${mode}${workspace === 'roots' ? ', several roots' : ''}`;
}

/** The project's folder. */
const ROOT = path.resolve(import.meta.dirname, '../..');
const SUITES = path.join(ROOT, 'test/integration');
const TIMEOUT = 480_000;

/** The bundle of all suites, in the folder of the extension: VS Code runs tests where the extension runs in which they lie. */
const BUNDLE_IN_EXTENSION = 'dist/test/integration.js';
/** The one that was built, with its source map beside it. */
export const BUNDLE = path.join(ROOT, BUNDLE_IN_EXTENSION);

/** A copy of a workspace of the suites, so that they may write. */
interface WorkspaceCopy extends OwnFolder {
  /** What the workbench opens of it. */
  readonly opened: string;
}

const WORKSPACES: Readonly<Record<WorkspaceKind, { readonly fixture: string; readonly opened: string }>> = {
  folder: { fixture: 'workspace', opened: '.' },
  roots: { fixture: 'roots', opened: 'two roots.code-workspace' },
};

export function copyWorkspace(kind: WorkspaceKind): WorkspaceCopy {
  const folder = ownFolder();
  const { fixture, opened } = WORKSPACES[kind];
  cpSync(path.join(ROOT, 'test/fixtures', fixture), folder.path, { recursive: true });
  return { ...folder, opened: path.join(folder.path, opened) };
}

/** A copy of the extension and of the suites within it. */
interface ExtensionCopy extends OwnFolder {
  /** The bundle of the suites. */
  readonly tests: string;
}

/**
 * Copies what is packaged of the built extension, and the suites: these break the dossier, and a run that is cut off must
 * leave dist/ whole.
 */
export function copyExtension(): ExtensionCopy {
  const folder = ownFolder();
  const texts = readdirSync(ROOT).filter(name => /^package(\.nls.*)?\.json$/.test(name));
  const dist = ['main.js', 'browser.js', 'timeline.js', 'dossier.json'].map(name => `dist/${name}`);
  for (const name of [...texts, ...dist, BUNDLE_IN_EXTENSION, 'media', 'l10n']) {
    cpSync(path.join(ROOT, name), path.join(folder.path, name), { recursive: true });
  }
  return { ...folder, tests: path.join(folder.path, BUNDLE_IN_EXTENSION) };
}

/** Runs the suites in one configuration. @param grep only tests whose full title matches this regular expression */
export async function runSuites(configuration: Configuration, grep?: string): Promise<Outcome> {
  if (!existsSync(BUNDLE)) throw new Error(`${BUNDLE} does not exist. Run npm run build first.`);
  const events = new SuiteEvents(BUNDLE);
  const folder = copyWorkspace(configuration.workspace);
  const extension = copyExtension();
  const { ended, console, server } = await runHostTests({
    ...configuration,
    host: installHost(configuration.host),
    extension: extension.path,
    tests: extension.tests,
    opened: folder.opened,
    settings: grep === undefined ? {} : { [GREP_SETTING]: grep },
    timeout: TIMEOUT,
    onLine: line => events.line(line),
  });
  folder.remove();
  extension.remove();
  const how = ended === 'timeout' ? `It did not end within ${TIMEOUT / 1000} s.` : 'It was cut off.';
  return events.outcome(how, [...console, ...server.split('\n').slice(-20)]);
}

/** Suites that lie in the folder, but that the entry does not import and that would therefore never run. */
export async function findForgottenSuites(): Promise<Outcome> {
  const entry = readFileSync(path.join(SUITES, 'index.ts'), 'utf8');
  const imported = new Set([...entry.matchAll(/^import '\.\/(.+)';$/gm)].map(match => match[1]));
  const forgotten = readdirSync(SUITES)
    .filter(name => name.endsWith('.test.ts'))
    .filter(name => !imported.has(name));
  const failures = forgotten.map(name => ({
    title: name,
    error: 'test/integration/index.ts does not import it, so its tests never run.',
  }));
  return { passed: failures.length === 0 ? 1 : 0, failed: failures.length, failures };
}
