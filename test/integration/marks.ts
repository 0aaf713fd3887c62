/** A text with marks: `|` is the cursor, `«` and `»` enclose the range that is expected. */
export interface MarkedText {
  readonly text: string;
  readonly cursor: number;
  /** Offsets of what stands between the marks; undefined without marks. */
  readonly range: { readonly start: number; readonly end: number } | undefined;
}

/** Takes the marks out: `met «Ker|ry» twice` is `met Kerry twice` with a cursor and a range. */
export function unmark(marked: string): MarkedText {
  let text = '';
  let cursor = -1;
  let start = -1;
  let end = -1;
  for (const char of marked) {
    if (char === '|') cursor = text.length;
    else if (char === '«') start = text.length;
    else if (char === '»') end = text.length;
    else text += char;
  }
  if (cursor < 0) throw new Error(`no cursor in ${JSON.stringify(marked)}`);
  return { text, cursor, range: start < 0 ? undefined : { start, end } };
}
