import { HTML_BLOCK_END, htmlBlockKind } from './html.ts';
import { definitionEnd } from './links.ts';
import type { Leaf, MaskKind } from './masked.ts';
import { cells, delimiterColumns } from './tables.ts';
import { work } from './work.ts';

/** What {@link BlockScanner} finds, in the order of the text. */
export interface BlockSink {
  /** A block begins at top level here, whatever stands before it: the text can be scanned from this line start on. */
  checkpoint(at: number): void;
  masked(start: number, end: number, kind: MaskKind): void;
  leaf(leaf: Leaf): void;
}

/** Containers nested deeper than this are text, so that a line's cost has a limit. */
const MAX_DEPTH = 100;

const LOOK_AHEAD = 16_384;

const NONE = 0;
const PARAGRAPH = 1;
const FENCE = 2;
const HTML = 3;
const TABLE = 4;
type OpenLeaf = typeof NONE | typeof PARAGRAPH | typeof FENCE | typeof HTML | typeof TABLE;

/** In place of a list item's content column: this container is a block quote. */
const QUOTE = -1;

const TAB = 9;
const SPACE = 32;

const ATX = /#{1,6}(?=[ \t]|$)/y;
const SETEXT = /(?:=+|-+)[ \t]*$/y;
const LIST = /[*+-](?=[ \t]|$)|(\d{1,9})[.)](?=[ \t]|$)/y;
const FOOTNOTE = /\[\^[^\]\s]+\]:[ \t]*/y;

/**
 * Finds the blocks of Markdown, line by line, by the CommonMark 0.31 algorithm with tables of GFM and footnote
 * definitions. It knows nothing of what stands inside a leaf. Link reference definitions at the head of a paragraph are
 * masked. Any string is accepted; the work is linear in its length.
 */
export class BlockScanner {
  /** Where the next line begins. */
  at: number;
  readonly #text: string;
  readonly #sink: BlockSink;
  #nextReturn = -1;
  #returnsSeen = 0;

  /** Open containers, outermost first: `QUOTE`, or how many columns a list item's content is indented. */
  readonly #containers: number[] = [];
  /** Of each container, whether it holds a block yet. */
  readonly #filled: boolean[] = [];
  #quotes = 0;

  #leaf: OpenLeaf = NONE;
  #leafStart = 0;
  #leafEnd = 0;
  /** Start and end of the open leaf's lines. */
  #lines: number[] = [];
  #fenceUnit = 0;
  #fenceLength = 0;
  #htmlKind = 0;

  // The line in hand. `#pos` is the next unit, which begins in column `#posColumn`; `#column` may lie inside a tab there.
  #line = '';
  #lineStart = 0;
  #lineEnd = 0;
  #nextLine = 0;
  #pos = 0;
  #posColumn = 0;
  #column = 0;
  /** First unit that is no white space, its distance from `#column`, and whether the line ends there. */
  #next = 0;
  #indent = 0;
  #blank = false;
  #matched = 0;
  #opened = false;

  constructor(text: string, sink: BlockSink, from = 0) {
    this.#text = text;
    this.#sink = sink;
    this.at = from;
  }

  /** Whether a block is open that the next line might go on with. */
  get open(): boolean {
    return this.#leaf !== NONE || this.#containers.length > 0;
  }

