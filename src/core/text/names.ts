import { unitKind, WORD } from './chars.ts';
import type { Match, Stretch } from './drafts.ts';
import { FOLDED_AWAY, foldUnit } from './fold.ts';
import { judge } from './judge.ts';
import type { DraftMention } from './mention.ts';
import { hashWord, isWordOf, lastWord, type NameMatcher, type NameNode, pairHash } from './name-index.ts';
import { skipGap } from './tokens.ts';

export type { Stretch } from './drafts.ts';
export { literalAt } from './literal.ts';

/** The mention of a cased script that begins with the word at `at`; its range begins there or before. */
export function mentionAt(
  stretch: Stretch,
  at: number,
  index: NameMatcher,
  floor: number,
): DraftMention | undefined {
  const { text, to } = stretch;
  if (!mayBegin(text, at, to, index)) return undefined;
  const hash = hashWord(text, at, to);
  if (index.hashes[hash & 0xffff] === 0) return undefined;
  const nodes = index.first.get(hash);
  if (nodes === undefined) return undefined;
  const { end } = lastWord;
  let best: Match | undefined;
  for (const node of nodes) {
    if (!isWordOf(node, text, at, end)) continue;
    const match = follow(text, node, end, to);
    if (match !== undefined && match.end > (best?.end ?? 0)) best = match;
  }
  return best && judge(stretch, at, best, index, floor);
}

/** Whether a form begins like the word at `at`, by its first two units. */
function mayBegin(text: string, at: number, to: number, index: NameMatcher): boolean {
  const unit = at + 1 < to ? text.charCodeAt(at + 1) : 0;
  const second = unitKind(unit) & WORD ? foldUnit(unit) : 0;
  return second === FOLDED_AWAY || index.pairs[pairHash(foldUnit(text.charCodeAt(at)), second)] === 1;
}

/** The longest form that goes on from `first`, whose token ends at `end`. */
function follow(text: string, first: NameNode, end: number, to: number): Match | undefined {
  let best: Match | undefined;
  let node: NameNode | undefined = first;
  let at = end;
  for (let tokens = 1; node !== undefined; tokens++) {
    if (node.uses.length > 0) best = { end: at, node, tokens };
    if (node.next.size === 0) break;
    const gap = skipGap(text, at, to, node.token.length === 1);
    if (gap === undefined) break;
    const nodes: readonly NameNode[] | undefined = node.next.get(hashWord(text, gap.at, to));
    at = lastWord.end;
    node = nodes?.find(each => each.comma === gap.comma && isWordOf(each, text, gap.at, at));
  }
  // `Jr.` and a last initial take their dot along where the form has it.
  if (best !== undefined && best.end < to && text.charCodeAt(best.end) === 46) {
    if (best.node.uses.some(use => use.form.form.endsWith('.'))) best = { ...best, end: best.end + 1 };
  }
  return best;
}
