import { UNSPACED, unitKind, WORD } from './chars.ts';
import { afterSurname, allCaps, beginsSentence, givenBefore, standsFree } from './context.ts';
import { FOLDED_AWAY, foldUnit } from './fold.ts';
import { AMBIGUOUS, FOREIGN_TITLES, NAMED_AFTER, PERSON_VERBS, US_STATE } from './lexicon.ts';
import type { DraftMention } from './mention.ts';
import {
  hashWord,
  isWordOf,
  lastWord,
  type NameMatcher,
  type NameNode,
  pairHash,
  type Use,
} from './name-index.ts';
import { rankByTitle, type Title, titleBefore } from './titles.ts';
import { capitalAfter, skipGap, tokenAfter, tokenBefore } from './tokens.ts';

/** Where names are looked for: `text` from `from` to `to`, a stretch of prose within one leaf. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly heading: boolean;
}

interface Match {
  readonly end: number;
  readonly node: NameNode;
  readonly tokens: number;
}

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

/** What stands glued before a surname as part of it. */
const PARTICLE = /(?:^|[^\p{L}])(?:al|el)[-\u2010\u2011]$/iu;

function judge(
  stretch: Stretch,
  at: number,
  match: Match,
  index: NameMatcher,
  floor: number,
): DraftMention | undefined {
  const { text, from, to } = stretch;
  const { end, node } = match;
  const { uses } = node;
  if (!standsFree(text, at, end, from, to, index)) return undefined;
  const after = capitalAfter(text, end, to);
  if (after !== undefined && NAMED_AFTER.has(after.folded)) return undefined;
  const kind = uses[0]?.form.kind;
  const word = tokenBefore(text, at, floor, true);
  const glued = word !== undefined && word.end + (word.dot ? 1 : 0) === at;
  const title = glued ? undefined : titleBefore(text, word, floor);
  if (match.tokens > 1 && kind !== 'surname' && kind !== 'given') return mention(at, end, uses, title);
  // `Asma al-Assad` is no more Bashar al-Assad than `Asma Assad` would be; `Clinton, Iowa` is a town.
  if (PARTICLE.test(text.slice(Math.max(floor, at - 4), at))) {
    const first = at - 3;
    if (givenBefore(text, tokenBefore(text, first, floor), first, floor, uses, index) === 'other')
      return undefined;
  }
  if (
    title === undefined &&
    text.charCodeAt(end) === 44 &&
    US_STATE.test(text.slice(end, Math.min(to, end + 24)))
  ) {
    return undefined;
  }
  const before = title === undefined ? givenBefore(text, word, at, floor, uses, index) : undefined;
  if (before === 'other') return undefined;
  if (before === 'rival') return rival(at, end, node);
  if (before !== undefined) {
    const itsTitle = titleBefore(text, tokenBefore(text, before.at, floor), floor);
    return mention(before.at, end, before.uses, itsTitle, FULL);
  }
  if (after !== undefined) {
    const next = afterSurname(text, after, to, !allCaps(text, at, end), uses, index);
    if (next === 'other' && !goesOn(stretch, at, node, title)) return undefined;
    if (next !== undefined && next !== 'other') return mention(at, next.at, next.uses, title, FULL);
  }
  if (title === undefined && PRESIDENCY.some(noun => text.startsWith(noun, end + 1))) {
    if (
      rankByTitle(
        uses.map(use => use.person),
        'President',
        true,
      ).length === 0
    )
      return undefined;
  }
  const doubtful = kind === 'given' || (node.common && title === undefined && isDoubtful(stretch, at, end));
  const found = mention(at, end, uses, title, doubtful ? DOUBTFUL : BARE);
  // `President Clinton` with only Hillary Clinton in the dossier.
  if (found === undefined) return title === undefined ? undefined : rival(at, end, node);
  if (title === undefined && kind === 'surname') found.surname = node.token;
  return found;
}

/** Whether a surname stays one though a capitalised word follows: a headline (`Mr. Lavrov Comes`, `Kerry-Lavrov Talks`). */
function goesOn(
  { text, from, heading }: Stretch,
  at: number,
  node: NameNode,
  title: Title | undefined,
): boolean {
  const joined = at > from && /[-\u2010-\u2014/]/.test(text.charAt(at - 1));
  return joined || ((heading || title !== undefined) && !AMBIGUOUS.has(node.token));
}