  /** Takes in one line. Call {@link finish} after the last. */
  step(): void {
    this.#readLine();
    this.#matchContainers();
    const matchedAll = this.#matched === this.#containers.length;
    if (matchedAll && this.#leaf === FENCE) this.#continueFence();
    else if (matchedAll && this.#leaf === HTML && this.#continueHtml()) this.#leafEnd = this.#lineEnd;
    else this.#startBlocks();
    this.at = this.#nextLine;
  }

  /** Closes what is open. */
  finish(): void {
    this.#closeLeaf();
    this.#containers.length = 0;
  }

  #readLine(): void {
    const text = this.#text;
    const start = this.at;
    let end = text.indexOf('\n', start);
    this.#nextLine = end < 0 ? text.length : end + 1;
    if (end < 0) end = text.length;
    const carriageReturn = this.#findReturn(start, end);
    if (carriageReturn >= 0) {
      end = carriageReturn;
      if (text.charCodeAt(end + 1) !== 10) this.#nextLine = end + 1;
    }
    this.#lineStart = this.#pos = start;
    this.#lineEnd = end;
    this.#posColumn = this.#column = 0;
    this.#opened = false;
    this.#line = '';
    // A byte-order mark is no part of the first line.
    if (start === 0 && text.charCodeAt(0) === 0xfeff) this.#pos = 1;
  }

  /** The first carriage return in `start`..`end`, or -1. Looks ahead piece by piece: most texts have none at all. */
  #findReturn(start: number, end: number): number {
    if (this.#nextReturn < start && this.#returnsSeen < end) {
      const from = Math.max(start, this.#returnsSeen);
      this.#returnsSeen = Math.max(end, from + LOOK_AHEAD);
      const found = this.#text.slice(from, this.#returnsSeen).indexOf('\r');
      this.#nextReturn = found < 0 ? -1 : from + found;
      if (found >= 0) this.#returnsSeen = this.#nextReturn + 1;
    }
    return this.#nextReturn >= start && this.#nextReturn < end ? this.#nextReturn : -1;
  }

  #findIndent(): void {
    const text = this.#text;
    let next = this.#pos;
    let column = this.#posColumn;
    for (; next < this.#lineEnd; next++) {
      const unit = text.charCodeAt(next);
      if (unit === SPACE) column++;
      else if (unit === TAB) column = (column | 3) + 1;
      else break;
    }
    this.#next = next;
    this.#indent = Math.max(0, column - this.#column);
    this.#blank = next === this.#lineEnd;
  }

  /** Goes on by `columns` of white space. */
  #skipColumns(columns: number): void {
    this.#column += columns;
    while (this.#pos < this.#lineEnd) {
      const after =
        this.#text.charCodeAt(this.#pos) === TAB ? (this.#posColumn | 3) + 1 : this.#posColumn + 1;
      if (after > this.#column) break;
      this.#pos++;
      this.#posColumn = after;
    }
  }

