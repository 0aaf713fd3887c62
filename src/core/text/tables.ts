const PIPE = 124;

/**
 * The cells of a row of a GFM table in `from`..`to`: start and end of each without the white space around it. A pipe
 * after a backslash parts nothing; one at either end of the row makes no cell.
 */
export function cells(text: string, from: number, to: number): number[] {
  const found: number[] = [];
  let start = from;
  while (start < to && isSpace(text.charCodeAt(start))) start++;
  if (text.charCodeAt(start) === PIPE && start < to) start++;
  for (let at = start; at <= to; at++) {
    const unit = at < to ? text.charCodeAt(at) : PIPE;
    if (unit === 92) at++;
    else if (unit === PIPE) {
      let left = start;
      let right = at;
      while (left < right && isSpace(text.charCodeAt(left))) left++;
      while (right > left && isSpace(text.charCodeAt(right - 1))) right--;
      // Nothing stands behind the pipe that ends the row.
      if (at < to || left < right) found.push(left, right);
      start = at + 1;
    }
  }
  if (start < to) found.push(start, to);
  return found;
}

/** How many columns the delimiter row of a GFM table in `from`..`to` has; 0 if it is none. It must hold a pipe. */
export function delimiterColumns(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== PIPE && unit !== 45 && unit !== 58 && !isSpace(unit)) return 0;
  }
  const found = cells(text, from, to);
  for (let i = 0; i + 1 < found.length; i += 2) {
    const cell = text.slice(found[i], found[i + 1]);
    if (!/^:?-+:?$/.test(cell)) return 0;
  }
  return text.slice(from, to).includes('|') ? found.length / 2 : 0;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9;
}
