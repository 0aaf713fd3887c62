/**
 * How many units the scanners have looked at, for tests: it must follow the length of a text, whatever stands in it. Only
 * loops that look ahead count here, and what is read line by line; a time would say less and differ from run to run.
 */
export const work = { units: 0 };

/** Runs work that is done in steps to its end at once. */
export function drain<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
