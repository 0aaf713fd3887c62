import type { Dossier } from '../dossier/dossier.ts';
import type { EdtfDate } from '../dossier/edtf.ts';
import type { Person } from '../dossier/records.ts';
import { foldWord, words } from '../text/fold.ts';

/** What may stand in lower case in a name. */
const PARTICLE = /^(?:al|el|de|der|van|von|ibn|bin)$/;

/**
 * Others of the person's surname, each as the record tells them apart: `Susan Rice, UN ambassador`. Who is only easily
 * confused is left out, and so is what is no name.
 */
export function namesakesOf({ forms, confusableWith = [] }: Person): string[] {
  const surnames = new Set(forms.flatMap(({ form, kind }) => (kind === 'surname' ? foldWord(form) : [])));
  return confusableWith.filter(text => {
    const name = Array.from(words(text.split(/[,;]/)[0] ?? ''), word => word.text);
    const last = foldWord(name.at(-1) ?? '');
    return (
      name.length > 1 &&
      surnames.has(last) &&
      name.every(word => PARTICLE.test(word) || word !== word.toLowerCase())
    );
  });
}

/** Those whom a name can mean, in the given order, but whoever held an office at the date of the sentence first. */
export function likeliestFirst(
  dossier: Dossier,
  people: readonly string[],
  [date]: readonly EdtfDate[],
): readonly Person[] {
  const known = people.flatMap(id => dossier.people.get(id) ?? []);
  const held = (person: Person): boolean => date !== undefined && dossier.officesAt(person, date).length > 0;
  return [...known.filter(held), ...known.filter(person => !held(person))];
}
