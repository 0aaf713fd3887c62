import { BlockScanner } from '../text/blocks.ts';
import { frontMatterEnd } from '../text/front-matter.ts';
import type { Leaf, MaskKind } from '../text/masked.ts';

/** What an insertion must know of a Markdown file. Offsets are UTF-16. */
export interface DocumentScan {
  /** The text of each footnote that is defined, by its label; of several definitions the first, as readers take it. */
  readonly notes: ReadonlyMap<string, string>;
  /** The labels that links go by, in lower case. */
  readonly linkLabels: ReadonlySet<string>;
  /** For each offset asked for that stands in prose: the block around it, and the offset behind the marks of its line. */
  readonly places: ReadonlyMap<number, { readonly leaf: Leaf; readonly at: number }>;
  /** Where definitions are appended: the end of the file, or the start of a code block or comment that never ends. */
  readonly end: number;
}

/** So much of a note is kept: enough to tell which source it cites. */
const NOTE_LENGTH = 2_000;

/** Reads the blocks of a Markdown file, once and in linear time. */
export function scanDocument(text: string, offsets: readonly number[]): DocumentScan {
  const from = frontMatterEnd(text);
  const notes = new Map<string, string>();
  const linkLabels = new Set<string>();
  const places = new PlaceFinder(text, offsets, from);
  let end = text.length;
  let finishing = false;
  const scanner = new BlockScanner(
    text,
    {
      checkpoint: () => {},
      masked: (start: number, stop: number, kind: MaskKind) => {
        if (kind === 'footnote') {
          const label = text.slice(start + 2, stop - 2);
          if (!notes.has(label)) notes.set(label, noteText(text, stop));
        } else if (kind === 'definition') {
          linkLabels.add(text.slice(start + 1, text.indexOf(']:', start)).toLowerCase());
        } else if (finishing && (kind === 'code' || kind === 'comment')) {
          end = text.lastIndexOf('\n', start) + 1;
        }
      },
      leaf: leaf => places.take(leaf),
    },
    from,
  );
  while (scanner.at < text.length) scanner.step();
  finishing = true;
  scanner.finish();
  return { notes, linkLabels, places: places.found, end };
}

/** Finds the blocks around offsets, as the blocks come in the order of the text. */
class PlaceFinder {
  readonly found = new Map<number, { leaf: Leaf; at: number }>();
  readonly #text: string;
  readonly #offsets: readonly number[];
  #next = 0;
  #done: number;

  constructor(text: string, offsets: readonly number[], from: number) {
    this.#text = text;
    this.#offsets = [...new Set(offsets)].sort((a, b) => a - b);
    this.#done = from;
  }

  take(leaf: Leaf): void {
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

function noteText(text: string, from: number): string {
  const rest = text.slice(from, from + NOTE_LENGTH);
  const stop = /\r?\n[ \t]*(?:\r?\n|\[\^)/.exec(rest);
  return (stop ? rest.slice(0, stop.index) : rest).trim();
}
