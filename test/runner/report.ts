import { stripVTControlCharacters } from 'node:util';

/** What one part of the tests came to. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What to print of each failure, at the end of the whole run. */
  readonly failures?: readonly Failure[];
}

export interface Failure {
  readonly title: string;
  /** The message and, where there is one, the stack. */
  readonly error: string;
}

/** Collects the parts of a run, prints what each came to, and at the very end what failed and the sum. */
export class Report {
  readonly #failures: string[] = [];
  readonly #mayBeEmpty: boolean;
  #passed = 0;
  #failed = 0;

  /** @param mayBeEmpty whether a part may run no test, as when only some were asked for; not all parts together */
  constructor(mayBeEmpty = false) {
    this.#mayBeEmpty = mayBeEmpty;
  }

  /**
   * Runs a part and adds what it came to. A part that throws, or in which no test ran, counts as one failure: silence must
   * not look like success.
   */
  async part(name: string, run: () => Promise<Outcome>): Promise<void> {
    console.log(`\n── ${name}`);
    const start = Date.now();
    const outcome = await run().then(
      result => (this.#mayBeEmpty || result.passed + result.failed > 0 ? result : broken('No test ran.')),
      (error: unknown) => broken(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
    this.#passed += outcome.passed;
    this.#failed += outcome.failed;
    for (const { title, error } of outcome.failures ?? []) {
      this.#failures.push(`✗ ${name} › ${title}\n${indent(stripVTControlCharacters(error))}`);
    }
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(`${name}: ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`);
  }

  /** Prints each failure with its error, and the sum as the last line, and sets the exit code of the process. */
  finish(): void {
    if (this.#failures.length > 0) console.log(`\nWhat failed:\n\n${this.#failures.join('\n\n')}`);
    console.log(`\n${this.#passed} passed, ${this.#failed} failed`);
    if (this.#failed > 0 || this.#passed === 0) process.exitCode = 1;
  }
}

function broken(error: string): Outcome {
  return { passed: 0, failed: 1, failures: [{ title: 'the run itself', error }] };
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '    ');
}