/** Nouns that make a president's of the surname before them. */
const PRESIDENCY = ['administration', 'Administration', 'presidency', 'Presidency'];

/** Somebody else of the name. */
function rival(nameStart: number, nameEnd: number, { token }: NameNode): DraftMention {
  return {
    start: nameStart,
    end: nameEnd,
    nameStart,
    nameEnd,
    form: '',
    kind: 'surname',
    people: [],
    surname: token,
  };
}

/** Whether a surname that is a word too stands where it may be the word: at the head of a sentence, in capitals. */
function isDoubtful({ text, from, to, heading }: Stretch, at: number, end: number): boolean {
  if (!heading && !beginsSentence(text, at, from) && !allCaps(text, at, end)) return false;
  const after = heading ? undefined : tokenAfter(text, end, to);
  return after === undefined || !PERSON_VERBS.has(after.folded);
}

/** How much of a name was met: the form as it stands; more than the form; a surname alone; one that may be a word. */
const FORM = 0;
const FULL = 1;
const BARE = 2;
const DOUBTFUL = 3;

function mention(
  nameStart: number,
  end: number,
  uses: readonly Use[],
  title: Title | undefined,
  how: typeof FORM | typeof FULL | typeof BARE | typeof DOUBTFUL = FORM,
): DraftMention | undefined {
  if (title !== undefined && FOREIGN_TITLES.has(title.head)) return undefined;
  const theirs = title === undefined ? uses : usesWithTitle(uses, title.text, how >= BARE);
  const form = theirs[0]?.form;
  if (form === undefined) return undefined;
  const found: DraftMention = {
    start: title?.start ?? nameStart,
    end,
    nameStart,
    nameEnd: end,
    form: form.form,
    kind: how === FULL ? 'full' : form.kind,
    people: idsOf(theirs),
  };
  if (form.kind === 'misnomer') found.misnomer = true;
  if (how === DOUBTFUL) found.needsIntroduction = true;
  return found;
}

function usesWithTitle(uses: readonly Use[], title: string, bare: boolean): readonly Use[] {
  const everybody = uses.map(use => use.person);
  const people = rankByTitle(everybody, title, bare);
  return people === everybody ? uses : uses.filter(use => people.includes(use.person));
}

/** One list for all mentions of a form: there may be tens of thousands. */
const IDS = new WeakMap<readonly Use[], readonly string[]>();

function idsOf(uses: readonly Use[]): readonly string[] {
  let ids = IDS.get(uses);
  if (ids === undefined) {
    ids = [...new Set(uses.map(use => use.person.id))];
    IDS.set(uses, ids);
  }
  return ids;
}

const HANGUL = /[\u1100-\u11FF\uAC00-\uD7AF]/;
const KATAKANA = /[\u30A1-\u30FA\u30FC]/;
/** One-letter words that Arabic and Hebrew write on to the next one. */
const PROCLITIC = /[\u0648\u0641\u0628\u0643\u0644\u05D5\u05D1\u05DC\u05DB\u05D4\u05DE\u05E9]/;

/** The mention of a script without case that begins at `at`. */
export function literalAt(stretch: Stretch, at: number, index: NameMatcher): DraftMention | undefined {
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
      return mention(at, end, uses, undefined);
    }
  }
  return undefined;
}

/** Whether a name of a script without case is no part of a longer word, as far as the script shows where words end. */
function literalStandsFree({ text, from, to }: Stretch, at: number, end: number): boolean {
  const first = text.charAt(at);
  const before = at > from ? text.charAt(at - 1) : ' ';
  const after = end < to ? text.charAt(end) : ' ';
  if (KATAKANA.test(first)) return !KATAKANA.test(before) && !KATAKANA.test(after);
  if (unitKind(first.charCodeAt(0)) & UNSPACED) return true;
  if (HANGUL.test(first)) {
    // Particles of up to three syllables may be written on to it.
    return (
      !HANGUL.test(before) && !/^[\u1100-\u11FF\uAC00-\uD7AF]{4}/.test(text.slice(end, Math.min(to, end + 4)))
    );
  }
  const free = (char: string): boolean => (unitKind(char.charCodeAt(0)) & WORD) === 0;
  const clitic = PROCLITIC.test(before) && (at - 1 <= from || free(text.charAt(at - 2)));
  return (free(before) || clitic) && free(after);
}
