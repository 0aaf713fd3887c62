import { work } from '../../text/work.ts';
import { cslItem, isCslRecord } from './csl-item.ts';
import { type BibliographyEntry, type ListPlace, lazyEntry, type ProblemSink } from './entry.ts';
import { FlowReader, fold } from './flow.ts';
import { readingList } from './json-read.ts';

const KEY =
  /(?:([A-Za-z_][\w-]{0,60})|"([A-Za-z_][\w-]{0,60})"|'([A-Za-z_][\w-]{0,60})')[ \t]{0,20}:(?=[ \t\r\n]|$)/y;
const DASH = /-(?=[ \t\r\n]|$)/y;
const REFERENCES = /(?<=^\uFEFF?|\n)(?:references|"references"|'references')[ \t]{0,20}:(?=[ \t\r\n]|$)/g;
/** Lists of dashes inside so many others are not read. */
const DEEPEST = 40;

const lineEnd = (text: string, at: number, to: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 || end > to ? to : end;
};

/** Reads the YAML of one entry: maps and lists by indentation, and scalars in all their styles; no anchors, no tags. */
class BlockReader {
  readonly #flow: FlowReader;
  readonly #text: string;
  readonly #end: number;
  readonly #report: ProblemSink;
  #at: number;
  #depth = 0;

  constructor(text: string, at: number, end: number, report: ProblemSink) {
    this.#flow = new FlowReader(text, at, end, true, report);
    this.#text = text;
    this.#at = at;
    this.#end = end;
    this.#report = report;
  }

  get id(): FlowReader['id'] {
    return this.#flow.id;
  }

