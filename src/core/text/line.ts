import { work } from './work.ts';

const TAB = 9;
const SPACE = 32;
const LOOK_AHEAD = 16_384;

/**
 * The line that a block scanner has in hand, and a place in it. Columns are counted as CommonMark has it: a tab reaches to
 * the next multiple of four, and only a part of it may have been gone over.
 */
export class Line {
  start = 0;
  /** Before the line end. */
  end = 0;
  /** Where the next line begins. */
  after = 0;
  /** From the place on: the first unit that is no white space, how many columns away it is, whether the line ends there. */
  next = 0;
  indent = 0;
  blank = false;

  readonly #text: string;
  #nextFeed = -1;
  #nextReturn = -1;
  #returnsSeen = 0;
  /** The next unit, the column in which it begins, and the column of the place: inside a tab it may be further on. */
  #pos = 0;
  #posColumn = 0;
  #column = 0;
  /** The line as a string, made when a pattern is first tried on it: most lines need none. */
  #string = '';

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes the line that begins at `start` in hand, behind the one before. `\n`, `\r\n` and `\r` end lines. */
  read(start: number): void {
    const text = this.#text;
    // Where lines end with `\r` alone, one look serves for all of them.
    if (this.#nextFeed < start) {
      const found = text.indexOf('\n', start);
      this.#nextFeed = found < 0 ? text.length : found;
      work.units += this.#nextFeed - start;
    }
    let end = this.#nextFeed;
    this.after = Math.min(end + 1, text.length);
    const carriageReturn = this.#findReturn(start, end);
    if (carriageReturn >= 0) {
      end = carriageReturn;
      if (text.charCodeAt(end + 1) !== 10) this.after = end + 1;
    }
    this.start = this.#pos = start;
    this.end = end;
    this.#posColumn = this.#column = 0;
    this.#string = '';
    // A byte-order mark is no part of the first line.
    if (start === 0 && text.charCodeAt(0) === 0xfeff) this.#pos = 1;
    this.look();
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

  /** Looks from the place over white space. To be called after each step. */
  look(): void {
    let next = this.#pos;
    let column = this.#posColumn;
    for (; next < this.end; next++) {
      const unit = this.#text.charCodeAt(next);
      if (unit === SPACE) column++;
      else if (unit === TAB) column = (column | 3) + 1;
      else break;
    }
    this.next = next;
    this.indent = Math.max(0, column - this.#column);
    this.blank = next === this.end;
  }

  /** Goes on by `columns` of white space. */
  skipColumns(columns: number): void {
    this.#column += columns;
    while (this.#pos < this.end) {
      const tab = this.#text.charCodeAt(this.#pos) === TAB;
      const after = tab ? (this.#posColumn | 3) + 1 : this.#posColumn + 1;
      if (after > this.#column) break;
      this.#pos++;
      this.#posColumn = after;
    }
  }

  /** Goes on to `offset`, from {@link next} over units of one column each. */
  skipTo(offset: number): void {
    const column = this.#column + this.indent + (offset - this.next);
    this.#pos = offset;
    this.#posColumn = this.#column = column;
  }

  skipOptionalSpace(): void {
    const unit = this.#pos < this.end ? this.#text.charCodeAt(this.#pos) : 0;
    if (unit === SPACE || unit === TAB) this.skipColumns(1);
  }

  /** The line from {@link next} on. */
  rest(): string {
    return this.#text.slice(this.next, this.end);
  }

  /** What a sticky pattern matches at {@link next}; `$` in it is the end of the line. */
  match(pattern: RegExp): string | undefined {
    if (this.#string === '') this.#string = this.#text.slice(this.start, this.end);
    pattern.lastIndex = this.next - this.start;
    return pattern.exec(this.#string)?.[0];
  }
}
