import { isWeak } from '../../dossier/dossier.ts';
import type { SourceDocument } from '../../dossier/records.ts';
import type { FoundEntry } from '../bibliography/bibliography-index.ts';
import { type CitableWork, workOf } from '../works.ts';

export const isDocument = (work: CitableWork): work is SourceDocument => 'assessment' in work;

export const isWeakWork = (work: CitableWork): boolean => isDocument(work) && isWeak(work);

/** The work of an entry; `undefined` where it has neither title nor author, and a reference might be a date alone. */
export const listedWork = (found: FoundEntry): CitableWork | undefined =>
  found.entry.fields.title || found.entry.fields.author ? workOf(found) : undefined;

/** What the bibliography files of a text hold, so far as they have been read. */
export interface ListedWorks {
  /** Whether a file has the key. */
  has(key: string): boolean;
  /** The work of a key; `undefined` too where its entry says too little for a reference. */
  get(key: string): CitableWork | undefined;
  /** Whether all files were found and read; left out where nothing but the text itself tells whether it has any. */
  readonly complete?: boolean;
}
