// Citing as a writer does, by the keyboard alone: form, style and paragraphs in the picker, support, quotations.
import type { Page } from 'playwright-core';
import { placeCursorAfter, untilRestored, unwrappedText, visibleText } from './driver/editor.ts';
import { takePicture, takePictures } from './driver/pictures.ts';
import {
  fillQuickInput,
  openFile,
  quickInput,
  quickRow,
  quickRows,
  runCommand,
} from './driver/quick-input.ts';
import type { Scenario } from './driver/scenario.ts';

function expect(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}

async function untilShown(
  page: Page,
  what: string,
  ask: () => Promise<string>,
  pattern: RegExp,
): Promise<void> {
  let seen = '';
  for (let attempt = 0; attempt < 50; attempt++) {
    seen = await ask();
    if (pattern.test(seen)) return;
    await page.waitForTimeout(200);
  }
  throw new Error(`${what} does not show ${pattern}: ${seen}`);
}

const untilText = (page: Page, pattern: RegExp): Promise<void> =>
  untilShown(page, 'the editor', () => visibleText(page), pattern);

/** The line above the picker, with what is going to be inserted. */
const untilTitle = (page: Page, pattern: RegExp): Promise<void> =>
  untilShown(page, 'the title', () => quickInput(page).locator('.quick-input-titlebar').innerText(), pattern);

/** Presses a button of the picker as the keyboard does: it has the focus, and Enter. */
async function pressButton(page: Page, label: string): Promise<void> {
  await quickInput(page).locator(`.quick-input-titlebar [aria-label^="${label}"]`).first().focus();
  await page.keyboard.press('Enter');
}

/** The steps in `briefing.md`; it is left as it was. */
export async function walkCiting(page: Page, scenario: Scenario): Promise<void> {
  await scenario.step(
    'form and paragraphs of a citation are changed in the picker, by the keyboard',
    async () => {
      await openFile(page, 'briefing.md');
      const before = await unwrappedText(page);
      await placeCursorAfter(page, 'Kerry');
      await runCommand(page, 'Counterparts: Insert Citation');
      await fillQuickInput(page, 'Reuters 2013');
      await quickRow(page, 'Kerry-Lavrov Rapport').waitFor();
      await pressButton(page, 'Change the form');
      await quickRow(page, 'MyST role').waitFor();
      const rows = await quickRows(page);
      expect(
        rows.some(row => /Footnote/.test(row) && /\[\^reuters-2013-kerry-lavrov\]/.test(row)),
        `the forms are not shown as they would be: ${rows.join('\n')}`,
      );
      await takePicture(page, 'citation-forms', 'dark');
      await fillQuickInput(page, 'Pandoc key without');
      await page.keyboard.press('Enter');
      await untilTitle(page, /-@reuters-2013-kerry-lavrov\]/);
      await pressButton(page, 'Give the paragraphs');
      await untilTitle(page, /Paragraphs of Reuters 2013/);
      await page.keyboard.type('4-6');
      await page.keyboard.press('Enter');
      await untilTitle(page, /-@reuters-2013-kerry-lavrov, paras\. 4-6\]/);
      await page.keyboard.press('Enter');
      await untilText(page, /\[-@reuters-2013-kerry-lavrov, paras\. 4-6\]/);
      await page.keyboard.press('ControlOrMeta+z');
      await untilRestored(page, before);
    },
  );

  await scenario.step('the style is changed in the picker and shown at once', async () => {
    await runCommand(page, 'Counterparts: Insert Citation');
    await fillQuickInput(page, 'Reuters 2013');
    await quickRow(page, 'Kerry-Lavrov Rapport').waitFor();
    await pressButton(page, 'Change the form');
    await quickRow(page, 'MyST role').waitFor();
    await fillQuickInput(page, 'Formatted text');
    await page.keyboard.press('Enter');
    await untilTitle(page, /^Formatted text: .*Strobel/);
    await pressButton(page, 'Change the style');
    await quickRow(page, 'GOST').or(quickRow(page, 'ГОСТ')).first().waitFor();
    await takePicture(page, 'citation-styles', 'light');
    await fillQuickInput(page, 'APA');
    await page.keyboard.press('Enter');
    await untilTitle(page, /^Formatted text: \(Strobel, 2013\)/);
    await page.keyboard.press('Escape');
  });

  await scenario.step('support for a sentence says what matches and what does not', async () => {
    await placeCursorAfter(page, 'Kerry');
    await runCommand(page, 'Counterparts: Find Support');
    await quickRow(page, 'Matches:').waitFor();
    const rows = await quickRows(page);
    expect(/Matches: .*Kerry/.test(rows[0] ?? ''), `the best passage does not name Kerry: ${rows[0]}`);
    await takePictures(
      page,
      'find-support',
      async () => {
        await runCommand(page, 'Counterparts: Find Support');
        await quickRow(page, 'Matches:').waitFor();
      },
      ['dark', 'high-contrast-light'],
    );
    await page.keyboard.press('Escape');
  });

  await scenario.step('a recorded quotation is inserted with its speaker and citation', async () => {
    await placeCursorAfter(page, 'Kerry');
    await page.keyboard.press('End');
    await runCommand(page, 'Counterparts: Insert Quotation');
    await fillQuickInput(page, 'better relationship');
    await quickRow(page, 'We should have a better relationship').waitFor();
    await takePicture(page, 'insert-quotation', 'dark');
    await page.keyboard.press('Enter');
    await untilText(page, /“We should have a better relationship”/);
    await page.keyboard.press('ControlOrMeta+z');
    await untilText(page, /^(?![\s\S]*better relationship)/);
    await runCommand(page, 'File: Revert File');
  });
}
