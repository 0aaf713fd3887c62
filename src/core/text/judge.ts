import {
  besideAmbiguous,
  goesOn,
  inList,
  isAnotherSurname,
  isBusiness,
  isElder,
  isGivenName,
  isNamedAfter,
  maybeWord,
  presidentsOf,
  type Surname,
} from './beside.ts';
import { APOSTROPHE, isHyphen, unitKind } from './chars.ts';
import { afterSurname, allCaps, beginsSentence, givenBefore } from './context.ts';
import { BARE, DOUBTFUL, FULL, type Match, mention, rival, type Stretch } from './drafts.ts';
import { ANY_CASE, NOMINATIVE } from './inflection.ts';
import { AFTER_NAME } from './lexicon.ts';
import type { DraftMention } from './mention.ts';
import type { NameMatcher, Use } from './name-index.ts';
import { allowedBySentence } from './russian.ts';
import { standsFree } from './standing.ts';
import { casesOfHead } from './title-words.ts';
import { type Title, titleBefore } from './titles.ts';
import { capitalAfter, tokenAfter, tokenBefore } from './tokens.ts';

/** What stands glued before a surname as part of it. */
const PARTICLE = /(?:^|[^\p{L}])(?:al|el)[-\u2010\u2011]$/iu;

/** Who is named by a form that was met at `at`: by what stands around it nobody, somebody else, or its bearers. */
export function judge(
  stretch: Stretch,
  at: number,
  match: Match,
  index: NameMatcher,
  floor: number,
): DraftMention | undefined {
  const { text, to } = stretch;
  const { end, node } = match;
  if (!standsFree(stretch, { start: at, end }, index)) return undefined;
  const after = capitalAfter(text, end, to);
  if (isNamedAfter(text, after, to)) return undefined;
  const kind = node.uses[0]?.form.kind;
  const word = tokenBefore(text, at, floor, true);
  const glued = word !== undefined && !word.dot && word.end === at;
  const found = glued ? undefined : titleBefore(text, word, floor);
  const agreed = found === undefined ? node.uses : agreeing(found, node.uses);
  // `министр Лаврова` is a woman, but `советник президента Лавров` is he.
  const title = agreed.length > 0 ? found : undefined;
  const uses = agreed.length > 0 ? agreed : node.uses;
  if (match.tokens > 1 && kind !== 'surname' && kind !== 'given') return mention(at, end, uses, title);
  if (found !== undefined && title === undefined && casesOfHead(found.head) === NOMINATIVE) return undefined;
  return judgeSurname(
    stretch,
    {
      at,
      end,
      node,
      index,
      floor,
      // The last word of a sentence says nothing of the next one.
      word: word?.dot && !word.capital ? undefined : word,
      title,
      // Most words after a name say nothing of it.
      next:
        after ??
        (node.ambiguous || node.common ? tokenAfter(text, end, to) : capitalAfter(text, end, to, AFTER_NAME)),
      listed: text.charCodeAt(end) === 44 ? capitalAfter(text, end + 1, to) : undefined,
    },
    uses,
  );
}

