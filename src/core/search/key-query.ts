import { type Dossier, isPassageEvidence, isWeak } from '../dossier/dossier.ts';
import { onceFor } from '../dossier/keyed.ts';
import type { SourceDocument } from '../dossier/records.ts';
import { parsePassageId } from '../dossier/reference.ts';
import { foldWords } from '../text/fold.ts';
import type { EntryType } from './options.ts';
import type { Searcher, SearchLimits } from './searcher.ts';

/** A document that a half-typed citation key can mean. */
export interface KeyChoice {
  readonly document: SourceDocument;
  /** The number of the paragraph in which what was typed stands, where the document's own names do not have it. */
  readonly passage?: number;
}

/** So many results are taken: a word may stand in many paragraphs of one document. */
const RESULTS = 100;
/** What leads to a document. */
const TYPES: readonly EntryType[] = ['document', 'passage', 'quotation', 'meeting'];
/** Nobody looks through more. */
const MOST = 200;
/** By so much what names the document stands above what only stands in it. More than any score of the search. */
const NAMED = 1_000_000;

/**
 * The documents for what is typed behind `@`: those whose key begins so, then those whose title, author, year or
 * publication have its words, then those in which the words stand, or the place of a meeting that they attest. Sources of
 * the lowest grades come last, whatever they have. Nothing typed finds all.
 * @param forgiven what may differ from what is typed, as for a search: the more, the longer it takes, several times as long.
 */
export function chooseKeys(
  dossier: Dossier,
  searcher: Searcher,
  typed: string,
  forgiven: SearchLimits['forgiven'] = 'missing',
): KeyChoice[] {
  const asked = foldWords(typed);
  const scores = new Map<string, { score: number; passage?: number }>();
  const raise = (id: string, score: number, passage?: number): void => {
    if ((scores.get(id)?.score ?? -1) >= score) return;
    scores.set(id, passage === undefined ? { score } : { score, passage });
  };
  for (const { type, id, score } of asked.length > 0
    ? searcher.search(typed, { limit: RESULTS, types: TYPES, forgiven })
    : []) {
    if (type === 'document') raise(id, score);
    else if (type === 'passage') {
      const place = parsePassageId(id);
      if (place !== undefined) raise(place.document, score, place.number);
    } else if (type === 'quotation') {
      const found = dossier.quotation(id);
      if (found !== undefined) raise(found.document.id, score, found.quotation.passage);
    } else if (type === 'meeting') {
      for (const item of dossier.meetings.get(id)?.evidence ?? []) {
        if (isPassageEvidence(item) && item.supports?.length) raise(item.document, score / 2, item.passage);
      }
    }
  }
  for (const document of dossier.documents.values()) {
    if (document.id.toLowerCase().startsWith(typed.toLowerCase())) raise(document.id, 2 * NAMED);
    else if (isNamedBy(document, asked)) raise(document.id, NAMED + (scores.get(document.id)?.score ?? 0));
  }
  return [...scores]
    .flatMap(([id, { score, passage }]) => {
      const document = dossier.documents.get(id);
      return document === undefined ? [] : [{ document, score, passage }];
    })
    .sort((a, b) => Number(isWeak(a.document)) - Number(isWeak(b.document)) || b.score - a.score)
    .slice(0, MOST)
    .map(({ document, passage }) => (passage === undefined ? { document } : { document, passage }));
}

/** The folded words of what a document is called; documents do not change, so they are kept. */
const namesOf = onceFor(({ id, shortName, csl }: SourceDocument): readonly string[] => {
  const authors = (csl.author ?? []).map(name => Object.values(name).join(' '));
  return foldWords(
    [id, shortName, csl.title, csl['container-title'], csl.publisher, csl.issued, ...authors].join(' '),
  );
});

/** Whether the words stand in what the document is called; the last one may not be finished. */
function isNamedBy(document: SourceDocument, asked: readonly string[]): boolean {
  const known = namesOf(document);
  return (
    asked.length > 0 &&
    asked.every((word, index) =>
      known.some(name => name === word || (index === asked.length - 1 && name.startsWith(word))),
    )
  );
}
