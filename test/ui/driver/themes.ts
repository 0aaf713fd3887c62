import type { Page } from 'playwright-core';
import { chooseRow, fillQuickInput, runCommand } from './quick-input.ts';

export type Theme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

export const THEMES: readonly Theme[] = ['light', 'dark', 'high-contrast', 'high-contrast-light'];

/** Of each theme the value of the setting, the name in the picker, and the class that the workbench then has. */
const DEFINITIONS: Readonly<Record<Theme, { setting: string; label: string; className: string }>> = {
  light: { setting: 'Light 2026', label: 'Light 2026', className: 'vs' },
  dark: { setting: 'Dark 2026', label: 'Dark 2026', className: 'vs-dark' },
  'high-contrast': { setting: 'Default High Contrast', label: 'Dark High Contrast', className: 'hc-black' },
  'high-contrast-light': {
    setting: 'Default High Contrast Light',
    label: 'Light High Contrast',
    className: 'hc-light',
  },
};

/** The setting with which a workbench starts in this theme. */
export function themeSetting(theme: Theme): Readonly<Record<string, string>> {
  return { 'workbench.colorTheme': DEFINITIONS[theme].setting };
}

/** Changes the theme as a user would, through the picker. (A change of settings.json is seen only after a reload.) */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  const { label, className } = DEFINITIONS[theme];
  await runCommand(page, 'Preferences: Color Theme');
  await page.locator('.quick-input-box input[placeholder*="Color Theme"]').waitFor();
  await fillQuickInput(page, label);
  await chooseRow(page, label, label);
  await page.locator(`.monaco-workbench.${className}`).waitFor();
}

/** The theme that the workbench has. */
export async function currentTheme(page: Page): Promise<Theme> {
  const classes = (await page.locator('.monaco-workbench').first().getAttribute('class')) ?? '';
  const theme = THEMES.find(each => classes.split(' ').includes(DEFINITIONS[each].className));
  if (theme === undefined) throw new Error(`The workbench has none of the themes: ${classes}`);
  return theme;
}
