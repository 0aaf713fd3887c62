import type { CslItem, CslPerson } from '../../src/core/citation/csl-item.ts';
import type { Locator } from '../../src/core/citation/locators.ts';
import { EDGES } from './edges.ts';
import * as words from './words.ts';

/** A record as the formatter takes it, and the place in it that is cited. */
export interface OracleRecord {
  readonly item: CslItem;
  readonly locator: Locator;
}

/** A small generator of even randomness (mulberry32), so that the same seed gives the same records everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a record of each type may hold beside title, authors, dates and address: field and how often of ten. */
const FIELDS: Readonly<Record<string, Readonly<Partial<Record<keyof CslItem, number>>>>> = {
  'article-journal': { 'container-title': 10, volume: 9, issue: 7, page: 8, DOI: 5, URL: 4 },
  'article-magazine': { 'container-title': 10, section: 3, page: 4, URL: 6 },
  'article-newspaper': { 'container-title': 10, section: 3, page: 3, URL: 6, publisher: 2 },
  book: {
    publisher: 9,
    'publisher-place': 4,
    edition: 3,
    editor: 3,
    translator: 3,
    volume: 2,
    DOI: 1,
    URL: 2,
  },
  chapter: {
    'container-title': 10,
    publisher: 9,
    'publisher-place': 3,
    editor: 6,
    page: 7,
    edition: 2,
    translator: 2,
    DOI: 1,
  },
  report: { publisher: 9, genre: 5, number: 5, URL: 6 },
  webpage: { 'container-title': 7, publisher: 3, genre: 1, URL: 9 },
  'post-weblog': { 'container-title': 9, URL: 9 },
  post: { 'container-title': 9, genre: 3, URL: 9 },
  broadcast: { 'container-title': 7, publisher: 6, genre: 3, medium: 2, URL: 5 },
  interview: { 'container-title': 6, publisher: 2, interviewer: 6, genre: 1, medium: 2, URL: 4 },
  speech: { 'event-title': 6, 'event-place': 6, genre: 5, URL: 5 },
  thesis: { publisher: 9, genre: 9, URL: 3 },
};

export const TYPES = Object.keys(FIELDS);

class Maker {
  readonly #random: () => number;
  readonly #russian: boolean;
  /** Names that the record has already: two of a name would be told apart by initials. */
  readonly #taken = new Set<string>();

  constructor(random: () => number, russian: boolean) {
    this.#random = random;
    this.#russian = russian;
  }

  /** True `tenths` times of ten. */
  chance(tenths: number): boolean {
    return this.#random() * 10 < tenths;
  }

  number(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.number(0, from.length - 1)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  #words(): words.Words {
    return this.#russian ? words.RUSSIAN : words.ENGLISH;
  }

  person(): CslPerson {
    const { family, given, agencies } = this.#words();
    if (this.chance(0.6)) return { literal: this.pick(agencies) };
    return { family: this.pick(family), ...(this.chance(9.5) ? { given: this.pick(given) } : {}) };
  }

  people(most: number): CslPerson[] {
    const people: CslPerson[] = [];
    const free = this.#words().family.length - this.#taken.size;
    const count = Math.min(this.number(1, most), free);
    while (people.length < count) {
      const person = this.person();
      const name = 'literal' in person ? person.literal : person.family;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      people.push(person);
    }
    return people;
  }

