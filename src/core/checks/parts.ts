import type { Analysis, Block } from '../text/analysis.ts';
import type { Range } from '../text/ordered-ranges.ts';
import { proseIn } from '../text/paragraphs.ts';
import { sentenceEnds } from '../text/sentences.ts';

/** A longer paragraph is read in parts, so that none holds the thread. */
const LONGEST = 4096;
/** So much before a part is read with it: who a pronoun is, what was doubted. */
const CONTEXT = 2000;
/** A paragraph of a block quote is one quotation; a longer one than this is nobody's words. */
const LONGEST_QUOTED = 20_000;

/** A part of a block. What is found in it from `start` to `end` counts; the rest of what is read stands around it. */
export interface Part extends Range {
  readonly block: Block;
}

/**
 * The parts of a block that are read each on its own, with some sentences before and one behind. They end where a sentence
 * ends; a sentence longer than anybody writes is in none of them. In place of what is left out nothing is given: the thread
 * may be given back there.
 */
export function* partsOf(analysis: Analysis, block: Block): Generator<Part | undefined, void> {
  const { start, end, quoted } = block;
  if (end - start <= (quoted ? LONGEST_QUOTED : LONGEST)) {
    // Of a block quotation a finding may stand in the paragraph that introduces it.
    yield { block, start: 0, end };
    return;
  }
  if (quoted) return;
  /** Whether a sentence begins at `from`. */
  let begins = true;
  /** Where those before it begin. */
  let before: number[] = [];
  for (let from = start; from < end; ) {
    const to = Math.min(from + LONGEST, end);
    const cuts = cutsIn(analysis, from, to);
    if (!begins) {
      yield undefined;
      from = cuts[0] ?? to;
      begins = cuts.length > 0;
      before = [];
      continue;
    }
    const last = to === end ? end : cuts.at(-1);
    const cut = to === end ? end : (cuts.at(-2) ?? last);
    if (cut !== undefined && last !== undefined) {
      const context = before.find(at => at >= from - CONTEXT) ?? from;
      yield { block: { ...block, start: context, end: last }, start: from, end: cut };
    }
    before = [from, ...cuts];
    begins = cut !== undefined;
    from = cut ?? to;
  }
}

/** What cites behind a full stop, before the next sentence: `They met.[^1]`, `They met. [@key]`. */
const MARKS = /^(?:\s?\[[^[\]]{1,200}\])*(?=\s*[^\s[(:@])/;

/** Where sentences end between two offsets, with what cites for them; not inside a quotation or code. */
function cutsIn(analysis: Analysis, from: number, to: number): number[] {
  const { text } = analysis;
  const ends = sentenceEnds(proseIn(analysis, from, to), 0, to - from);
  return ends.flatMap(at => {
    const marks = MARKS.exec(text.slice(from + at, from + at + 400));
    if (marks === null) return [];
    const cut = from + at + marks[0].length;
    const holds = ({ start, end }: Range): boolean => start < cut && cut < end;
    const inside = [...analysis.maskedIn(cut, cut), ...analysis.quotationsIn(cut, cut)].some(holds);
    return cut >= to || inside ? [] : [cut];
  });
}
