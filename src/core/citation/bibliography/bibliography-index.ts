import { searchKeys, words } from '../../text/fold.ts';
import type { Bibliography, BibliographyEntry, BibliographyItem } from './entry.ts';
import { sameWorkAmong } from './same-work.ts';

/** A bibliography file that was read. */
export interface BibliographyFile {
  /** Names the file for its owner: an address. */
  readonly file: string;
  readonly bibliography: Bibliography;
}

/** An entry and the file that has it. */
export interface FoundEntry {
  readonly file: string;
  readonly entry: BibliographyEntry;
}

/** A key that stands in several places. The first is the one that counts. */
export interface DuplicateKey {
  readonly key: string;
  readonly places: readonly { readonly file: string; readonly start: number; readonly end: number }[];
}

interface Searchable {
  readonly all: readonly FoundEntry[];
  /** The places in `all` of the entries that have a folded word. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The words of `places` in order. */
  readonly words: readonly string[];
  /** The first entry of each DOI, in small letters. */
  readonly identified: ReadonlyMap<string, FoundEntry>;
}

function addKeys(keyed: Map<string, FoundEntry>, found: FoundEntry): void {
  for (const { key } of [found.entry, ...found.entry.aliases]) if (!keyed.has(key)) keyed.set(key, found);
}

/** The folded words that an entry is found by. Kept as long as the entry is. */
const SEARCH_WORDS = new WeakMap<BibliographyEntry, readonly string[]>();

function searchWords(entry: BibliographyEntry, keysOf: (word: string) => readonly string[]): string[] {
  const {
    title = '',
    author = [],
    editor = [],
    issued = '',
    'container-title': container = '',
  } = entry.fields;
  const names = [...author, ...editor].map(name =>
    'literal' in name ? name.literal : `${name.given ?? ''} ${name.family}`,
  );
  const keys = entry.aliases.map(({ key }) => key);
  const text = [entry.key, ...keys, title, ...names, issued, container].join(' ');
  return [...new Set(Array.from(words(text), word => keysOf(word.text)).flat())];
}

/**
 * The entries of several files by their keys, and by the words of their titles, names and years. It never changes: when a
 * file does, a new one is made, which costs a look at each key; what was made searchable stays so with its entry.
 */
export class BibliographyIndex {
  readonly #files: readonly BibliographyFile[];
  #places: ReadonlyMap<string, FoundEntry> | undefined;
  #searchable: Searchable | undefined;
  readonly #works = new WeakMap<BibliographyItem, { readonly found: FoundEntry | undefined }>();

  /** @param files in the order in which their entries count. */
  constructor(files: readonly BibliographyFile[]) {
    this.#files = files;
  }

  has(key: string): boolean {
    return this.#keyed().has(key);
  }

  get(key: string): FoundEntry | undefined {
    return this.#keyed().get(key);
  }

  /** All keys, further ones of an entry too, in the order of the files. */
  keys(): IterableIterator<string> {
    return this.#keyed().keys();
  }

  #keyed(): ReadonlyMap<string, FoundEntry> {
    if (this.#places === undefined) {
      const keyed = new Map<string, FoundEntry>();
      for (const { file, bibliography } of this.#files)
        for (const entry of bibliography.entries) addKeys(keyed, { file, entry });
      this.#places = keyed;
    }
    return this.#places;
  }

  /**
   * The entry of the same work as a record, under whatever key it has it; none before {@link indexing} has come to its end.
   * Kept for each record, so that it can be asked at each letter typed.
   */
  sameWork(item: BibliographyItem): FoundEntry | undefined {
    if (this.#searchable === undefined) return undefined;
    let known = this.#works.get(item);
    if (known === undefined) {
      // The same work has the same title or the same DOI; all others need not be looked at.
      const { identified } = this.#searchable;
      const byTitle = item.title ? this.search(item.title, Infinity) : [];
      const byDoi = identified.get(item.DOI?.toLowerCase() ?? '');
      const candidates = byDoi ? [byDoi, ...byTitle] : byTitle;
      const same = sameWorkAmong(
        candidates.map(found => ({ fields: found.entry.fields, found })),
        item,
      );
      known = { found: same?.found };
      this.#works.set(item, known);
    }
    return known.found;
  }

  /** The keys that stand twice or more, with all their places. */
  duplicates(): DuplicateKey[] {
    const places = new Map<string, { file: string; start: number; end: number }[]>();
    for (const { file, bibliography } of this.#files)
      for (const entry of bibliography.entries)
        for (const { key, keyStart, keyEnd } of [entry, ...entry.aliases]) {
          const place = { file, start: keyStart, end: keyEnd };
          const known = places.get(key);
          if (known) known.push(place);
          else places.set(key, [place]);
        }
    return Array.from(places, ([key, found]) => ({ key, places: found })).filter(
      ({ places: all }) => all.length > 1,
    );
  }

  /** Makes all entries searchable, pausing between them; some 10 µs each, less for those that were in another index. */
  *indexing(): Generator<void, void> {
    const folded = new Map<string, readonly string[]>();
    const keysOf = (word: string): readonly string[] => {
      const known = folded.get(word) ?? searchKeys(word);
      folded.set(word, known);
      return known;
    };
    const all: FoundEntry[] = [];
    const places = new Map<string, number[]>();
    const keyed = new Map<string, FoundEntry>();
    const identified = new Map<string, FoundEntry>();
    for (const { file, bibliography } of this.#files)
      for (const entry of bibliography.entries) {
        const found = SEARCH_WORDS.get(entry) ?? searchWords(entry, keysOf);
        SEARCH_WORDS.set(entry, found);
        const it = { file, entry };
        const place = all.push(it) - 1;
        addKeys(keyed, it);
        const doi = entry.fields.DOI?.toLowerCase();
        if (doi !== undefined && !identified.has(doi)) identified.set(doi, it);
        for (const word of found) {
          const known = places.get(word);
          if (known) known.push(place);
          else places.set(word, [place]);
        }
        yield;
      }
    this.#places = keyed;
    yield;
    this.#searchable = { all, places, words: [...places.keys()].sort(), identified };
  }

  /**
   * The entries of which each word of a query begins a word, in the order of the files; none before {@link indexing} has
   * come to its end. An empty query finds all.
   */
  search(query: string, limit: number): FoundEntry[] {
    if (this.#searchable === undefined) return [];
    const { all, places, words: known } = this.#searchable;
    // How many of the words asked for, from the first on, an entry has.
    const had = new Uint8Array(all.length);
    const asked = Array.from(words(query.slice(0, 200)));
    for (const [index, { text }] of asked.entries())
      for (const key of searchKeys(text))
        for (let at = firstFrom(known, key); known[at]?.startsWith(key); at++)
          for (const place of places.get(known[at] ?? '') ?? [])
            if (had[place] === index) had[place] = index + 1;
    const found: FoundEntry[] = [];
    for (let place = 0; place < all.length && found.length < limit; place++) {
      const entry = all[place];
      if (entry && had[place] === asked.length) found.push(entry);
    }
    return found;
  }
}

/** The place of the first of some words in order that does not come before `key`. */
function firstFrom(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
