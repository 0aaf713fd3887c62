import type { Frame, Page } from 'playwright-core';
import { PATIENCE } from './wait.ts';

/**
 * The document of a webview, two frames deep, as soon as one of them holds an element for `selector`.
 *
 * @throws if there is none in time
 */
export async function webviewFrame(page: Page, selector: string, timeout = PATIENCE): Promise<Frame> {
  const end = Date.now() + timeout;
  for (;;) {
    for (const frame of page.frames()) {
      if (!frame.url().includes('/webview/browser/pre/fake.html')) continue;
      // A frame may go while it is asked.
      const found = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (found > 0) return frame;
    }
    if (Date.now() > end) throw new Error(`No webview holds ${selector}.`);
    await page.waitForTimeout(100);
  }
}
