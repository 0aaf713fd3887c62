import type { Analysis, Block } from '../text/analysis.ts';
import type { Range } from '../text/ordered-ranges.ts';
import { proseIn } from '../text/paragraphs.ts';
import { sentenceEnds } from '../text/sentences.ts';

/** A longer paragraph is read in parts, so that none holds the thread. */
const LONGEST = 4096;
/** A paragraph of a block quote is one quotation; a longer one than this is nobody's words. */
const LONGEST_QUOTED = 20_000;

/**
 * The parts of a block that are read each on its own. They end where a sentence ends; a sentence longer than anybody
 * writes is in none of them. In place of what is left out nothing is given: the thread may be given back there.
 */
export function* partsOf(analysis: Analysis, block: Block): Generator<Block | undefined, void> {
  const { start, end, quoted } = block;
  if (end - start <= (quoted ? LONGEST_QUOTED : LONGEST)) {
    yield block;
    return;
  }
  if (quoted) return;
  /** Whether a sentence begins at `from`. */
  let begins = true;
  for (let from = start; from < end; ) {
    const to = Math.min(from + LONGEST, end);
    const last: number | undefined = begins && to === end ? end : cutIn(analysis, from, to, begins);
    yield begins && last !== undefined ? { ...block, start: from, end: last } : undefined;
    begins = last !== undefined;
    from = last ?? to;
  }
}

/** What cites behind a full stop, before the next sentence: `They met.[^1]`, `They met. [@key]`. */
const MARKS = /^(?:\s?\[[^[\]]{1,200}\])*(?=\s*[^\s[(:@])/;

/** Where the last sentence, or the first, ends that ends between two offsets; none inside a quotation or code. */
function cutIn(analysis: Analysis, from: number, to: number, last: boolean): number | undefined {
  const { text } = analysis;
  const ends = sentenceEnds(proseIn(analysis, from, to), 0, to - from).map(at => from + at);
  const cuts = ends.flatMap(at => {
    const marks = MARKS.exec(text.slice(at, at + 400));
    return marks ? [at + marks[0].length] : [];
  });
  const isBetween = (at: number): boolean => {
    const holds = ({ start, end }: Range): boolean => start < at && at < end;
    return at < to && ![...analysis.maskedIn(at, at), ...analysis.quotationsIn(at, at)].some(holds);
  };
  return last ? cuts.findLast(isBetween) : cuts.find(isBetween);
}