function judgeSurname(stretch: Stretch, surname: Surname, uses: readonly Use[]): DraftMention | undefined {
  const { text, to } = stretch;
  const { at, end, node, word, title, next, floor } = surname;
  // `Asma al-Assad` is no more Bashar al-Assad than `Asma Assad` would be.
  if (isHyphen(text.charCodeAt(at - 1)) && PARTICLE.test(text.slice(Math.max(floor, at - 4), at))) {
    const first = at - 3;
    if (givenBefore(text, tokenBefore(text, first, floor), first, floor, uses) === 'other') return undefined;
  }
  const listed = inList(stretch, surname, uses);
  if (listed === 'other') return undefined;
  if (unitKind(text.charCodeAt(end)) & APOSTROPHE && isBusiness(stretch, surname)) return undefined;
  const before = title === undefined ? givenBefore(text, word, at, floor, uses) : undefined;
  if (before === 'other') return isIntroduced(stretch, surname) ? rival(at, end, node, true) : undefined;
  if (before === 'rival') return rival(at, end, node);
  if (before !== undefined) {
    if (before.how === 'shared') return mention(before.at, end, before.uses, undefined, DOUBTFUL);
    const theirs = before.how === 'initials' ? inSentence(stretch, surname, before.uses) : before.uses;
    if (theirs === 'doubtful') return undefined;
    return mention(
      before.at,
      end,
      theirs,
      titleBefore(text, tokenBefore(text, before.at, floor), floor),
      FULL,
    );
  }
  if (typeof listed === 'object') return mention(at, listed.at, listed.uses, undefined, FULL);
  const presidents = presidentsOf(text, surname, uses);
  if (presidents.length === 0) return undefined;
  if (next?.capital && presidents === uses) {
    const given = afterSurname(text, next, to, !allCaps(text, at, end), uses);
    if (given === 'other' && !goesOn(stretch, surname) && !isAnotherSurname(stretch, surname)) {
      // With the surname, so that this is not looked at on its own.
      return isGivenName(text, surname) ? rival(at, next.end, node) : undefined;
    }
    if (given !== undefined && given !== 'other') return mention(at, given.at, given.uses, title, FULL);
  }
  return bareSurname(stretch, surname, presidents);
}

/** Whether an unknown word before a surname that many bear is surely a given name: within a sentence of prose. */
const isIntroduced = ({ text, from, heading }: Stretch, { node, word }: Surname): boolean =>
  node.ambiguous &&
  !heading &&
  word !== undefined &&
  /[^.!?…\s*_>#|-][\s*_]*$/.test(text.slice(Math.max(from, word.start - 4), word.start));

/** What is left once no given name stands beside the surname. */
function bareSurname(stretch: Stretch, surname: Surname, uses: readonly Use[]): DraftMention | undefined {
  const { text } = stretch;
  const { at, end, node, title } = surname;
  const kind = uses[0]?.form.kind;
  if (isElder(text, surname)) return rival(at, end, node);
  let doubtful = kind === 'given';
  let theirs = uses;
  if (title === undefined) {
    const beside = node.ambiguous ? besideAmbiguous(stretch, surname) : undefined;
    if (beside === 'other') return undefined;
    if (beside === 'rival') return rival(at, end, node);
    const allowed = inSentence(stretch, surname, uses);
    doubtful ||=
      beside === 'doubtful' || allowed === 'doubtful' || (node.common && maybeWord(stretch, surname));
    if (allowed !== 'doubtful') theirs = allowed;
    if (theirs.length === 0) return undefined;
  }
  const found = mention(at, end, theirs, title, doubtful ? DOUBTFUL : BARE);
  // `President Clinton` with only Hillary Clinton in the dossier.
  if (found === undefined) return title === undefined ? undefined : rival(at, end, node);
  if (title === undefined && kind === 'surname') found.surname = node.surname;
  return found;
}

/** The uses that agree in case with a Russian title before them. */
function agreeing(title: Title, uses: readonly Use[]): readonly Use[] {
  if (title.head.charCodeAt(0) < 0x400 || uses.every(use => use.cases === ANY_CASE)) return uses;
  const cases = casesOfHead(title.head);
  const agree = uses.filter(use => use.cases & cases);
  return agree.length === uses.length ? uses : agree;
}

/** Of a Russian surname the uses that its sentence allows; of others all. */
function inSentence(
  { text, from, to }: Stretch,
  { at, end, node, word, floor }: Surname,
  uses: readonly Use[],
): readonly Use[] | 'doubtful' {
  // Cyrillic
  if ((node.token.charCodeAt(0) & ~0xff) !== 0x400) return uses;
  // Not behind the dash of `план Керри–Лаврова`.
  const begins =
    beginsSentence(text, at, from) && !/\S[-\u2010-\u2014/]$/.test(text.slice(Math.max(from, at - 2), at));
  return allowedBySentence(text, end, to, floor, word, begins, uses);
}
