import type { QueryCombination } from 'minisearch';
import { searchKeys, words } from '../text/fold.ts';
import { otherDateWords, spellDates } from './dates.ts';
import { LONG } from './options.ts';

const LONGEST_QUERY = 10_000;
const MOST_WORDS = 64;
const LONGEST_WORD = 64;

/**
 * The words of a query, each once, as typed. A pasted page is no query: no more words are taken than anyone would type.
 */
export function queryWords(query: string): string[] {
  const distinct = new Set<string>();
  for (const { text } of words(spellDates(query.slice(0, LONGEST_QUERY)))) {
    if (searchKeys(text).length > 0) distinct.add(text.slice(0, LONGEST_WORD));
    if (distinct.size === MOST_WORDS) break;
  }
  return [...distinct];
}

/** How strictly a word is taken. */
export interface Strictness {
  /** Whether every word has to be there. */
  readonly all: boolean;
  /** Whether the last word may be unfinished. */
  readonly unfinished: boolean;
  /** Whether typing errors are forgiven. */
  readonly errors: boolean;
}

/** What MiniSearch is asked: for each word one of its keys. */
export function queryFor(
  asked: readonly string[],
  { all, unfinished, errors }: Strictness,
): QueryCombination {
  return {
    combineWith: all ? 'AND' : 'OR',
    tokenize: text => [text],
    processTerm: term => term,
    queries: asked.map((word, index) => ({
      combineWith: 'OR',
      prefix: unfinished && index === asked.length - 1,
      ...(!errors && { fuzzy: false }),
      queries: [...searchKeys(word), ...otherDateWords(word), ...(errors ? [exchanged(word)] : [])],
    })),
  };
}

/** A short word with each two neighbours exchanged, of which a longer one is forgiven without: `Krery` is Kerry. */
function exchanged(word: string): QueryCombination {
  const [own = ''] = searchKeys(word);
  const variants = new Set<string>();
  if (own.length >= 4 && own.length < LONG && !/\d/.test(own)) {
    for (let at = 1; at < own.length; at++) {
      variants.add(own.slice(0, at - 1) + own.charAt(at) + own.charAt(at - 1) + own.slice(at + 1));
    }
    variants.delete(own);
  }
  return { combineWith: 'OR', prefix: false, fuzzy: false, queries: [...variants] };
}
