import { isWeak } from '../../dossier/dossier.ts';
import { onceFor } from '../../dossier/keyed.ts';
import type { SourceDocument } from '../../dossier/records.ts';
import type { BibliographyEntry } from '../bibliography/entry.ts';
import type { CslItem } from '../csl-item.ts';

/** A work that only a bibliography file of the writer's has: it has a reference, and no grade. */
export interface ListedWork {
  readonly csl: CslItem;
}

/** What a citation key stands for. */
export type CitedWork = SourceDocument | ListedWork;

export const isDocument = (work: CitedWork): work is SourceDocument => 'assessment' in work;

export const isWeakWork = (work: CitedWork): boolean => isDocument(work) && isWeak(work);

/**
 * The work of an entry, always the same one; `undefined` where it has neither title nor author, and a reference might be a
 * date alone.
 */
export const listedWork = onceFor(({ fields }: BibliographyEntry): ListedWork | undefined =>
  fields.title || fields.author ? { csl: { title: '', ...fields } } : undefined,
);

/** What the bibliography files of a text hold, so far as they have been read. */
export interface ListedWorks {
  /** Whether a file has the key. */
  has(key: string): boolean;
  /** The work of a key; `undefined` too where its entry says too little for a reference. */
  get(key: string): ListedWork | undefined;
  /** Whether all files were found and read; left out where nothing but the text itself tells whether it has any. */
  readonly complete?: boolean;
}
