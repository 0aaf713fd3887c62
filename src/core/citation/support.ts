import { type Dossier, isWeak } from '../dossier/dossier.ts';
import { type EdtfDate, overlaps } from '../dossier/edtf.ts';
import { onceFor } from '../dossier/keyed.ts';
import type { SourceDocument } from '../dossier/records.ts';
import { passageId } from '../dossier/reference.ts';
import { foldWord, words } from '../text/fold.ts';

/** What a sentence says that a source can bear out. */
export interface Claim {
  /** Ids of people, each once. */
  readonly people: readonly string[];
  readonly dates: readonly EdtfDate[];
  /** As the dossier writes them. */
  readonly places: readonly string[];
  /** The other words that tell what it is about. */
  readonly words: readonly string[];
}

/** Of one side of a claim, what a passage has and what it has not, by the index in the claim. */
interface Side {
  readonly found: readonly number[];
  readonly missing: readonly number[];
}

/** How far a passage bears a claim out. */
export interface Support extends Readonly<Record<keyof Claim, Side>> {
  /** The passage's id. */
  readonly id: string;
  /** The document is of the lowest grades. */
  readonly weak: boolean;
  /** From 0 to 1. */
  readonly share: number;
}

/** What a passage is known to concern, and the passages that have a word. */
export interface PassageKnowledge {
  readonly facts: (
    document: SourceDocument,
    passage: number,
  ) => { readonly people: ReadonlySet<string>; readonly dates: readonly EdtfDate[] };
  readonly havingWord: (word: string) => ReadonlySet<string>;
}

/** A name, a date or a place tells more than a word. */
const WEIGHTS: Readonly<Record<keyof Claim, number>> = { people: 3, dates: 3, places: 3, words: 1 };
/** What bears out less than this share of a claim is not worth showing. */
const WORTHWHILE = 0.25;
const MOST = 50;

/** The places of the dossier's meetings that some words name. */
export function placesIn(dossier: Dossier, text: string): string[] {
  const named = ` ${folded(text)} `;
  return placesOf(dossier)
    .filter(({ key }) => named.includes(` ${key} `))
    .map(({ name }) => name);
}

const folded = (text: string): string =>
  Array.from(words(text), ({ text: word }) => foldWord(word)).join(' ');

const placesOf = onceFor((dossier: Dossier): readonly { readonly name: string; readonly key: string }[] => {
  const names = [...dossier.meetings.values()].flatMap(({ place }) => [
    place?.name,
    place?.country,
    place?.venue,
  ]);
  return [...new Set(names)]
    .filter(name => name !== undefined)
    .map(name => ({ name, key: folded(name) }))
    .filter(({ key }) => key !== '');
});

/** The passages that bear a claim out, the best first, those of weak documents last. */
export function supportFor(dossier: Dossier, claim: Claim, knowledge: PassageKnowledge): Support[] {
  const having = (text: string): ReadonlySet<string> => {
    const sets = Array.from(words(text), word => knowledge.havingWord(word.text));
    const [first = new Set<string>(), ...others] = sets;
    return new Set([...first].filter(id => others.every(set => set.has(id))));
  };
  const places = claim.places.map(having);
  const withWord = claim.words.map(having);
  const all: Support[] = [];
  for (const document of dossier.documents.values()) {
    const weak = isWeak(document);
    for (const { number } of document.passages) {
      const id = passageId(document.id, number);
      const { people, dates } = knowledge.facts(document, number);
      const sides = {
        people: parted(claim.people, person => people.has(person)),
        dates: parted(claim.dates, date => dates.some(other => overlaps(other, date))),
        places: parted(places, set => set.has(id)),
        words: parted(withWord, set => set.has(id)),
      };
      all.push({ id, weak, ...sides, share: shareOf(sides) });
    }
  }
  return all
    .filter(({ share }) => share >= WORTHWHILE)
    .sort((a, b) => Number(a.weak) - Number(b.weak) || b.share - a.share)
    .slice(0, MOST);
}

function parted<T>(items: readonly T[], has: (item: T) => boolean): Side {
  const indexes = [...items.keys()];
  const found = indexes.filter(index => has(items[index] as T));
  return { found, missing: indexes.filter(index => !found.includes(index)) };
}

function shareOf(sides: Readonly<Record<keyof Claim, Side>>): number {
  let found = 0;
  let all = 0;
  for (const [name, weight] of Object.entries(WEIGHTS)) {
    const side = sides[name as keyof Claim];
    found += weight * side.found.length;
    all += weight * (side.found.length + side.missing.length);
  }
  return all === 0 ? 0 : found / all;
}
