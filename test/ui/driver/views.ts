import type { Locator, Page } from 'playwright-core';

/** A row of a tree view, as the view shows it. */
export interface TreeRow {
  /** 1 for a root. */
  readonly level: number;
  /** Undefined if the row has no children. */
  readonly expanded: boolean | undefined;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly accessibleName: string;
}

/** Shows a view container by the name it has in the activity bar. */
export async function openView(page: Page, title: string): Promise<void> {
  const bar = page.locator('.activitybar');
  const tab = bar.locator(
    `.action-item[role="tab"][aria-label^="${title}"], .action-label[aria-label^="${title}"]`,
  );
  await tab.first().waitFor();
  const shown = page.locator('.sidebar .composite.title .title-label', {
    hasText: new RegExp(`^${title}`, 'i'),
  });
  if ((await shown.count()) === 0) await tab.first().click();
  await shown.first().waitFor();
}

/** One view in the sidebar, by its name. */
export function view(page: Page, name: string): Locator {
  return page.locator('.sidebar .pane', { has: page.locator(header(name)) }).first();
}

function header(name: string): string {
  return `.pane-header[aria-label="${name} Section"], .pane-header[aria-label="${name}"]`;
}

/** Collapses the other views of the container, so that this one has all the room: only rows on screen exist. */
export async function enlargeView(page: Page, name: string): Promise<void> {
  const own = page.locator('.sidebar').locator(header(name)).first();
  if ((await own.getAttribute('aria-expanded')) === 'false') await own.click();
  const expanded = page.locator('.sidebar .pane-header[aria-expanded="true"]');
  const others = expanded.and(page.locator(`:not(${header(name).replaceAll(', ', '):not(')})`));
  while ((await others.count()) > 0) await others.first().click();
}

/** The row of a view whose label or description holds this text. */
export function treeRow(page: Page, name: string, text: string | RegExp): Locator {
  return view(page, name).locator('.monaco-list-row', { hasText: text }).first();
}

/** The rows on screen; waits until there is one. */
export async function treeRows(page: Page, name: string): Promise<TreeRow[]> {
  const rows = view(page, name).locator('.monaco-list-row');
  await rows.first().waitFor();
  return rows.evaluateAll(elements =>
    elements.map(row => {
      const expanded = row.getAttribute('aria-expanded');
      return {
        level: Number(row.getAttribute('aria-level')),
        expanded: expanded === null ? undefined : expanded === 'true',
        label: row.querySelector('.label-name')?.textContent ?? '',
        description: row.querySelector('.label-description')?.textContent ?? '',
        accessibleName: row.getAttribute('aria-label') ?? '',
      };
    }),
  );
}

/** Expands a row, if it is not, and waits for its children. */
export async function expand(page: Page, name: string, text: string | RegExp): Promise<void> {
  const row = treeRow(page, name, text);
  await row.waitFor();
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
  await view(page, name)
    .locator('.monaco-list-row[aria-expanded="true"]', { hasText: text })
    .first()
    .waitFor();
}
