import { BlockScanner } from '../text/blocks.ts';
import { frontMatterEnd } from '../text/front-matter.ts';
import type { Leaf, MaskKind } from '../text/masked.ts';
import type { Range } from '../text/ordered-ranges.ts';
import { type BlockPlace, PlaceFinder, type ProsePlace } from './scan-places.ts';

/** What an insertion must know of a Markdown file. Offsets are UTF-16. */
export interface DocumentScan {
  /** The text of each footnote that is defined, by its label; of several definitions the first, as readers take it. */
  readonly notes: ReadonlyMap<string, string>;
  /** Where definitions of footnotes stand, in order: from the mark to the next block that is not the note's. */
  readonly noteRanges: readonly NoteRange[];
  /** The blocks of prose, in order. */
  readonly leaves: readonly Leaf[];
  /** The labels that links go by, in lower case. */
  readonly linkLabels: ReadonlySet<string>;
  /** For each offset asked for that stands in prose: the block around it, and the offset behind the marks of its line. */
  readonly places: ReadonlyMap<number, ProsePlace>;
  /** For each that stands on a line of front matter, code, HTML, a comment or a definition: that block. */
  readonly blocks: ReadonlyMap<number, BlockPlace>;
  /** Where definitions are appended: the end of the file, or the start of a block at top level that never ends. */
  readonly end: number;
}

export interface NoteRange extends Range {
  readonly label: string;
}

/** So much of a note is kept: enough to tell which source it cites. */
const NOTE_LENGTH = 2_000;
/** HTML blocks that only their own end closes: all others end with a blank line. */
const ENDLESS_HTML = /^<(?:[!?]|(?:script|pre|style|textarea)\b)/i;

/** Reads the blocks of a Markdown file, once and in linear time. */
export function scanDocument(text: string, offsets: readonly number[]): DocumentScan {
  const from = frontMatterEnd(text);
  const notes = new Map<string, string>();
  const linkLabels = new Set<string>();
  const places = new PlaceFinder(text, offsets, from);
  const noteRanges: NoteRange[] = [];
  const leaves: Leaf[] = [];
  let note: Omit<NoteRange, 'end'> | undefined;
  const closeNote = (at: number): void => {
    if (note) noteRanges.push({ ...note, end: at });
    note = undefined;
  };
  let end = text.length;
  let finishing = false;
  let topLevel = from;
  const scanner = new BlockScanner(
    text,
    {
      checkpoint: at => {
        closeNote(at);
        // Between two items of a list or the lines of a quotation nothing may come.
        if (!(LIST_ITEM.test(text.slice(at, at + 16)) && isListItem(text, topLevel, at))) topLevel = at;
      },
      masked: (start: number, stop: number, kind: MaskKind) => {
        if (kind === 'footnote') {
          const label = text.slice(start + 2, stop - 2);
          closeNote(start);
          note = { label, start };
          if (!notes.has(label)) notes.set(label, noteText(text, stop));
          return;
        }
        if (kind === 'definition') {
          linkLabels.add(text.slice(start + 1, text.indexOf(']:', start)).toLowerCase());
        }
        const endless =
          finishing &&
          (kind === 'code' ||
            kind === 'comment' ||
            (kind === 'html' && ENDLESS_HTML.test(text.slice(start, start + 16))));
        if (endless) end = topLevel;
        places.takeBlock(start, stop, kind, endless);
      },
      leaf: leaf => {
        leaves.push(leaf);
        places.take(leaf);
      },
    },
    from,
  );
  while (scanner.at < text.length) scanner.step();
  finishing = true;
  scanner.finish();
  closeNote(text.length);
  return { notes, noteRanges, leaves, linkLabels, places: places.found, blocks: places.finish(), end };
}

const LIST_ITEM = /^ {0,3}(?:[*+-]|\d{1,9}[.)])(?=[ \t\r\n]|$)/;

/** Whether the block at top level that begins at `at` is a list item of the kind that one at `next` would go on with. */
const isListItem = (text: string, at: number, next: number): boolean => {
  const kindAt = (from: number): string | undefined =>
    LIST_ITEM.exec(text.slice(from, from + 16))?.[0]
      .trim()
      .slice(-1);
  return kindAt(at) !== undefined && kindAt(at) === kindAt(next);
};

function noteText(text: string, from: number): string {
  const rest = text.slice(from, from + NOTE_LENGTH);
  const stop = /\r?\n[ \t]*(?:\r?\n|\[\^)/.exec(rest);
  return (stop ? rest.slice(0, stop.index) : rest).trim();
}
