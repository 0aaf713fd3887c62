import { addressEnd, citationEnd, mailAround, schemeStart } from './addresses.ts';
import { unitKind, WORD } from './chars.ts';
import { tagEnd } from './html.ts';
import { escapes, labelEnd, linkTailEnd } from './links.ts';
import type { Emit } from './masked.ts';
import { roleItems, roleMarkBefore } from './roles.ts';
import { skip } from './skip.ts';
import { work } from './work.ts';

const SPECIAL = new Uint8Array(0x10000);
for (const char of '\\`<[]!$@{:.') SPECIAL[char.charCodeAt(0)] = 1;

const AUTOLINK = /<(?:[a-z][a-z\d+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d-]+(?:\.[a-z\d-]+)*)>/iy;
/** Words inside what would be a formula: two sums of money in one sentence rather. */
const MONEY = /^\d[\s\S]*\s[a-z]{3,}/i;

/**
 * Finds what is not prose inside one leaf: code spans, raw HTML, addresses, what follows a link's text, footnote labels,
 * citation keys and roles, formulas, shortcodes. Links by the CommonMark algorithm, but a reference counts as one whether
 * it is defined or not, so that nothing far away changes the answer. Linear, whatever the input.
 */
export class InlineScanner {
  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  readonly #emit: Emit;
  #pos: number;
  /** End of what was emitted last: nothing may reach back over it. */
  #done: number;
  /** Opening brackets: the offset, or its complement for an image. */
  readonly #brackets: number[] = [];
  /** Brackets of links below this height stand around a link and open none. */
  #inactive = 0;
  /** Strings that do not occur in the rest. */
  readonly #absent: string[] = [];
  /** Once all backtick runs were seen: the last position of each length. */
  #ticks: Map<number, number> | undefined;

  /** Scans `text` from `from` to `to`. */
  constructor(text: string, from: number, to: number, emit: Emit) {
    this.#text = text;
    this.#from = this.#pos = this.#done = from;
    this.#to = to;
    this.#emit = emit;
  }

  /** Goes on by about `units`; true once all is done. */
  run(units: number): boolean {
    const text = this.#text;
    const stop = Math.min(this.#to, this.#pos + units);
    // The position stands in a local variable: nearly all of the time is spent in this loop.
    let pos = this.#pos;
    for (;;) {
      pos = skip(text, pos, stop, SPECIAL);
      if (pos >= stop) break;
      this.#pos = pos;
      this.#special(text.charCodeAt(pos));
      pos = this.#pos;
    }
    this.#pos = pos;
    return this.#pos >= this.#to;
  }

  #special(unit: number): void {
    const at = this.#pos++;
    switch (unit) {
      case 92: // \
        if (at + 1 < this.#to && escapes(this.#text, at)) this.#pos++;
        return;
      case 96:
        this.#code(at);
        return;
      case 60: // <
        this.#angle(at);
        return;
      case 33: // !
        if (this.#unit(at + 1) !== 91) return;
        this.#pos++;
        this.#brackets.push(~at);
        return;
      case 91: // [
        this.#open(at);
        return;
      case 93: // ]
        this.#close();
        return;
      case 36: // $
        this.#math(at);
        return;
      case 64: // @
        this.#at(at);
        return;
      case 123: // {
        this.#shortcode(at);
        return;
      case 58: // :
        this.#scheme(at);
        return;
      default:
        this.#www(at);
    }
  }

  #unit(at: number): number {
    return at < this.#to ? this.#text.charCodeAt(at) : 0;
  }

  #mask(start: number, end: number, kind: Parameters<Emit>[2]): void {
    this.#emit(start, end, kind);
    this.#pos = this.#done = end;
  }

  /** Where `needle` next occurs from `from` on, or -1: then it is not looked for again. */
  #find(needle: string, from: number): number {
    if (this.#absent.includes(needle)) return -1;
    const first = needle.charCodeAt(0);
    const last = this.#to - needle.length;
    for (let at = from; at <= last; at++) {
      if (this.#text.charCodeAt(at) === first && this.#text.startsWith(needle, at)) {
        work.units += at - from;
        return at;
      }
    }
    work.units += last - from;
    this.#absent.push(needle);
    return -1;
  }

  #runEnd(at: number): number {
    let end = at;
    while (this.#unit(end) === 96) end++;
    return end;
  }

