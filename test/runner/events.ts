import { decodeEvent } from '../integration/protocol.ts';
import type { Failure, Outcome } from './report.ts';
import { stackReader } from './stacks.ts';

/** Gathers what the suites inside a host say through the console, and prints each result as it comes. */
export class SuiteEvents {
  readonly #readStack: (error: string) => string;
  readonly #failures: Failure[] = [];
  #passed = 0;
  #running = 'none';
  #ended = false;

  constructor(bundle: string) {
    this.#readStack = stackReader(bundle);
  }

  /** Takes one line of the console, whatever it is. */
  line(line: string): void {
    const event = decodeEvent(line);
    if (event === undefined) return;
    if (event.event === 'start') this.#running = event.title;
    if (event.event === 'end') this.#ended = true;
    if (event.event === 'pass') {
      this.#passed++;
      console.log(`  ✓ ${event.title} (${event.milliseconds} ms)`);
    }
    if (event.event === 'fail') {
      this.#failures.push({ title: event.title, error: this.#readStack(event.error) });
      console.log(`  ✗ ${event.title}`);
    }
  }

  /**
   * @param how one sentence about how the run ended, told if it was cut off
   * @param log what may explain that
   */
  outcome(how: string, log: readonly string[]): Outcome {
    const failures = [...this.#failures];
    if (!this.#ended) {
      const lines = log.flatMap(entry => entry.split('\n'));
      const tail = lines.filter(line => decodeEvent(line) === undefined && !/^\s+at /.test(line)).slice(-40);
      failures.push({
        title: 'the run itself',
        error: `${how} The last test that had begun: ${this.#running}.\n${tail.join('\n')}`,
      });
    }
    return { passed: this.#passed, failed: failures.length, failures };
  }
}
