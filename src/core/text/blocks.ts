import { definitionLines } from './definitions.ts';
import { HTML_BLOCK_END, htmlBlockKind } from './html.ts';
import { Line } from './line.ts';
import type { Leaf, MaskKind } from './masked.ts';
import { countCells, delimiterColumns, RowScanner } from './tables.ts';
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
/** And so is a table whose head or delimiter row is longer. */
const MAX_HEAD = 16_384;
/** A longer paragraph inside a block quote is taken as several, so that there is a limit to what is joined at once. */
const MAX_JOINED = 1 << 20;
/** So much of a row is gone through in one step. */
const ROW_STEP = 8192;
/** A definition that has not ended after so many units, in a title of many lines, is none. */
const MAX_DEFINITION = 1 << 18;
/** So many entries of lines are gathered before definitions are looked for among them. */
const GATHERED = 128;

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
  /** Where the next line begins; inside a long row of a table, how far it was gone through. */
  at: number;
  readonly #text: string;
  readonly #sink: BlockSink;
  readonly #line: Line;

  /** Open containers, outermost first: `QUOTE`, or how many columns a list item's content is indented. */
  readonly #containers: number[] = [];
  /** Of each container, whether it holds a block yet. */
  readonly #filled: boolean[] = [];
  #quotes = 0;

  #leaf: OpenLeaf = NONE;
  #leafStart = 0;
  #leafEnd = 0;
  /** Start and end of the open leaf's lines: of its last ones, where no more are asked for. */
  #lines: number[] = [];
  /** Definitions may stand at the head of the open paragraph. */
  #mayDefine = false;
  /** They are looked for once there are so many entries of lines. */
  #gather = GATHERED;
  /** The row of a table that is gone through. */
  #cells: RowScanner | undefined;
  #fenceUnit = 0;
  #fenceLength = 0;
  #htmlKind = 0;

  #matched = 0;
  #opened = false;

  constructor(text: string, sink: BlockSink, from = 0) {
    this.#text = text;
    this.#sink = sink;
    this.#line = new Line(text);
    this.at = from;
  }

  /** Takes in one line, or a part of a long row of a table. Call {@link finish} after the last. */
  step(): void {
    if (this.#cells !== undefined) {
      this.#continueRow(this.#cells);
      return;
    }
    this.#line.read(this.at);
    this.at = this.#line.after;
    this.#opened = false;
    this.#matchContainers();
    const matchedAll = this.#matched === this.#containers.length;
    if (matchedAll && this.#leaf === FENCE) this.#continueFence();
    else if (matchedAll && this.#leaf === HTML && this.#continueHtml()) this.#leafEnd = this.#line.end;
    else this.#startBlocks();
  }

  /** Closes what is open. */
  finish(): void {
    this.#closeLeaf();
    this.#containers.length = 0;
  }

  #matchContainers(): void {
    this.#matched = 0;
    for (const content of this.#containers) {
      work.units++;
      if (content === QUOTE) {
        if (this.#line.blank || this.#line.indent > 3 || this.#text.charCodeAt(this.#line.next) !== 62)
          return;
        this.#line.skipTo(this.#line.next + 1);
        this.#line.skipOptionalSpace();
        this.#line.look();
      } else if (this.#line.blank) {
        if (!this.#filled[this.#matched]) return;
      } else if (this.#line.indent >= content) {
        this.#line.skipColumns(content);
        this.#line.look();
      } else return;
      this.#matched++;
    }
  }

  #continueFence(): void {
    const text = this.#text;
    let end = this.#line.next;
    if (this.#line.indent < 4) {
      while (end < this.#line.end && text.charCodeAt(end) === this.#fenceUnit) end++;
      if (end - this.#line.next >= this.#fenceLength) {
        while (end < this.#line.end && isBlankUnit(text.charCodeAt(end))) end++;
        if (end === this.#line.end) {
          this.#leafEnd = end;
          this.#closeLeaf();
          return;
        }
      }
    }
    this.#leafEnd = this.#line.end;
  }

  /** Whether the open HTML block goes on with this line. */
  #continueHtml(): boolean {
    if (this.#line.blank && this.#htmlKind >= 6) {
      this.#closeLeaf();
      return false;
    }
    if (HTML_BLOCK_END[this.#htmlKind]?.test(this.#line.rest())) {
      this.#leafEnd = this.#line.end;
      this.#closeLeaf();
    }
    return true;
  }

  #startBlocks(): void {
    for (;;) {
      const paragraph = this.#leaf === PARAGRAPH;
      if (this.#line.blank) {
        if (this.#matched < this.#containers.length || paragraph || this.#leaf === TABLE)
          this.#closeUnmatched();
        return;
      }
      // Whether the line would go on with an open paragraph if nothing else begins here.
      const inParagraph = paragraph && this.#matched === this.#containers.length;
      if (this.#line.indent >= 4) {
        if (paragraph) break;
        this.#begin();
        this.#sink.masked(this.#line.next, this.#line.end, 'code');
        return;
      }
      const started = this.#startBlock(inParagraph, paragraph);
      if (started === 'leaf') return;
      if (started === 'no') break;
      this.#line.look();
    }
    if (this.#leaf === PARAGRAPH) {
      if (this.#matched === this.#containers.length && this.#startTable()) return;
      this.#addLine(); // goes on, lazily or not
    } else if (this.#leaf === TABLE && this.#matched === this.#containers.length) {
      this.#continueRow(new RowScanner(this.#text, this.#line.next, this.#line.end));
    } else {
      this.#begin();
      this.#openParagraph();
      this.#mayDefine = this.#text.charCodeAt(this.#leafStart) === 91;
      this.#gather = GATHERED;
      this.#addLine();
    }
  }

  /** Tries to begin a block at `#next`: a container (then the rest of the line stands inside it), a leaf, or none. */
  #startBlock(inParagraph: boolean, paragraph: boolean): 'container' | 'leaf' | 'no' {
    const unit = this.#text.charCodeAt(this.#line.next);
    switch (unit) {
      case 62: // >
        if (this.#containers.length >= MAX_DEPTH) return 'no';
        this.#begin();
        this.#line.skipTo(this.#line.next + 1);
        this.#line.skipOptionalSpace();
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
    for (let at = this.#line.next; at < this.#line.end; at++) {
      const unit = this.#text.charCodeAt(at);
      if (unit === mark) marks++;
      else if (!isBlankUnit(unit)) return false;
    }
    return marks >= 3;
  }

  #heading(): 'leaf' | 'no' {
    const marks = this.#line.match(ATX);
    if (marks === undefined) return 'no';
    this.#begin();
    this.#sink.leaf({
      kind: 'heading',
      start: this.#line.next + marks.length,
      end: this.#line.end,
      quoted: this.#quotes > 0,
    });
    return 'leaf';
  }

  #fence(unit: number): 'leaf' | 'no' {
    let end = this.#line.next;
    while (end < this.#line.end && this.#text.charCodeAt(end) === unit) end++;
    const length = end - this.#line.next;
    // The info string of a backtick fence holds no backtick: that would be a code span.
    if (length < 3 || (unit === 96 && this.#text.slice(end, this.#line.end).includes('`'))) return 'no';
    this.#begin();
    this.#leaf = FENCE;
    this.#leafStart = this.#line.next;
    this.#leafEnd = this.#line.end;
    this.#fenceUnit = unit;
    this.#fenceLength = length;
    return 'leaf';
  }

  #html(paragraph: boolean): 'leaf' | 'no' {
    const rest = this.#line.rest();
    const kind = htmlBlockKind(rest, paragraph);
    if (kind === 0) return 'no';
    this.#begin();
    this.#leaf = HTML;
    this.#htmlKind = kind;
    this.#leafStart = this.#line.next;
    this.#leafEnd = this.#line.end;
    if (HTML_BLOCK_END[kind]?.test(rest)) this.#closeLeaf();
    return 'leaf';
  }

  /** Makes the open paragraph a heading, if anything of it remains besides definitions. */
  #setext(): boolean {
    if (this.#line.match(SETEXT) === undefined) return false;
    this.#takeDefinitions(true);
    if (this.#leaf !== PARAGRAPH) return false;
    this.#emitParagraph('heading');
    this.#leaf = NONE;
    return true;
  }

  #footnote(): 'container' | 'no' {
    if (this.#containers.length >= MAX_DEPTH || this.#text.charCodeAt(this.#line.next + 1) !== 94)
      return 'no';
    const label = this.#line.match(FOOTNOTE);
    if (label === undefined) return 'no';
    this.#begin();
    this.#sink.masked(this.#line.next, this.#line.next + label.lastIndexOf(':') + 1, 'footnote');
    this.#line.skipTo(this.#line.next + label.length);
    this.#push(4, true);
    return 'container';
  }

  #listItem(inParagraph: boolean): 'container' | 'no' {
    if (this.#containers.length >= MAX_DEPTH) return 'no';
    const marker = this.#line.match(LIST);
    if (marker === undefined) return 'no';
    const markerIndent = this.#line.indent;
    let after = this.#line.next + marker.length;
    while (after < this.#line.end && isBlankUnit(this.#text.charCodeAt(after))) after++;
    const empty = after === this.#line.end;
    // What interrupts a paragraph must not be empty and must count from 1.
    if (inParagraph && (empty || (marker.length > 1 && Number.parseInt(marker, 10) !== 1))) return 'no';
    this.#begin();
    this.#line.skipTo(this.#line.next + marker.length);
    this.#line.look();
    let spaces = this.#line.indent;
    if (empty || spaces > 4) spaces = 1;
    this.#line.skipColumns(spaces);
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
    if (!this.#opened && this.#matched === 0) this.#sink.checkpoint(this.#line.start);
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
      this.#takeDefinitions(true);
      if (this.#leaf === PARAGRAPH) this.#emitParagraph('paragraph');
    } else if (leaf === FENCE) this.#sink.masked(this.#leafStart, this.#leafEnd, 'code');
    else if (leaf === HTML) {
      this.#sink.masked(this.#leafStart, this.#leafEnd, this.#htmlKind === 2 ? 'comment' : 'html');
    }
    this.#leaf = NONE;
  }

  #openParagraph(): void {
    this.#leaf = PARAGRAPH;
    this.#leafStart = this.#line.next;
    this.#lines = [];
  }

  #addLine(): void {
    if (this.#quotes > 0 && this.#leafEnd - this.#leafStart > MAX_JOINED && this.#lines.length > 0) {
      this.#closeLeaf();
      this.#mayDefine = false;
      this.#openParagraph();
    }
    const lines = this.#lines;
    // Of millions of lines only the last is asked for, by a table, and where the one before it ends.
    if (!this.#mayDefine && this.#quotes === 0 && lines.length >= 4) lines.splice(0, lines.length - 2);
    lines.push(this.#line.next, this.#line.after);
    this.#leafEnd = this.#line.end;
    if (!this.#mayDefine || lines.length < this.#gather) return;
    // As the lines come, so that they do not all have to be gone through at the end.
    this.#gather = this.#takeDefinitions(false) > 0 ? GATHERED : 2 * this.#gather;
    if (this.#leafEnd - this.#leafStart > MAX_DEFINITION) this.#mayDefine = false;
  }

  #emitParagraph(kind: 'paragraph' | 'heading'): void {
    const { start, end, lines } = { start: this.#leafStart, end: this.#leafEnd, lines: this.#lines };
    if (start >= end) return;
    const quoted = this.#quotes > 0;
    if (!quoted || lines.length <= 2) this.#sink.leaf({ kind, start, end, quoted });
    else {
      lines[lines.length - 1] = end;
      this.#sink.leaf({ kind, start, end, quoted, lines });
    }
  }

  /**
   * Masks the link reference definitions at the head of the open paragraph; closes it if nothing else is left. Answers how
   * many entries of lines they took. Unless the lines are `whole`, further ones may follow.
   */
  #takeDefinitions(whole: boolean): number {
    if (!this.#mayDefine) return 0;
    const lines = this.#lines;
    const { taken, unsettled } = definitionLines(
      { text: this.#text, lines, end: this.#leafEnd, quoted: this.#quotes > 0, whole },
      (start, end) => this.#sink.masked(start, end, 'definition'),
    );
    this.#mayDefine = unsettled;
    lines.splice(0, taken);
    if (lines.length === 0) this.#leaf = NONE;
    else this.#leafStart = lines[0] ?? 0;
    return taken;
  }

  /** Makes the last line of the open paragraph the head of a table, if this line is its delimiter row. */
  #startTable(): boolean {
    const unit = this.#text.charCodeAt(this.#line.next);
    if (unit !== 124 && unit !== 58 && unit !== 45) return false;
    const lines = this.#lines;
    const headStart = lines[lines.length - 2] ?? this.#leafStart;
    if (Math.max(this.#leafEnd - headStart, this.#line.end - this.#line.next) > MAX_HEAD) return false;
    const columns = delimiterColumns(this.#text, this.#line.next, this.#line.end);
    if (columns === 0) return false;
    const head = countCells(this.#text, headStart, this.#leafEnd);
    if (head !== columns || !this.#text.slice(headStart, this.#leafEnd).includes('|')) return false;
    lines.length -= 2;
    const headEnd = this.#leafEnd;
    if (lines.length > 0) {
      this.#leafEnd = this.#lineEndBefore(lines[lines.length - 1] ?? headStart);
      this.#closeLeaf();
    }
    this.#leaf = TABLE;
    new RowScanner(this.#text, headStart, headEnd).run(MAX_HEAD, this.#cell);
    return true;
  }

  #lineEndBefore(nextLine: number): number {
    let end = nextLine - 1;
    if (this.#text.charCodeAt(end) === 10 && this.#text.charCodeAt(end - 1) === 13) end--;
    return end;
  }

  #continueRow(cells: RowScanner): void {
    const done = cells.run(ROW_STEP, this.#cell);
    this.#cells = done ? undefined : cells;
    this.at = done ? this.#line.after : cells.at;
  }

  readonly #cell = (start: number, end: number): void => {
    if (start < end) this.#sink.leaf({ kind: 'cell', start, end, quoted: this.#quotes > 0 });
  };
}

function isBlankUnit(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}
