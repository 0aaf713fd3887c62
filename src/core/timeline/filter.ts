import { foldWord, transliterate, words } from '../text/fold.ts';
import { keyOf, type TimelineData, type TimelineItem, type TimelineKind } from './data.ts';

/** What is shown; a criterion that is left out lets everything through. */
export interface TimelineFilter {
  /** A person's id. */
  readonly person?: string;
  readonly kind?: TimelineKind;
  /** Every word of it must begin a word of the item, whatever the case, the accents and the script. */
  readonly text?: string;
}

/** Finds the items of one timeline that pass a filter. What it needs of each item's words is made on the first text query. */
export class TimelineFinder {
  readonly #data: TimelineData;
  readonly #names: ReadonlyMap<string, string>;
  readonly #keys = new Map<string, readonly string[]>();

  constructor(data: TimelineData) {
    this.#data = data;
    this.#names = new Map(data.people.map(person => [person.id, person.name]));
  }

  /** The items that pass, in the timeline's order. */
  find({ person, kind, text = '' }: TimelineFilter): readonly TimelineItem[] {
    const wanted = [...words(text)].map(word => transliterate(foldWord(word.text)));
    return this.#data.items.filter(
      item =>
        (person === undefined || item.people.includes(person)) &&
        (kind === undefined || item.kind === kind) &&
        (wanted.length === 0 || this.#matches(item, wanted)),
    );
  }

  #matches(item: TimelineItem, wanted: readonly string[]): boolean {
    const key = keyOf(item);
    let keys = this.#keys.get(key);
    if (!keys) {
      keys = this.#keysOf(item);
      this.#keys.set(key, keys);
    }
    return wanted.every(word => keys.some(each => each.startsWith(word)));
  }

  #keysOf(item: TimelineItem): readonly string[] {
    const text = [
      item.name,
      item.when,
      item.kindText,
      item.summary,
      ...item.people.map(id => this.#names.get(id) ?? ''),
      ...item.topics,
      ...item.sources,
    ].join(' ');
    return [...new Set([...words(text)].map(word => transliterate(foldWord(word.text))))];
  }
}
