import { getOrAdd, onceFor } from '../dossier/keyed.ts';
import type { Person } from '../dossier/records.ts';
import { foldWord, foldWords, skeleton, words } from '../text/fold.ts';
import type { Range } from '../text/ordered-ranges.ts';

/** What spellings of one name in one script have in common: its consonants, without what transliterations differ in. */
const consonants = (folded: string): string =>
  skeleton(folded)
    .replace(/[gqk]|c(?!h)/g, 'k')
    .replace(/(?<=[^aeiouy])h/g, '')
    .replace(/f/g, 'v')
    .replace(/[aeiouy']/g, '')
    .replace(/(.)\1+/g, '$1');

const FULL: ReadonlySet<string> = new Set(['full', 'surname', 'given']);

/** The spellings of a person's given name and surname that are recorded, folded, by what they have in common. */
const partsOf = onceFor((person: Person): ReadonlyMap<string, ReadonlySet<string>> => {
  const made = new Map<string, Set<string>>();
  for (const { form, kind } of person.forms) {
    if (!FULL.has(kind) || form.includes(',')) continue;
    const tokens = foldWords(form);
    for (const token of new Set([tokens.at(0), tokens.at(-1)])) {
      if (token === undefined || token.length < 3) continue;
      getOrAdd(made, keyOf(token), () => new Set<string>()).add(token);
    }
  }
  return made;
});

/** Names of different scripts have nothing in common here. */
const keyOf = (folded: string): string => (/^[a-z']+$/.test(folded) ? consonants(folded) : `:${folded}`);

/** A word of a name with what its spellings have in common. */
export interface Part extends Range {
  readonly key: string;
  readonly folded: string;
  readonly written: string;
  /** Only other languages than English spell it so. */
  readonly foreign: boolean;
}

/** A person's forms, folded. */
const formsOf = onceFor((person: Person) =>
  person.forms.map(({ form, language = 'en' }) => ({ folded: foldWord(form), english: language === 'en' })),
);

function isForeign(word: string, person: Person): boolean {
  const forms = formsOf(person).filter(({ folded }) => folded.split(' ').includes(word));
  const alone = forms.filter(({ folded }) => folded === word);
  return !(alone.length > 0 ? alone : forms).some(({ english }) => english);
}

/** A person is written in few ways, however often. */
const writtenNames = onceFor((_person: Person) => new Map<string, readonly Part[]>());

/** The words of a name of which the person's record knows several spellings; offsets are counted from its beginning. */
export function namesIn(text: string, person: Person): readonly Part[] {
  return getOrAdd(writtenNames(person), text, () =>
    Array.from(words(text), ({ text: written, start, end }): Part => {
      const folded = foldWord(written).replace(/'s$/, '');
      return { start, end, key: keyOf(folded), folded, written, foreign: isForeign(folded, person) };
    }).filter(({ key }) => (partsOf(person).get(key)?.size ?? 0) > 1),
  );
}
