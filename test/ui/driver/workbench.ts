import type { Page } from 'playwright-core';
import { launchChromium } from '../../host/chromium.ts';
import { installHost } from '../../host/install.ts';
import { startServer } from '../../host/server.ts';
import { type Kind, kindSettings, QUIET_SETTINGS, type Settings } from '../../host/settings.ts';
import { NEWEST } from '../../host/versions.ts';
import { installVsix } from '../../host/vsix.ts';
import { type Theme, themeSetting } from './themes.ts';
import { PATIENCE } from './wait.ts';

export interface WorkbenchOptions {
  /** The packaged extension, which is installed as a user would. */
  readonly vsix: string;
  /** The VS Code, by a name of `versions.ts`; the newest where left out. */
  readonly host?: string;
  /** The folder to open. Give a copy if something is going to be written. */
  readonly folder: string;
  readonly theme?: Theme;
  readonly settings?: Settings;
  /** Where the extension runs; by default VS Code decides, as it does for a user. */
  readonly kind?: Kind;
  /** Of the window, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

export interface Workbench {
  readonly page: Page;
  /** What the page and the extension host printed to the console. */
  readonly console: readonly string[];
  close(): Promise<void>;
}

/** Starts VS Code with the packaged extension and nothing else, and opens a folder in it. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const host = installHost(options.host ?? NEWEST);
  const extensions = installVsix(host, options.vsix);
  const server = await startServer({
    host,
    extensions: extensions.folder,
    base: { ...QUIET_SETTINGS, ...themeSetting(options.theme ?? 'dark') },
    settings: { ...(options.kind === undefined ? {} : kindSettings(options.kind)), ...options.settings },
  });
  const close = async () => {
    await server.stop();
    extensions.remove();
  };
  try {
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE);
    const lines: string[] = [];
    page.on('console', message => lines.push(`${message.type()}: ${message.text()}`));
    await page.goto(server.url(options.folder));
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    await page.locator('.monaco-workbench .activitybar .action-item').first().waitFor({ timeout: 60_000 });
    return {
      page,
      console: lines,
      close: async () => {
        await browser.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
