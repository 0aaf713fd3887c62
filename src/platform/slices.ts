import { pause, turns } from './sliced.ts';

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
