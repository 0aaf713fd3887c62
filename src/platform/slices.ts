/** How long a piece of work may hold the thread, in milliseconds. */
export const HOLD = 8;
/** For how long it goes on: what is left is for a step that takes longer than those before it, and for the memory to be cleared. */
const ENOUGH = HOLD - 2;

/**
 * Long work in turns: runs `steps`, small ones, until the next one might end too late, and yields. The next one is taken
 * to be as long as the longest a short while ago.
 *
 * @param now the time in milliseconds
 */
export function* turns<T>(steps: Generator<void, T>, now = () => performance.now()): Generator<void, T> {
  let expected = 0;
  for (;;) {
    const began = now();
    let last = began;
    do {
      const step = steps.next();
      if (step.done) return step.value;
      const at = now();
      expected = Math.max(at - last, expected * 0.8);
      last = at;
    } while (last - began + expected <= ENOUGH);
    yield;
  }
}

/** Gives the thread back for everything that waits for it. */
export function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}

/**
 * Runs a generator to its end and gives the thread back every few milliseconds, at one of its yields.
 * @returns its result; `undefined` where `abandoned` said so at a pause.
 */
export async function inSlices<T>(
  steps: Generator<void, T>,
  abandoned: () => boolean,
): Promise<T | undefined> {
  const work = turns(steps);
  for (let turn = work.next(); ; turn = work.next()) {
    if (turn.done) return turn.value;
    await pause();
    if (abandoned()) return undefined;
  }
}
