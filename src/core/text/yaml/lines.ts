const DASH = /-(?=[ \t\r\n]|$)/y;

/** The offset of the line break at or behind `at`, but at most `to`. */
export const lineEnd = (text: string, at: number, to: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 || end > to ? to : end;
};

/** How far in a place is in its line; a byte-order mark before it does not count. */
export const columnOf = (text: string, at: number): number => {
  const line = text.lastIndexOf('\n', at - 1) + 1;
  return at - line - (text.charCodeAt(line) === 0xfeff ? 1 : 0);
};

/** Whether an item of a list begins at a place. */
export function isDash(text: string, at: number): boolean {
  DASH.lastIndex = at;
  return DASH.test(text);
}