  #code(at: number): void {
    const open = this.#runEnd(at);
    const length = open - at;
    this.#pos = open;
    if (this.#ticks !== undefined && (this.#ticks.get(length) ?? -1) < open) return;
    const seen = new Map<number, number>();
    for (let pos = open; pos < this.#to; pos++) {
      if (this.#text.charCodeAt(pos) !== 96) continue;
      const end = this.#runEnd(pos);
      if (end - pos === length) {
        work.units += end - at;
        const role = roleMarkBefore(this.#text, at, this.#done);
        if (role) this.#role(role.start, open, pos, end);
        else this.#mask(at, end, 'code');
        return;
      }
      seen.set(end - pos, pos);
      pos = end;
    }
    work.units += this.#to - at;
    this.#ticks = seen;
  }

  /** A role that cites, whose keys stand in `from`..`to`: each key by itself, and what stands around them. */
  #role(start: number, from: number, to: number, end: number): void {
    this.#done = start;
    for (const { key } of roleItems(this.#text, from, to)) {
      this.#mask(this.#done, key.start, 'role');
      this.#mask(key.start, key.end, 'citation');
    }
    this.#mask(this.#done, end, 'role');
  }

  #angle(at: number): void {
    const next = this.#unit(at + 1);
    if (next === 33 || next === 63) {
      const end = this.#declarationEnd(at, next);
      if (end > 0) this.#mask(at, end, this.#text.startsWith('<!--', at) ? 'comment' : 'html');
      return;
    }
    const end = tagEnd(this.#text, at, this.#to);
    if (end > 0) {
      this.#mask(at, end, 'html');
      return;
    }
    // An address has no white space and no second bracket, so this is no longer than what is skipped or tried once.
    AUTOLINK.lastIndex = at;
    const link = AUTOLINK.exec(this.#text)?.[0];
    if (link !== undefined && at + link.length <= this.#to) {
      this.#mask(at, at + link.length, /^<[^:]*@/.test(link) ? 'mail' : 'url');
    }
  }

  /** The end of a comment, processing instruction, declaration or CDATA section at `at`; -1 if there is none. */
  #declarationEnd(at: number, next: number): number {
    const text = this.#text;
    let close = '>';
    let from = at + 2;
    if (next === 63) close = '?>';
    else if (text.startsWith('<!--', at)) {
      if (text.startsWith('>', at + 4)) return at + 5;
      if (text.startsWith('->', at + 4)) return at + 6;
      close = '-->';
      from = at + 4;
    } else if (text.startsWith('<![CDATA[', at)) close = ']]>';
    else if (!/[a-z]/i.test(text.charAt(from))) return -1;
    const end = this.#find(close, from);
    return end < 0 ? -1 : end + close.length;
  }

  #open(at: number): void {
    if (this.#unit(at + 1) === 94) {
      let end = at + 2;
      const limit = Math.min(this.#to, at + 200);
      while (end < limit && !/[\s[\]]/.test(this.#text.charAt(end))) end++;
      if (this.#unit(end) === 93 && end > at + 2) {
        this.#mask(at, end + 1, 'footnote');
        return;
      }
    }
    this.#brackets.push(at);
  }

  #close(): void {
    const open = this.#brackets.pop();
    if (open === undefined) return;
    const height = this.#brackets.length;
    if (open >= 0 && height < this.#inactive) {
      this.#inactive = height;
      return;
    }
    this.#inactive = Math.min(this.#inactive, height);
    const at = this.#pos;
    const next = this.#unit(at);
    const inline = next === 40 ? linkTailEnd(this.#text, at, this.#to) : -1;
    const end = next === 91 && this.#unit(at + 1) !== 94 ? labelEnd(this.#text, at, this.#to) : inline;
    if (end < 0) return;
    this.#mask(at, end, 'link');
    if (open >= 0) this.#inactive = height;
  }

  #math(at: number): void {
    if (this.#unit(at + 1) === 36) {
      const end = this.#find('$$', at + 2);
      if (end > at + 2) this.#mask(at, end + 2, 'math');
      else this.#pos = at + 2;
      return;
    }
    // Pandoc's rule: no space after the first sign or before the last, and no digit after that.
    if (/\s/.test(this.#text.charAt(at + 1))) return;
    let end = at + 1;
    for (; end < this.#to && this.#text.charCodeAt(end) !== 36; end++) if (escapes(this.#text, end)) end++;
    work.units += end - at;
    if (end >= this.#to || /\s/.test(this.#text.charAt(end - 1)) || /\d/.test(this.#text.charAt(end + 1)))
      return;
    if (!MONEY.test(this.#text.slice(at + 1, end))) this.#mask(at, end + 1, 'math');
  }

  #at(at: number): void {
    const mail = mailAround(this.#text, at, this.#done, this.#to);
    if (mail !== undefined) {
      this.#mask(mail[0], mail[1], 'mail');
      return;
    }
    if (at > this.#from && unitKind(this.#text.charCodeAt(at - 1)) & WORD) return;
    const end = citationEnd(this.#text, at, this.#to);
    if (end > 0) this.#mask(at, end, 'citation');
  }

  #shortcode(at: number): void {
    const next = this.#unit(at + 1);
    const close = next === 123 ? '}}' : next === 37 ? '%}' : '';
    const end = close === '' ? -1 : this.#find(close, at + 2);
    if (end > 0) this.#mask(at, end + 2, 'shortcode');
  }

  #scheme(at: number): void {
    if (this.#unit(at + 1) !== 47 || this.#unit(at + 2) !== 47) return;
    const start = schemeStart(this.#text, at, this.#done);
    const end = start < 0 ? -1 : addressEnd(this.#text, at + 3, this.#to);
    if (end > at + 3) this.#mask(start, end, 'url');
  }

  /** At a dot: an address without scheme. */
  #www(at: number): void {
    const start = at - 3;
    if ((this.#text.charCodeAt(at - 1) | 32) !== 119 || start < this.#done) return;
    if (!/^www\.[a-z\d]/i.test(this.#text.slice(start, Math.min(this.#to, at + 2)))) return;
    if (start > this.#from && unitKind(this.#text.charCodeAt(start - 1)) & WORD) return;
    this.#mask(start, addressEnd(this.#text, at + 1, this.#to), 'url');
  }
}
