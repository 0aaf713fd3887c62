import { median } from './result.ts';

/** Time that this process computed, in milliseconds: other processes on the machine do not count, our own helper threads do. */
export function computed(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * The times of some works in several rounds, one after the other in each, `[work][round]`: the speed of the machine changes
 * from second to second, so only what one round says together may be compared.
 */
export function rounds(count: number, ...works: readonly (() => void)[]): number[][] {
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < count; round++) {
    for (const [index, work] of works.entries()) times[index]?.push(computed(work));
  }
  return times;
}

/** The median over the rounds of what the first work took for each unit that the second took. */
export function ratio(first: readonly number[] = [], second: readonly number[] = []): number {
  return median(first.map((time, round) => time / (second[round] ?? Number.NaN)));
}

export const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 1)} ms`;

/** The median of a work's rounds, to be shown. */
export const typical = (times: readonly number[] = []): string => ms(median(times));
