import { work } from '../work.ts';
import type { YamlNode, YamlProblemSink, YamlScalar } from './nodes.ts';
import { fold, unescaped } from './strings.ts';

/** Brackets and lists inside so many others are not read. */
export const DEEPEST = 40;

/** How a value begins that is not read: an anchor, alias or tag, lines in brackets, a mark where no key or member can be. */
export const BEYOND = /^(?:[&*!|>%@`]|[-?:](?:\s|$))/;

/**
 * Reads JSON, and the part of YAML that stands in brackets, from a place in a text. What is missing is reported and taken
 * as given, so that a value always comes of it. Each step goes forward, by {@link FlowReader.at}.
 */
export class FlowReader {
  readonly text: string;
  readonly yaml: boolean;
  readonly report: YamlProblemSink;
  /** Where it is. */
  at: number;
  /** Nothing from here on belongs to what is read. */
  end: number;
  /** How many maps and lists are open. */
  depth = 0;
  /** Before a brace that begins a line so far in, all that is open ends: the next entry begins there. */
  fence = -1;
  /** Whether a bracket of this entry was found that nothing closes. */
  unclosed = false;

  constructor(text: string, at: number, end: number, yaml: boolean, report: YamlProblemSink) {
    this.text = text;
    this.at = at;
    this.end = end;
    this.yaml = yaml;
    this.report = report;
  }

  /** Begins another entry where it is, which ends before `end`. */
  begin(end: number): void {
    this.end = end;
    this.depth = 0;
    this.unclosed = false;
  }

  /** The character where it is; empty at the end. */
  peek(): string {
    return this.at < this.end ? this.text.charAt(this.at) : '';
  }

  /** Goes to what is neither blank nor comment. */
  skip(): void {
    const from = this.at;
    for (; this.at < this.end; this.at++) {
      const unit = this.text.charCodeAt(this.at);
      if (unit === 35 && this.yaml && /\s/.test(this.text.charAt(this.at - 1))) {
        const line = this.text.indexOf('\n', this.at);
        this.at = line < 0 || line > this.end ? this.end - 1 : line;
      } else if (unit > 32 && unit !== 0xfeff && unit !== 0xa0) break;
    }
    work.units += this.at - from;
  }

  /** The value at a place that is not blank. */
  value(): YamlNode {
    const char = this.peek();
    if (char === '{' || char === '[') return this.#collection(char);
    return char === '"' || (char === "'" && this.yaml) ? this.#quoted(char) : this.#plain();
  }

  #quoted(quote: string): YamlScalar {
    const start = ++this.at;
    for (; this.at < this.end; this.at++) {
      const char = this.text.charAt(this.at);
      if (char === '\\' && quote === '"') this.at++;
      else if (char === quote) {
        if (quote === '"' || this.text.charAt(this.at + 1) !== quote) break;
        this.at++;
      } else if (char === '\n' && !this.yaml) break;
    }
    const end = Math.min(this.at, this.end);
    work.units += end - start;
    this.at = end;
    if (this.peek() === quote) this.at++;
    else this.report('unclosed', start - 1, start);
    const written = this.text.slice(start, end);
    const value = quote === '"' ? unescaped(written, this.yaml) : fold(written).replaceAll("''", "'");
    return { value, start, end };
  }

  #plain(): YamlScalar {
    const start = this.at;
    for (; this.at < this.end; this.at++) {
      const char = this.text.charAt(this.at);
      if (/[,[\]{}\n\r"]/.test(char) && (char !== '"' || !this.yaml)) break;
      if (char === ':' && (!this.yaml || /[\s,[\]{}]|^$/.test(this.text.charAt(this.at + 1)))) break;
      if (char === '#' && this.yaml && /\s/.test(this.text.charAt(this.at - 1))) break;
    }
    if (this.at === start) this.at++;
    work.units += this.at - start;
    const written = this.text.slice(start, this.at).trimEnd();
    const end = start + written.length;
    let value: YamlScalar['value'] = written;
    if (/^(?:null|~)?$/.test(written)) value = null;
    else if (/^(?:true|false)$/.test(written)) value = written === 'true';
    else if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(written))
      value = this.yaml ? written : Number(written);
    else if (!this.yaml || BEYOND.test(written))
      this.report(this.yaml ? 'unsupported' : 'bad-value', start, end, written.slice(0, 40));
    return { value, start, end };
  }

  /** Reports a value that is too deep, and goes to the end. @returns null */
  tooDeep(): YamlScalar {
    const start = this.at;
    this.report('too-deep', start, start + 1);
    this.at = this.end;
    return { value: null, start, end: start };
  }

  #collection(open: string): YamlNode {
    if (++this.depth > DEEPEST) return this.tooDeep();
    const start = this.at++;
    const list: YamlNode[] = [];
    const map = new Map<string, YamlNode>();
    const close = open === '{' ? '}' : ']';
    let fresh = true;
    for (;;) {
      this.skip();
      const char = this.peek();
      if (char === '{' && this.#isFence()) this.end = this.at;
      if (
        this.at >= this.end ||
        (/[\]}]/.test(char) && char !== close) ||
        (open === '{' && /[{[]/.test(char))
      ) {
        if (!this.unclosed) this.report('unclosed', start, start + 1);
        this.unclosed = true;
        break;
      }
      if (char === close) {
        this.at++;
        break;
      }
      if (char === ',') {
        if (fresh && !this.yaml) this.report('bad-value', this.at, this.at + 1);
        fresh = true;
        this.at++;
        continue;
      }
      if (!fresh) this.report('missing-comma', this.at, this.at + 1);
      fresh = false;
      if (open === '[') list.push(this.value());
      else this.#member(map);
    }
    this.depth--;
    return open === '[' ? list : map;
  }

  #member(map: Map<string, YamlNode>): void {
    const start = this.at;
    const name = this.value();
    const key = 'value' in name ? String(name.value) : '';
    this.skip();
    const missing = this.peek() !== ':';
    if (!missing) this.at++;
    else if (!this.yaml) this.report('missing-colon', start, this.at, key.slice(0, 40));
    this.skip();
    const from = this.at;
    let value: YamlNode = { value: null, start: from, end: from };
    if (!/^[,}\]]?$/.test(this.peek()) && !(missing && this.yaml)) value = this.value();
    else if (!this.yaml && !missing) this.report('bad-value', start, from, key.slice(0, 40));
    if (!map.has(key)) map.set(key, value);
  }

  #isFence(): boolean {
    if (this.fence < 0) return false;
    const line = this.at - this.fence;
    return /^$|[\r\n]/.test(this.text.charAt(line - 1)) && this.text.slice(line, this.at).trim() === '';
  }
}
