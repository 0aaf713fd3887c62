import { foldWord } from './fold.ts';
import { mayPrecedeSurname } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { firstEndingAfter, overlap, type Range } from './ordered-ranges.ts';
import type { Surroundings } from './reporting.ts';

/** A pronoun further than this from the beginning of its paragraph is not resolved. */
const REACH = 2000;

/** Words for people who may be meant as well. */
const PERSON =
  /(?<!\p{L})(?:\p{L}*(?:man|woman|men|women)|aide|official|minister|diplomat|president|reporter|journalist|advis[eo]r|ambassador|counterpart|colleague|host|guest|envoy|deputy|chief|senator|general|leader|chancellor|analyst|expert|scholar|historian|professor|interpreter|lawyer|son|daughter|wife|husband|friend|critic|source|boss|mother|father|another|someone|somebody|министр|президент|пос(?:ол|ла)|помощник|дипломат|журналист|коллег)/iu;
const CAPITAL = /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{M}’'-]*/gu;
const PLACED = /(?:^|[\s(*_])(?:in|at|into|from|the)\s+$/i;

/**
 * Whom a pronoun at `at` means: the only one whom the paragraph, which begins at `from`, names before it, outside of
 * quotations. `undefined` where anybody else may be meant.
 */
export function antecedent(
  { text, mentions, quotations, masked }: Surroundings,
  from: number,
  at: number,
  gender: (person: string) => 'female' | 'male' | undefined,
): Mention | undefined {
  if (at - from > REACH) return undefined;
  const near = <T extends Range>(ranges: readonly T[]): readonly T[] =>
    ranges.slice(firstEndingAfter(ranges, from), firstEndingAfter(ranges, at - 1));
  const quoted = near(quotations);
  const named = near(mentions).filter(mention => !quoted.some(quotation => overlap(quotation, mention)));
  const last = named.at(-1);
  const [person, ...others] = new Set(named.flatMap(({ people }) => people));
  if (last === undefined || person === undefined || others.length > 0) return undefined;
  const female = /^(?:she|она|elle)$/i.test(/^\p{L}*/u.exec(text.slice(at, at + 8))?.[0] ?? '');
  if (gender(person) !== (female ? 'female' : 'male')) return undefined;
  let next = from;
  for (const { start, end } of [...quoted, ...near(masked), ...named].sort((a, b) => a.start - b.start)) {
    if (namesSomebody(text.slice(next, start))) return undefined;
    next = Math.max(next, end);
  }
  return namesSomebody(text.slice(next, at)) ? undefined : last;
}

/** Whether somebody may be named who is in no dossier. */
function namesSomebody(text: string): boolean {
  if (PERSON.test(text)) return true;
  for (const { 0: word, index } of text.matchAll(CAPITAL)) {
    if (!mayPrecedeSurname(foldWord(word)) && !PLACED.test(text.slice(Math.max(0, index - 8), index)))
      return true;
  }
  return false;
}
