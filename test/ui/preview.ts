// What a reader of the Markdown preview sees in the place of citation keys.
import type { Page } from 'playwright-core';
import { takePictures } from './driver/pictures.ts';
import { openFile, runCommand } from './driver/quick-input.ts';
import type { Scenario } from './driver/scenario.ts';
import { expect } from './driver/wait.ts';
import { webviewFrame } from './driver/webviews.ts';

/** The preview of `cited.md`, in the default style. */
export async function walkPreview(page: Page, scenario: Scenario): Promise<void> {
  await scenario.step('the Markdown preview shows citations as notes, with a bibliography', async () => {
    await openFile(page, 'cited.md');
    await runCommand(page, 'Markdown: Open Preview');
    const frame = await webviewFrame(page, '.counterparts-notes');
    const text = await frame.locator('.markdown-body').innerText();
    expect(/chemical weapons\.1/.test(text), `no number behind the full stop: ${text}`);
    expect(/See Strobel, “Kerry-Lavrov Rapport/.test(text), `the later note is not short: ${text}`);
    expect(/Strobel, Warren\. “Kerry-Lavrov Rapport/.test(text), `no bibliography: ${text}`);
    expect(/does \[@nobody-1999-moscow\]/.test(text), `the unknown key is not as written: ${text}`);
    const title = await frame.locator('#counterparts-call-1').getAttribute('title');
    expect(/Warren Strobel.*para\. 5\.\n⟨B2⟩/s.test(title ?? ''), `the tooltip is ${title}`);
    const underlined = await frame
      .locator('.counterparts-unknown')
      .evaluate(element => getComputedStyle(element).textDecorationStyle);
    expect(underlined === 'wavy', `the stylesheet is not applied: ${underlined}`);
    await takePictures(page, 'preview-citations');
    await runCommand(page, 'View: Close All Editors');
  });
}
