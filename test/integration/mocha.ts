/// <reference types="mocha" />
// The build of mocha for browsers: a web extension host has neither `process` nor `require('fs')`. The same build runs
// in Node hosts, so that a suite is one bundle for both. Suites import from here, not from 'mocha', whose main entry
// wants Node.
import 'mocha/mocha.js';
import { encodeEvent, type TestEvent } from './protocol.ts';

/** Sends each result out as a line of the console. */
class ConsoleReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const counts = { passed: 0, failed: 0 };
    const send = (event: TestEvent) => console.log(encodeEvent(event));
    runner.on('test', test => send({ event: 'start', title: test.fullTitle() }));
    runner.on('pass', test => {
      counts.passed++;
      send({ event: 'pass', title: test.fullTitle(), milliseconds: test.duration ?? 0 });
    });
    runner.on('fail', (test, error: unknown) => {
      counts.failed++;
      send({ event: 'fail', title: test.fullTitle(), error: explain(error) });
    });
    runner.on('end', () => send({ event: 'end', ...counts }));
  }
}

/** The message once, then the stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? '';
  return stack.includes(error.message) ? stack : `${error.name}: ${error.message}\n${stack}`;
}

/** The suites that were imported; `index.ts` runs them. A skipped or exclusive test fails: neither proves anything. */
export const mocha = new Mocha({
  ui: 'bdd',
  reporter: ConsoleReporter,
  timeout: 20_000,
  forbidOnly: true,
  forbidPending: true,
});
// In Node mocha does this before it loads a file; here nothing is loaded, everything is in the bundle.
mocha.suite.emit('pre-require', globalThis, '', mocha);

export const { describe, it, before, beforeEach, after, afterEach } = globalThis;
