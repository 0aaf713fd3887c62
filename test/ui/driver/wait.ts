import type { Page } from 'playwright-core';

/** As long as a busy machine may take for what an idle one does at once. */
export const PATIENCE = 60_000;
const PAUSE = 200;

/** @throws with the message where the condition does not hold. */
export function expect(condition: boolean, message: string): void {
  if (!condition) throw new Error(message);
}

/** Waits until the answer is true. @throws if it is not in time. */
export async function until(page: Page, what: string, ask: () => Promise<boolean>): Promise<void> {
  if (!(await within(page, PATIENCE, ask))) throw new Error(`waited in vain for ${what}`);
}

/** Waits until a text fits. @throws with the text that was seen last, if it does not in time. */
export async function untilShown(
  page: Page,
  what: string,
  ask: () => Promise<string>,
  pattern: RegExp,
): Promise<void> {
  let seen = '';
  const fits = async (): Promise<boolean> => {
    seen = await ask();
    return pattern.test(seen);
  };
  if (!(await within(page, PATIENCE, fits))) throw new Error(`${what} does not show ${pattern}: ${seen}`);
}

/** Does something until the condition holds: a key or a click may be lost while the workbench is busy. */
export async function insist(
  page: Page,
  what: string,
  act: () => Promise<unknown>,
  ask: () => Promise<boolean>,
): Promise<void> {
  for (let attempt = 0; attempt < 6; attempt++) {
    await act();
    if (await within(page, PATIENCE / 6, ask)) return;
  }
  throw new Error(`${what}, and nothing comes of it`);
}

/** Whether the answer is true within so many milliseconds. */
export async function within(page: Page, time: number, ask: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + time;
  for (;;) {
    if (await ask()) return true;
    if (Date.now() > end) return false;
    await page.waitForTimeout(PAUSE);
  }
}
