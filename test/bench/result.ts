/** One figure of the benchmark: a ratio or difference within one run. */
export interface Result {
  readonly name: string;
  readonly value: number;
  readonly unit: '×' | 'ms' | 'kB';
  /** What it has to keep; left out where the figure only stands beside others, to compare them with. */
  readonly limit?: number;
  readonly better: 'lower' | 'higher';
  /** How it came about: medians, sizes, what it was compared with. */
  readonly detail: string;
}

export const keeps = ({ value, limit, better }: Result): boolean =>
  limit === undefined || (better === 'lower' ? value <= limit : value >= limit);

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the share `q` (0 to 1) of the values lies, the nearest rank. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}
