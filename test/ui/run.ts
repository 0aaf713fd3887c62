// The packaged extension in a real workbench, driven as a user would; every picture is kept in dist/pictures.
import { cpSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ownFolder } from '../host/processes.ts';
import { walkCiting } from './citing.ts';
import { hoverText, placeCursorAfter, untilRestored, unwrappedText, visibleText } from './driver/editor.ts';
import { notifications } from './driver/notifications.ts';
import { takePicture, takePictures } from './driver/pictures.ts';
import {
  activeRow,
  focusedLabel,
  openFile,
  openQuickInput,
  quickRows,
  runCommand,
  typeIntoQuickInput,
} from './driver/quick-input.ts';
import { Scenario } from './driver/scenario.ts';
import { expand, openView, treeRow, treeRows } from './driver/views.ts';
import { expect, until } from './driver/wait.ts';
import { webviewFrame } from './driver/webviews.ts';
import { openWorkbench } from './driver/workbench.ts';
import { walkOwnWorks } from './own-works.ts';
import { walkPreview } from './preview.ts';
import { walkWriting } from './writing.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The text of the active preview of a page. */
async function previewText(page: Page): Promise<string> {
  const frame = await webviewFrame(page, '.markdown-body');
  return frame.locator('.markdown-body').innerText();
}

const closeAll = (page: Page): Promise<void> => runCommand(page, 'View: Close All Editors');

/**
 * @param host the VS Code, by a name of `versions.ts`; the newest where it is left out
 * @param vsix the packaged extension
 */
export async function runUi(host?: string, vsix = path.join(ROOT, 'dist/counterparts.vsix')) {
  const folder = ownFolder();
  cpSync(path.join(ROOT, 'test/fixtures/sample'), folder.path, { recursive: true });
  const workbench = await openWorkbench({
    vsix,
    ...(host !== undefined && { host }),
    folder: folder.path,
    size: { width: 1440, height: 960 },
  });
  const { page } = workbench;
  const scenario = new Scenario(page);
  try {
    await walk(page, scenario);
    await walkCiting(page, scenario);
    await walkOwnWorks(page, scenario);
    await walkWriting(page, scenario);
    await walkPreview(page, scenario);
  } finally {
    await workbench.close();
    folder.remove();
  }
  return scenario.outcome();
}

