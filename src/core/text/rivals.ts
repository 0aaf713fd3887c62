import { onceFor } from '../dossier/keyed.ts';
import type { Person } from '../dossier/records.ts';
import { foldWord, words } from './fold.ts';

/** Folded given names of others who bear a surname of the person's: of `Susan Rice, UN ambassador` it is `susan`. */
export const rivalsOf = onceFor((person: Person): ReadonlySet<string> => new Set(findRivals(person)));

/** Whether the record says that others bear the surname, whoever they are. */
export function hasNamesakes({ forms, confusableWith = [] }: Person): boolean {
  return forms.some(
    ({ form, kind }) => kind === 'surname' && confusableWith.some(text => text.includes(form)),
  );
}

function* findRivals({ forms, confusableWith = [] }: Person): Generator<string> {
  const surnames = new Set(forms.filter(({ kind }) => kind === 'surname').map(({ form }) => foldWord(form)));
  for (const text of confusableWith) {
    const name = [...words(text.split(',')[0] ?? '')].map(word => word.text);
    // Not `Other people called Lavrov`.
    if (name.some(word => word.charAt(0) === word.charAt(0).toLowerCase())) continue;
    const [first, ...others] = name.map(foldWord);
    if (first !== undefined && others.some(word => surnames.has(word))) yield first;
  }
}
