import type { Dossier } from '../dossier/dossier.ts';
import { onceFor } from '../dossier/keyed.ts';
import type { Assessment, Passage, Quotation } from '../dossier/records.ts';
import type { BibliographyIndex, FoundEntry } from './bibliography/bibliography-index.ts';
import type { BibliographyEntry } from './bibliography/entry.ts';
import { entryLine } from './bibliography/entry-line.ts';
import type { CslItem } from './csl-item.ts';
import { doiAddress } from './doi.ts';

/**
 * A work that can be cited by a key. A document of the dossier is one as it stands; an entry of a bibliography file, or of
 * a library, is made one.
 */
export interface CitableWork {
  /** The citation key. */
  readonly id: string;
  readonly csl: CslItem;
  /** By which it is known in a line: `Reuters 2013`. */
  readonly shortName: string;
  readonly assessment?: Assessment;
  /** Its numbered paragraphs; left out where nobody has numbered them, so that a locator may count anything. */
  readonly passages?: readonly Passage[];
  readonly quotations?: readonly Quotation[];
  /** The address of the bibliography file that has it; left out where none needs to have it yet. */
  readonly file?: string;
}

/** Works by their keys and addresses. */
export interface Works {
  get(key: string): CitableWork | undefined;
  /** The work that an address or a DOI leads to. */
  at(address: string): CitableWork | undefined;
}

/** The works of the writer's own files. */
export interface OwnWorks extends Works {
  /**
   * At most so many works of which each word of a query begins a word of their key, title, names, year or container, in
   * the order of the files. An empty query finds all.
   */
  search(query: string, limit: number): readonly CitableWork[];
}

export const NO_WORKS: OwnWorks = { get: () => undefined, at: () => undefined, search: () => [] };

/** The works of a dossier and those of the writer's files; of a key that both have, the dossier's counts. */
export function worksOf(dossier: Dossier, own: Works): Works {
  return {
    get: key => dossier.documents.get(key) ?? own.get(key),
    at: address => documentsByAddress(dossier).get(comparable(address)) ?? own.at(address),
  };
}

const documentsByAddress = onceFor((dossier: Dossier) => byAddress([...dossier.documents.values()]));

/** The entries of bibliography files as works. */
export const entryWorks = onceFor((index: BibliographyIndex): OwnWorks => {
  let addresses: ReadonlyMap<string, CitableWork> | undefined;
  return {
    get(key) {
      const found = index.get(key);
      return found && workOf(found);
    },
    at(address) {
      addresses ??= byAddress([...index.keys()].flatMap(key => this.get(key) ?? []));
      return addresses.get(comparable(address));
    },
    search: (query, limit) => index.search(query, limit).map(workOf),
  };
});

const MADE = new WeakMap<BibliographyEntry, CitableWork>();

/** The work of an entry, always the same one. What has neither title nor names is called by its key. */
export function workOf({ entry, file }: FoundEntry): CitableWork {
  const known = MADE.get(entry);
  if (known?.file === file) return known;
  const { key, fields } = entry;
  const { who } = entryLine(fields);
  const { author, editor, publisher } = fields;
  const title = fields.title || (author || editor ? '' : key);
  // A year alone names nothing.
  const shortName = author || editor || publisher ? who : title;
  const made = { id: key, csl: { ...fields, title }, shortName, file };
  MADE.set(entry, made);
  return made;
}

function byAddress(works: readonly CitableWork[]): ReadonlyMap<string, CitableWork> {
  const found = new Map<string, CitableWork>();
  for (const work of works) {
    for (const address of [work.csl.URL, doiAddress(work.csl.DOI)]) {
      const key = comparable(address ?? '');
      if (key !== '' && !found.has(key)) found.set(key, work);
    }
  }
  return found;
}

/** An address without what differs between copies of it; a DOI, which knows no case, as its address. */
function comparable(address: string): string {
  const doi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(address.trim())?.[1];
  if (doi !== undefined) return `https://doi.org/${doi.toLowerCase()}`;
  return address
    .trim()
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
    .replace(/^http:/i, 'https:');
}
