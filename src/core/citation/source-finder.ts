import type { Dossier } from '../dossier/dossier.ts';
import { passageId, type RecordReference } from '../dossier/reference.ts';
import { contentWords } from './content-words.ts';
import {
  CITABLE,
  type Citable,
  type Hit,
  isCitable,
  type RankedSources,
  rankForCitation,
} from './ranking.ts';

/** The dossier's search: the better first, at most `limit` results, all of the types asked for. */
export type Search = (
  query: string,
  limits: { readonly limit: number; readonly types: readonly Citable[] },
) => readonly { readonly type: RecordReference['type']; readonly id: string; readonly score: number }[];

/** What sources are wanted for: the words typed, or else the words of the sentence, or else a person. */
export interface Question {
  readonly typed: string;
  readonly sentence: string;
  /** A person's id. */
  readonly person: string | undefined;
}

/** So many of each type are shown. */
const OF_EACH_TYPE = 25;
/** So many results are taken, that none of the types is crowded out by the others. */
const OF_ALL_TYPES = 400;
/** A long sentence has no more words that tell what it is about; the time that a search takes grows with each. */
const WORDS = 25;

/** Finds what can be cited for a sentence, a person or typed words. */
export class SourceFinder {
  readonly #dossier: Dossier;
  readonly #search: Search;
  readonly #types: readonly Citable[];
  /** The answer for the sentence, which is asked for again each time the input is emptied. */
  #fitting: { readonly sentence: string; readonly sources: RankedSources } | undefined;

  /** @param types what is looked for. */
  constructor(dossier: Dossier, search: Search, types: readonly Citable[] = CITABLE) {
    this.#dossier = dossier;
    this.#search = search;
    this.#types = types;
  }

  /** The sources for a question, type by type; where nothing is asked or nothing fits the sentence, all there are. */
  answer({ typed, sentence, person }: Question): RankedSources {
    if (typed !== '') return rankForCitation(this.#dossier, typed, this.#hits(typed));
    const wanted = (records: RecordReference[]): RecordReference[] =>
      records.filter(({ type }) => this.#types.some(each => each === type));
    if (person !== undefined) return { best: wanted(this.#about(person)), more: [] };
    const fitting = this.#forSentence(sentence);
    return fitting.best.length > 0 ? fitting : { best: wanted(this.#everything()), more: [] };
  }

  #forSentence(sentence: string): RankedSources {
    if (this.#fitting?.sentence !== sentence) {
      this.#fitting = { sentence, sources: this.#fittingSources(contentWords(sentence, WORDS)) };
    }
    return this.#fitting.sources;
  }

  /** Whole documents stand last: all words of a sentence may well occur somewhere in one that does not tell of it. */
  #fittingSources(query: string): RankedSources {
    const hits = query === '' ? [] : this.#hits(query);
    const ranked = (wanted: (hit: Hit) => boolean): RankedSources =>
      rankForCitation(this.#dossier, query, hits.filter(wanted));
    const places = ranked(({ type }) => type !== 'document');
    const documents = ranked(({ type }) => type === 'document');
    return { best: [...places.best, ...documents.best], more: [...places.more, ...documents.more] };
  }

  #hits(query: string): readonly Hit[] {
    const counts = new Map<Citable, number>();
    return this.#search(query, { limit: OF_ALL_TYPES, types: this.#types }).flatMap(
      ({ type, id, score }): Hit[] => {
        if (!isCitable(type)) return [];
        const count = (counts.get(type) ?? 0) + 1;
        counts.set(type, count);
        return count > OF_EACH_TYPE ? [] : [{ type, id, score }];
      },
    );
  }

  #about(person: string): RecordReference[] {
    const passages = [...this.#dossier.documents.values()].flatMap(document =>
      document.passages
        .filter(({ mentions }) => mentions.includes(person))
        .map(({ number }) => passageId(document.id, number)),
    );
    return [
      ...this.#dossier.meetingsOf(person).map(({ id }): RecordReference => ({ type: 'meeting', id })),
      ...this.#dossier
        .quotationsOf(person)
        .map(({ quotation }): RecordReference => ({ type: 'quotation', id: quotation.id })),
      ...passages.map((id): RecordReference => ({ type: 'passage', id })),
    ];
  }

  #quotations(): RecordReference[] {
    return [...this.#dossier.documents.values()].flatMap(({ quotations }) =>
      quotations.map(({ id }): RecordReference => ({ type: 'quotation', id })),
    );
  }

  #everything(): RecordReference[] {
    return [
      ...[...this.#dossier.documents.keys()].map((id): RecordReference => ({ type: 'document', id })),
      ...[...this.#dossier.meetings.keys()].map((id): RecordReference => ({ type: 'meeting', id })),
      ...(this.#types.length > 1 ? [] : this.#quotations()),
    ];
  }
}
