import type { Locator, Page } from 'playwright-core';
import { insist, until } from './wait.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the mouse lies over no text, and over no row of a picker, which would look as if it were chosen. */
export const ASIDE = [8, 600] as const;

const EDITOR = '.editor-group-container.active .monaco-editor';

/** The text of the lines on screen in the active editor. */
export async function visibleText(page: Page): Promise<string> {
  const lines = await page.locator(`${EDITOR} .view-line`).evaluateAll(elements =>
    elements
      .map(line => ({ top: line.getBoundingClientRect().top, text: line.textContent }))
      .sort((one, other) => one.top - other.top)
      .map(line => line.text.replaceAll('\u00a0', ' ')),
  );
  return lines.join('\n');
}

/** The same without line ends: lines wrap anew as the width changes, which a scroll bar that comes or goes is enough for. */
export async function unwrappedText(page: Page): Promise<string> {
  return (await visibleText(page)).replaceAll('\n', '');
}

/** Waits until one undo has brought back what `unwrappedText` was. */
export async function untilRestored(page: Page, before: string): Promise<void> {
  await until(page, 'undo to restore the text', async () => (await unwrappedText(page)) === before);
}

/** Where the first occurrence of `text` stands on screen. It must lie within one token of the highlighting. */
export async function boxOf(page: Page, text: string): Promise<Box> {
  const box = await page.evaluate(
    ([selector, wanted]) => {
      for (const line of document.querySelectorAll(`${selector} .view-line`)) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const start = (node.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
          if (start < 0) continue;
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, start + wanted.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }
      }
      return undefined;
    },
    [EDITOR, text] as const,
  );
  if (box === undefined) throw new Error(`"${text}" is not on screen in the active editor.`);
  return box;
}

export interface Hover {
  /** The text of each card; several extensions may answer at one place. */
  readonly cards: readonly string[];
  /** The whole hover, for its links. */
  readonly element: Locator;
}

/**
 * Rests the mouse on the beginning of the first occurrence of `text` and waits for a hover with a card that has loaded and
 * fits; the cards of several extensions come one by one. The mouse goes away and comes back until there is one: VS Code
 * asks only once, perhaps before the extension is active.
 */
export async function hoverText(page: Page, text: string, card: RegExp): Promise<Hover> {
  const element = page.locator('.editor-group-container.active .monaco-hover:not(.hidden)').first();
  const rows = element.locator('.hover-row:not(.hover-row .hover-row)');
  const loaded = rows.filter({ hasText: card }).first();
  let texts: readonly string[] = [];
  await insist(
    page,
    `the mouse rests on “${text}”`,
    async () => {
      const { x, y, width, height } = await boxOf(page, text);
      await page.mouse.move(...ASIDE);
      await page.mouse.move(x + Math.min(width, height) / 2, y + height / 2, { steps: 4 });
    },
    async () => {
      if (!(await loaded.isVisible())) return false;
      texts = await rows.allInnerTexts();
      // What is hidden meanwhile tells its text without line ends.
      return (await loaded.isVisible()) && isBeside(await element.boundingBox(), await boxOf(page, text));
    },
  );
  return { cards: texts.map(card => card.trim()).filter(card => card !== ''), element };
}

/** Whether a hover belongs to a place: on its way there the mouse may have rested on another. */
const isBeside = (hover: Box | null, { y, height }: Box): boolean =>
  hover !== null &&
  Math.min(Math.abs(hover.y - y - height), Math.abs(hover.y + hover.height - y)) < height * 1.5;

/** Sets the cursor behind the first occurrence of `text`. */
export async function placeCursorAfter(page: Page, text: string): Promise<void> {
  await placeCursor(page, text);
}

/** Adds a cursor behind the first occurrence of `text`. */
export async function addCursorAfter(page: Page, text: string): Promise<void> {
  await page.keyboard.down('Alt');
  await placeCursor(page, text).finally(() => page.keyboard.up('Alt'));
}

/** Clicks until a cursor blinks there: the text may have moved between the look and the click. */
async function placeCursor(page: Page, text: string): Promise<void> {
  await insist(
    page,
    `the mouse is clicked behind “${text}”`,
    async () => {
      const box = await boxOf(page, text);
      await page.mouse.click(box.x + box.width - 1, box.y + box.height / 2);
    },
    async () => {
      const box = await boxOf(page, text);
      const cursors = await page.locator(`${EDITOR} .cursors-layer .cursor`).evaluateAll(elements =>
        elements.map(element => {
          const { x, y, height } = element.getBoundingClientRect();
          return { x, middle: y + height / 2 };
        }),
      );
      return cursors.some(
        ({ x, middle }) =>
          Math.abs(x - box.x - box.width) < 4 && middle > box.y && middle < box.y + box.height,
      );
    },
  );
}
