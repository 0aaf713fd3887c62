import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { currentTheme, setTheme, THEMES, type Theme } from './themes.ts';

/** Where pictures are kept, as build output. */
export const PICTURES = path.resolve(import.meta.dirname, '../../../dist/pictures');

/** Keeps what the window shows as `dist/pictures/NAME-THEME.png`; the theme is the one it has now. @returns the path */
export async function takePicture(page: Page, name: string, suffix?: string): Promise<string> {
  mkdirSync(PICTURES, { recursive: true });
  const file = path.join(PICTURES, `${name}-${suffix ?? (await currentTheme(page))}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  return file;
}

/** One picture in each theme; `show` brings the thing on screen again, which the theme picker may have hidden. */
export async function takePictures(
  page: Page,
  name: string,
  show: () => Promise<unknown> = async () => {},
  themes: readonly Theme[] = THEMES,
): Promise<void> {
  for (const theme of themes) {
    await setTheme(page, theme);
    await show();
    await takePicture(page, name);
  }
}
