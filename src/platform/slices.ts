/** How long work may hold the thread before it gives it back, in milliseconds. */
const SLICE = 8;

/**
 * Runs a generator to its end and gives the thread back every few milliseconds, at one of its yields.
 * @returns its result; `undefined` where `abandoned` said so at a pause.
 */
export async function inSlices<T>(
  steps: Generator<void, T>,
  abandoned: () => boolean,
): Promise<T | undefined> {
  for (let until = performance.now() + SLICE; ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await new Promise<void>(resolve => setTimeout(resolve));
    if (abandoned()) return undefined;
    until = performance.now() + SLICE;
  }
}
