/** The number of single-character edits between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** A question that names the known id next to an unknown one, `; did you mean kerry-john?`, or nothing. */
export function didYouMean(unknown: string, known: Iterable<string>): string {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(unknown.length / 3)) + 1;
  for (const candidate of [...known].sort()) {
    const edits = distance(unknown, candidate);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best === undefined ? '' : `; did you mean ${best}?`;
}
