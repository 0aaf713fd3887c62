import { definitionEnd, UNSETTLED } from './links.ts';

/** What stands at the head of a paragraph. */
export interface Definitions {
  /** How many entries of the paragraph's `lines` they take. */
  readonly taken: number;
  /** What follows them depends on lines that are still to come. */
  readonly unsettled: boolean;
}

/** The lines of a paragraph. */
export interface ParagraphLines {
  readonly text: string;
  /** Start and end of each, with its line end. */
  readonly lines: readonly number[];
  /** The end of the content. */
  readonly end: number;
  /** Between the lines stand marks of block quotes, so that they are to be read joined. */
  readonly quoted: boolean;
  /** No further lines follow. Where they may, the last line is left alone, whatever it holds. */
  readonly whole: boolean;
}

/**
 * Finds the link reference definitions at the head of a paragraph. `found` is told where each stands.
 */
export function definitionLines(
  { text, lines, end, quoted, whole }: ParagraphLines,
  found: (start: number, end: number) => void,
): Definitions {
  const joined = quoted && lines.length > 2;
  const behind = whole ? end : (lines.at(-1) ?? 0);
  let source = joined ? '' : text;
  let to = behind;
  if (joined) {
    for (let i = 0; i + 1 < lines.length; i += 2) source += text.slice(lines[i], lines[i + 1]);
    to = source.length - ((lines.at(-1) ?? 0) - behind);
  }
  const last = lines.at(-2) ?? 0;
  const settledTo = whole ? to + 1 : joined ? source.length - ((lines.at(-1) ?? 0) - last) : last;
  let index = 0;
  /** Where the line `index` begins in `source`. */
  let origin = joined ? 0 : (lines[0] ?? 0);
  while (index < lines.length && source.charCodeAt(origin) === 91) {
    const definition = definitionEnd(source, origin, to, whole);
    if (definition === UNSETTLED || definition >= settledTo) return { taken: index, unsettled: true };
    if (definition < 0) break;
    const start = lines[index] ?? 0;
    let stop = start;
    for (; index + 1 < lines.length && origin < definition; index += 2) {
      const from = lines[index] ?? 0;
      const next = joined ? origin + (lines[index + 1] ?? 0) - from : (lines[index + 2] ?? to);
      stop = joined ? from + Math.min(definition, next) - origin : definition;
      origin = next;
    }
    found(start, stop);
  }
  return { taken: index, unsettled: false };
}
