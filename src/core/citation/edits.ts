/** A change of a text: `start` to `end`, UTF-16 offsets with `end` exclusive, is replaced by `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The line break of a text: the first that it has. */
export const lineBreakOf = (text: string): string => /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';

/** The text with edits that do not overlap and stand in ascending order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/**
 * Insertions into a text, and insertions into what they make of it, as insertions into the text. Both in ascending order,
 * at most one at each offset.
 */
export function composeInsertions(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  const placed = new Map(first.map(({ start, text }) => [start, text]));
  let index = 0;
  let grown = 0;
  let within = 0;
  for (const { start, text } of second) {
    // Where an insertion ends, what follows belongs to it.
    while (index < first.length) {
      const edit = first[index];
      if (!edit || edit.start + grown + edit.text.length >= start) break;
      grown += edit.text.length;
      index++;
      within = 0;
    }
    const edit = first[index];
    if (edit && edit.start + grown <= start) {
      const at = start - edit.start - grown + within;
      const known = placed.get(edit.start) ?? '';
      placed.set(edit.start, known.slice(0, at) + text + known.slice(at));
      within += text.length;
    } else placed.set(start - grown, text);
  }
  return [...placed].sort((a, b) => a[0] - b[0]).map(([start, text]) => ({ start, end: start, text }));
}
