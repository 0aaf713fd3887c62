// What a writer sees while typing: diagnostics, quick fixes, completion, cards over keys and quotations, rename.
import type { Locator, Page } from 'playwright-core';
import { hoverText, placeCursorAfter, untilRestored, unwrappedText, visibleText } from './driver/editor.ts';
import { takePicture, takePictures } from './driver/pictures.ts';
import { openFile, runCommand } from './driver/quick-input.ts';
import type { Scenario } from './driver/scenario.ts';
import { expect, insist, untilShown } from './driver/wait.ts';

const squiggles = (page: Page): Locator =>
  page.locator('.editor-group-container.active .monaco-editor').locator('.squiggly-warning, .squiggly-info');

const untilText = (page: Page, pattern: RegExp): Promise<void> =>
  untilShown(page, 'the editor', () => visibleText(page), pattern);

const suggestions = (page: Page): Locator => page.locator('.suggest-widget.visible .monaco-list-row');

/** The steps of a writer in `draft.md`; it is left as it was. */
export async function walkWriting(page: Page, scenario: Scenario): Promise<void> {
  await scenario.step('mistakes in a draft are underlined and told in the list of problems', async () => {
    await openFile(page, 'draft.md');
    await squiggles(page).first().waitFor();
    await runCommand(page, 'View: Focus Problems');
    const problems = page.locator('.markers-panel-container .monaco-list-row');
    await problems.filter({ hasText: 'weekday-mismatch' }).waitFor();
    const told = (await problems.allInnerTexts()).join('\n');
    for (const code of [
      'altered-quotation',
      'misattributed-quotation',
      'unsupported-citation',
      'office-at-date',
    ]) {
      expect(told.includes(code), `no ${code} among the problems: ${told}`);
    }
    await takePictures(page, 'checks', () => runCommand(page, 'View: Focus Problems'));
    await runCommand(page, 'View: Toggle Problems');
  });

  await scenario.step(
    'a quick fix from the keyboard mends a weekday, and is undone in one step',
    async () => {
      const before = await unwrappedText(page);
      await placeCursorAfter(page, 'On Sunday');
      const action = page.locator('.action-widget .monaco-list-row', { hasText: 'Change to “Saturday”' });
      await insist(
        page,
        'the key for quick fixes is pressed',
        () => page.keyboard.press('ControlOrMeta+.'),
        () => action.isVisible(),
      );
      await takePicture(page, 'quick-fix');
      await page.keyboard.press('Enter');
      await untilText(page, /On Saturday, 14 September 2013/);
      await page.keyboard.press('ControlOrMeta+z');
      await untilRestored(page, before);
    },
  );

  await scenario.step('a card over a quotation says where it departs', async () => {
    const { cards } = await hoverText(page, 'never stopped'.replace('never', 'always'), /Reuters 2013/);
    expect(
      cards.some(card => /never/.test(card) && /Reuters 2013/.test(card)),
      `the card does not say so: ${cards.join('\n')}`,
    );
    await takePicture(page, 'hover-quotation');
    await page.keyboard.press('Escape');
  });

  await scenario.step('a card over a citation key shows the reference and its grade', async () => {
    const { cards } = await hoverText(page, 'reuters-2013-kerry-lavrov', /Smoothed Path/);
    expect(
      cards.some(card => /Smoothed Path/.test(card) && /B2/.test(card)),
      `the card does not say so: ${cards.join('\n')}`,
    );
    await takePictures(
      page,
      'hover-key',
      () => hoverText(page, 'reuters-2013-kerry-lavrov', /Smoothed Path/),
      ['light', 'dark'],
    );
    await page.keyboard.press('Escape');
  });

  await scenario.step('completion after [@ finds a source by a word of its text', async () => {
    await placeCursorAfter(page, 'the embassy');
    await page.keyboard.press('End');
    await page.keyboard.type(' See [@hockey');
    const row = suggestions(page).filter({ hasText: 'reuters-2013-kerry-lavrov' });
    await row.waitFor();
    await takePictures(
      page,
      'completion-key',
      async () => {
        await insist(
          page,
          'the key for suggestions is pressed',
          () => page.keyboard.press('ControlOrMeta+Space'),
          () => row.isVisible(),
        );
      },
      ['dark', 'high-contrast-light'],
    );
    const chosen = page.locator('.suggest-widget.visible .monaco-list-row.focused');
    await chosen.filter({ hasText: 'reuters-2013-kerry-lavrov' }).waitFor();
    await page.keyboard.press('Enter');
    await untilText(page, /See\s+\[@reuters-2013-kerry-lavrov/);
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
  });

  await scenario.step('a name form is renamed throughout the file from the keyboard', async () => {
    await runCommand(page, 'File: Revert File');
    await placeCursorAfter(page, 'met Sergei Lavrov');
    const box = page.locator('.rename-box .rename-input').filter({ visible: true });
    // A text that is still being reverted closes the box again.
    await insist(
      page,
      'F2 is pressed for a new name',
      () => page.keyboard.press('F2'),
      () => box.isVisible(),
    );
    expect((await box.inputValue()) === 'Sergei Lavrov', `the box holds ${await box.inputValue()}`);
    await takePicture(page, 'rename');
    await box.fill('Sergey Lavrov');
    await page.keyboard.press('Enter');
    await untilText(page, /met Sergey Lavrov in Berlin/);
    await page.keyboard.press('ControlOrMeta+z');
    await untilText(page, /met Sergei Lavrov in Berlin/);
    await runCommand(page, 'File: Revert File');
  });
}
