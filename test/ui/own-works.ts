// The works of the writer's own bibliography file, in the picker of citations and on cards.
import type { Page } from 'playwright-core';
import { hoverText, placeCursorAfter, untilRestored, unwrappedText } from './driver/editor.ts';
import { takePicture } from './driver/pictures.ts';
import {
  activeRow,
  focusedLabel,
  openFile,
  quickInput,
  quickRows,
  runCommand,
  typeIntoQuickInput,
} from './driver/quick-input.ts';
import type { Scenario } from './driver/scenario.ts';
import { expect, untilShown } from './driver/wait.ts';

const untilActive = (page: Page, pattern: RegExp): Promise<void> =>
  untilShown(page, 'the active row', () => activeRow(page), pattern);

const untilTitle = (page: Page, pattern: RegExp): Promise<void> =>
  untilShown(page, 'the title', () => quickInput(page).locator('.quick-input-titlebar').innerText(), pattern);

/** The steps in `geneva.md`, which names `geneva.bib`; it is left as it was. */
export async function walkOwnWorks(page: Page, scenario: Scenario): Promise<void> {
  await scenario.step(
    'a work of the bibliography file is found by its title and cited at a page',
    async () => {
      await openFile(page, 'geneva.md');
      const before = await unwrappedText(page);
      await placeCursorAfter(page, 'binding');
      await runCommand(page, 'Counterparts: Insert Citation');
      await untilShown(page, 'what has the focus', () => focusedLabel(page), /form and style/);
      await typeIntoQuickInput(page, 'resolution 2118');
      await untilActive(page, /^Resolution 2118.*unsc-2013-2118.*geneva\.bib.*Bibliography files$/);
      await untilTitle(page, /\[@unsc-2013-2118\]/);
      await takePicture(page, 'citation-own-works');
      await page.keyboard.press('ControlOrMeta+.');
      await untilActive(page, /^Insert, /);
      await typeIntoQuickInput(page, 'Give paragraphs or pages');
      await untilActive(page, /^Give paragraphs or pages/);
      await page.keyboard.press('Enter');
      await untilTitle(page, /^Place in United Nations Security Council 2013/);
      await typeIntoQuickInput(page, 'pp. 3-');
      await untilShown(page, 'the question', () => quickInput(page).innerText(), /Write a page such as 12/);
      await takePicture(page, 'citation-own-place');
      await typeIntoQuickInput(page, '3-4');
      await page.keyboard.press('Enter');
      await untilTitle(page, /\[@unsc-2013-2118, pp\. 3-4\]/);
      await page.keyboard.press('Enter');
      await untilShown(
        page,
        'the editor',
        () => unwrappedText(page),
        /made it binding \[@unsc-2013-2118, pp\. 3-4\]\./,
      );
      await page.keyboard.press('ControlOrMeta+z');
      await untilRestored(page, before);
    },
  );

  await scenario.step(
    'the works of the bibliography file are listed where it is asked what is cited',
    async () => {
      await placeCursorAfter(page, 'Saturday');
      await runCommand(page, 'Counterparts: Where Is This Cited');
      await typeIntoQuickInput(page, 'destruction');
      await untilActive(page, /^Decision: Destruction of Syrian Chemical Weapons/);
      const rows = await quickRows(page);
      expect(rows.length < 5, `more rows than one would look for: ${rows.join('\n')}`);
      await page.keyboard.press('Enter');
      await page.locator('.reference-zone-widget .monaco-list-row').first().waitFor();
      await takePicture(page, 'where-cited-own');
      await page.keyboard.press('Escape');
    },
  );

  await scenario.step(
    'a card over its key has the reference at the page, and where the entry stands',
    async () => {
      const { cards } = await hoverText(page, 'opcw-2013-decision', /geneva\.bib/);
      const card = cards.find(text => text.includes('geneva.bib')) ?? '';
      expect(/Decision: Destruction of Syrian Chemical Weapons.*2/s.test(card), `the card says: ${card}`);
      expect(/line 16/.test(card), `the card does not say where the entry stands: ${card}`);
      await takePicture(page, 'card-own-work');
    },
  );
}
