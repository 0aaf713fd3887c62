import { work } from '../work.ts';
import type { FlowReader } from './flow-reader.ts';
import { columnOf, isDash, lineEnd } from './lines.ts';
import type { YamlNode } from './nodes.ts';

/**
 * The items of the list whose first dash stands at `at`, each from its dash to the end of the last line that is farther in:
 * whatever is broken in one of them, the next begins with the next dash that is as far in as the first.
 */
export function* dashItems(
  text: string,
  at: number,
  to: number,
): Generator<{ readonly start: number; readonly end: number }, void> {
  const indent = columnOf(text, at);
  for (let start = at; ; ) {
    let end = lineEnd(text, start, to);
    let next = to;
    for (let line = end; line < to; ) {
      let first = line + 1;
      line = lineEnd(text, first, to);
      const from = first;
      while (first < line && text.charAt(first) === ' ') first++;
      work.units += first - from + 1;
      if (/[\r#]/.test(text.charAt(first)) || text.slice(first, line).trim() === '') continue;
      if (first - from <= indent) {
        next = first - from === indent ? first : to;
        break;
      }
      end = line;
    }
    yield { start, end };
    if (next >= to || !isDash(text, next)) return;
    start = next;
  }
}

/** A member of a list in brackets. */
interface FlowItem {
  readonly node: YamlNode;
  readonly start: number;
  readonly end: number;
}

/** Where the next member of a list in brackets goes. */
interface FlowEnd {
  readonly at: number;
  /** Whether a comma must precede it. */
  readonly comma: boolean;
  /** The blanks before the last one, where it begins its line. */
  readonly indent: string;
}

/** The blanks before `at` where it begins its line. */
function indentAt(text: string, at: number): string | undefined {
  let from = at;
  while (/[ \t]/.test(text.charAt(from - 1))) from--;
  return /^$|[\r\n\uFEFF]/.test(text.charAt(from - 1)) ? text.slice(from, at) : undefined;
}

/**
 * The members of the list that begins with the bracket at which the reader is. What one of them does not close ends before the
 * next brace that begins a line as far in as the first, and a brace too many is passed over.
 */
export function* flowItems(reader: FlowReader): Generator<FlowItem, FlowEnd> {
  const { text, report, at: bracket, end } = reader;
  let next: FlowEnd = { at: ++reader.at, comma: false, indent: '' };
  for (let first = true; ; ) {
    const { unclosed } = reader;
    reader.begin(end);
    reader.skip();
    const start = reader.at;
    const char = reader.peek();
    if (char === '') report('unclosed', bracket, bracket + 1);
    if (char === '' || char === ']') return next;
    if (char === ',') {
      next = { ...next, at: ++reader.at, comma: false };
      continue;
    }
    if (next.comma && !unclosed) report('missing-comma', start, start + 1);
    if (char === '}') {
      report('extra-brace', start, ++reader.at);
      continue;
    }
    const indent = indentAt(text, start);
    if (first && char === '{' && indent !== undefined && indent.length < 200) reader.fence = indent.length;
    first = false;
    const node = reader.value();
    next = { at: reader.at, comma: true, indent: indent ?? '' };
    yield { node, start, end: reader.at };
  }
}
