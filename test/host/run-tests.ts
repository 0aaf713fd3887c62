import { launchChromium } from './chromium.ts';
import { startServer } from './server.ts';
import { type Kind, kindSettings, type Settings, type Trust } from './settings.ts';
import type { Host } from './versions.ts';

export interface HostTests {
  readonly host: Host;
  readonly kind: Kind;
  /** The folder of our extension, loaded as it lies there. */
  readonly extension: string;
  /** A CommonJS module exporting `run(): Promise<void>`, which rejects if a test has failed. */
  readonly tests: string;
  /** The folder that the workbench opens, or a `.code-workspace` file with several. */
  readonly opened: string;
  readonly trust?: Trust;
  readonly settings?: Settings;
  /** In milliseconds, of the whole run. */
  readonly timeout: number;
  /** Called with each line of the console of the workbench and of the extension host. */
  readonly onLine?: (line: string) => void;
}

export interface HostOutcome {
  /** How `run()` ended: `'passed'` if it was fulfilled, `'failed'` if rejected, `'timeout'` if neither in time. */
  readonly ended: 'passed' | 'failed' | 'timeout';
  readonly console: readonly string[];
  /** What the server printed. */
  readonly server: string;
}

/** Runs a test module inside a real extension host, as `@vscode/test-electron` does on the desktop. */
export async function runHostTests(tests: HostTests): Promise<HostOutcome> {
  const server = await startServer({
    host: tests.host,
    trust: tests.trust ?? 'trusted',
    settings: { ...tests.settings, ...kindSettings(tests.kind) },
    development: true,
  });
  try {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const lines: string[] = [];
      // The workbench calls these two functions, where they exist, with the console and the exit code of a test run.
      await page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) => {
        const line = `${type}: ${args.map(arg => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')}`;
        lines.push(line);
        tests.onLine?.(line);
      });
      const exit = new Promise<'passed' | 'failed'>((resolve, reject) => {
        page.once('crash', () => reject(new Error('The browser page crashed.')));
        page
          .exposeFunction('codeAutomationExit', (code: number) => resolve(code === 0 ? 'passed' : 'failed'))
          .catch(reject);
      });
      const timeout = new Promise<'timeout'>(resolve => {
        setTimeout(() => resolve('timeout'), tests.timeout).unref();
      });
      await page.goto(
        server.url(tests.opened, [
          ['extensionDevelopmentPath', server.remote(tests.extension)],
          ['extensionTestsPath', server.remote(tests.tests)],
        ]),
      );
      const ended = await Promise.race([exit, timeout]);
      return { ended, console: lines, server: server.log() };
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}
