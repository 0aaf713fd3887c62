import type { Person } from '../dossier/records.ts';
import { DIGIT, LETTER, unitKind, UPPER, WORD } from './chars.ts';
import { FOLDED_AWAY, foldUnit, foldWord } from './fold.ts';
import { AFTER_SURNAME, COMMON_WORDS, FOREIGN_TITLES, NAMED_AFTER, NOT_GIVEN, PERSON_VERBS, titleCode } from './lexicon.ts';
import type { FoundMention } from './mention.ts';
import { addToHash, foldToken, type Literal, type NameIndex, type NameNode, type Use } from './name-index.ts';
import { hasLetterAt, skipGap, type Token, tokenAfter, tokenBefore } from './tokens.ts';
import { rankByTitle, titleBefore } from './titles.ts';

/** Where names are looked for: `text` from `from` to `to`, a stretch of prose within one leaf. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly heading: boolean;
}

interface Match {
  readonly end: number;
  readonly uses: readonly Use[];
  readonly tokens: number;
}

/** The mention of a cased script that begins with the word at `at`; its range begins there or before. */
export function mentionAt(stretch: Stretch, at: number, index: NameIndex, floor: number): FoundMention | undefined {
  const { text, to } = stretch;
  let hash = 0;
  let end = at;
  for (; end < to; end++) {
    const unit = text.charCodeAt(end);
    if ((unitKind(unit) & WORD) === 0) break;
    const folded = foldUnit(unit);
    if (folded !== FOLDED_AWAY) hash = addToHash(hash, folded);
  }
  if (index.filter[hash & 0xffff] === 0) return undefined;
  const nodes = index.first.get(hash);
  if (nodes === undefined) return undefined;
  const folded = foldToken(text, at, end);
  let best: Match | undefined;
  for (const node of nodes) {
    if (node.token !== folded || (node.capital && (unitKind(text.charCodeAt(at)) & UPPER) === 0)) continue;
    const match = follow(text, node, end, to);
    if (match !== undefined && match.end > (best?.end ?? 0)) best = match;
  }
  return best && judge(stretch, at, best, index, floor);
}

/** The longest form that goes on from `node`, whose token ends at `end`. */
function follow(text: string, node: NameNode, end: number, to: number): Match | undefined {
  let best: Match | undefined;
  let level = node;
  let at = end;
  for (let tokens = 1; ; tokens++) {
    if (level.uses.length > 0) best = { end: at, uses: level.uses, tokens };
    if (level.next.size === 0) break;
    const gap = skipGap(text, at, to, level.token.length === 1);
    if (gap === undefined) break;
    let next = gap.at;
    while (next < to && unitKind(text.charCodeAt(next)) & WORD) next++;
    const child = level.next.get((gap.comma ? ',' : '') + foldToken(text, gap.at, next));
    if (child === undefined || (child.capital && (unitKind(text.charCodeAt(gap.at)) & UPPER) === 0)) break;
    level = child;
    at = next;
  }
  // `Jr.` and a last initial take their dot along where the form has it.
  if (best !== undefined && best.end < to && text.charAt(best.end) === '.') {
    if (best.uses.some(use => use.form.form.endsWith('.'))) best = { ...best, end: best.end + 1 };
  }
  return best;
}

function judge(stretch: Stretch, at: number, match: Match, index: NameIndex, floor: number): FoundMention | undefined {
  const { text, from, to } = stretch;
  let nameStart = at;
  let nameEnd = match.end;
  let uses = match.uses;
  if (!standsFree(text, nameStart, nameEnd, from, to, index)) return undefined;
  const after = tokenAfter(text, nameEnd, to);
  const use = uses[0];
  if (use === undefined) return undefined;
  let { kind } = use.form;
  const bare = match.tokens === 1 || kind === 'surname' || kind === 'given';
  let needsIntroduction = kind === 'given';
  let title = titleBefore(text, nameStart, floor);
  if (after?.capital && NAMED_AFTER.has(after.folded)) return undefined;
  if (bare) {
    const before = title === undefined ? givenBefore(text, nameStart, floor, uses, index) : undefined;
    if (before === 'other') return undefined;
    if (before !== undefined) {
      uses = before.uses;
      nameStart = before.start;
      kind = 'full';
      title = titleBefore(text, nameStart, floor);
    }
    const next = after?.capital ? nextWord(stretch, after, nameStart, nameEnd, uses, index) : 'free';
    if (next === 'other') return undefined;
    if (next !== 'free') {
      uses = next.uses;
      nameEnd = next.end;
      kind = 'full';
    }
    if (kind === 'surname' && COMMON_WORDS.has(foldToken(text, at, match.end)) && title === undefined) {
      const doubtful = stretch.heading || beginsSentence(text, nameStart, floor) || allCaps(text, at, match.end);
      if (doubtful && !(after && PERSON_VERBS.has(after.folded) && !stretch.heading)) needsIntroduction = true;
    }
  }
  if (title !== undefined && FOREIGN_TITLES.has(title.head)) return undefined;
  const people = rankByTitle([...new Set(uses.map(each => each.person))], title?.text, kind !== 'full');
  if (people.length === 0) return undefined;
  const form = uses.find(each => people.includes(each.person))?.form ?? use.form;
  return {
    start: title?.start ?? nameStart,
    end: nameEnd,
    nameStart,
    nameEnd,
    form: form.form,
    kind: kind === 'full' ? 'full' : form.kind,
    people: people.map(person => person.id),
    ...(title && { title: title.text }),
    ...(form.kind === 'misnomer' && { misnomer: true as const }),
    ...(needsIntroduction && { needsIntroduction: true as const }),
  };
}
