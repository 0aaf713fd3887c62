import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ownFolder, spawnGroup } from '../host/processes.ts';
import type { Failure, Outcome } from './report.ts';

/** The part that is read here of what vitest's `json` reporter writes. */
interface VitestReport {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Runs the unit tests. @param grep only those whose full name matches this regular expression */
export async function runUnitTests(grep?: string): Promise<Outcome> {
  const folder = ownFolder();
  const file = path.join(folder.path, 'report.json');
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  if (grep !== undefined) args.push('--testNamePattern', grep);
  const code = await new Promise((resolve, reject) => {
    const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
    spawnGroup(process.execPath, [vitest, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
      .process.once('error', reject)
      .once('exit', resolve);
  });
  if (!existsSync(file)) throw new Error(`vitest ended with code ${code} and wrote no report.`);
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
  folder.remove();

  const failures = failuresOf(report);
  if (code !== 0 && failures.length === 0) {
    failures.push({
      title: 'vitest',
      error: `It ended with code ${code}, though no test failed; see above.`,
    });
  }
  return { passed: report.numPassedTests, failed: failures.length, failures };
}

function failuresOf(report: VitestReport): Failure[] {
  return report.testResults.flatMap(file => {
    const tests = file.assertionResults.filter(test => test.status === 'failed');
    // A file that could not be loaded has failed, but holds no test that did.
    if (file.status === 'failed' && tests.length === 0) return [{ title: file.name, error: file.message }];
    return tests.map(test => ({ title: test.fullName, error: test.failureMessages.join('\n') }));
  });
}
