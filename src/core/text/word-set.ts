/** The words of a list that is parted by single spaces. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Alternatives for a regular expression, each with or without a capital, as it stands at the head of a sentence or in it. */
export const either = (words: string): string =>
  `(?:${words
    .split('|')
    .map(word => word.replace(/^\p{Ll}/u, first => `[${first.toUpperCase()}${first}]`))
    .join('|')})`;

/** Folded words with a quick no: most words are told by their first unit and their length, without being folded. */
export class WordSet {
  readonly #words: ReadonlySet<string>;
  /** For each {@link look} whether a word has it. */
  readonly #looks = new Uint8Array(1024);

  /** @param words parted by single spaces */
  constructor(words: string) {
    this.#words = wordSet(words);
    for (const word of this.#words) this.#looks[look(word.charCodeAt(0), word.length)] = 1;
  }

  has(folded: string): boolean {
    return this.#words.has(folded);
  }

  /** Whether a word of this length may be among them; `first` is its first unit, as it is written. */
  mayHave(first: number, length: number): boolean {
    return this.#looks[look(first, length)] === 1;
  }
}

/** The same for a capital and its small letter, in Latin and in Russian. */
function look(first: number, length: number): number {
  return (((first + (first >= 0x410 && first < 0x430 ? 32 : 0)) & 31) | (length << 5)) & 1023;
}
