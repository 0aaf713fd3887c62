import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { type Analysis, analyse, analyseSliced } from '../../src/core/text/analysis.ts';
import type { NameMatcher } from '../../src/core/text/name-index.ts';
import { HOLD, pause, turns } from '../../src/platform/slices.ts';
import { computed, ms } from './clock.ts';
import { quantile, type Result } from './result.ts';
import { flat, prose } from './text.ts';

/** So many turns are measured of each: one or two of them a collection of garbage may spoil. */
const TURNS = 1500;
const MOST_RUNS = 200;

/**
 * How long work holds the thread at a time, in milliseconds, as the extension runs it. Of each turn the lesser of two
 * clocks counts: the one on the wall goes on while other processes have the processor, and that of the processor counts
 * helper threads too.
 */
export async function holdsOf(begin: () => Generator<void, Analysis>): Promise<number[]> {
  const holds: number[] = [];
  const work = turns(begin());
  for (;;) {
    let done: boolean | undefined;
    const began = performance.now();
    const time = computed(() => {
      ({ done } = work.next());
    });
    holds.push(Math.min(time, performance.now() - began));
    if (done) return holds;
    await pause();
  }
}

/** 10 MB each: as people write, and all in one block. */
function textsToHold(): readonly (readonly [name: string, text: string])[] {
  const words = prose(10_000_000, 250, false);
  const line = words.replaceAll('\n\n', ' ');
  let depth = 0;
  return [
    ['of ordinary Markdown', prose(10_000_000, 250, true)],
    ['in one paragraph', flat(words.replaceAll('\n\n', '\n'))],
    ['in one line', flat(line)],
    ['in one table', flat(`| a | b |\n|---|---|\n${line.replace(/(.{60}) (.{60}) /g, '| $1 | $2 |\n')}`)],
    ['in one fence', flat(`\`\`\`\n${words}\n\`\`\`\n`)],
    ['in one quotation', flat(`> ${words.replaceAll('\n\n', '\n> ')}`)],
    ['in one list', flat(`- ${words.replaceAll('\n\n', '\n- ')}`)],
    ['in lists in lists', flat(words.replaceAll('\n\n', () => `\n${' '.repeat(2 * (depth++ % 20))}- `))],
    ['in one run of definitions', flat('[label]: https://example.org/address "A title"\n'.repeat(210_000))],
    ['in one HTML block', flat(`<div>\n<p>${words.replaceAll('\n\n', '</p>\n<p>')}</p>\n</div>\n`)],
  ];
}

async function held(name: string, begin: () => Generator<void, Analysis>): Promise<Result> {
  // The first one is compiled on the way.
  await holdsOf(begin);
  const holds: number[] = [];
  for (let run = 0; run < MOST_RUNS && holds.length < TURNS; run++) holds.push(...(await holdsOf(begin)));
  return {
    name: `the thread is held by ${name}, p99.9`,
    value: quantile(holds, 0.999),
    unit: 'ms',
    limit: HOLD,
    better: 'lower',
    detail: `p50 ${ms(quantile(holds, 0.5))}, p99 ${ms(quantile(holds, 0.99))}, max ${ms(Math.max(...holds))} in ${holds.length} turns`,
  };
}

/** How long the analysis, and an edit within one huge block, hold the thread. */
export async function benchHolds(names: NameMatcher): Promise<Result[]> {
  const results: Result[] = [];
  for (const [name, text] of textsToHold()) {
    results.push(await held(`the first analysis of 10 MB ${name}`, () => analyseSliced(text, names)));
    if (name !== 'in one paragraph') continue;
    const at = text.length / 2;
    const typed = flat(`${text.slice(0, at)}x${text.slice(at)}`);
    const before = analyse(text, names);
    const change = [{ start: at, end: at, inserted: 1 }];
    results.push(await held(`a keystroke in 10 MB ${name}`, () => before.editSliced(change, typed)));
  }
  const cold = JSON.parse(
    execFileSync(process.execPath, [path.join(import.meta.dirname, 'cold.ts')], { encoding: 'utf8' }),
  ) as { readonly first: number; readonly max: number };
  results.push({
    name: 'the thread is held by the first analysis of a fresh process, max',
    value: cold.max,
    unit: 'ms',
    better: 'lower',
    detail: `the first turn, in which the code is compiled, ${ms(cold.first)}`,
  });
  return results;
}
