import { introductionsOf, rivalKey } from './chunk.ts';
import type { ChunkList } from './chunk-list.ts';
import { type FoundMention, type Mention, unknownOf } from './mention.ts';
import { countBelow, shifted } from './ordered-ranges.ts';

/** Whom the names of a text mean by what stands before them: who was introduced, or somebody else of the name. */
export class Naming {
  readonly #text: string;
  readonly #chunks: ChunkList;

  constructor(text: string, chunks: ChunkList) {
    this.#text = text;
    this.#chunks = chunks;
  }

  /** Whether what stands before a mention tells whom it means. */
  dependsOn({ people, needsIntroduction, surname }: FoundMention): boolean {
    return people.length > 1 || needsIntroduction || (surname !== undefined && this.#chunks.hasRivals);
  }

  /** The mention with what the document said before: an ambiguous one narrowed, an unlikely one left out. */
  resolve(index: number, found: FoundMention): Mention | undefined {
    const by = this.#chunks.startOf(index) ?? 0;
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

  /** Where `key` (a person's id or a {@link rivalKey}) was last introduced before the unit `at` of a chunk; -1 if nowhere. */
  #introducedBefore(key: string, index: number, at: number): number {
    const offsets = this.#introductions(index, key);
    const here = offsets[countBelow(offsets, at) - 1];
    if (here !== undefined) return (this.#chunks.startOf(index) ?? 0) + here;
    const chunk = this.#chunks.introducerBefore(key, index);
    if (chunk < 0) return -1;
    return (this.#chunks.startOf(chunk) ?? 0) + (this.#introductions(chunk, key).at(-1) ?? 0);
  }

  #introductions(index: number, key: string): readonly number[] {
    const chunk = this.#chunks.at(index);
    return (chunk && introductionsOf(chunk).get(key)) ?? [];
  }
}
