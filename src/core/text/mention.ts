import type { NameForm } from '../dossier/records.ts';

/** A person named in a text. Offsets are UTF-16, end exclusive. */
export interface Mention {
  /** With the title before the name. */
  readonly start: number;
  readonly end: number;
  /** The name alone, without title and possessive. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The form of the record that was met, as the record spells it. */
  readonly form: string;
  /** `full` also where a bare surname stands behind a given name or initials of the same person. */
  readonly kind: NameForm['kind'];
  /** Ids of whom it can mean, likeliest first, never empty. */
  readonly people: readonly string[];
  /** The title as written, with single spaces: `Secretary of State`. */
  readonly title?: string;
}

/**
 * A mention before the rest of the document was heard. Where `people` is empty, somebody else of that name is meant. The
 * title stands between `start` and `nameStart` and is not kept: a part of a text would keep the whole text in memory.
 */
export interface FoundMention extends Omit<Mention, 'title'> {
  /** Of a bare surname without title: the folded surname, by which somebody else named before may claim it. */
  readonly surname?: string;
  /** Counts only if the document named one of these people in full before: a word that is a name among others. */
  readonly needsIntroduction?: true;
}

/** In place of a surname: that of somebody of whom nothing is known. */
export const unknownOf = (surname: string): string => `?${surname}`;

/** A mention that still belongs to its maker, who may move it to its place without a copy. */
export type DraftMention = { -readonly [Field in keyof FoundMention]: FoundMention[Field] };
