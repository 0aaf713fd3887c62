import { definitionEnd } from './links.ts';

/**
 * Finds the link reference definitions at the head of a paragraph. `lines` holds start and end of its lines (each but the
 * last with its line end), `end` is the end of its content; `quoted`: between the lines stand marks of block quotes, so
 * that they are to be read joined. `found` is told where each definition stands. Answers how many entries of `lines` the
 * definitions took.
 */
export function definitionLines(
  text: string,
  lines: readonly number[],
  end: number,
  quoted: boolean,
  found: (start: number, end: number) => void,
): number {
  const joined = quoted && lines.length > 2;
  let source = joined ? '' : text;
  let to = end;
  if (joined) {
    for (let i = 0; i + 1 < lines.length; i += 2) source += text.slice(lines[i], lines[i + 1]);
    to = source.length - ((lines.at(-1) ?? 0) - end);
  }
  let index = 0;
  /** Where the line `index` begins in `source`. */
  let origin = joined ? 0 : (lines[0] ?? 0);
  while (index < lines.length && source.charCodeAt(origin) === 91) {
    const definition = definitionEnd(source, origin, to);
    if (definition < 0) break;
    const start = lines[index] ?? 0;
    let last = start;
    for (; index + 1 < lines.length && origin < definition; index += 2) {
      const from = lines[index] ?? 0;
      const next = joined ? origin + (lines[index + 1] ?? 0) - from : (lines[index + 2] ?? to);
      last = joined ? from + Math.min(definition, next) - origin : definition;
      origin = next;
    }
    found(start, last);
  }
  return index;
}
