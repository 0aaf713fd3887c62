import type { Dossier } from '../dossier/dossier.ts';
import { getOrAdd, onceFor } from '../dossier/keyed.ts';
import type { SourceDocument } from '../dossier/records.ts';

/** A document whose key is like one that no document has. */
export interface NearKey {
  readonly document: SourceDocument;
  /** No other key is as near, and it differs by no more than a slip of the pen. */
  readonly certain: boolean;
}

/** What Quarto, bookdown and pandoc-crossref number looks like a key and is none: figures, tables, theorems. */
export const isCrossReference = (key: string): boolean =>
  /^(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)[-:]/.test(key);

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
