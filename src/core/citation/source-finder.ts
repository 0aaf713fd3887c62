import type { Dossier } from '../dossier/dossier.ts';
import { passageId, type RecordReference } from '../dossier/reference.ts';
import { foldWords } from '../text/fold.ts';
import { contentWords } from './content-words.ts';
import {
  CITABLE,
  type Citable,
  type Hit,
  isCitable,
  type RankedSources,
  rankForCitation,
  weakLast,
} from './ranking.ts';
import { NO_WORKS, type OwnWorks } from './works.ts';

/** The dossier's search: the better first, at most `limit` results, all of the types asked for. */
export type Search = (
  query: string,
  limits: { readonly limit: number; readonly types: readonly Citable[] },
) => readonly {
  readonly type: RecordReference['type'];
  readonly id: string;
  readonly score: number;
  /** It has all of the words as typed. */
  readonly whole: boolean;
}[];

/** What sources are wanted for: the words typed, or else the words of the sentence, or else a person. */
export interface Question {
  readonly typed: string;
  readonly sentence: string;
  /** A person's id. */
  readonly person: string | undefined;
}

export interface FoundSources extends RankedSources {
  /** The writer's own works that were found, as documents; they stand behind `best`. */
  readonly own: readonly RecordReference[];
}

/** So many of each type are shown, and of the writer's own works. */
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

  /**
   * The sources for a question, type by type; where nothing is asked or nothing fits the sentence, all there are, weak ones
   * last in their type, with the first of the writer's own works. Those are found by typed words, all of them: what has only some, or others that are like them, stands behind.
   */
  answer({ typed, sentence, person }: Question, own: OwnWorks = NO_WORKS): FoundSources {
    if (typed !== '') {
      const { hits, whole } = this.#hits(typed);
      const { best, more } = rankForCitation(this.#dossier, typed, hits);
      const works = foldWords(typed).length > 0 ? this.#own(own, typed) : [];
      return works.length > 0 && !whole
        ? { best: [], own: works, more: [...best, ...more] }
        : { best, own: works, more };
    }
    const wanted = (records: RecordReference[]): RecordReference[] =>
      [...new Set(records.map(({ type }) => type))]
        .filter(type => this.#types.some(each => each === type))
        .flatMap(type =>
          weakLast(
            this.#dossier,
            records.filter(record => record.type === type),
          ),
        );
    if (person !== undefined) return { best: wanted(this.#about(person)), own: [], more: [] };
    const fitting = this.#forSentence(sentence);
    return fitting.best.length > 0
      ? { ...fitting, own: [] }
      : { best: wanted(this.#everything()), own: this.#own(own, ''), more: [] };
  }

  #own(own: OwnWorks, query: string): RecordReference[] {
    if (!this.#types.includes('document')) return [];
    return own
      .search(query, OF_EACH_TYPE)
      .filter(({ id }) => !this.#dossier.documents.has(id))
      .map(({ id }) => ({ type: 'document', id }));
  }

  #forSentence(sentence: string): RankedSources {
    if (this.#fitting?.sentence !== sentence) {
      this.#fitting = { sentence, sources: this.#fittingSources(contentWords(sentence, WORDS)) };
    }
    return this.#fitting.sources;
  }

  /** Whole documents stand last: all words of a sentence may well occur somewhere in one that does not tell of it. */
  #fittingSources(query: string): RankedSources {
    const hits = query === '' ? [] : this.#hits(query).hits;
    const ranked = (wanted: (hit: Hit) => boolean): RankedSources =>
      rankForCitation(this.#dossier, query, hits.filter(wanted));
    const places = ranked(({ type }) => type !== 'document');
    const documents = ranked(({ type }) => type === 'document');
    return { best: [...places.best, ...documents.best], more: [...places.more, ...documents.more] };
  }

  /** The results of a search, and whether some of them have all of its words. */
  #hits(query: string): { readonly hits: readonly Hit[]; readonly whole: boolean } {
    const counts = new Map<Citable, number>();
    const found = this.#search(query, { limit: OF_ALL_TYPES, types: this.#types });
    const hits = found.flatMap(({ type, id, score }): Hit[] => {
      if (!isCitable(type)) return [];
      const count = (counts.get(type) ?? 0) + 1;
      counts.set(type, count);
      return count > OF_EACH_TYPE ? [] : [{ type, id, score }];
    });
    return { hits, whole: found.some(({ whole }) => whole) };
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

  /** What somebody said; words that stand in quotation marks for another reason are not found by a search either. */
  #quotations(): RecordReference[] {
    return [...this.#dossier.documents.values()].flatMap(({ quotations }) =>
      quotations
        .filter(({ kind }) => kind !== 'not-speech')
        .map(({ id }): RecordReference => ({ type: 'quotation', id })),
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