  /** Goes on to `offset`, over units of one column each, from the first unit that is no white space. */
  #skipTo(offset: number): void {
    const column = this.#column + this.#indent + (offset - this.#next);
    this.#pos = offset;
    this.#posColumn = this.#column = column;
  }

  #skipOptionalSpace(): void {
    const unit = this.#pos < this.#lineEnd ? this.#text.charCodeAt(this.#pos) : 0;
    if (unit === SPACE || unit === TAB) this.#skipColumns(1);
  }

  #matchContainers(): void {
    this.#matched = 0;
    this.#findIndent();
    for (const content of this.#containers) {
      work.units++;
      if (content === QUOTE) {
        if (this.#blank || this.#indent > 3 || this.#text.charCodeAt(this.#next) !== 62) return;
        this.#skipTo(this.#next + 1);
        this.#skipOptionalSpace();
        this.#findIndent();
      } else if (this.#blank) {
        if (!this.#filled[this.#matched]) return;
      } else if (this.#indent >= content) {
        this.#skipColumns(content);
        this.#findIndent();
      } else return;
      this.#matched++;
    }
  }

  #continueFence(): void {
    const text = this.#text;
    let end = this.#next;
    if (this.#indent < 4) {
      while (end < this.#lineEnd && text.charCodeAt(end) === this.#fenceUnit) end++;
      if (end - this.#next >= this.#fenceLength) {
        while (end < this.#lineEnd && isBlankUnit(text.charCodeAt(end))) end++;
        if (end === this.#lineEnd) {
          this.#leafEnd = end;
          this.#closeLeaf();
          return;
        }
      }
    }
    this.#leafEnd = this.#lineEnd;
  }

  /** Whether the open HTML block goes on with this line. */
  #continueHtml(): boolean {
    if (this.#blank && this.#htmlKind >= 6) {
      this.#closeLeaf();
      return false;
    }
    if (HTML_BLOCK_END[this.#htmlKind]?.test(this.#rest())) {
      this.#leafEnd = this.#lineEnd;
      this.#closeLeaf();
    }
    return true;
  }

  /** The line from its first unit that is no white space; made once a line, as few lines need it. */
  #rest(): string {
    return this.#text.slice(this.#next, this.#lineEnd);
  }

  #matches(pattern: RegExp): string | undefined {
    if (this.#line === '') this.#line = this.#text.slice(this.#lineStart, this.#lineEnd);
    pattern.lastIndex = this.#next - this.#lineStart;
    return pattern.exec(this.#line)?.[0];
  }

  #startBlocks(): void {
    for (;;) {
      const paragraph = this.#leaf === PARAGRAPH;
      if (this.#blank) {
        if (this.#matched < this.#containers.length || paragraph || this.#leaf === TABLE)
          this.#closeUnmatched();
        return;
      }
      // Whether the line would go on with an open paragraph if nothing else begins here.
      const inParagraph = paragraph && this.#matched === this.#containers.length;
      if (this.#indent >= 4) {
        if (paragraph) break;
        this.#begin();
        this.#sink.masked(this.#next, this.#lineEnd, 'code');
        return;
      }
      const started = this.#startBlock(inParagraph, paragraph);
      if (started === 'leaf') return;
      if (started === 'no') break;
      this.#findIndent();
    }
    if (this.#leaf === PARAGRAPH) {
      if (this.#matched === this.#containers.length && this.#startTable()) return;
      this.#addLine(); // goes on, lazily or not
    } else if (this.#leaf === TABLE && this.#matched === this.#containers.length) {
      this.#row();
    } else {
      this.#begin();
      this.#leaf = PARAGRAPH;
      this.#leafStart = this.#next;
      this.#lines = [];
      this.#addLine();
    }
  }

  /** Tries to begin a block at `#next`: a container (then the rest of the line stands inside it), a leaf, or none. */
  #startBlock(inParagraph: boolean, paragraph: boolean): 'container' | 'leaf' | 'no' {
    const unit = this.#text.charCodeAt(this.#next);
    switch (unit) {
      case 62: // >
        if (this.#containers.length >= MAX_DEPTH) return 'no';
        this.#begin();
        this.#skipTo(this.#next + 1);
        this.#skipOptionalSpace();
        this.#push(QUOTE, true);
        return 'container';
      case 35: // #
        return this.#heading();
      case 96: // `
      case 126: // ~
        return this.#fence(unit);
      case 60: // <
        return this.#html(paragraph);
      case 61: // =
        return inParagraph && this.#setext() ? 'leaf' : 'no';
      case 91: // [
        return this.#footnote();
      case 45: // -
        if (inParagraph && this.#setext()) return 'leaf';
    }
    const isBullet = unit === 42 || unit === 43 || unit === 45;
    if ((isBullet || unit === 95) && this.#isBreak(unit)) {
      this.#begin();
      return 'leaf';
    }
    return isBullet || (unit >= 48 && unit <= 57)
      ? this.#listItem(inParagraph && this.#leaf === PARAGRAPH)
      : 'no';
  }

  #isBreak(mark: number): boolean {
    let marks = 0;
    for (let at = this.#next; at < this.#lineEnd; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === mark) marks++;
      else if (!isBlankUnit(unit)) return false;
    }
    return marks >= 3;
  }

  #heading(): 'leaf' | 'no' {
    const marks = this.#matches(ATX);
    if (marks === undefined) return 'no';
    this.#begin();
    this.#sink.leaf({ kind: 'heading', start: this.#next + marks.length, end: this.#lineEnd });
    return 'leaf';
  }

  #fence(unit: number): 'leaf' | 'no' {
    let end = this.#next;
    while (end < this.#lineEnd && this.#text.charCodeAt(end) === unit) end++;
    const length = end - this.#next;
    // The info string of a backtick fence holds no backtick: that would be a code span.
    if (length < 3 || (unit === 96 && this.#text.slice(end, this.#lineEnd).includes('`'))) return 'no';
    this.#begin();
    this.#leaf = FENCE;
    this.#leafStart = this.#next;
    this.#leafEnd = this.#lineEnd;
    this.#fenceUnit = unit;
    this.#fenceLength = length;
    return 'leaf';
  }

  #html(paragraph: boolean): 'leaf' | 'no' {
    const rest = this.#rest();
    const kind = htmlBlockKind(rest, paragraph);
    if (kind === 0) return 'no';
    this.#begin();
    this.#leaf = HTML;
    this.#htmlKind = kind;
    this.#leafStart = this.#next;
    this.#leafEnd = this.#lineEnd;
    if (HTML_BLOCK_END[kind]?.test(rest)) this.#closeLeaf();
    return 'leaf';
  }

  /** Makes the open paragraph a heading, if anything of it remains besides definitions. */
  #setext(): boolean {
    if (this.#matches(SETEXT) === undefined) return false;
    this.#takeDefinitions();
    if (this.#leaf !== PARAGRAPH) return false;
    this.#emitParagraph('heading');
    this.#leaf = NONE;
    return true;
  }

  #footnote(): 'container' | 'no' {
    if (this.#containers.length >= MAX_DEPTH || this.#text.charCodeAt(this.#next + 1) !== 94) return 'no';
    const label = this.#matches(FOOTNOTE);
    if (label === undefined) return 'no';
    this.#begin();
    this.#sink.masked(this.#next, this.#next + label.lastIndexOf(':') + 1, 'footnote');
    this.#skipTo(this.#next + label.length);
    this.#push(4, true);
    return 'container';
  }

  #listItem(inParagraph: boolean): 'container' | 'no' {
    if (this.#containers.length >= MAX_DEPTH) return 'no';
    const marker = this.#matches(LIST);
    if (marker === undefined) return 'no';
    const markerIndent = this.#indent;
    let after = this.#next + marker.length;
    while (after < this.#lineEnd && isBlankUnit(this.#text.charCodeAt(after))) after++;
    const empty = after === this.#lineEnd;
    // What interrupts a paragraph must not be empty and must count from 1.
    if (inParagraph && (empty || (marker.length > 1 && Number.parseInt(marker, 10) !== 1))) return 'no';
    this.#begin();
    this.#skipTo(this.#next + marker.length);
    this.#findIndent();
    let spaces = this.#indent;
    if (empty || spaces > 4) spaces = 1;
    this.#skipColumns(spaces);
    this.#push(markerIndent + marker.length + spaces, false);
    return 'container';
  }

  #push(content: number, filled: boolean): void {
    this.#containers.push(content);
    this.#filled.push(filled);
    if (content === QUOTE) this.#quotes++;
    this.#matched = this.#containers.length;
  }

  /** Closes what this line does not go on with, and marks that a block begins here. */
  #begin(): void {
    this.#closeUnmatched();
    if (!this.#opened && this.#matched === 0) this.#sink.checkpoint(this.#lineStart);
    this.#opened = true;
    if (this.#matched > 0) this.#filled[this.#matched - 1] = true;
  }

  #closeUnmatched(): void {
    this.#closeLeaf();
    while (this.#containers.length > this.#matched) {
      if (this.#containers.pop() === QUOTE) this.#quotes--;
      this.#filled.pop();
    }
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    if (leaf === PARAGRAPH) {
      this.#takeDefinitions();
      if (this.#leaf === PARAGRAPH) this.#emitParagraph('paragraph');
    } else if (leaf === FENCE) this.#sink.masked(this.#leafStart, this.#leafEnd, 'code');
    else if (leaf === HTML) {
      this.#sink.masked(this.#leafStart, this.#leafEnd, this.#htmlKind === 2 ? 'comment' : 'html');
    }
    this.#leaf = NONE;
  }

  #addLine(): void {
    this.#lines.push(this.#next, this.#nextLine);
    this.#leafEnd = this.#lineEnd;
  }

  #emitParagraph(kind: 'paragraph' | 'heading'): void {
    const { start, end, lines } = { start: this.#leafStart, end: this.#leafEnd, lines: this.#lines };
    if (start >= end) return;
    if (this.#quotes === 0 || lines.length <= 2) this.#sink.leaf({ kind, start, end });
    else {
      lines[lines.length - 1] = end;
      this.#sink.leaf({ kind, start, end, lines });
    }
  }

  /** Masks the link reference definitions at the head of the open paragraph; closes it if nothing else is left. */
  #takeDefinitions(): void {
    const text = this.#text;
    if (text.charCodeAt(this.#leafStart) !== 91) return;
    const lines = this.#lines;
    // Inside quotes the lines are parsed joined, without their markers. `origin` is where the line `index` begins there.
    const joined = this.#quotes > 0 && lines.length > 2;
    let source = joined ? '' : text;
    let to = this.#leafEnd;
    if (joined) {
      for (let i = 0; i + 1 < lines.length; i += 2) source += text.slice(lines[i], lines[i + 1]);
      to = source.length - ((lines.at(-1) ?? 0) - this.#leafEnd);
    }
    let index = 0;
    let origin = joined ? 0 : this.#leafStart;
    while (index < lines.length && source.charCodeAt(origin) === 91) {
      const end = definitionEnd(source, origin, to);
      if (end < 0) break;
      const start = lines[index] ?? 0;
      let last = start;
      for (; index + 1 < lines.length && origin < end; index += 2) {
        const from = lines[index] ?? 0;
        const next = joined ? origin + (lines[index + 1] ?? 0) - from : (lines[index + 2] ?? to);
        last = joined ? from + Math.min(end, next) - origin : end;
        origin = next;
      }
      this.#sink.masked(start, last, 'definition');
    }
    lines.splice(0, index);
    if (lines.length === 0) this.#leaf = NONE;
    else this.#leafStart = lines[0] ?? 0;
  }

  /** Makes the last line of the open paragraph the head of a table, if this line is its delimiter row. */
  #startTable(): boolean {
    const unit = this.#text.charCodeAt(this.#next);
    if (unit !== 124 && unit !== 58 && unit !== 45) return false;
    const lines = this.#lines;
    const headStart = lines[lines.length - 2] ?? this.#leafStart;
    const columns = delimiterColumns(this.#text, this.#next, this.#lineEnd);
    if (columns === 0) return false;
    const head = cells(this.#text, headStart, this.#leafEnd);
    if (head.length / 2 !== columns || !this.#text.slice(headStart, this.#leafEnd).includes('|'))
      return false;
    lines.length -= 2;
    const headEnd = this.#leafEnd;
    if (lines.length > 0) {
      this.#leafEnd = this.#lineEndBefore(lines[lines.length - 1] ?? headStart);
      this.#closeLeaf();
    }
    this.#leaf = TABLE;
    this.#emitCells(headStart, headEnd);
    return true;
  }

  #lineEndBefore(nextLine: number): number {
    let end = nextLine - 1;
    if (this.#text.charCodeAt(end) === 10 && this.#text.charCodeAt(end - 1) === 13) end--;
    return end;
  }

  #row(): void {
    this.#emitCells(this.#next, this.#lineEnd);
  }

  #emitCells(start: number, end: number): void {
    const found = cells(this.#text, start, end);
    for (let i = 0; i + 1 < found.length; i += 2) {
      const cellStart = found[i] ?? 0;
      const cellEnd = found[i + 1] ?? 0;
      if (cellStart < cellEnd) this.#sink.leaf({ kind: 'cell', start: cellStart, end: cellEnd });
    }
  }
}

function isBlankUnit(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}
