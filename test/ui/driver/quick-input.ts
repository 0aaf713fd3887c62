import type { Locator, Page } from 'playwright-core';

/** The one box at the top of the workbench: command palette, quick open, and every picker of an extension. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget:not([style*="display: none"])');
}

/** The first row that shows this text. */
export function quickRow(page: Page, text: string): Locator {
  return quickInput(page).locator('.monaco-list-row', { hasText: text }).first();
}

/** All rows on screen, each as a screen reader tells it. */
export async function quickRows(page: Page): Promise<string[]> {
  const rows = quickInput(page).locator('.monaco-list-row');
  return rows.evaluateAll(elements => elements.map(row => row.getAttribute('aria-label') ?? row.textContent));
}

/** Puts text into the open picker, as if typed. */
export async function fillQuickInput(page: Page, text: string): Promise<void> {
  await quickInput(page).locator('.quick-input-box input').fill(text);
}

/** Opens the box with this text in it; `>` at its beginning makes it the command palette. */
export async function openQuickInput(page: Page, text: string): Promise<void> {
  // The key is lost while the workbench is still settling, or while a webview has the focus for the first time.
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press('F1');
    const shown = await quickInput(page)
      .waitFor({ timeout: 2000 })
      .then(
        () => true,
        () => false,
      );
    if (shown) break;
    if (attempt === 5) throw new Error('F1 does not open the command palette.');
  }
  await fillQuickInput(page, text);
}

/** Runs a command by the title that the palette shows, such as `Counterparts: Show Timeline`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await openQuickInput(page, `>${title}`);
  await quickRow(page, title).click();
}

/** Opens a file of the workspace through quick open and waits until its text is shown. */
export async function openFile(page: Page, name: string): Promise<void> {
  await openQuickInput(page, name);
  await quickRow(page, name).click();
  await page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
}
