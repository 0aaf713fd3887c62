// Citing as a writer does, by the keyboard alone: form, style, paragraphs and several sources in the picker, what it says
// where nothing is found, support, quotations.
import type { Page } from 'playwright-core';
import {
  addCursorAfter,
  placeCursorAfter,
  untilRestored,
  unwrappedText,
  visibleText,
} from './driver/editor.ts';
import { takePicture, takePictures } from './driver/pictures.ts';
import {
  activeRow,
  focusedLabel,
  openFile,
  quickInput,
  quickRow,
  quickRows,
  runCommand,
  typeIntoQuickInput,
} from './driver/quick-input.ts';
import type { Scenario } from './driver/scenario.ts';
import { expect, insist, untilShown } from './driver/wait.ts';
import { webviewFrame } from './driver/webviews.ts';

const untilText = (page: Page, pattern: RegExp): Promise<void> =>
  untilShown(page, 'the editor', () => visibleText(page), pattern);

/** The line above the picker, with what is going to be inserted. */
const untilTitle = (page: Page, pattern: RegExp): Promise<void> =>
  untilShown(page, 'the title', () => quickInput(page).locator('.quick-input-titlebar').innerText(), pattern);

/** What Enter would choose, as a screen reader tells it. */
const untilActive = (page: Page, pattern: RegExp): Promise<void> =>
  untilShown(page, 'the active row', () => activeRow(page), pattern);

/** What a screen reader says of the element with the focus. */
const untilTold = (page: Page, pattern: RegExp): Promise<void> =>
  untilShown(page, 'the name of what has the focus', () => focusedLabel(page), pattern);

/** Opens the picker, and looks for something in it. */
async function insertCitation(page: Page, typed: string): Promise<void> {
  await runCommand(page, 'Counterparts: Insert Citation');
  await untilTold(page, /form and style/);
  await typeIntoQuickInput(page, typed);
}

/** Opens the list of what can be done in the picker, whose first row says what would be inserted. */
async function openActions(page: Page): Promise<void> {
  // The key is lost while the picker is coming back from another question.
  await insist(
    page,
    'the key for actions is pressed',
    () => page.keyboard.press('ControlOrMeta+.'),
    async () => /^Insert, /.test(await activeRow(page)),
  );
}

async function chooseAction(page: Page, label: string): Promise<void> {
  await openActions(page);
  await typeIntoQuickInput(page, label);
  await untilActive(page, new RegExp(`^${label}`));
  await page.keyboard.press('Enter');
}

/** The steps in `briefing.md`; it is left as it was. */
export async function walkCiting(page: Page, scenario: Scenario): Promise<void> {
  await openFile(page, 'briefing.md');
  await changeFormAndParagraphs(page, scenario);
  await citeSeveral(page, scenario);
  await findNothing(page, scenario);
  await supportAndQuotations(page, scenario);
}

