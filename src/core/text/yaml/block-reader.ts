import { work } from '../work.ts';
import { BEYOND, DEEPEST, FlowReader } from './flow-reader.ts';
import { columnOf, isDash, lineEnd } from './lines.ts';
import type { YamlNode, YamlProblemCode, YamlProblemSink, YamlScalar } from './nodes.ts';
import { fold } from './strings.ts';

const KEY =
  /(?:([A-Za-z_][\w-]{0,60})|"([A-Za-z_][\w-]{0,60})"|'([A-Za-z_][\w-]{0,60})')[ \t]{0,20}:(?=[ \t\r\n]|$)/y;
/** A line that goes on no plain scalar: a comment, or what looks like a key. */
const NO_MORE = /^\s*(?:#|["']?[A-Za-z_][\w-]{0,60}["']?:(?:\s|$))/;

/** Reads YAML as it stands on lines: maps and lists by indentation, and scalars in all their styles; no anchors, no tags. */
export class BlockReader extends FlowReader {
  constructor(text: string, at: number, end: number, report: YamlProblemSink) {
    super(text, at, end, true, report);
  }

  /** Goes to what is neither blank nor comment. @returns its column; -1 at the end */
  next(): number {
    this.skip();
    return this.at < this.end ? columnOf(this.text, this.at) : -1;
  }

  #matches(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    return found && this.at + found[0].length <= this.end ? found : null;
  }

  /** What begins at least so far in; null where nothing does. */
  block(least: number): YamlNode {
    const column = this.next();
    if (column < least) return { value: null, start: this.at, end: this.at };
    if (++this.depth > DEEPEST) return this.tooDeep();
    const value = isDash(this.text, this.at)
      ? this.#list(column)
      : this.#matches(KEY)
        ? this.#map(column)
        : this.#scalar(least - 1);
    this.depth--;
    return value;
  }

  #list(column: number): YamlNode {
    const list: YamlNode[] = [];
    while (this.next() === column && isDash(this.text, this.at)) {
      this.at++;
      list.push(this.block(column + 1));
    }
    return list;
  }

  #map(column: number): YamlNode {
    const map = new Map<string, YamlNode>();
    for (;;) {
      const at = this.next();
      if (at < column) return map;
      const found = at === column ? this.#matches(KEY) : null;
      if (found === null) {
        this.#reportLine(at > column ? 'bad-value' : 'unsupported');
        continue;
      }
      const key = found[1] ?? found[2] ?? found[3] ?? '';
      this.at += found[0].length;
      const value = this.member(column);
      if (!map.has(key)) map.set(key, value);
    }
  }

  /** The value behind a key, which stands in a column, and its colon. */
  member(column: number): YamlNode {
    const line = lineEnd(this.text, this.at, this.end);
    const next = this.next();
    if (next >= 0 && this.at < line) return this.#scalar(column);
    // A list may stand as far in as its key.
    return this.block(next === column && isDash(this.text, this.at) ? column : column + 1);
  }

  /** Reports what the rest of the line holds, and goes behind it. */
  #reportLine(code: YamlProblemCode): void {
    const { at } = this;
    this.at = lineEnd(this.text, at, this.end);
    this.report(code, at, at + this.text.slice(at, this.at).trimEnd().length);
  }

  /** A scalar or what stands in brackets; its further lines are farther in than `column`. */
  #scalar(column: number): YamlNode {
    const { text, at: start } = this;
    const char = text.charAt(start);
    if (/[[{"']/.test(char)) {
      const value = this.value();
      const { at } = this;
      this.at = lineEnd(text, at, this.end);
      const behind = text
        .slice(at, this.at)
        .replace(/(?:^|[ \t])#.*/, '')
        .trim();
      if (behind !== '') this.report('bad-value', at, this.at, behind.slice(0, 40));
      return value;
    }
    if (/[|>]/.test(char)) return this.#literal(column);
    if (!BEYOND.test(text.slice(start, start + 2))) return this.#plain(column);
    this.#reportLine('unsupported');
    return { value: null, start, end: start };
  }

  /** The next line, where it is blank or farther in than `column`. */
  #further(column: number): string | undefined {
    if (this.at >= this.end) return undefined;
    const line = this.text.slice(this.at + 1, lineEnd(this.text, this.at + 1, this.end));
    work.units++;
    return line.trim() === '' || line.search(/[^ ]/) > column ? line : undefined;
  }

  /** What follows `|` or `>`, which belongs to its place. */
  #literal(column: number): YamlScalar {
    const { text, at: start } = this;
    this.at = lineEnd(text, start, this.end);
    const header = text.slice(start, this.at);
    const lines: string[] = [];
    for (let line = this.#further(column); line !== undefined; line = this.#further(column)) {
      lines.push(line.replace(/\r$/, ''));
      this.at += line.length + 1;
    }
    const inner = Number(/^.[-+]?(\d)/.exec(header)?.[1] ?? 0);
    const first = lines.find(line => line.trim() !== '')?.search(/[^ ]/) ?? Number.POSITIVE_INFINITY;
    const body = lines.map(line => line.slice(inner > 0 ? column + inner : first));
    while (body.at(-1) === '') body.pop();
    const whole = body.join('\n');
    const value =
      (header.startsWith('|') ? whole : fold(whole)) + (whole === '' || /^.\d?-/.test(header) ? '' : '\n');
    return { value, start, end: start + text.slice(start, this.at).trimEnd().length };
  }

  #plain(column: number): YamlScalar {
    const { text, at: start } = this;
    const lines: string[] = [];
    let end = start;
    let line: string | undefined = text.slice(start, lineEnd(text, start, this.end));
    // Of what looks like a key, the map says that it stands too far in.
    for (
      this.at--;
      line !== undefined && !(lines.length > 0 && NO_MORE.test(line));
      line = this.#further(column)
    ) {
      const comment = line.search(/[ \t]#/);
      const written = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
      const from = this.at + 1;
      if (written !== '') end = from + written.length;
      if (/:(?:\s|$)/.test(written)) {
        const first = from + written.search(/\S/);
        this.report('bad-value', first, end, text.slice(first, end).slice(0, 40));
      }
      lines.push(written);
      this.at += line.length + 1;
      if (comment >= 0) break;
    }
    const value = fold(lines.join('\n').trimEnd());
    return { value: /^(?:null|~)$/i.test(value) ? null : value, start, end };
  }
}
