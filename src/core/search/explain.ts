import { editDistance } from '../text/edit-distance.ts';
import { searchKeys, skeleton } from '../text/fold.ts';
import type { EntryType } from './options.ts';
import { queryWords } from './query.ts';
import type { Searcher } from './searcher.ts';

export interface CountedWord {
  /** As typed. */
  readonly word: string;
  /** How many records of the types have it. */
  readonly count: number;
}

/** What to try instead: a query that finds something. */
export interface Suggestion {
  readonly query: string;
  readonly count: number;
  /** `spelling`: a known word stands in the place of an unknown one. `fewer`: some words are left out. */
  readonly kind: 'spelling' | 'fewer';
}

/** Why no record has all words of a query. */
export interface Miss {
  /** The words that no record of the types has, be it with a typing error. */
  readonly unknown: readonly string[];
  /** The words that some have, though none has all of them. */
  readonly known: readonly CountedWord[];
  /** Where records of other types have all words: how many, by type. */
  readonly elsewhere: ReadonlyMap<EntryType, number>;
  /** The best first. */
  readonly suggestions: readonly Suggestion[];
}

/** Of a longer query nobody wants to read what each word finds. */
const MOST_WORDS = 8;
/** So many are offered at most. */
const MOST_SUGGESTIONS = 3;

/**
 * Why a search for the types finds nothing that has all words of the query; `undefined` where it does find that, where
 * nothing can be searched for in the query, or where it is too long to be explained.
 *
 * @param types those that are searched; all where left out.
 */
export function explainMiss(
  searcher: Searcher,
  query: string,
  types?: readonly EntryType[],
): Miss | undefined {
  const asked = queryWords(query);
  if (asked.length === 0 || asked.length > MOST_WORDS) return undefined;
  const count = (list: readonly string[]): number => sum(searcher.count(list, types));
  if (count(asked) > 0) return undefined;
  const counted = asked.map((word): CountedWord => ({ word, count: count([word]) }));
  const unknown = counted.filter(each => each.count === 0).map(({ word }) => word);
  const known = counted.filter(each => each.count > 0);
  const elsewhere = types === undefined ? new Map<EntryType, number>() : searcher.count(asked);
  const suggestions = new Map<string, Suggestion>();
  const suggest = (list: readonly string[], kind: Suggestion['kind']): void => {
    const found = list.length > 0 && suggestions.size < MOST_SUGGESTIONS ? count(list) : 0;
    if (found > 0) suggestions.set(list.join(' '), { query: list.join(' '), count: found, kind });
  };
  if (unknown.length > 0) {
    const near = new Map(unknown.flatMap(word => nearest(searcher, word).map(other => [word, other])));
    const mended = asked.map(word => near.get(word) ?? word);
    if (near.size > 0) {
      suggest(mended, 'spelling');
      suggest(
        mended.filter(word => !unknown.includes(word)),
        'spelling',
      );
    }
  }
  for (const list of fewer(known, unknown.length > 0)) suggest(list, 'fewer');
  return { unknown, known, elsewhere, suggestions: [...suggestions.values()] };
}

/** The words with as few of them left out as will do, the later ones first; then each alone, the most telling first. */
function* fewer(known: readonly CountedWord[], others: boolean): Generator<readonly string[]> {
  const all = known.map(({ word }) => word);
  if (others) yield all;
  for (let at = all.length - 1; at >= 0; at--) yield all.filter((_, index) => index !== at);
  const isNumber = ({ word }: CountedWord): number => Number(/^\d/.test(word));
  const telling = [...known].sort((a, b) => isNumber(a) - isNumber(b) || a.count - b.count);
  for (const { word } of telling) yield [word];
}

const sum = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((total, each) => total + each, 0);

/** The known word that is most like a word, if any is; one of the originals in small letters, as the index has it. */
function nearest(searcher: Searcher, word: string): string[] {
  const [own = ''] = searchKeys(word);
  const like = mostLike(own, searcher.near(own));
  if (like === undefined) return [];
  // A skeleton is no word: there is another key then of which it is the skeleton.
  const around = [...searcher.near(like.key)].filter(
    ([key]) => key !== like.key && skeleton(key) === like.key,
  );
  const { key, fields } = mostLike(own, around) ?? like;
  const isName = fields.has('title') || fields.has('names');
  return [isName ? key.charAt(0).toUpperCase() + key.slice(1) : key];
}

interface Like {
  readonly key: string;
  readonly fields: ReadonlySet<string>;
}

function mostLike(own: string, near: Iterable<readonly [string, ReadonlySet<string>]>): Like | undefined {
  const found = Array.from(near, ([key, fields]) => ({
    key,
    fields,
    distance: editDistance(own, key, own.length),
  }));
  return found.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1))[0];
}
