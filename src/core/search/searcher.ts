import MiniSearch, { type SearchResult } from 'minisearch';
import { getOrAdd } from '../dossier/keyed.ts';
import { type Entry, type EntryType, SEARCH_OPTIONS } from './options.ts';
import { type PackedIndex, unpackIndex } from './packed.ts';
import { queryFor, queryWords, type Strictness } from './query.ts';

export interface Found {
  readonly type: EntryType;
  /** The record's id; a passage's is `document#number`. */
  readonly id: string;
  /** Greater is better; only comparable within one search. */
  readonly score: number;
  /** It has all of the words as typed; the last one may be unfinished. */
  readonly whole: boolean;
}

export interface SearchLimits {
  /** At most so many results; 50 where left out. */
  readonly limit?: number;
  /** Only these types; all where left out. */
  readonly types?: readonly EntryType[] | undefined;
  /** Nothing but a last word that is not finished, or typing errors too, or, where left out, that words are missing. */
  readonly forgiven?: 'nothing' | 'errors' | 'missing';
}

/**
 * How strictly words are taken, strictest first: what has every word as typed stands above what has it unfinished or
 * with a typing error, and that above what has only some of the words, however often those occur.
 */
const STAGES: readonly Strictness[] = [
  { all: true, unfinished: false, errors: false },
  { all: true, unfinished: true, errors: false },
  { all: true, unfinished: true, errors: true },
  { all: false, unfinished: true, errors: false },
  { all: false, unfinished: true, errors: true },
];
/** Of results that have only some of the words, those that score at least this share of the best one are worth showing. */
const WORTHWHILE = 0.35;
/** More than any score of one stage. */
const STAGE = 10_000;
/** One letter in so many of a word may be wrong, for another to be offered in its place. */
const ONE_IN = 3;
const MOST_ERRORS = 4;

/** Answers queries over a dossier's index. */
export class Searcher {
  readonly #index: MiniSearch<Entry>;

  private constructor(index: MiniSearch<Entry>) {
    this.#index = index;
  }

  /** @throws where the object is not an index that `buildSearchIndex` made. */
  static load(index: PackedIndex): Searcher {
    return new Searcher(MiniSearch.loadJS<Entry>(unpackIndex(index), SEARCH_OPTIONS));
  }

  /**
   * Ranked results for words as typed: what has all of them first, then what has some; typing errors, other
   * transliterations and a last word that is not finished are forgiven, and dates may be written in any usual form. An
   * empty query finds nothing.
   */
  search(query: string, { limit = 50, types, forgiven = 'missing' }: SearchLimits = {}): Found[] {
    const asked = queryWords(query);
    const found = new Map<string, { readonly score: number; readonly whole: boolean }>();
    for (const [index, stage] of STAGES.entries()) {
      if (found.size >= limit || (forgiven !== 'missing' && !stage.all)) break;
      if (forgiven === 'nothing' && stage.errors) break;
      const results = this.#results(asked, stage, types);
      const least = stage.all ? 0 : (results[0]?.score ?? 0) * WORTHWHILE;
      for (const result of results) {
        if (result.score < least) break;
        const key = String(result.id);
        if (found.has(key)) continue;
        const score = (STAGES.length - index) * STAGE + result.score;
        found.set(key, { score, whole: stage.all && !stage.errors });
      }
    }
    return [...found]
      .sort((a, b) => b[1].score - a[1].score || (a[0] < b[0] ? -1 : 1))
      .slice(0, limit)
      .map(([key, ranked]) => ({
        type: typeOf(key),
        id: key.slice(key.indexOf(':') + 1),
        ...ranked,
      }));
  }

  /** How many records of the types have all of the words, by type; typing errors are forgiven only where they have to be. */
  count(asked: readonly string[], types?: readonly EntryType[]): ReadonlyMap<EntryType, number> {
    const counts = new Map<EntryType, number>();
    for (const stage of STAGES.filter(({ all, unfinished }) => all && unfinished)) {
      if (asked.length === 0 || counts.size > 0) break;
      for (const { id } of this.#results(asked, stage, types)) {
        const type = typeOf(String(id));
        counts.set(type, (counts.get(type) ?? 0) + 1);
      }
    }
    return counts;
  }

  /** The keys of the index that are like a key, each with the fields in which it stands; more unlike ones than a search forgives. */
  near(key: string): ReadonlyMap<string, ReadonlySet<string>> {
    const results = this.#index.search(key, {
      tokenize: text => [text],
      processTerm: term => term,
      fuzzy: Math.min(MOST_ERRORS, Math.ceil(key.length / ONE_IN)),
    });
    const found = new Map<string, Set<string>>();
    for (const [term, fields] of results.flatMap(({ match }) => Object.entries(match))) {
      for (const field of fields) getOrAdd(found, term, () => new Set<string>()).add(field);
    }
    return found;
  }

  #results(asked: readonly string[], stage: Strictness, types?: readonly EntryType[]): SearchResult[] {
    const filter = (result: SearchResult): boolean => !types || types.includes(typeOf(String(result.id)));
    return this.#index.search(queryFor(asked, stage), { filter });
  }
}

const typeOf = (key: string): EntryType => key.slice(0, key.indexOf(':')) as EntryType;
