import { UPPER, unitKind, WORD } from './chars.ts';
import { afterSurname, allCaps, beginsSentence, givenBefore, standsFree } from './context.ts';
import { FOLDED_AWAY, foldUnit } from './fold.ts';
import { COMMON_WORDS, FOREIGN_TITLES, NAMED_AFTER, PERSON_VERBS } from './lexicon.ts';
import type { FoundMention } from './mention.ts';
import { addToHash, foldToken, type NameMatcher, type NameNode, pairHash, type Use } from './name-index.ts';
import { rankByTitle, type Title, titleBefore } from './titles.ts';
import { skipGap, tokenAfter, tokenBefore } from './tokens.ts';

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
export function mentionAt(
  stretch: Stretch,
  at: number,
  index: NameMatcher,
  floor: number,
): FoundMention | undefined {
  const { text, to } = stretch;
  if (!mayBegin(text, at, to, index)) return undefined;
  let hash = 0;
  let end = at;
  for (; end < to; end++) {
    const unit = text.charCodeAt(end);
    if ((unitKind(unit) & WORD) === 0) break;
    const folded = foldUnit(unit);
    if (folded !== FOLDED_AWAY) hash = addToHash(hash, folded);
  }
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

/** Whether a form begins like the word at `at`, by its first two units. */
function mayBegin(text: string, at: number, to: number, index: NameMatcher): boolean {
  const unit = at + 1 < to ? text.charCodeAt(at + 1) : 0;
  const second = unitKind(unit) & WORD ? foldUnit(unit) : 0;
  return second === FOLDED_AWAY || index.pairs[pairHash(foldUnit(text.charCodeAt(at)), second)] === 1;
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

function judge(
  stretch: Stretch,
  at: number,
  match: Match,
  index: NameMatcher,
  floor: number,
): FoundMention | undefined {
  const { text, from, to } = stretch;
  const { end } = match;
  if (!standsFree(text, at, end, from, to, index)) return undefined;
  const after = tokenAfter(text, end, to);
  if (after?.capital && NAMED_AFTER.has(after.folded)) return undefined;
  const kind = match.uses[0]?.form.kind;
  const word = tokenBefore(text, at, floor, true);
  const glued = word !== undefined && word.end + (word.dot ? 1 : 0) === at;
  const title = glued ? undefined : titleBefore(text, word, floor);
  if (match.tokens > 1 && kind !== 'surname' && kind !== 'given') {
    return mention({ start: at, end, uses: match.uses, title });
  }
  const before = title === undefined ? givenBefore(text, word, at, floor, match.uses, index) : undefined;
  if (before === 'other') return undefined;
  if (before !== undefined) {
    const { at: start, uses } = before;
    return mention({
      start,
      end,
      uses,
      title: titleBefore(text, tokenBefore(text, start, floor), floor),
      full: true,
    });
  }
  if (after?.capital) {
    const next = afterSurname(text, after, to, allCaps(text, at, end), match.uses, index);
    if (next === 'other') return undefined;
    if (next !== undefined) return mention({ start: at, end: next.at, uses: next.uses, title, full: true });
  }
  let needsIntroduction = kind === 'given';
  if (title === undefined && COMMON_WORDS.has(foldToken(text, at, end))) {
    const doubtful = stretch.heading || beginsSentence(text, at, from) || allCaps(text, at, end);
    if (doubtful && (stretch.heading || !after || !PERSON_VERBS.has(after.folded))) needsIntroduction = true;
  }
  return mention({ start: at, end, uses: match.uses, title, bare: true, needsIntroduction });
}

interface Draft {
  readonly start: number;
  readonly end: number;
  readonly uses: readonly Use[];
  readonly title: Title | undefined;
  readonly full?: boolean;
  readonly bare?: boolean;
  readonly needsIntroduction?: boolean;
}

function mention(draft: Draft): FoundMention | undefined {
  const { start, end, uses, title } = draft;
  if (title !== undefined && FOREIGN_TITLES.has(title.head)) return undefined;
  const everybody = [...new Set(uses.map(use => use.person))];
  const people = rankByTitle(everybody, title?.text, draft.bare === true);
  const form = uses.find(use => people.includes(use.person))?.form;
  if (form === undefined) return undefined;
  return {
    start: title?.start ?? start,
    end,
    nameStart: start,
    nameEnd: end,
    form: form.form,
    kind: draft.full ? 'full' : form.kind,
    people: people.map(person => person.id),
    ...(title && { title: title.text }),
    ...(form.kind === 'misnomer' && { misnomer: true as const }),
    ...(draft.needsIntroduction && { needsIntroduction: true as const }),
  };
}

const HANGUL = /[\u1100-\u11FF\uAC00-\uD7AF]/;
const KATAKANA = /[\u30A1-\u30FA\u30FC]/;
const HAN = /\p{Script=Han}/u;
/** One-letter words that Arabic and Hebrew write on to the next one. */
const PROCLITIC = /[\u0648\u0641\u0628\u0643\u0644\u05D5\u05D1\u05DC\u05DB\u05D4\u05DE\u05E9]/;

/** The mention of a script without case that begins at `at`. */
export function literalAt(stretch: Stretch, at: number, index: NameMatcher): FoundMention | undefined {
  const { text, to } = stretch;
  for (const { tokens, uses } of index.literals.get(text.charCodeAt(at)) ?? []) {
    let end = at;
    let met = true;
    for (const token of tokens) {
      const next: number | undefined = end === at ? at : skipGap(text, end, to, false)?.at;
      met = next !== undefined && text.startsWith(token, next) && next + token.length <= to;
      if (!met) break;
      end = (next ?? 0) + token.length;
    }
    if (met && literalStandsFree(stretch, at, end)) {
      return mention({ start: at, end, uses, title: undefined });
    }
  }
  return undefined;
}

/** Whether a name of a script without case is no part of a longer word, as far as the script shows where words end. */
function literalStandsFree({ text, from, to }: Stretch, at: number, end: number): boolean {
  const first = text.charAt(at);
  const before = at > from ? text.charAt(at - 1) : ' ';
  const after = end < to ? text.charAt(end) : ' ';
  if (HAN.test(first)) return true;
  if (KATAKANA.test(first)) return !KATAKANA.test(before) && !KATAKANA.test(after);
  if (HANGUL.test(first)) {
    let last = end;
    while (last < to && HANGUL.test(text.charAt(last))) last++;
    return !HANGUL.test(before) && last - end <= 3;
  }
  const free = (char: string): boolean => (unitKind(char.charCodeAt(0)) & WORD) === 0;
  const clitic = PROCLITIC.test(before) && (at - 1 <= from || free(text.charAt(at - 2)));
  return (free(before) || clitic) && free(after);
}
