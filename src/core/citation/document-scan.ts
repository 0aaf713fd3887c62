import { BlockScanner } from '../text/blocks.ts';
import type { Leaf, MaskKind } from '../text/masked.ts';

/** What an insertion must know of a Markdown file. Offsets are UTF-16. */
export interface DocumentScan {
  /** The text of each footnote that is defined, by its label; of several definitions the first, as readers take it. */
  readonly notes: ReadonlyMap<string, string>;
  /** For each offset asked for, the paragraph, heading or cell it stands in. */
  readonly leaves: ReadonlyMap<number, Leaf>;
  /** Where definitions are appended: the end of the file, or the start of a code block or comment that never ends. */
  readonly end: number;
  /** The definitions' line starts, ascending. */
  readonly noteStarts: readonly number[];
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** So much of a note is kept: enough to tell which source it cites. */
const NOTE_LENGTH = 2_000;

/** Reads the blocks of a Markdown file, once and in linear time. */
export function scanDocument(text: string, offsets: readonly number[]): DocumentScan {
  const notes = new Map<string, string>();
  const noteStarts: number[] = [];
  const leaves = new Map<number, Leaf>();
  let end = text.length;
  let finishing = false;
  const scanner = new BlockScanner(
    text,
    {
      checkpoint: () => {},
      masked: (start: number, stop: number, kind: MaskKind) => {
        if (kind === 'footnote') {
          const label = text.slice(start + 2, stop - 2);
          noteStarts.push(start);
          if (!notes.has(label)) notes.set(label, noteText(text, stop));
        } else if (finishing && (kind === 'code' || kind === 'comment')) {
          end = text.lastIndexOf('\n', start) + 1;
        }
      },
      leaf: leaf => {
        for (const offset of offsets) {
          if (leaf.start <= offset && offset <= leaf.end) leaves.set(offset, leaf);
        }
      },
    },
    FRONT_MATTER.exec(text)?.[0].length ?? 0,
  );
  while (scanner.at < text.length) scanner.step();
  finishing = true;
  scanner.finish();
  return { notes, leaves, end, noteStarts };
}

function noteText(text: string, from: number): string {
  const rest = text.slice(from, from + NOTE_LENGTH);
  const stop = /\r?\n[ \t]*(?:\r?\n|\[\^)/.exec(rest);
  return (stop ? rest.slice(0, stop.index) : rest).trim();
}
