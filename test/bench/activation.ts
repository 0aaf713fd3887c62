import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import type { Page } from 'playwright-core';
import { launchChromium } from '../host/chromium.ts';
import { installHost } from '../host/install.ts';
import { startServer } from '../host/server.ts';
import { NEWEST } from '../host/versions.ts';
import { installVsix } from '../host/vsix.ts';
import { openFile, runCommand } from '../ui/driver/quick-input.ts';
import { median, type Result } from './result.ts';

const STARTS = 7;
const ROOT = path.resolve(import.meta.dirname, '../..');

/** Activation of the packaged extension above that of an empty one, in the same host at the same start; median of 7 starts. */
export async function benchActivation(): Promise<Result[]> {
  const host = installHost(NEWEST);
  const emptyVsix = path.join(ROOT, 'dist/test/empty.vsix');
  await createVSIX({
    cwd: path.join(import.meta.dirname, 'empty-extension'),
    packagePath: emptyVsix,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  const extensions = installVsix(host, path.join(ROOT, 'dist/counterparts.vsix'), emptyVsix);
  const ours: number[] = [];
  const empty: number[] = [];
  try {
    for (let start = 0; start < STARTS; start++) {
      const times = await activationTimes(extensions.folder);
      ours.push(times.get('Counterparts') ?? Number.NaN);
      empty.push(times.get('Empty') ?? Number.NaN);
    }
  } finally {
    extensions.remove();
  }
  const above = ours.map((time, index) => time - (empty[index] ?? Number.NaN));
  return [
    {
      name: 'activation above an empty extension',
      value: median(above),
      unit: 'ms',
      limit: 15,
      better: 'lower',
      detail: `medians of ${STARTS} starts: ours ${median(ours)} ms, empty ${median(empty)} ms`,
    },
  ];

  async function activationTimes(folder: string): Promise<Map<string, number>> {
    const server = await startServer({ host, extensions: folder });
    const browser = await launchChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      page.setDefaultTimeout(15_000);
      await page.goto(server.url(path.join(ROOT, 'test/fixtures/sample')));
      await page.locator('.monaco-workbench .activitybar .action-item').first().waitFor({ timeout: 60_000 });
      await openFile(page, 'briefing.md');
      return await runningExtensions(page);
    } finally {
      await browser.close();
      await server.stop();
    }
  }
}

/** What "Developer: Show Running Extensions" says, by display name. The list is virtual: the window is made tall for it. */
async function runningExtensions(page: Page): Promise<Map<string, number>> {
  await page.setViewportSize({ width: 1280, height: 4000 });
  await runCommand(page, 'Developer: Show Running Extensions');
  const rows = page.locator('.runtime-extensions-editor .monaco-list-row');
  for (let attempt = 0; attempt < 50; attempt++) {
    const read = await rows.evaluateAll(elements =>
      elements.map(row => ({
        name: row.querySelector('.name')?.textContent ?? '',
        time: /(\d+)ms/.exec(row.querySelector('.activation-time')?.textContent ?? '')?.[1],
      })),
    );
    const times = new Map(
      read.flatMap(({ name, time }) => (time === undefined ? [] : [[name, Number(time)] as const])),
    );
    if (times.has('Counterparts') && times.has('Empty')) return times;
    await page.waitForTimeout(200);
  }
  throw new Error('The running extensions do not show both extensions with an activation time.');
}
