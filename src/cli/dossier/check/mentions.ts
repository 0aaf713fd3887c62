import type { Person } from '../../../core/dossier/records.ts';
import { foldWord, words } from '../../../core/text/fold.ts';
import type { LoadedDossier } from '../load.ts';
import { entryFault, NAMING, type OriginalRule } from './rule.ts';

/** A region mentions whom it names, by one of their name forms, and nobody else. */
export const mentions: OriginalRule = {
  id: 'mentions',
  *check(originals, dossier) {
    const forms = formsOf(dossier);
    for (const { document, text } of originals) {
      for (const [index, region] of document.record.regions.entries()) {
        if (!NAMING.includes(region.kind)) continue;
        const listed = region.mentions ?? [];
        const folded = fold(text.slice(region.start, region.end));
        const named = forms.filter(({ form }) => folded.includes(form));
        for (const [at, id] of listed.entries()) {
          if (!dossier.people.some(entry => entry.record.id === id)) continue;
          if (named.some(({ people }) => people.has(id))) continue;
          const message = `no name form of ${id} stands there: remove the mention, or add the form to the person's record`;
          yield entryFault('mentions', document, ['regions', index, 'mentions', at], message);
        }
        for (const { written, people } of named) {
          if (listed.some(id => people.has(id))) continue;
          const message = `"${written}" stands there, so it mentions ${[...people].join(' or ')}`;
          yield entryFault('mentions', document, ['regions', index], message);
        }
      }
    }
  },
};

/** Folded words with a blank at each side, so that a form is found as whole words. */
const fold = (text: string): string =>
  ` ${Array.from(words(text), word => foldWord(word.text).replace(/'s?$/, '')).join(' ')} `;

interface Form {
  readonly written: string;
  readonly form: string;
  /** Ids of everyone who bears it. */
  readonly people: ReadonlySet<string>;
}

/** Every name form once. Given names alone name nobody: they are too common. */
function formsOf({ people }: LoadedDossier): Form[] {
  const all = new Map<string, { written: string; people: Set<string> }>();
  const add = (written: string, { id }: Person): void => {
    const form = fold(written);
    const known = all.get(form);
    if (known) known.people.add(id);
    else all.set(form, { written, people: new Set([id]) });
  };
  for (const { record } of people) {
    add(record.name, record);
    for (const { form, kind } of record.forms) if (kind !== 'given') add(form, record);
  }
  return [...all].map(([form, known]) => ({ form, ...known }));
}
