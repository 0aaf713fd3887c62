import path from 'node:path';
import { installHost } from '../host/install.ts';
import { runHostTests } from '../host/run-tests.ts';
import { NEWEST } from '../host/versions.ts';
import { HOVER_TIMES } from './hover-marks.ts';
import { median, quantile, type Result } from './result.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

interface HoverTimes {
  /** The first hover, with the analysis of the whole file and the reading of the dossier, in ms. */
  readonly first: number;
  readonly cards: number;
  readonly units: number;
  readonly times: readonly number[];
}

/** The hover provider's own time in a Markdown file of 1 MB that has been analysed, in the node and the web host. */
export async function benchHover(): Promise<Result[]> {
  const results: Result[] = [];
  for (const kind of ['node', 'web'] as const) {
    const outcome = await runHostTests({
      host: installHost(NEWEST),
      kind,
      extension: ROOT,
      tests: path.join(ROOT, 'dist/test/bench.js'),
      folder: path.join(ROOT, 'test/fixtures/sample'),
      timeout: 120_000,
    });
    const line = outcome.console.find(text => text.includes(HOVER_TIMES));
    if (outcome.ended !== 'passed' || !line) {
      throw new Error(
        `The measurement in the ${kind} host ${outcome.ended}:\n${outcome.console.slice(-20).join('\n')}`,
      );
    }
    const measured = JSON.parse(line.slice(line.indexOf(HOVER_TIMES) + HOVER_TIMES.length)) as HoverTimes;
    results.push({
      name: `hover provider, p99, 1 MB, ${kind} host`,
      value: quantile(measured.times, 0.99),
      unit: 'ms',
      limit: 2,
      better: 'lower',
      detail: `p50 ${median(measured.times).toFixed(2)} ms over ${measured.times.length} hovers, ${measured.cards} cards; first, with the analysis, ${measured.first.toFixed(0)} ms`,
    });
  }
  return results;
}
