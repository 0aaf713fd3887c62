import { type Dossier, isPassageEvidence, isWeak } from '../dossier/dossier.ts';
import type { SourceDocument } from '../dossier/records.ts';
import { parsePassageId, passageId, type RecordReference } from '../dossier/reference.ts';
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

export interface RankedSources {
  /** Type by type. */
  readonly best: readonly RecordReference[];
  /** What has only some of the words, where others have all; the better first, whatever its type. */
  readonly more: readonly RecordReference[];
}

/** Scores within this share of the best one count as equal. */
const EQUAL = 0.9;
/** What scores less than this share of the best one fits less well: it has not all of the words. */
const PARTIAL = 0.5;

/**
 * The results of a search as a picker shows them, type by type: first documents that the query names, then the type of the
 * best result; among types whose best are about equal, in the order of {@link CITABLE}. Within a type the better first,
 * equally good passages in the order of their document, and what rests on a document of the lowest grades alone last. A passage that attests a meeting stands as high as the meeting: the
 * words are then in both together.
 */
export function rankForCitation(dossier: Dossier, query: string, hits: readonly Hit[]): RankedSources {
  const lifted = liftedScores(dossier, hits);
  const scored = hits
    .map(hit => ({ hit, score: lifted.get(hit.id) ?? hit.score }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.hit.score - a.hit.score ||
        a.hit.id.localeCompare(b.hit.id, 'en', { numeric: true }),
    );
  const isNamed = ({ type, id }: Hit): boolean =>
    type === 'document' && isNamedBy(query, dossier.documents.get(id));
  const named = scored.filter(({ hit }) => isNamed(hit));
  const rest = scored.filter(({ hit }) => !isNamed(hit));
  const top = rest[0]?.score ?? 0;
  const best = rest.filter(({ score }) => score >= top * PARTIAL);
  const rank = (type: Citable): number => {
    const score = best.find(({ hit }) => hit.type === type)?.score ?? 0;
    return score >= top * EQUAL ? top * (CITABLE.length - CITABLE.indexOf(type)) : score;
  };
  const types = [...new Set(best.map(({ hit }) => hit.type))].sort((a, b) => rank(b) - rank(a));
  const references = (list: readonly { readonly hit: Hit }[]): RecordReference[] =>
    list.map(({ hit: { type, id } }) => ({ type, id }));
  return {
    best: [
      ...references(named),
      ...types.flatMap(type => weakLast(dossier, references(best.filter(({ hit }) => hit.type === type)))),
    ],
    more: weakLast(dossier, references(rest.filter(({ score }) => score < top * PARTIAL))),
  };
}

/** The same records, with those behind the others that rest on a document of the lowest grades alone. */
export const weakLast = (dossier: Dossier, list: readonly RecordReference[]): RecordReference[] => {
  const weak = new Set(list.filter(record => restsOnWeak(dossier, record)));
  return [...list.filter(record => !weak.has(record)), ...weak];
};

function restsOnWeak(dossier: Dossier, { type, id }: RecordReference): boolean {
  if (type === 'meeting') return dossier.meetings.get(id)?.status === 'doubtful';
  const document =
    type === 'quotation'
      ? dossier.quotation(id)?.document
      : dossier.documents.get(type === 'passage' ? (parsePassageId(id)?.document ?? '') : id);
  return document !== undefined && isWeak(document);
}

/** For each passage among the hits that attests a meeting among them, the better of the two scores. */
function liftedScores(dossier: Dossier, hits: readonly Hit[]): ReadonlyMap<string, number> {
  const scores = new Map(hits.filter(({ type }) => type === 'passage').map(({ id, score }) => [id, score]));
  for (const { type, id, score } of hits) {
    const evidence = type === 'meeting' ? (dossier.meetings.get(id)?.evidence ?? []) : [];
    for (const { document, passage, supports = [] } of evidence.filter(isPassageEvidence)) {
      const key = passage === undefined ? '' : passageId(document, passage);
      const own = scores.get(key);
      if (own !== undefined && own < score && supports.length > 0) scores.set(key, score);
    }
  }
  return scores;
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