async function changeFormAndParagraphs(page: Page, scenario: Scenario): Promise<void> {
  await scenario.step('form and paragraphs of a citation are changed by keys, and told', async () => {
    const before = await unwrappedText(page);
    await placeCursorAfter(page, 'Kerry');
    await insertCitation(page, 'Reuters 2013');
    await untilActive(page, /^Kerry-Lavrov Rapport.*, Documents$/);
    await untilTold(page, /Pandoc key: \[@reuters-2013-kerry-lavrov\]$/);
    await openActions(page);
    await untilActive(page, /^Insert, Pandoc key: \[@reuters-2013-kerry-lavrov\]$/);
    await takePicture(page, 'citation-actions');
    await page.keyboard.press('Escape');
    await untilActive(page, /^Kerry-Lavrov Rapport/);
    await chooseAction(page, 'Change the form');
    await quickRow(page, 'MyST role').waitFor();
    const rows = await quickRows(page);
    expect(
      rows.some(row => /Footnote/.test(row) && /\[\^reuters-2013-kerry-lavrov\]/.test(row)),
      `the forms are not shown as they would be: ${rows.join('\n')}`,
    );
    await takePicture(page, 'citation-forms');
    await typeIntoQuickInput(page, 'Pandoc key without');
    await untilActive(page, /^Pandoc key without/);
    await page.keyboard.press('Enter');
    await untilTitle(page, /-@reuters-2013-kerry-lavrov\]/);
    await chooseAction(page, 'Give paragraphs');
    await untilTitle(page, /Paragraphs of Reuters 2013/);
    await typeIntoQuickInput(page, '4-6');
    await page.keyboard.press('Enter');
    await untilTold(page, /-@reuters-2013-kerry-lavrov, paras\. 4-6\]/);
    await page.keyboard.press('Enter');
    await untilText(page, /\[-@reuters-2013-kerry-lavrov, paras\. 4-6\]/);
    await page.keyboard.press('ControlOrMeta+z');
    await untilRestored(page, before);
  });

  await scenario.step('the style is changed in the picker and shown at once', async () => {
    await insertCitation(page, 'Reuters 2013');
    await untilActive(page, /^Kerry-Lavrov Rapport/);
    await chooseAction(page, 'Change the form');
    await quickRow(page, 'MyST role').waitFor();
    await typeIntoQuickInput(page, 'Formatted text');
    await untilActive(page, /^Formatted text/);
    await page.keyboard.press('Enter');
    await untilTitle(page, /^Formatted text: .*Strobel/);
    await chooseAction(page, 'Change the style');
    await quickRow(page, 'GOST').or(quickRow(page, 'ГОСТ')).first().waitFor();
    await takePicture(page, 'citation-styles');
    await typeIntoQuickInput(page, 'APA');
    await untilActive(page, /^American Psychological Association/);
    await page.keyboard.press('Enter');
    await untilTitle(page, /^Formatted text: \(Strobel, 2013\)/);
    await page.keyboard.press('Escape');
  });

  await scenario.step('the page of a source is opened from its row by the Tab key', async () => {
    await insertCitation(page, 'limousine');
    await untilActive(page, /^Reuters 2013, ¶31/);
    await insist(
      page,
      'Tab is pressed for the button of the row',
      () => page.keyboard.press('Tab'),
      async () => (await focusedLabel(page)) === 'Open Page',
    );
    await page.keyboard.press('Enter');
    const frame = await webviewFrame(page, '.markdown-body');
    await untilShown(page, 'the page', () => frame.locator('.markdown-body').innerText(), /Paragraph 31/);
    await runCommand(page, 'View: Close Editor');
  });
}

async function citeSeveral(page: Page, scenario: Scenario): Promise<void> {
  await scenario.step(
    'two sources are taken, each gets its paragraph, and one citation has both',
    async () => {
      const before = await unwrappedText(page);
      await placeCursorAfter(page, 'Kerry');
      const take = async (): Promise<void> => {
        await insertCitation(page, 'Kerry-Lavrov Rapport');
        await untilActive(page, /^Kerry-Lavrov Rapport/);
        await chooseAction(page, 'Take it');
        await untilShown(page, 'the rows', async () => (await quickRows(page))[0] ?? '', /^Kerry.*, Chosen$/);
        await typeIntoQuickInput(page, 'Mr. Lavrov Comes to Washington');
        await untilActive(page, /^Mr\. Lavrov Comes to Washington/);
        await chooseAction(page, 'Take it');
        await chooseAction(page, 'Give paragraphs');
        await untilTitle(page, /Paragraphs of Reuters 2013/);
        await typeIntoQuickInput(page, '4');
        await page.keyboard.press('Enter');
        await untilTitle(page, /Paragraphs of Foreign Policy 2017/);
        await typeIntoQuickInput(page, '2');
        await page.keyboard.press('Enter');
        await untilTold(page, /reuters-2013-kerry-lavrov, para\. 4; .*lavrov-washington, para\. 2/);
      };
      await useForm(page, 'Pandoc key', /Kerry \[@reuters-2013-kerry-lavrov\]/);
      await takePictures(page, 'citation-two', take);
      await page.keyboard.press('Enter');
      await untilShown(
        page,
        'the editor',
        () => unwrappedText(page),
        /Kerry \[@reuters-2013-kerry-lavrov, para\. 4; @foreign-policy-2017-lavrov-washington, para\. 2\]/,
      );
      await page.keyboard.press('ControlOrMeta+z');
      await untilRestored(page, before);
    },
  );

  await scenario.step('a citation goes to each of several cursors, and is undone in one step', async () => {
    const before = await unwrappedText(page);
    await placeCursorAfter(page, 'Kerry');
    await addCursorAfter(page, 'Tillerson');
    await insertCitation(page, 'Reuters 2013');
    await untilActive(page, /^Kerry-Lavrov Rapport/);
    await takePicture(page, 'citation-cursors');
    await page.keyboard.press('Enter');
    const both = /Kerry \[@reuters-2013-kerry-lavrov\].*Tillerson \[@reuters-2013-kerry-lavrov\]/;
    await untilShown(page, 'the editor', () => unwrappedText(page), both);
    await page.keyboard.press('ControlOrMeta+z');
    await untilRestored(page, before);
    await page.keyboard.press('Escape');
  });
}

