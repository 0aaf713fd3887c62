import { searchKeys, words } from '../../text/fold.ts';
import type { Bibliography, BibliographyEntry } from './entry.ts';

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

/** What an entry is found by: folded words, each behind a blank. Kept as long as the entry is. */
const SEARCH_TEXTS = new WeakMap<BibliographyEntry, string>();

function searchText(entry: BibliographyEntry, keysOf: (word: string) => readonly string[]): string {
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
  const text = [entry.key, ...entry.aliases.map(({ key }) => key), title, ...names, issued, container].join(
    ' ',
  );
  const found = new Set<string>();
  for (const { text: word } of words(text)) for (const key of keysOf(word)) found.add(key);
  return ` ${[...found].join(' ')}`;
}

/**
 * The entries of several files by their keys, and by the words of their titles, names and years. It never changes: when a
 * file does, a new one is made, which costs a look at each key; what was made searchable stays so with its entry.
 */
export class BibliographyIndex {
  readonly #places = new Map<string, FoundEntry>();
  readonly #files: readonly BibliographyFile[];

  /** @param files in the order in which their entries count. */
  constructor(files: readonly BibliographyFile[]) {
    this.#files = files;
    for (const { file, bibliography } of files)
      for (const entry of bibliography.entries)
        for (const { key } of [entry, ...entry.aliases])
          if (!this.#places.has(key)) this.#places.set(key, { file, entry });
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  get(key: string): FoundEntry | undefined {
    return this.#places.get(key);
  }

  /** All keys, further ones of an entry too, in the order of the files. */
  keys(): IterableIterator<string> {
    return this.#places.keys();
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

  /** Makes all entries searchable, pausing between them; some 50 µs each. */
  *indexing(): Generator<void, void> {
    const folded = new Map<string, readonly string[]>();
    const keysOf = (word: string): readonly string[] => {
      const known = folded.get(word) ?? searchKeys(word);
      folded.set(word, known);
      return known;
    };
    for (const { bibliography } of this.#files)
      for (const entry of bibliography.entries) {
        if (!SEARCH_TEXTS.has(entry)) SEARCH_TEXTS.set(entry, searchText(entry, keysOf));
        yield;
      }
  }

  /**
   * The entries of which each word of a query begins a word, in the order of the files; those that {@link indexing} has
   * not come to are left out. An empty query finds all.
   */
  search(query: string, limit: number): FoundEntry[] {
    const asked = Array.from(words(query), word => searchKeys(word.text).map(key => ` ${key}`));
    const found: FoundEntry[] = [];
    for (const { file, bibliography } of this.#files)
      for (const entry of bibliography.entries) {
        const text = SEARCH_TEXTS.get(entry);
        if (found.length >= limit) return found;
        if (text !== undefined && asked.every(keys => keys.some(key => text.includes(key))))
          found.push({ file, entry });
      }
    return found;
  }
}