  /** Goes to what is neither blank nor comment. @returns its column; -1 at the end */
  #next(): number {
    this.#flow.at = this.#at;
    this.#flow.end = this.#end;
    this.#flow.skip();
    this.#at = this.#flow.at;
    return this.#at < this.#end ? this.#column(this.#at) : -1;
  }

  #column(at: number): number {
    return at - (this.#text.lastIndexOf('\n', at - 1) + 1);
  }

  #matches(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    return found && this.#at + found[0].length <= this.#end ? found : null;
  }

  /** What begins at least so far in; null where nothing does. */
  block(least: number): unknown {
    const column = this.#next();
    if (column < least) return null;
    if (++this.#depth > DEEPEST) {
      this.#report('too-deep', this.#at, this.#at + 1);
      this.#at = this.#end;
      return null;
    }
    const value = this.#matches(DASH)
      ? this.#list(column)
      : this.#matches(KEY)
        ? this.#map(column)
        : this.#scalar(least - 1, this.#depth - 1);
    this.#depth--;
    return value;
  }

  #list(column: number): unknown[] {
    const list: unknown[] = [];
    while (this.#next() === column && this.#matches(DASH)) {
      this.#at++;
      list.push(this.block(column + 1));
    }
    return list;
  }

  #map(column: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (;;) {
      const at = this.#next();
      if (at < column) return map;
      const found = at === column ? this.#matches(KEY) : null;
      if (found === null) {
        const stop = lineEnd(this.#text, this.#at, this.#end);
        this.#report(
          at > column ? 'bad-value' : 'unsupported',
          this.#at,
          this.#at + this.#text.slice(this.#at, stop).trimEnd().length,
        );
        this.#at = stop;
        continue;
      }
      const key = found[1] ?? found[2] ?? found[3] ?? '';
      this.#at += found[0].length;
      const value = this.#member(column, key);
      if (!Object.hasOwn(map, key) && key !== '__proto__') map[key] = value;
    }
  }

  /** The value behind a key and its colon. */
  #member(column: number, key: string): unknown {
    const line = lineEnd(this.#text, this.#at, this.#end);
    const next = this.#next();
    if (this.#at > line || next < 0) {
      if (next < 0) return null;
      // A list may stand as far in as its key.
      return this.block(next === column && this.#matches(DASH) ? column : column + 1);
    }
    const from = this.#at;
    const value = this.#scalar(column, this.#depth);
    if (key === 'id' && this.#depth === 1) {
      const plain = /["']/.test(this.#text.charAt(from)) ? '' : String(value);
      this.#flow.depth = 1;
      if (plain) this.#flow.at = this.#text.startsWith(plain, from) ? from + plain.length : this.#at;
      this.#flow.mark(value, from);
    }
    return value;
  }

  /** A scalar or what stands in brackets; its further lines are farther in than `column`. */
  #scalar(column: number, depth: number): unknown {
    const text = this.#text;
    const char = text.charAt(this.#at);
    if (/[[{"']/.test(char)) {
      this.#flow.at = this.#at;
      this.#flow.end = this.#end;
      this.#flow.depth = depth;
      const value = this.#flow.value();
      this.#at = this.#flow.at;
      const stop = lineEnd(text, this.#at, this.#end);
      const behind = text
        .slice(this.#at, stop)
        .replace(/(?:^|[ \t])#.*/, '')
        .trim();
      if (behind !== '') this.#report('bad-value', this.#at, stop, behind.slice(0, 40));
      this.#at = stop;
      return value;
    }
    const stop = lineEnd(text, this.#at, this.#end);
    if (/[|>]/.test(char)) return this.#literal(column, stop);
    if (/[&*!%@`]/.test(char) || /^\?(?:\s|$)/.test(text.slice(this.#at, this.#at + 2))) {
      this.#report('unsupported', this.#at, this.#at + text.slice(this.#at, stop).trimEnd().length);
      this.#at = stop;
      return null;
    }
    return this.#plain(column, stop);
  }

  /** The lines from here that are farther in than `column`, or blank; goes behind them. */
  #lines(column: number): string[] {
    const lines: string[] = [];
    while (this.#at < this.#end) {
      const from = this.#at + 1;
      const stop = lineEnd(this.#text, from, this.#end);
      const line = this.#text.slice(from, stop).replace(/\r$/, '');
      if (line.trim() !== '' && line.search(/[^ ]/) <= column) break;
      lines.push(line);
      this.#at = stop;
    }
    work.units += lines.length;
    while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
    return lines;
  }

  /** What follows `|` or `>`. */
  #literal(column: number, stop: number): string {
    const header = this.#text.slice(this.#at, stop);
    this.#at = stop;
    const lines = this.#lines(column);
    const inner = Number(/\d/.exec(header)?.[0] ?? 0);
    const indent = inner > 0 ? column + inner : (lines.find(line => line.trim() !== '')?.search(/[^ ]/) ?? 0);
    const body = lines.map(line => line.slice(indent));
    return header.startsWith('|') ? body.join('\n') : fold(body.join('\n'));
  }

  #plain(column: number, stop: number): string | null {
    const text = this.#text;
    const start = this.#at;
    const first = text.slice(start, stop);
    const comment = first.search(/[ \t]#/);
    const written = (comment < 0 ? first : first.slice(0, comment)).trimEnd();
    if (/:(?:\s|$)/.test(written))
      this.#report('bad-value', start, start + written.length, written.slice(0, 40));
    this.#at = stop;
    if (comment >= 0) return written;
    const before = this.#at;
    const lines = this.#lines(column);
    const odd = lines.findIndex(line => /^\s*(?:#|["']?[A-Za-z_][\w-]{0,60}["']?:(?:\s|$))/.test(line));
    if (odd >= 0) {
      // Of what looks like a key, the map says that it stands too far in.
      this.#at = before;
      for (let line = 0; line < odd; line++) this.#at = lineEnd(text, this.#at + 1, this.#end);
      lines.length = odd;
    }
    const value = lines.length === 0 ? written : fold([written, ...lines].join('\n'));
    return /^(?:null|~)$/i.test(value) ? null : value;
  }
}

/** The offset behind the last of the lines from `at` that begin farther in than `indent` or are blank. */
function itemEnd(
  text: string,
  at: number,
  to: number,
  indent: number,
): { readonly end: number; readonly next: number } {
  let end = lineEnd(text, at, to);
  let next = end;
  for (; next < to; next = lineEnd(text, next + 1, to)) {
    const from = next + 1;
    const stop = lineEnd(text, from, to);
    let column = from;
    while (column < stop && text.charAt(column) === ' ') column++;
    work.units += column - from + 1;
    if (isBlank(text, column, stop)) continue;
    if (column - from <= indent) break;
    end = stop;
  }
  return { end, next: Math.min(next + 1, to) };
}

/** Whether there is nothing but blanks or a comment. */
const isBlank = (text: string, from: number, to: number): boolean =>
  from >= to || /[\r#]/.test(text.charAt(from)) || text.slice(from, to).trim() === '';

/**
 * Reads CSL-YAML: a list of works, or one below `references`, as Pandoc has it, in a file or in front matter; pauses
 * between entries. @returns where the next one goes; `undefined` where there is no list.
 */
export function* readingYaml(
  text: string,
  report: ProblemSink,
  entries: BibliographyEntry[],
): Generator<void, ListPlace | undefined> {
  const named = text.search(REFERENCES);
  REFERENCES.lastIndex = 0;
  const found = REFERENCES.exec(text);
  let at = found === null ? 0 : found.index + found[0].length;
  const start = new FlowReader(text, at, text.length, true, report);
  for (;;) {
    start.skip();
    // Marks of documents, and directives.
    if (found !== null || !/^(?:---|%)/.test(text.slice(start.at, start.at + 3))) break;
    const mark =
      text.startsWith('---', start.at) &&
      /\S/.test(text.slice(start.at + 3, lineEnd(text, start.at, text.length)));
    start.at = mark ? start.at + 3 : lineEnd(text, start.at, text.length);
  }
  at = start.at;
  if (/[[{]/.test(start.peek())) return yield* readingList(start, entries);
  DASH.lastIndex = at;
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const bom = text.charCodeAt(line) === 0xfeff ? 1 : 0;
  if (!DASH.test(text) || text.slice(line + bom, at).trim() !== '') {
    if (start.peek() !== '' && named < 0) report('no-list', at, at + 1);
    return found === null
      ? undefined
      : { kind: 'block', at: lineEnd(text, found.index, text.length), comma: false, indent: '' };
  }
  const indent = at - line - bom;
  let place: ListPlace = { kind: 'block', at, comma: false, indent: text.slice(line + bom, at) };
  for (;;) {
    const { end: stop, next } = itemEnd(text, at, text.length, indent);
    const end = at + text.slice(at, stop).trimEnd().length;
    const from = at;
    place = { ...place, at: end };
    const reader = new BlockReader(text, at + 1, end, report);
    const record = reader.block(0);
    const { id } = reader;
    if (!isCslRecord(record)) report('bad-value', from, end);
    else if (id === undefined || id.key === '') report('missing-key', from, from + 1);
    else {
      const spot = { key: id.key, keyStart: id.start, keyEnd: id.end, start: from, end, aliases: [] };
      entries.push(
        lazyEntry(spot, () => {
          const value = new BlockReader(text, from + 1, end, () => {}).block(0);
          return cslItem(isCslRecord(value) ? value : {});
        }),
      );
    }
    yield;
    const dash = /^([ ]*)-(?:\s|$)/.exec(text.slice(next, next + indent + 2));
    if (dash?.[1]?.length !== indent || next >= text.length) return place;
    at = next + indent;
  }
}
