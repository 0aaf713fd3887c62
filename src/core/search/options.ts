import type { Options } from 'minisearch';
import { searchKeys, words } from '../text/fold.ts';

export type EntryType = 'person' | 'meeting' | 'document' | 'passage' | 'quotation' | 'dispute';

/** What the index knows of one thing that can be found. Lists of words are joined by spaces. */
export interface Entry {
  /** `type:id`; a passage's id is `document#number`. */
  readonly key: string;
  readonly title: string;
  readonly names: string;
  readonly text: string;
  readonly date: string;
  /** The words of the original, of which only the set is known. */
  readonly terms: string;
  /** How much it counts beside others that have the same words: a person more than what only names them. */
  readonly weight: number;
}

/** From this length on a word is forgiven two wrong letters, and with them two that are exchanged. */
export const LONG = 7;

/**
 * The options of MiniSearch for building the index and for loading it: it must be the same object, since the index does
 * not remember how its terms were made. Folding happens in `core/text/fold.ts` alone.
 */
export const SEARCH_OPTIONS: Options<Entry> = {
  idField: 'key',
  fields: ['title', 'names', 'text', 'date', 'terms'],
  storeFields: ['weight'],
  tokenize: text => Array.from(words(text), word => word.text),
  processTerm: term => searchKeys(term),
  searchOptions: {
    boostDocument: (_, __, stored) => Number(stored?.['weight'] ?? 1),
    boost: { title: 4, names: 3, text: 2, date: 2, terms: 1 },
    // Two letters exchanged count as two: what is long enough is forgiven that.
    fuzzy: term => (/\d/.test(term) || term.length < 4 ? false : term.length < LONG ? 1 : 2),
    weights: { fuzzy: 0.3, prefix: 0.6 },
  },
};
