import { addTo } from '../dossier/keyed.ts';
import type { Quotation, SourceDocument } from '../dossier/records.ts';
import { type QuotedWord, readRecord } from './quotation-words.ts';

/** A recorded quotation, or several of one speaker that follow each other: writers quote them as one. */
export interface Candidate {
  readonly document: SourceDocument;
  readonly text: string;
  readonly words: readonly QuotedWord[];
  /** The quotations, each with the number of its first word. */
  readonly parts: readonly { readonly quotation: Quotation; readonly from: number }[];
}

/** Recorded quotations by their words. */
export class RecordIndex {
  readonly #candidates: readonly Candidate[];
  readonly #byWord = new Map<string, number[]>();

  /** Those of an earlier document come first. */
  constructor(documents: readonly SourceDocument[]) {
    this.#candidates = documents.flatMap(document => [
      ...document.quotations.map(quotation => candidate(document, [quotation])),
      ...sequences(document.quotations).map(sequence => candidate(document, sequence)),
    ]);
    for (const [number, { words }] of this.#candidates.entries()) {
      for (const folded of new Set(words.map(word => word.folded))) addTo(this.#byWord, folded, number);
    }
  }

  /**
   * The quotations that hold at least half of the words and are not much shorter: with any other they have too little in
   * common.
   */
  candidates(words: readonly QuotedWord[]): readonly Candidate[] {
    const shared = new Uint32Array(this.#candidates.length);
    for (const { folded } of words) {
      for (const number of this.#byWord.get(folded) ?? []) shared[number] = (shared[number] ?? 0) + 1;
    }
    return this.#candidates.filter(
      (candidate, number) =>
        (shared[number] ?? 0) * 2 >= words.length && words.length <= 4 * candidate.words.length,
    );
  }
}

function candidate(document: SourceDocument, quotations: readonly Quotation[]): Candidate {
  const words: QuotedWord[] = [];
  let text = '';
  const parts = quotations.map(quotation => {
    const part = { quotation, from: words.length };
    const offset = text.length;
    for (const word of readRecord(quotation.words, quotation.sic)) {
      words.push({ ...word, start: word.start + offset, end: word.end + offset });
    }
    text += `${quotation.words} `;
    return part;
  });
  return { document, text, words, parts };
}

/** Speech that goes on in the same passage or the next: `“They talk,” she said. “They sing.”` Longest sequences only. */
function sequences(quotations: readonly Quotation[]): Quotation[][] {
  const all: Quotation[][] = [];
  for (const quotation of [...quotations].sort((a, b) => a.start - b.start)) {
    const { passage, speaker } = quotation;
    if (passage === undefined || speaker === undefined) continue;
    const last = all.at(-1)?.at(-1);
    if (last?.speaker === speaker && passage - (last.passage ?? 0) < 2) all.at(-1)?.push(quotation);
    else all.push([quotation]);
  }
  return all.filter(({ length }) => length > 1);
}
