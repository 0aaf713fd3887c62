import path from 'node:path';
import { installHost } from '../host/install.ts';
import { runHostTests } from '../host/run-tests.ts';
import { NEWEST } from '../host/versions.ts';
import { ms } from './clock.ts';
import { HOVER_TIMES } from './hover-marks.ts';
import { median, quantile, type Result } from './result.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface HoverTimes {
  /** The first hover, with the analysis of the whole file and the reading of the dossier, in ms. */
  readonly first: number;
  readonly cards: number;
  readonly times: readonly number[];
  /** From asking to the answer in the same file while our provider says nothing, in ms. */
  readonly silent: readonly number[];
  /** From asking to the answer of an empty provider alone, in a file that is no Markdown, in ms. */
  readonly bare: readonly number[];
}

/**
 * The hover provider's own time in a Markdown file of 1 MB that has been analysed, and beside it what a hover costs in the same
 * host when nobody says anything: in Markdown, where VS Code's own provider is asked too, and in plain text, where it is a
 * message there and back. In the node and the web host.
 */
export async function benchHover(): Promise<Result[]> {
  const results: Result[] = [];
  for (const kind of ['node', 'web'] as const) {
    const outcome = await runHostTests({
      host: installHost(NEWEST),
      kind,
      extension: ROOT,
      tests: path.join(ROOT, 'dist/test/bench.js'),
      opened: path.join(ROOT, 'test/fixtures/sample'),
      timeout: 120_000,
    });
    const line = outcome.console.find(text => text.includes(HOVER_TIMES));
    if (outcome.ended !== 'passed' || !line) {
      throw new Error(
        `The measurement in the ${kind} host ${outcome.ended}:\n${outcome.console.slice(-20).join('\n')}`,
      );
    }
    const measured = JSON.parse(line.slice(line.indexOf(HOVER_TIMES) + HOVER_TIMES.length)) as HoverTimes;
    const { times, silent, bare, cards, first } = measured;
    const spread = (all: readonly number[]): string =>
      `p50 ${ms(median(all))}, p99 ${ms(quantile(all, 0.99))}`;
    const detail = `${spread(times)} over ${times.length} hovers, ${cards} cards`;
    results.push({
      name: `hover provider’s own time against the round trip in Markdown while it says nothing, p50, 1 MB, ${kind} host`,
      value: median(times) / median(silent),
      unit: '×',
      limit: 0.1,
      better: 'lower',
      detail: `${detail}, against ${spread(silent)}`,
    });
    results.push({
      name: `hover provider’s own time against the round trip to one empty provider in plain text, p50, 1 MB, ${kind} host`,
      value: median(times) / median(bare),
      unit: '×',
      better: 'lower',
      detail: `against ${spread(bare)}`,
    });
    results.push({
      name: `hover provider, p99, 1 MB, ${kind} host`,
      value: quantile(times, 0.99),
      unit: 'ms',
      limit: 2,
      better: 'lower',
      detail: `${detail}; the first, with the analysis, ${ms(first)}`,
    });
  }
  return results;
}
