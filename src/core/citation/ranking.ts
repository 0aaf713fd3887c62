import type { Dossier } from '../dossier/dossier.ts';
import type { SourceDocument } from '../dossier/records.ts';
import type { RecordReference } from '../dossier/reference.ts';
import { foldWord, words } from '../text/fold.ts';

/** What can be cited, as it is preferred among what fits equally well: the narrower the place, the better the citation. */
export const CITABLE = ['passage', 'meeting', 'quotation', 'document'] as const;

export type Citable = (typeof CITABLE)[number];

export const isCitable = (type: RecordReference['type']): type is Citable =>
  CITABLE.some(citable => citable === type);

/** A result of a search; greater scores are better. */
export interface Hit {
  readonly type: Citable;
  readonly id: string;
  readonly score: number;
}

/** Scores within this share of the best one count as equal: what has all words stands further above what has some. */
const EQUAL = 0.9;

/**
 * The results of a search as a picker shows them, type by type: first documents that the query names, then the type of the
 * best result; among types whose best are about equal, in the order of {@link CITABLE}. Within a type the better first,
 * equally good passages in the order of their document.
 */
export function rankForCitation(dossier: Dossier, query: string, hits: readonly Hit[]): RecordReference[] {
  const ordered = [...hits].sort(
    (a, b) => b.score - a.score || a.id.localeCompare(b.id, 'en', { numeric: true }),
  );
  const named = ordered.filter(
    ({ type, id }) => type === 'document' && isNamedBy(query, dossier.documents.get(id)),
  );
  const rest = ordered.filter(hit => !named.includes(hit));
  const best = new Map<Citable, number>();
  for (const { type, score } of rest) if (!best.has(type)) best.set(type, score);
  const top = rest[0]?.score ?? 0;
  const rank = (type: Citable): number => {
    const score = best.get(type) ?? 0;
    return score >= top * EQUAL ? top * (CITABLE.length - CITABLE.indexOf(type)) : score / top;
  };
  const types = [...best.keys()].sort((a, b) => rank(b) - rank(a));
  return [...named, ...types.flatMap(type => rest.filter(hit => hit.type === type))].map(({ type, id }) => ({
    type,
    id,
  }));
}

/** Whether every word of the query stands in the document's names: key, short name, title, authors, where it appeared. */
function isNamedBy(query: string, document: SourceDocument | undefined): boolean {
  if (!document) return false;
  const { csl, id, shortName } = document;
  const authors = (csl.author ?? []).map(name => ('literal' in name ? name.literal : name.family));
  const names = [id, shortName, csl.title, csl['container-title'] ?? '', ...authors].join(' ');
  const known = [...words(names)].map(word => foldWord(word.text));
  const asked = [...words(query)].map(word => foldWord(word.text));
  // The last word may not be finished.
  return (
    asked.length > 0 &&
    asked.every((word, index) =>
      known.some(name => name === word || (index === asked.length - 1 && name.startsWith(word))),
    )
  );
}
