import { addTo } from '../dossier/keyed.ts';
import { type Chunk, introductionsOf, rivalKey } from './chunk.ts';
import { type FoundMention, type Mention, unknownOf } from './mention.ts';
import { countBelow, shifted } from './ordered-ranges.ts';

/** Whom the names of a text mean by what stands before them: who was introduced, or somebody else of the name. */
export class Naming {
  readonly #text: string;
  readonly #chunks: readonly Chunk[];
  /** Where each chunk begins. */
  readonly #starts: readonly number[];
  /** For each key of the chunks' introductions the chunks that have it, in order. Made when it is first asked for. */
  #introducers: ReadonlyMap<string, readonly number[]> | undefined;
  #rivals: boolean | undefined;

  constructor(text: string, chunks: readonly Chunk[], starts: readonly number[]) {
    this.#text = text;
    this.#chunks = chunks;
    this.#starts = starts;
  }

  /** Whether what stands before a mention tells whom it means. */
  dependsOn({ people, needsIntroduction, surname }: FoundMention): boolean {
    return people.length > 1 || needsIntroduction || (surname !== undefined && this.#namesRivals());
  }

  /** The mention with what the document said before: an ambiguous one narrowed, an unlikely one left out. */
  resolve(index: number, found: FoundMention): Mention | undefined {
    const by = this.#starts[index] ?? 0;
    const { needsIntroduction, surname, ...mention } = found;
    let { people } = found;
    if (this.dependsOn(found)) {
      const last = new Map(
        people.map(person => [person, this.#introducedBefore(person, index, found.start)]),
      );
      const introduced = people.filter(person => (last.get(person) ?? -1) >= 0);
      introduced.sort((a, b) => (last.get(b) ?? 0) - (last.get(a) ?? 0));
      const [latest] = introduced;
      if (latest === undefined && needsIntroduction) return undefined;
      if (surname !== undefined) {
        const introducing = (key: string): number =>
          this.#introducedBefore(rivalKey(key), index, found.start);
        const since = latest === undefined ? -1 : (last.get(latest) ?? -1);
        if (introducing(surname) > since || (since < 0 && introducing(unknownOf(surname)) >= 0))
          return undefined;
      }
      if (latest !== undefined) people = introduced;
    }
    const title = this.#text
      .slice(found.start + by, found.nameStart + by)
      .replace(/(?:[\s>]|&(?:nbsp|#160|#xa0);)+/gi, ' ')
      .trim();
    return {
      ...shifted(mention, by),
      people,
      nameStart: found.nameStart + by,
      nameEnd: found.nameEnd + by,
      ...(title !== '' && { title }),
    };
  }

  /** Whether somebody of a surname of the dossier is named who is not in it. In most documents nobody is. */
  #namesRivals(): boolean {
    this.#rivals ??= this.#chunks.some(chunk => chunk.rivals.length > 0);
    return this.#rivals;
  }

  /** Where `key` (a person's id or a {@link rivalKey}) was last introduced before the unit `at` of a chunk; -1 if nowhere. */
  #introducedBefore(key: string, index: number, at: number): number {
    const offsets = this.#introductions(index, key);
    const here = offsets[countBelow(offsets, at) - 1];
    if (here !== undefined) return (this.#starts[index] ?? 0) + here;
    const chunks = this.#introducing().get(key) ?? [];
    const chunk = chunks[countBelow(chunks, index) - 1];
    if (chunk === undefined) return -1;
    return (this.#starts[chunk] ?? 0) + (this.#introductions(chunk, key).at(-1) ?? 0);
  }

  #introductions(index: number, key: string): readonly number[] {
    const chunk = this.#chunks[index];
    return (chunk && introductionsOf(chunk).get(key)) ?? [];
  }

  #introducing(): ReadonlyMap<string, readonly number[]> {
    if (this.#introducers !== undefined) return this.#introducers;
    const introducers = new Map<string, number[]>();
    for (const [index, chunk] of this.#chunks.entries()) {
      for (const key of introductionsOf(chunk).keys()) addTo(introducers, key, index);
    }
    this.#introducers = introducers;
    return introducers;
  }
}
