import type { Leaf, MaskKind } from '../text/masked.ts';

/** A place in prose: the block around it, and the offset behind the marks of its line. */
export interface ProsePlace {
  readonly leaf: Leaf;
  readonly at: number;
}

/** A block that is not prose, as far as what goes below it must know. Offsets are UTF-16. */
export interface BlockPlace {
  readonly kind: MaskKind;
  /** The end of its last line, before the line break. */
  readonly end: number;
  /** What a line below it begins with to stand in the same quotation or list item. */
  readonly prefix: string;
  /** It is never closed: nothing can stand below it. */
  readonly endless: boolean;
}

interface Open {
  readonly kind: MaskKind;
  readonly from: number;
  readonly start: number;
  end: number;
  readonly endless: boolean;
  /** Each line of it is told on its own. */
  readonly run: 'indented' | 'definition' | undefined;
}

/** Finds the blocks around offsets, as the blocks come in the order of the text. */
export class PlaceFinder {
  readonly found = new Map<number, ProsePlace>();
  readonly #blocks = new Map<number, BlockPlace>();
  readonly #text: string;
  readonly #offsets: readonly number[];
  #next = 0;
  #done: number;
  #open: Open | undefined;

  /** @param from the end of the front matter. */
  constructor(text: string, offsets: readonly number[], from: number) {
    this.#text = text;
    this.#offsets = [...new Set(offsets)].sort((a, b) => a - b);
    this.#done = from;
    if (from > 0) {
      const end = from - (/(?:\r\n|\n|\r)$/.exec(text.slice(from - 2, from))?.[0].length ?? 0);
      this.#open = { kind: 'front-matter', from: 0, start: 0, end, endless: false, run: undefined };
    }
  }

  take(leaf: Leaf): void {
    this.#closeBlock();
    const from = this.#lineStart(leaf.start);
    this.#done = leaf.end;
    while ((this.#offsets[this.#next] ?? Number.POSITIVE_INFINITY) < from) this.#next++;
    for (;;) {
      const offset = this.#offsets[this.#next];
      if (offset === undefined || offset > leaf.end) return;
      this.found.set(offset, { leaf, at: this.#behindMarks(leaf, offset) });
      this.#next++;
    }
  }

  /** Takes a block of code, HTML, a comment or a definition. */
  takeBlock(start: number, end: number, kind: MaskKind, endless: boolean): void {
    const text = this.#text;
    const open = this.#open;
    const indented = kind === 'code' && !/^(?:`{3}|~{3})/.test(text.slice(start, start + 3));
    const run = indented ? 'indented' : kind === 'definition' ? kind : undefined;
    if (open?.run !== undefined && open.run === run) {
      const gap = text.slice(open.end, Math.min(start, open.end + 1_024));
      if (gap.length === start - open.end && /^[\s>]*$/.test(gap)) {
        open.end = this.#lineEnd(end);
        this.#done = end;
        return;
      }
    }
    this.#closeBlock();
    const gap = text.slice(this.#done, start);
    const line = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1;
    this.#open = { kind, from: this.#done + line, start, end: this.#lineEnd(end), endless, run };
    this.#done = end;
  }

  finish(): ReadonlyMap<number, BlockPlace> {
    this.#closeBlock();
    return this.#blocks;
  }

  #closeBlock(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    while ((this.#offsets[this.#next] ?? Number.POSITIVE_INFINITY) < open.from) this.#next++;
    for (;;) {
      const offset = this.#offsets[this.#next];
      if (offset === undefined || offset > open.end) return;
      const { kind, end, endless } = open;
      this.#blocks.set(offset, { kind, end, prefix: this.#prefix(open), endless });
      this.#next++;
    }
  }

  /** A definition's end may be the start of the next line, or stand before blanks. */
  #lineEnd(end: number): number {
    const text = this.#text;
    let at = end;
    while (/[\r\n]/.test(text.charAt(at - 1))) at--;
    while (/[ \t]/.test(text.charAt(at))) at++;
    return at;
  }

  #prefix({ from, start, run }: Open): string {
    const marks = this.#text.slice(from, Math.min(start, from + 256));
    if (run === 'indented') return /^(?:.*>)?/.exec(marks)?.[0].replace(/>$/, '> ') ?? '';
    return /\[\^/.test(marks) ? '    ' : marks.replace(/[^>\s]/g, ' ');
  }

  /** Where the line of a block begins, or the block itself where another stands before it on the line (in a table). */
  #lineStart(start: number): number {
    const gap = this.#text.slice(this.#done, start);
    const line = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1;
    return line > 0 || this.found.size === 0 ? this.#done + line : start;
  }

  /** Behind the marks of quotations, list items, headings and notes that begin the line of an offset. */
  #behindMarks({ start, lines }: Leaf, offset: number): number {
    const text = start + (/^[ \t]*/.exec(this.#text.slice(start, start + 64))?.[0].length ?? 0);
    if (offset < text) return text;
    for (let line = 2; lines !== undefined && line < lines.length; line += 2) {
      const [stop = 0, begin = 0] = lines.slice(line - 1, line + 1);
      if (stop <= offset && offset < begin) return begin;
    }
    return offset;
  }
}
