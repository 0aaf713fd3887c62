import type { Locator, Page } from 'playwright-core';
import { ASIDE } from './editor.ts';
import { insist, until, within } from './wait.ts';

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

/** The row that Enter would choose, as a screen reader tells it; empty where there is none. */
export async function activeRow(page: Page): Promise<string> {
  const rows = quickInput(page).locator('.monaco-list-row.focused');
  const labels = await rows.evaluateAll(elements => elements.map(row => row.getAttribute('aria-label')));
  return labels[0] ?? '';
}

/** What a screen reader says of the element that has the focus; empty where that is outside the box. */
export async function focusedLabel(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return focused?.closest('.quick-input-widget') ? (focused.getAttribute('aria-label') ?? '') : '';
  });
}

/** So long a list may take to show what fits. */
const SETTLED = 2_000;

const input = (page: Page): Locator => quickInput(page).locator('.quick-input-box input');

/** What is typed in the box now; `undefined` where none is open. */
async function typedText(page: Page): Promise<string | undefined> {
  const values = await input(page).evaluateAll(elements =>
    elements.map(element => (element as HTMLInputElement).value),
  );
  return values[0];
}

/** Puts text into the open picker, as if typed. */
export async function fillQuickInput(page: Page, text: string): Promise<void> {
  await input(page).fill(text);
}

/** Types into the open picker in the place of what is there, key by key. */
export async function typeIntoQuickInput(page: Page, text: string): Promise<void> {
  await until(page, 'the focus in the box', () =>
    input(page).evaluateAll(elements => elements[0] === document.activeElement),
  );
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await until(page, `“${text}” in the box`, async () => (await typedText(page)) === text);
}

/** Opens the box with this text in it; `>` at its beginning makes it the command palette. */
export async function openQuickInput(page: Page, text: string): Promise<void> {
  await page.mouse.move(...ASIDE);
  // The key is lost while the workbench is still settling, or while a webview has the focus for the first time.
  await insist(
    page,
    'F1 is pressed for the command palette',
    () => page.keyboard.press('F1'),
    async () => (await typedText(page))?.startsWith('>') ?? false,
  );
  await fillQuickInput(page, text);
}

/**
 * Chooses a row of the open box for what is typed there, until that is gone. By keys: a click may meet what is behind the
 * box, where the list has become shorter meanwhile.
 */
export async function chooseRow(page: Page, typed: string, row: string): Promise<void> {
  const isActive = async (): Promise<boolean> => (await activeRow(page)).includes(row);
  await insist(
    page,
    `“${row}” is looked for with the arrow key`,
    async () => {
      await quickRow(page, row).waitFor();
      if (!(await within(page, SETTLED, isActive))) await page.keyboard.press('ArrowDown');
    },
    isActive,
  );
  await page.keyboard.press('Enter');
  await until(page, `“${row}” to be chosen`, async () => (await typedText(page)) !== typed);
}

/** Runs a command by the title that the palette shows, such as `Counterparts: Show Timeline`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await openQuickInput(page, `>${title}`);
  await chooseRow(page, `>${title}`, title);
}

/** Opens a file of the workspace through quick open and waits until its text is shown. */
export async function openFile(page: Page, name: string): Promise<void> {
  await openQuickInput(page, name);
  await chooseRow(page, name, name);
  await page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
}
