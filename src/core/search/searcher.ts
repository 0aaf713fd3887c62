import MiniSearch, { type AsPlainObject, type SearchOptions, type SearchResult } from 'minisearch';
import { words } from '../text/fold.ts';
import { type Entry, type EntryType, SEARCH_OPTIONS } from './options.ts';

export interface Found {
  readonly type: EntryType;
  /** The record's id; a passage's is `document#number`. */
  readonly id: string;
  /** Greater is better; only comparable within one search. */
  readonly score: number;
}

export interface SearchLimits {
  /** At most so many results; 50 where left out. */
  readonly limit?: number;
  /** Only these types; all where left out. */
  readonly types?: readonly EntryType[];
}

/**
 * How strictly words are taken, strictest first: what has every word as typed stands above what has it unfinished or
 * with a typing error, and that above what has only some of the words, however often those occur.
 */
const STAGES: readonly SearchOptions[] = [
  { combineWith: 'AND', fuzzy: false, prefix: false },
  { combineWith: 'AND', fuzzy: false },
  { combineWith: 'AND' },
  { combineWith: 'OR', fuzzy: false },
  { combineWith: 'OR' },
];
/** Of results that have only some of the words, those that score at least this share of the best one are worth showing. */
const WORTHWHILE = 0.35;
const LONGEST_QUERY = 10_000;
const MOST_WORDS = 64;
const LONGEST_WORD = 64;
/** More than any score of one stage. */
const STAGE = 10_000;

/** Answers queries over a dossier's index. */
export class Searcher {
  readonly #index: MiniSearch<Entry>;

  private constructor(index: MiniSearch<Entry>) {
    this.#index = index;
  }

  /** @throws where the object is not an index that `buildSearchIndex` made. */
  static load(index: AsPlainObject): Searcher {
    return new Searcher(MiniSearch.loadJS<Entry>(index, SEARCH_OPTIONS));
  }

  /**
   * Ranked results for words as typed: what has all of them first, then what has some; typing errors, other
   * transliterations and a last word that is not finished are forgiven. An empty query finds nothing.
   */
  search(query: string, { limit = 50, types }: SearchLimits = {}): Found[] {
    const wanted = (result: SearchResult): boolean =>
      !types || types.includes(typeOf(String(result.id)) as EntryType);
    const asked = searchable(query);
    const found = new Map<string, number>();
    for (const [index, stage] of STAGES.entries()) {
      if (found.size >= limit) break;
      const results = this.#index.search(asked, { ...stage, filter: wanted });
      const least = stage.combineWith === 'OR' ? (results[0]?.score ?? 0) * WORTHWHILE : 0;
      for (const result of results) {
        if (result.score < least) break;
        const key = String(result.id);
        if (!found.has(key)) found.set(key, (STAGES.length - index) * STAGE + result.score);
      }
    }
    return [...found]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, limit)
      .map(([key, score]) => ({
        type: typeOf(key) as EntryType,
        id: key.slice(key.indexOf(':') + 1),
        score,
      }));
  }
}

const typeOf = (key: string): string => key.slice(0, key.indexOf(':'));

/** A pasted page is no query: each word counts once, and no more of them than anyone would type. */
function searchable(query: string): string {
  const distinct = new Set<string>();
  for (const { text } of words(query.slice(0, LONGEST_QUERY))) {
    distinct.add(text.slice(0, LONGEST_WORD));
    if (distinct.size === MOST_WORDS) break;
  }
  return [...distinct].join(' ');
}
