import type { Page } from 'playwright-core';
import type { Failure, Outcome } from '../../runner/report.ts';
import { takePicture } from './pictures.ts';

/** The steps of one walk through the workbench. A step that fails is told, with a picture; the next ones are tried. */
export class Scenario {
  readonly #page: Page;
  readonly #failures: Failure[] = [];
  #passed = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async step(title: string, run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
      this.#passed++;
      console.log(`  ✓ ${title}`);
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const name = title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
      const picture = await takePicture(this.#page, name, 'failed').catch(() => 'no picture could be taken');
      this.#failures.push({ title, error: `${message}\nWhat the window showed: ${picture}` });
      console.log(`  ✗ ${title}`);
      // Whatever was open must not stand in the way of the next step.
      await this.#page.keyboard.press('Escape').catch(() => {});
    }
  }

  outcome(): Outcome {
    return { passed: this.#passed, failed: this.#failures.length, failures: this.#failures };
  }
}
