import type { Dossier } from '../dossier/dossier.ts';
import { getOrAdd, onceFor } from '../dossier/keyed.ts';
import type { SourceDocument } from '../dossier/records.ts';

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

/** How many letters must be changed, put in or taken out to make one of the other; more than `limit` counts as one more. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      next.push(Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[b.length] ?? 0;
}

const nearKeys = onceFor((_dossier: Dossier) => new Map<string, NearKey | null>());

/** The document whose key a wrong one was probably meant for; nothing where none is near, or several are. */
export const nearKey = (dossier: Dossier, key: string): NearKey | null =>
  getOrAdd(nearKeys(dossier), key, () => find(dossier, key) ?? null);

function find(dossier: Dossier, key: string): NearKey | undefined {
  const documents = [...dossier.documents.values()];
  const own = folded(key);
  const one = (wanted: (document: SourceDocument) => boolean, certain: boolean): NearKey | undefined => {
    const [document, other] = documents.filter(wanted);
    return document && other === undefined ? { document, certain } : undefined;
  };
  const near = ({ id }: SourceDocument): boolean => editDistance(own, folded(id), SLIPS) <= SLIPS;
  const partsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
  const parts = partsOf(key);
  if (own.length >= LONG) {
    const same = one(({ id }) => folded(id) === own, true);
    if (same) return same;
    const slip = one(near, true);
    // Another year is another document rather than a slip.
    if (slip) return { ...slip, certain: digits(slip.document.id) === digits(key) };
  }
  const holds = ({ id }: SourceDocument): boolean => {
    const there = partsOf(id);
    return parts.every(part => there.includes(part));
  };
  return parts.length > 1 ? one(holds, false) : undefined;
}
