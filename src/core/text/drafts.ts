import { onceFor } from '../dossier/keyed.ts';
import { type DraftMention, unknownOf } from './mention.ts';
import type { NameNode, Use } from './name-index.ts';
import { FOREIGN_TITLES } from './title-words.ts';
import { rankByTitle, type Title } from './titles.ts';

/** Where names are looked for: `text` from `from` to `to`, a stretch of prose within one leaf. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly heading: boolean;
}

/** A form of the dossier that was met. */
export interface Match {
  readonly end: number;
  readonly node: NameNode;
  readonly tokens: number;
}

/** How much of a name was met: the form as it stands; more than the form; a surname alone; one that may be a word. */
export const FORM = 0;
export const FULL = 1;
export const BARE = 2;
export const DOUBTFUL = 3;

/** Whom a name with its title means; `undefined` where it is nobody of the dossier. */
export function mention(
  nameStart: number,
  end: number,
  uses: readonly Use[],
  title: Title | undefined,
  how: typeof FORM | typeof FULL | typeof BARE | typeof DOUBTFUL = FORM,
): DraftMention | undefined {
  if (title !== undefined && FOREIGN_TITLES.has(title.head)) return undefined;
  const theirs = title === undefined ? uses : usesWithTitle(uses, title.text, how >= BARE);
  const form = theirs[0]?.form;
  if (form === undefined) return undefined;
  const found: DraftMention = {
    start: title?.start ?? nameStart,
    end,
    nameStart,
    nameEnd: end,
    form: form.form,
    kind: how === FULL ? 'full' : form.kind,
    people: idsOf(theirs),
  };
  if (how === DOUBTFUL) found.needsIntroduction = true;
  return found;
}

/**
 * Somebody else of the name: later bare surnames may be theirs.
 * @param unknown nobody knows of them: they are theirs only where nobody of the dossier was named in full before
 */
export function rival(
  nameStart: number,
  nameEnd: number,
  { surname }: NameNode,
  unknown = false,
): DraftMention {
  return {
    start: nameStart,
    end: nameEnd,
    nameStart,
    nameEnd,
    form: '',
    kind: 'surname',
    people: [],
    surname: unknown ? unknownOf(surname) : surname,
  };
}

function usesWithTitle(uses: readonly Use[], title: string, bare: boolean): readonly Use[] {
  const everybody = uses.map(use => use.person);
  const people = rankByTitle(everybody, title, bare);
  return people === everybody ? uses : uses.filter(use => people.includes(use.person));
}

/** One list for all mentions of a form: there may be tens of thousands. */
const idsOf = onceFor((uses: readonly Use[]): readonly string[] => [
  ...new Set(uses.map(use => use.person.id)),
]);
