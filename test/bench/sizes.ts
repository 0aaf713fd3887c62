import { BUDGETS, sizeOf } from '../runner/budgets.ts';
import type { Result } from './result.ts';

/** What a user downloads and loads, against its limits. Needs `npm run package` for the VSIX. */
export async function benchSizes(): Promise<Result[]> {
  return BUDGETS.map(budget => ({
    name: budget.what,
    value: sizeOf(budget) / 1000,
    unit: 'kB',
    limit: budget.limit / 1000,
    better: 'lower',
    detail: budget.files.join(' + '),
  }));
}
