/**
 * Numbers, ascending and each once, with runs of three or more drawn together: `5`, `31`, `33–40`. Two neighbours stay
 * apart, since a reader looks them up one by one.
 * @param dash between the ends of a run
 */
export function numberRuns(numbers: readonly number[], dash = '–'): string[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let at = 0; at < sorted.length; ) {
    const first = sorted[at] ?? 0;
    let run = 1;
    while (sorted[at + run] === first + run) run++;
    if (run > 2) parts.push(`${first}${dash}${first + run - 1}`);
    else for (let step = 0; step < run; step++) parts.push(String(first + step));
    at += run;
  }
  return parts;
}

/** So many numbers and runs a message has. */
const MOST = 4;

/** Numbers in a message: of many the first, and that there are more. */
export function fewNumbers(numbers: readonly number[], separator = ', '): string {
  const parts = numberRuns(numbers);
  return parts.slice(0, MOST).join(separator) + (parts.length > MOST ? ' …' : '');
}