/** Cites in a form once, and takes it back: the form is remembered. */
async function useForm(page: Page, form: string, written: RegExp): Promise<void> {
  const before = await unwrappedText(page);
  await insertCitation(page, 'Reuters 2013');
  await untilActive(page, /^Kerry-Lavrov Rapport/);
  await chooseAction(page, 'Change the form');
  await quickRow(page, 'MyST role').waitFor();
  await typeIntoQuickInput(page, form);
  await untilActive(page, new RegExp(`^${form}`));
  await page.keyboard.press('Enter');
  await untilTitle(page, new RegExp(`^${form}: `));
  await page.keyboard.press('Enter');
  await untilText(page, written);
  await page.keyboard.press('ControlOrMeta+z');
  await untilRestored(page, before);
}

async function findNothing(page: Page, scenario: Scenario): Promise<void> {
  await scenario.step('where nothing is found, the picker says why, and Enter tries what helps', async () => {
    await insertCitation(page, 'Tlilesron');
    await untilActive(page, /^No source has “Tlilesron”, Choose this: Search for “Tillerson”/);
    await page.keyboard.press('Enter');
    await untilActive(page, /Tillerson/);
    const show = async (): Promise<void> => {
      await insertCitation(page, 'Geneva zzzz');
      const told = async (): Promise<string> => (await quickRows(page))[0] ?? '';
      await untilShown(page, 'the first row', told, /^No source has “zzzz”; \d+ have “Geneva”/);
      await untilActive(page, /Geneva.*, With some of the words$/);
    };
    await takePictures(page, 'citation-nothing', show);
    await page.keyboard.press('Escape');
    await runCommand(page, 'Counterparts: Insert Quotation');
    await untilTold(page, /form and style/);
    await typeIntoQuickInput(page, 'limousine');
    await untilActive(page, /^No quotation has “limousine”, Choose this: Search everything/);
    await page.keyboard.press('Enter');
    await untilActive(page, /^Reuters 2013, ¶31/);
    await page.keyboard.press('Escape');
    await runCommand(page, 'Counterparts: Search…');
    await untilTold(page, /any word of the documents/);
    await typeIntoQuickInput(page, 'hockey zzzz');
    await untilShown(
      page,
      'the rows',
      async () => (await quickRows(page))[0] ?? '',
      /^Nothing has “zzzz”; \d+ have “hockey”/,
    );
    await untilActive(page, /^Reuters 2013/);
    await takePicture(page, 'search-nothing');
    await page.keyboard.press('Escape');
  });
}

async function supportAndQuotations(page: Page, scenario: Scenario): Promise<void> {
  await scenario.step('support for a sentence says what matches and what does not', async () => {
    await placeCursorAfter(page, 'Kerry');
    await takePictures(
      page,
      'find-support',
      async () => {
        await runCommand(page, 'Counterparts: Find Support');
        await untilActive(page, /Matches: .*Kerry/);
      },
      ['dark', 'high-contrast-light'],
    );
    await page.keyboard.press('Escape');
  });

  await scenario.step('a recorded quotation is inserted with its speaker and citation', async () => {
    await placeCursorAfter(page, 'Kerry');
    await page.keyboard.press('End');
    await takePictures(page, 'insert-quotation', async () => {
      await runCommand(page, 'Counterparts: Insert Quotation');
      await untilTold(page, /form and style/);
      await typeIntoQuickInput(page, 'better relationship');
      await untilActive(page, /We should have a better relationship/);
    });
    await page.keyboard.press('Enter');
    await untilText(page, /“We should have a better relationship”/);
    await page.keyboard.press('ControlOrMeta+z');
    await untilText(page, /^(?![\s\S]*better relationship)/);
    await runCommand(page, 'File: Revert File');
  });
}