  authors(): CslPerson[] {
    if (this.chance(1.5)) return [{ literal: this.pick(this.#words().agencies) }];
    return this.people(this.chance(1) ? 24 : this.chance(2) ? 8 : this.pick([1, 1, 2, 3, 4]));
  }

  title(): string {
    const { titles, places } = this.#words();
    return this.pick(titles).replace('{}', this.pick(places));
  }

  page(): string {
    const first = this.number(1, 240);
    return this.chance(3) ? String(first) : `${first}-${first + this.number(1, 60)}`;
  }

  date(): string {
    const two = (number: number): string => String(number).padStart(2, '0');
    const year = this.number(1962, 2024);
    const month = this.number(1, 12);
    const first = this.number(1, 20);
    const day = `${year}-${two(month)}-${two(first)}`;
    const other = two(Math.min(12, month + 2));
    return this.pick([
      ...Array<string>(7).fill(day),
      `${year}-${two(month)}`,
      `${year}-${two(month)}`,
      String(year),
      String(year),
      `${year}~`,
      `${day}~`,
      `${year}?`,
      `${day}?`,
      `${year}-${this.number(21, 24)}`,
      `${day}/${year}-${two(month)}-${two(first + 3)}`,
      month < 11 ? `${day}/${year}-${other}-02` : day,
      `${year}-${two(month)}/${month < 11 ? `${year}-${other}` : `${year + 1}-02`}`,
      `${year}/${year + 1}`,
    ]);
  }

  field(name: keyof CslItem, type: string): string | CslPerson[] {
    const { places, publishers, periodicals } = this.#words();
    switch (name) {
      case 'editor':
      case 'translator':
      case 'interviewer':
        return this.people(this.pick([1, 1, 2, 4]));
      case 'container-title':
        return type === 'chapter' ? this.title() : this.pick(periodicals);
      case 'publisher':
        return this.pick(publishers);
      case 'publisher-place':
      case 'event-place':
        return this.pick(places);
      case 'volume':
      case 'issue':
        return String(this.number(1, 48));
      case 'number':
        return this.pick([`TR-${this.number(10, 99)}`, String(this.number(2, 400))]);
      case 'edition':
        return String(this.number(2, 4));
      case 'page':
        return this.page();
      case 'section':
        return this.pick(this.#words().sections);
      case 'genre':
        return this.pick(this.#words().genres[type] ?? ['note']);
      case 'medium':
        return this.pick(this.#words().media);
      case 'event-title':
        return this.pick(this.#words().events);
      case 'DOI':
        return `10.5555/tarn.${this.number(100, 999)}`;
      case 'URL':
        return `https://example.org/${this.pick(['reports', 'news', 'archive'])}/${this.number(100, 9999)}`;
      default:
        throw new Error(`no words for the field ${name}`);
    }
  }

  record(type: string): OracleRecord {
    const item: Record<string, unknown> = { type, title: this.title() };
    const main = String(item['title']).split(': ');
    if (main.length > 1 && this.chance(5)) item['title-short'] = main[0];
    if (this.#russian) item['language'] = 'ru-RU';
    if (this.chance(type === 'webpage' || type === 'broadcast' ? 5 : 8.5)) item['author'] = this.authors();
    for (const [name, tenths] of Object.entries(FIELDS[type] ?? {})) {
      // The table's keys are names of fields.
      if (this.chance(tenths)) item[name] = this.field(name as keyof CslItem, type);
    }
    if (this.chance(9)) item['issued'] = this.date();
    if (item['URL'] !== undefined && this.chance(5))
      item['accessed'] = `2025-0${this.number(1, 9)}-1${this.number(0, 9)}`;
    const number = this.number(2, 90);
    const value = this.chance(3) ? `${number}–${number + 3}` : String(number);
    const label = this.pick(['page', 'page', 'paragraph', 'paragraph', 'chapter'] as const);
    // Made by the table above, which the types of its keys hold.
    return { item: item as unknown as CslItem, locator: { label, value } };
  }
}

/** Made-up records of every type in turn, one in four in Russian, and those made by hand. The same for the same seed. */
export function records(count: number, seed: number): OracleRecord[] {
  const random = seeded(seed);
  const made = Array.from({ length: count }, (_, index) => {
    const type = TYPES[index % TYPES.length] ?? 'book';
    return new Maker(random, Math.floor(index / TYPES.length) % 4 === 3).record(type);
  });
  const locator: Locator = { label: 'page', value: '5-7' };
  return [...made, ...EDGES.map(item => ({ item, locator }))];
}
