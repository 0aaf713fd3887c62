import { work } from '../../text/work.ts';
import type { ProblemSink } from './entry.ts';

/** Brackets inside so many others are not read. */
const DEEPEST = 40;

const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  0: '\0',
  _: '\xA0',
};

/** What a string in double quotes says; `folded`: line breaks in it are blanks, as in YAML. */
function unescaped(written: string, folded: boolean): string {
  const text = folded ? fold(written) : written;
  return text.includes('\\')
    ? text.replace(
        /\\(?:u([\da-f]{4})|x([\da-f]{2})|U([\da-f]{8})|\r?\n[ \t]*|([\s\S]))/gi,
        (whole, four, two, eight, char: string | undefined) => {
          const code = Number.parseInt(four ?? two ?? eight ?? '', 16);
          if (code <= 0x10ffff) return code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
          return char === undefined ? (/^\\\s/.test(whole) ? '' : '\uFFFD') : (ESCAPED[char] ?? char);
        },
      )
    : text;
}

/** Folds lines as YAML does: one break is a blank, further ones stay. */
export const fold = (text: string): string =>
  text.includes('\n')
    ? text
        .split(/\r?\n/)
        .map((line, index, all) =>
          index === 0 ? line.trimEnd() : index === all.length - 1 ? line.trimStart() : line.trim(),
        )
        .reduce((whole, line) =>
          line === ''
            ? `${whole}\n`
            : whole === '' || whole.endsWith('\n')
              ? whole + line
              : `${whole} ${line}`,
        )
    : text;

/**
 * Reads JSON, and the part of YAML that stands in brackets, from a place in a text. What is missing is reported and taken
 * as given, so that a value always comes of it. Each step goes forward, by {@link FlowReader.at}.
 */
export class FlowReader {
  readonly text: string;
  readonly yaml: boolean;
  readonly report: ProblemSink;
  /** Where it is. */
  at: number;
  /** Nothing from here on belongs to what is read. */
  end: number;
  /** How many maps and lists are open. */
  depth = 0;
  /** Place of the value of `id` in the outermost map. */
  id: { readonly key: string; readonly start: number; readonly end: number } | undefined;
  /** Before a brace that begins a line so far in, all that is open ends: the next entry begins there. */
  fence = -1;
  /** Whether a bracket of this entry was found that nothing closes. */
  unclosed = false;

  constructor(text: string, at: number, end: number, yaml: boolean, report: ProblemSink) {
    this.text = text;
    this.at = at;
    this.end = end;
    this.yaml = yaml;
    this.report = report;
  }

  /** Begins another entry at a place. */
  begin(at: number, end: number): void {
    this.at = at;
    this.end = end;
    this.depth = 0;
    this.id = undefined;
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
  value(): unknown {
    const char = this.peek();
    if (char === '{' || char === '[') return this.#collection(char);
    if (char === '"' || (char === "'" && this.yaml)) return this.quoted();
    return this.#plain();
  }

  /** The string in quotes that begins here. */
  quoted(): string {
    const quote = this.peek();
    const start = ++this.at;
    let stop = this.end;
    for (; this.at < this.end; this.at++) {
      const char = this.text.charAt(this.at);
      if (char === '\\' && quote === '"') this.at++;
      else if (char === quote) {
        if (quote === '"' || this.text.charAt(this.at + 1) !== quote) break;
        this.at++;
      } else if (char === '\n' && !this.yaml) break;
    }
    this.at = Math.min(this.at, this.end);
    work.units += this.at - start;
    stop = this.at;
    if (this.peek() === quote) this.at++;
    else this.report('unclosed', start - 1, start);
    const written = this.text.slice(start, stop);
    return quote === '"' ? unescaped(written, this.yaml) : fold(written).replaceAll("''", "'");
  }

  #plain(): unknown {
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
    if (/^(?:null|~)?$/.test(written)) return null;
    if (/^(?:true|false)$/.test(written)) return written === 'true';
    if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(written)) return this.yaml ? written : Number(written);
    if (!this.yaml || /^[&*!|>%@`]/.test(written))
      this.report(
        this.yaml ? 'unsupported' : 'bad-value',
        start,
        start + written.length,
        written.slice(0, 40),
      );
    return written;
  }

  #collection(open: string): unknown {
    const start = this.at++;
    const list: unknown[] = [];
    const map: Record<string, unknown> = {};
    const close = open === '{' ? '}' : ']';
    if (++this.depth > DEEPEST) {
      this.report('too-deep', start, this.at);
      this.at = this.end;
      return null;
    }
    let fresh = true;
    for (;;) {
      this.skip();
      const char = this.peek();
      if (char === '{' && this.#isFence()) this.end = this.at;
      if (this.at >= this.end || ((char === '}' || char === ']') && char !== close)) {
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
      if (open === '{' && /[{[]/.test(char)) {
        if (!this.unclosed) this.report('unclosed', start, start + 1);
        this.unclosed = true;
        break;
      }
      if (!fresh) this.report('missing-comma', this.at, this.at + 1);
      fresh = false;
      if (open === '[') list.push(this.value());
      else this.#member(map);
    }
    this.depth--;
    return open === '[' ? list : map;
  }

  #member(map: Record<string, unknown>): void {
    const start = this.at;
    const key = String(this.value());
    this.skip();
    let value: unknown = null;
    const missing = this.peek() !== ':';
    if (!missing) this.at++;
    else if (!this.yaml) this.report('missing-colon', start, this.at, key.slice(0, 40));
    this.skip();
    const from = this.at;
    if (!/^[,}\]]?$/.test(this.peek()) && !(missing && this.yaml)) value = this.value();
    else if (!this.yaml && !missing) this.report('bad-value', start, from, key.slice(0, 40));
    if (key === 'id') this.mark(value, from);
    if (!Object.hasOwn(map, key) && key !== '__proto__') map[key] = value;
  }

  /** Notes where the key of an entry stands: a value of `id` that was read from `from`. */
  mark(value: unknown, from: number): void {
    if (this.depth !== 1 || this.id !== undefined || (typeof value !== 'string' && typeof value !== 'number'))
      return;
    const quote = /["']/.test(this.text.charAt(from)) ? 1 : 0;
    const closed =
      quote > 0 && this.text.charAt(this.at - 1) === this.text.charAt(from) && this.at - 1 > from;
    const written = this.text.slice(from, this.at - (closed ? 1 : 0));
    const end = from + (quote > 0 ? written : written.trimEnd()).length;
    this.id = { key: String(value), start: from + quote, end: Math.max(end, from + quote) };
  }

  #isFence(): boolean {
    if (this.fence < 0) return false;
    const line = this.at - this.fence;
    return /^$|[\r\n]/.test(this.text.charAt(line - 1)) && this.text.slice(line, this.at).trim() === '';
  }
}
