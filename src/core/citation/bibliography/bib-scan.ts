import { work } from '../../text/work.ts';
import type { KeyPlace, ProblemSink } from './entry.ts';

/** A part of a value: in braces or quotation marks, or a word, which is a number or the name of an abbreviation. */
export interface ValuePart {
  /** UTF-16 offsets of what stands inside the marks. */
  readonly start: number;
  readonly end: number;
  readonly word: boolean;
}

export interface BibField {
  /** In small letters. */
  readonly name: string;
  readonly parts: readonly ValuePart[];
}

/** An entry, `@string` or `@xdata` whose fields {@link fieldsOf} gives. */
export interface BibBlock extends KeyPlace {
  /** In small letters. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Where the fields begin. */
  readonly body: number;
  readonly close: '}' | ')';
  /** Whether the fields are broken, so that values end at the latest before a line that looks like a field. */
  readonly byLines: boolean;
  readonly aliases: readonly KeyPlace[];
}

const HEAD = /@[ \t]*([a-z][\w-]{0,40})\s{0,80}([{(])/iy;
const LINE_HEAD = /@[a-z][\w-]{0,40}[ \t]{0,80}[{(]/iy;
const NAME = /([^\s"#%'(),={}@]+)(\s{0,80}=)?/y;
const WORD = /[^\s"#'(),={}@]+/y;
const SPACE = /\s*/y;
/** A line that looks like a field, or like the head of an entry. */
const LIKE_FIELD = /\n(?:[ \t]{0,80}[a-z][\w-]{0,40}[ \t]{0,80}=[ \t]{0,80}["{\w]|@[a-z])/gi;
const LIKE_MORE = /\s{0,80},\s{0,80}[a-z][\w-]{0,40}[ \t]{0,80}=[ \t]{0,80}["{\w]/iy;

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  work.units += found === null ? 1 : found[0].length;
  return found;
}

const skip = (text: string, at: number): number => at + (match(SPACE, text, at)?.[0].length ?? 0);

/** Whether an entry begins here, at the beginning of a line: there everything that is still open ends. */
const isHead = (text: string, at: number): boolean =>
  /[\r\n]/.test(text.charAt(at - 1)) && match(LINE_HEAD, text, at) !== null;

const OPEN = 123;
const CLOSE = 125;
const QUOTE = 34;
const AT = 64;

/**
 * The offset behind what closes the brace or quotation mark at `from`. Where nothing does before `to` or the next entry, a
 * number below 0: where it stopped is {@link stopped}.
 */
function closing(text: string, from: number, to: number, resync = true): number {
  const quoted = text.charCodeAt(from) === QUOTE;
  let depth = 0;
  let at = from + 1;
  for (; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === OPEN) depth++;
    else if (unit === CLOSE && (depth > 0 || !quoted)) {
      if (depth-- === 0) break;
    } else if (unit === QUOTE && quoted && depth === 0) break;
    else if (unit === AT && resync && isHead(text, at)) return -1 - at;
  }
  work.units += at - from;
  return at < to ? at + 1 : -1 - to;
}

const stopped = (closed: number): number => -1 - closed;

/** What is looked for over the entries of a file, and once only, so that the work follows its length. */
interface LineState {
  /** The next line that looks like a field, where values have to end by lines. */
  next: number;
  /** Whether braces out of place are skipped with what is in them: until one is met that nothing closes. */
  groups: boolean;
}

interface Fields {
  readonly fields: readonly BibField[];
  readonly problems: readonly Parameters<ProblemSink>[];
  readonly end: number;
}

/** Reads fields from `body` to what closes the entry. */
function readFields(
  text: string,
  body: number,
  block: Pick<BibBlock, 'start' | 'close' | 'byLines'>,
  lines: LineState,
): Fields {
  const fields: BibField[] = [];
  const problems: Parameters<ProblemSink>[] = [];
  let at = body;
  /** Whether the comma, equals sign or value that was read last leaves nothing to complain of. */
  let fresh = true;
  let comma = true;
  const report = (...problem: Parameters<ProblemSink>) => {
    if (fresh) problems.push(problem);
    fresh = false;
  };
  const limit = (): number => {
    if (!block.byLines) return text.length;
    if (lines.next <= at) {
      const found = match(LIKE_FIELD, text, at);
      LIKE_FIELD.lastIndex = 0;
      lines.next = found?.index ?? text.length;
      work.units += lines.next - at;
    }
    return lines.next;
  };
  const part = (name: string): ValuePart | undefined => {
    const unit = text.charCodeAt(at);
    if (unit === OPEN || unit === QUOTE) {
      const start = at + 1;
      const to = limit();
      const close = closing(text, at, to);
      if (close >= 0) {
        at = close;
        return { start, end: at - 1, word: false };
      }
      report('unclosed', at, start, name);
      if (!block.byLines) {
        at = text.length;
        return undefined;
      }
      const end =
        start +
        text
          .slice(start, to)
          .trimEnd()
          .replace(/["}]?,?$/, '').length;
      at = to;
      return { start, end, word: false };
    }
    const word = match(WORD, text, at)?.[0];
    if (word === undefined) {
      report('bad-value', at, Math.min(at + 1, text.length), name);
      return undefined;
    }
    at += word.length;
    return { start: at - word.length, end: at, word: true };
  };
  for (;;) {
    at = skip(text, at);
    if (at >= text.length || (text.charCodeAt(at) === AT && isHead(text, at))) {
      fresh = !problems.some(([code]) => code === 'unclosed');
      report('unclosed', block.start, block.start + 1);
      return { fields, problems, end: at };
    }
    const char = text.charAt(at);
    if (char === block.close) {
      if (!match(LIKE_MORE, text, at + 1)) return { fields, problems, end: at + 1 };
      fresh = true;
      report('extra-brace', at, at + 1);
      at++;
      continue;
    }
    if (char === ',') {
      fresh = true;
      comma = true;
      at++;
      continue;
    }
    const [whole = char, name = '', equals] = match(NAME, text, at) ?? [];
    if (equals === undefined) {
      report(name === '' ? 'bad-value' : 'missing-equals', at, at + (name.length || 1), name);
      const group = char === '{' && lines.groups ? closing(text, at, limit()) : 0;
      if (group < 0) lines.groups = false;
      at = group > 0 ? group : at + (name.length || 1);
      continue;
    }
    if (!comma) report('missing-comma', at, at + name.length, name);
    fresh = true;
    comma = false;
    at = skip(text, at + whole.length);
    const parts: ValuePart[] = [];
    for (;;) {
      const found = part(name);
      if (found === undefined) break;
      parts.push(found);
      const next = skip(text, at);
      if (text.charAt(next) !== '#') break;
      at = skip(text, next + 1);
    }
    if (parts.length > 0) fields.push({ name: name.toLowerCase(), parts });
  }
}

/** The fields of a block, in their order. */
export const fieldsOf = (text: string, block: BibBlock): readonly BibField[] =>
  readFields(text.slice(0, block.end), block.body, block, { next: -1, groups: true }).fields;

/** The keys in the field `ids`. */
function aliasesOf(text: string, fields: readonly BibField[]): KeyPlace[] {
  const [{ start, end } = { start: 0, end: 0 }] = fields.find(({ name }) => name === 'ids')?.parts ?? [];
  return Array.from(text.slice(start, end).matchAll(/[^\s,{}]+/g), ({ 0: key, index }) => ({
    key,
    keyStart: start + index,
    keyEnd: start + index + key.length,
  }));
}

/**
 * Finds the entries of a file of BibTeX or BibLaTeX, and `@string` and `@xdata` with them. Text outside of entries is
 * none of them. What an entry lacks costs at most that entry: the next begins at an `@type{` at the beginning of a line.
 */
export function* bibBlocks(text: string, report: ProblemSink): Generator<BibBlock, void> {
  let at = 0;
  const lines: LineState = { next: -1, groups: true };
  /** Whether a comment was found that nothing closes; then none is taken to reach over an entry. */
  let unclosed = false;
  for (;;) {
    at = text.indexOf('@', at);
    if (at < 0) return;
    const start = at;
    const [whole = '@', name = '', open] = match(HEAD, text, at) ?? [];
    at += whole.length;
    if (open === undefined) continue;
    const type = name.toLowerCase();
    const close = open === '{' ? '}' : ')';
    if (type === 'comment' || type === 'preamble') {
      if (open === '(') continue;
      let end = closing(text, at - 1, text.length, unclosed || type === 'preamble');
      if (end < 0 && !unclosed && type === 'comment') {
        unclosed = true;
        end = closing(text, at - 1, text.length);
      }
      if (end < 0) report('unclosed', start, at, name);
      at = end < 0 ? stopped(end) : end;
      continue;
    }
    let body = at;
    let key: KeyPlace = { key: '', keyStart: at, keyEnd: at };
    if (type !== 'string') {
      const from = skip(text, at);
      const to = keyEnd(text, from, close);
      key = { key: text.slice(from, to), keyStart: from, keyEnd: to };
      body = to;
      if (text.charAt(body) === ',') body++;
      else if (to > from && match(NAME, text, skip(text, to))?.[2] !== undefined)
        report('missing-comma', from, to, key.key);
    }
    const common = { type, start, body, close, ...key } as const;
    let byLines = false;
    let found = readFields(text, body, { ...common, byLines }, lines);
    if (found.problems.length > 0) {
      const again = readFields(text, body, { ...common, byLines: true }, lines);
      if (again.fields.length > found.fields.length) {
        byLines = true;
        found = again;
      }
    }
    for (const problem of found.problems) report(...problem);
    at = Math.max(found.end, at);
    const end = Math.max(key.keyEnd, start + text.slice(start, at).trimEnd().length);
    if (key.key === '' && type !== 'string') report('missing-key', start, start + whole.length, name);
    else if (/\s/.test(key.key)) report('bad-key', key.keyStart, key.keyEnd, key.key);
    if (key.key !== '' || type === 'string')
      yield { ...common, end, byLines, aliases: aliasesOf(text, found.fields) };
  }
}

/** Where the key ends that begins at `from`: before a comma, or where its line ends or a field begins. */
function keyEnd(text: string, from: number, close: string): number {
  let at = from;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\n' || char === '\r' || char === ',' || char === close || char === '{' || char === '"')
      break;
    if (char === '=') {
      // What stands before an equals sign is a field; a key may be before it.
      const [whole = ''] = /[ \t]*[^ \t]*[ \t]*$/.exec(text.slice(Math.max(from, at - 200), at)) ?? [];
      at = at - whole.length;
      break;
    }
  }
  work.units += at - from;
  while (at > from && /[ \t]/.test(text.charAt(at - 1))) at--;
  return Math.max(at, from);
}