async function walk(page: Page, scenario: Scenario): Promise<void> {
  await scenario.step('a card over Kerry says who that is and what fits the sentence', async () => {
    await openFile(page, 'briefing.md');
    const { cards } = await hoverText(page, 'Kerry', /John Kerry/);
    const card = cards.find(text => text.includes('John Kerry')) ?? '';
    expect(
      /US Secretary of State, 1 February 2013 – 20 January 2017/.test(card),
      `the tenure is missing: ${card}`,
    );
    expect(
      /Fits this sentence\s+12–14 September 2013 · Geneva/.test(card),
      `Geneva does not come first: ${card}`,
    );
    expect(/Reuters 2013, ¶\d+ ⟨B2⟩/.test(card), `no graded evidence: ${card}`);
    expect(!/dinner/.test(card), `the parts of a meeting that is shown stand there too: ${card}`);
    for (const link of ['Show meetings', 'Timeline', 'Insert citation', 'All mentions']) {
      expect(card.includes(link), `no link "${link}": ${card}`);
    }
    await takePictures(page, 'hover', () => hoverText(page, 'Kerry', /John Kerry/));
  });

  await scenario.step('a wrong name is told, with the source that has it', async () => {
    await page.keyboard.press('Escape'); // the card of the step before
    const { cards } = await hoverText(page, 'Monica Rubio', /Marco Rubio is meant/);
    expect(
      cards.some(card => /Marco Rubio is meant/.test(card) && /E5/.test(card)),
      `the card does not say so: ${cards.join('\n')}`,
    );
    await takePicture(page, 'hover-wrong-name');
    await page.keyboard.press('Escape');
  });

  await scenario.step(
    'the same card opens from the keyboard, and a screen reader can go into it',
    async () => {
      await page.keyboard.press('Escape');
      await placeCursorAfter(page, 'Tillerson');
      await runCommand(page, 'Counterparts: Show Card');
      const card = page.locator('.monaco-hover:not(.hidden)', { hasText: 'Rex Tillerson' });
      await card.waitFor();
      await until(page, 'the focus in the card', () =>
        card.evaluate(element => element.contains(document.activeElement)),
      );
      await takePicture(page, 'hover-keyboard');
      await page.keyboard.press('Escape');
    },
  );

  await scenario.step('the sidebar leads from a secretary to a meeting and its evidence', async () => {
    await openView(page, 'Counterparts');
    const secretaries = await treeRows(page, 'Secretaries');
    const labels = secretaries.map(row => row.label);
    expect(
      labels.join() ===
        'Colin Powell,Condoleezza Rice,Hillary Clinton,John Kerry,Rex Tillerson,Mike Pompeo,Antony Blinken,Marco Rubio',
      `the secretaries are ${labels.join()}`,
    );
    await expand(page, 'Secretaries', 'Hillary Clinton');
    await expand(page, 'Secretaries', '6 or 7 Mar 2009 · Geneva');
    await until(page, 'the evidence below the meeting', async () =>
      (await treeRows(page, 'Secretaries')).some(
        row => row.level === 3 && row.label.startsWith('Reuters 2013, ¶'),
      ),
    );
    await takePictures(page, 'sidebar');
  });

  await scenario.step('a meeting opens as a page with its evidence', async () => {
    await treeRow(page, 'Secretaries', 'Reuters 2013, ¶21').click();
    await until(page, 'the page of the document', async () =>
      (await previewText(page)).includes('Kerry-Lavrov Rapport Smoothed Path to Syria Deal'),
    );
    await takePictures(page, 'page-document');
    await closeAll(page);
  });

  await scenario.step('search finds by a word of the originals and opens the page', async () => {
    await runCommand(page, 'Counterparts: Search…');
    await until(page, 'the picker', async () => /any word/.test(await focusedLabel(page)));
    await typeIntoQuickInput(page, 'hockey');
    await until(page, 'a result for "hockey"', async () =>
      (await activeRow(page)).startsWith('Reuters 2013, ¶30'),
    );
    await takePicture(page, 'search');
    await page.keyboard.press('Enter');
    await until(page, 'the page', async () => (await previewText(page)).includes('Paragraph 30'));
    await closeAll(page);
  });

  await scenario.step('a citation is inserted through the palette and undone in one step', async () => {
    await openFile(page, 'briefing.md');
    await placeCursorAfter(page, 'in Geneva. The agreement');
    const before = await unwrappedText(page);
    await takePictures(page, 'insert-citation', async () => {
      await runCommand(page, 'Counterparts: Insert Citation');
      await until(page, 'the picker', async () => /form and style/.test(await focusedLabel(page)));
      await typeIntoQuickInput(page, 'three days Geneva');
      await until(page, 'a passage of Reuters', async () =>
        (await activeRow(page)).startsWith('Reuters 2013, ¶'),
      );
    });
    await page.keyboard.press('Enter');
    await until(page, 'the citation in the text', async () =>
      /\[@reuters-2013-kerry-lavrov, paras?\. [\d,\s]+\]/.test(await visibleText(page)),
    );
    await page.keyboard.press('ControlOrMeta+z');
    await untilRestored(page, before);
  });

  await scenario.step('the timeline opens, and a mark opens its page', async () => {
    await runCommand(page, 'Counterparts: Show Timeline');
    const frame = await webviewFrame(page, '[role="option"]');
    const mark = frame.locator('[role="option"][aria-label*="Munich"]');
    await mark.waitFor();
    await takePictures(page, 'timeline');
    await mark.click();
    await until(page, 'the page of the meeting in Munich', async () =>
      /Munich[\s\S]*Evidence/.test(await previewText(page)),
    );
    await takePicture(page, 'timeline-to-page');
  });

  await scenario.step('nothing was said that nobody asked for', async () => {
    const shown = await notifications(page);
    expect(shown.length === 0, `there are notifications: ${JSON.stringify(shown)}`);
    await openQuickInput(page, '>Counterparts: ');
    const commands = (await quickRows(page)).filter(row => row.includes('Counterparts: '));
    expect(commands.length >= 4, `the palette shows ${commands.join()}`);
    await page.keyboard.press('Escape');
  });
}
