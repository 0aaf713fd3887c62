import type { Gender } from '../dossier/records.ts';
import { foldWord } from './fold.ts';
import { mayPrecedeSurname } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { firstEndingAfter, overlap, type Range } from './ordered-ranges.ts';
import { read, type Surroundings } from './reporting.ts';
import { isSubject } from './speaker-before.ts';

/** A pronoun further than this from the beginning of its paragraph is not resolved. */
const REACH = 2000;

/** Words for people who may be meant as well. */
const PERSON =
  /(?<!\p{L})(?:\p{L}*(?:man|woman|men|women)|aide|official|minister|diplomat|president|reporter|journalist|advis[eo]r|ambassador|counterpart|colleague|host|guest|envoy|deputy|chief|senator|general|leader|analyst|interpreter|wife|husband|friend|another|someone|somebody|помощник|дипломат|журналист|коллег)/iu;
const CAPITAL = /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{M}’'-]*/gu;
const PLACED = /(?:^|[\s(*_])(?:in|at|into|from|the)\s+$/i;

/**
 * Whom a pronoun at `at` means: the only one whom the paragraph, which begins at `from`, names before it, outside of
 * quotations, if that is the subject of the same sentence or of the one before. `undefined` where anybody else may be meant.
 */
export function antecedent(
  around: Surroundings,
  from: number,
  at: number,
  gender: (person: string) => Gender | undefined,
): Mention | undefined {
  if (at - from > REACH) return undefined;
  const { text, mentions, quotations, masked } = around;
  const near = <T extends Range>(ranges: readonly T[]): readonly T[] =>
    ranges.slice(firstEndingAfter(ranges, from), firstEndingAfter(ranges, at - 1));
  const female = /^(?:she|она|elle)$/i.test(/^\p{L}*/u.exec(text.slice(at, at + 8))?.[0] ?? '');
  const other = female ? 'male' : 'female';
  const quoted = near(quotations);
  const named = near(mentions).filter(mention => !quoted.some(quotation => overlap(quotation, mention)));
  const meant = named.filter(({ people }) => people.some(person => gender(person) !== other));
  const last = meant.at(-1);
  if (last === undefined || new Set(meant.flatMap(({ people }) => people)).size > 1) return undefined;
  if (!isLastSubject(around, from, last.end, at)) return undefined;
  let next = from;
  for (const { start, end } of [...quoted, ...near(masked), ...named].sort((a, b) => a.start - b.start)) {
    if (namesSomebody(text.slice(next, start))) return undefined;
    next = Math.max(next, end);
  }
  return namesSomebody(text.slice(next, at)) ? undefined : last;
}

/** Whether the name that ends at `end` is the subject, and no other follows before the clause of the pronoun at `at`. */
function isLastSubject(around: Surroundings, from: number, end: number, at: number): boolean {
  const { codes } = read(around, from, end, true);
  if (!codes.endsWith('M') || !isSubject(codes, codes.length - 1)) return false;
  const rest = read(around, end, at, false);
  return !/[,;&jJ-][dOXPm]/.test(rest.codes) && read(around, rest.end, at, true).whole;
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
