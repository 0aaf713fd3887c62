import type { Person, Region, SourceDocument } from '../../../core/dossier/records.ts';
import type { Fault } from '../faults.ts';
import type { Entry, LoadedDossier } from '../load.ts';
import type { Original } from '../originals.ts';
import { holds, longestNames, type Name, nameSpans } from './name-spans.ts';
import { entryFault, formatSpan, NAMING, type OriginalRule } from './rule.ts';

/**
 * The surface forms of a document stand in its own text where it mentions the person; wherever it does, one of them stands;
 * and no other name form of the person stands there.
 */
export const printedNames: OriginalRule = {
  id: 'printed-names',
  *check(originals, dossier) {
    for (const original of originals) {
      const regions = namingRegions(original, dossier);
      for (const entry of dossier.people) {
        const forms = entry.record.surfaceForms?.[original.document.record.id];
        if (!forms) continue; // the rule `surface-forms` tells
        const own = regions.filter(({ region }) => region.mentions?.includes(entry.record.id));
        yield* compare(entry, forms, original.document.record, own);
      }
    }
  },
};

interface NamingRegion {
  readonly region: Region;
  readonly text: string;
  /** The surface forms that stand in it, of everyone whom it mentions, but those that are a part of a longer one. */
  readonly names: readonly Name[];
}

function namingRegions({ document, text }: Original, { people }: LoadedDossier): readonly NamingRegion[] {
  const { id, regions } = document.record;
  return regions
    .filter(({ kind }) => NAMING.includes(kind))
    .map(region => {
      const within = text.slice(region.start, region.end);
      const mentioned = people.filter(({ record }) => region.mentions?.includes(record.id));
      const names = mentioned.flatMap(({ record }) =>
        (record.surfaceForms?.[id] ?? []).flatMap(form =>
          nameSpans(within, form).map(span => ({ ...span, form, person: record.id })),
        ),
      );
      return { region, text: within, names: longestNames(names) };
    });
}

function* compare(
  entry: Entry<Person>,
  forms: readonly string[],
  document: SourceDocument,
  regions: readonly NamingRegion[],
): Iterable<Fault> {
  const { id } = entry.record;
  const path = ['surfaceForms', document.id];
  const standing = regions.map(({ names }) => names.filter(name => name.person === id));
  for (const [index, form] of forms.entries()) {
    if (standing.flat().some(name => name.form === form)) continue;
    const message = `"${form}" stands as a name of its own in no text, heading or caption of ${document.id} that mentions ${id}`;
    yield entryFault('printed-names', entry, [...path, index], message);
  }
  for (const [index, { region, text }] of regions.entries()) {
    const names = standing[index] ?? [];
    if (names.length === 0) {
      const message = `none of these stands at ${placeOf(region)}, which mentions ${id}: add the form that does`;
      yield entryFault('printed-names', entry, path, message);
    }
    for (const missed of unlisted(entry.record, text, names)) {
      const start = region.start + missed.start;
      const end = region.start + missed.end;
      const message = `lacks "${text.slice(missed.start, missed.end)}", which stands at ${formatSpan({ start, end })}: add it`;
      yield entryFault('printed-names', entry, path, message);
    }
  }
}

const placeOf = (region: Region): string =>
  `${formatSpan(region)} (${region.passage === undefined ? region.kind : `passage ${region.passage}`})`;

/** Name forms of the person, in whatever capitals, that are no part of a listed one. Given names alone are too common. */
function unlisted(person: Person, text: string, listed: readonly Name[]): readonly Name[] {
  const forms = [person.name, ...person.forms.filter(({ kind }) => kind !== 'given').map(({ form }) => form)];
  const names = forms.flatMap(form =>
    nameSpans(text, form, 'i').map(span => ({ ...span, form, person: person.id })),
  );
  return longestNames(names).filter(name => !listed.some(known => holds(known, name)));
}
