import type { Dossier } from '../dossier/dossier.ts';
import { getOrAdd, onceFor } from '../dossier/keyed.ts';
import type { SourceDocument } from '../dossier/records.ts';
import { editDistance } from '../text/edit-distance.ts';

/** A document whose key is like one that no document has. */
export interface NearKey {
  readonly document: SourceDocument;
  /** No other key is as near, and it differs by no more than a slip of the pen. */
  readonly certain: boolean;
}

const folded = (key: string): string => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const digits = (key: string): string => key.replace(/\D/g, '');

/** So long a key is not met by chance with a letter or two changed. */
const LONG = 8;
const SLIPS = 2;

/** A document's key in the forms that are compared. */
interface Known {
  readonly document: SourceDocument;
  readonly folded: string;
  readonly parts: ReadonlySet<string>;
}

const partsOf = (key: string): readonly string[] => key.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];

const documentsOf = onceFor(({ documents }: Dossier): readonly Known[] =>
  Array.from(documents.values(), document => ({
    document,
    folded: folded(document.id),
    parts: new Set(partsOf(document.id)),
  })),
);

/** The last keys asked for: a file has few wrong ones, and each is asked for again and again. */
const nearKeys = onceFor((_dossier: Dossier) => new Map<string, NearKey | null>());
const MOST_KEPT = 1000;
/** No document's key is nearly as long. */
const LONGEST = 300;

/** The document whose key a wrong one was probably meant for; nothing where none is near, or several are. */
export function nearKey(dossier: Dossier, key: string): NearKey | null {
  if (key.length > LONGEST) return null;
  const kept = nearKeys(dossier);
  if (kept.size >= MOST_KEPT) kept.clear();
  return getOrAdd(kept, key, () => find(dossier, key) ?? null);
}

function find(dossier: Dossier, key: string): NearKey | undefined {
  const documents = documentsOf(dossier);
  const own = folded(key);
  const one = (wanted: (known: Known) => boolean, certain: boolean): NearKey | undefined => {
    const [found, other] = documents.filter(wanted);
    return found && other === undefined ? { document: found.document, certain } : undefined;
  };
  if (own.length >= LONG) {
    const same = one(each => each.folded === own, true);
    if (same) return same;
    const slip = one(each => editDistance(own, each.folded, SLIPS) <= SLIPS, true);
    // Another year is another document rather than a slip.
    if (slip) return { ...slip, certain: digits(slip.document.id) === digits(key) };
  }
  const parts = partsOf(key);
  return parts.length > 1 ? one(each => parts.every(part => each.parts.has(part)), false) : undefined;
}
