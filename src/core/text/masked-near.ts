import { type Analysis, analyse } from './analysis.ts';
import type { TextChange } from './changes.ts';
import { FRONT_MATTER_LIMIT, frontMatterEnd } from './front-matter.ts';
import type { Masked } from './masked.ts';
import { NameMatcher } from './name-index.ts';
import { shifted } from './ordered-ranges.ts';

/** From further away it is not told: then the text has changed so much that it is better analysed. */
const REACH = 32_768;
/** Whom the text names changes nothing about what is prose. */
const NOBODY = new NameMatcher([]);

/** A text by its lines, as an editor has it: getting the whole of a long one takes many times as long as a few lines. */
export interface Lines {
  readonly count: number;
  /** A line without its end. */
  at(line: number): string;
  /** The line of an offset. */
  of(offset: number): number;
  /** The text from an offset to the beginning of a line, or to the end of the text where there is no such line. */
  between(offset: number, line: number): string;
}

/**
 * What is masked at `offset` of a text that came from the analysed one by `changes` (see `composeChanges`), found without
 * a look at the whole text: from the last block that the changes leave as it is, down to the end of the paragraph. It is
 * what an analysis of the whole text would find. `undefined` where so little does not tell it: near the beginning of the
 * text, which may be front matter, in blocks of many thousand units, and where the changes are far away.
 */
export function maskedNear(
  last: Analysis,
  changes: readonly TextChange[],
  offset: number,
  lines: Lines,
): Masked[] | undefined {
  const changed = changes.reduce((least, { start }) => Math.min(least, start), offset);
  const from = last.restartBefore(changed);
  if (from === 0 || offset - from > REACH || mayBecomeFrontMatter(last, changed)) return undefined;
  // A line without anything in it ends what the offset stands in, or what it stands in goes on regardless of what follows.
  let line = lines.of(offset) + 1;
  const furthest = lines.of(offset + REACH);
  while (line < lines.count && line <= furthest && !/^[ \t]*$/.test(lines.at(line))) line++;
  if (line > furthest && line < lines.count) return undefined;
  const text = lines.between(from, line + 1);
  if (text.length > 3 * REACH) return undefined;
  // Behind a line end the text begins with no front matter, whatever the block begins with.
  const at = offset - from + 1;
  return analyse(`\n${text}`, NOBODY)
    .maskedIn(at, at)
    .map(mask => shifted(mask, from - 1));
}

/** Whether a change so far from the beginning could close front matter that is not closed yet. */
const mayBecomeFrontMatter = ({ text }: Analysis, changed: number): boolean =>
  changed < FRONT_MATTER_LIMIT &&
  /^\uFEFF?(?:---|\+\+\+)/.test(text.slice(0, 4)) &&
  frontMatterEnd(text) === 0;
