import MiniSearch, { type AsPlainObject, type SearchResult } from 'minisearch';
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

/** What finds all words stands above what finds some, however often those occur. */
const ALL_WORDS = 1_000;

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
    const found = new Map<string, number>();
    const all = this.#index.search(query, { combineWith: 'AND', filter: wanted });
    for (const result of all) found.set(String(result.id), result.score + ALL_WORDS);
    if (found.size < limit) {
      for (const result of this.#index.search(query, { combineWith: 'OR', filter: wanted })) {
        const key = String(result.id);
        if (!found.has(key)) found.set(key, result.score);
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
