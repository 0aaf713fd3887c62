import type { SourceDocument } from '../../../core/dossier/records.ts';
import { documentOf, entryFault, NAMING, type Rule } from './rule.ts';

const POSSESSIVE = /['’]s?$/;

/** A person has surface forms for those documents that mention them, and no others; names, without a possessive ending. */
export const surfaceForms: Rule = {
  id: 'surface-forms',
  *check(dossier) {
    for (const entry of dossier.people) {
      const { id: person, surfaceForms: forms = {} } = entry.record;
      for (const [id, list] of Object.entries(forms)) {
        const path = ['surfaceForms', id];
        const document = documentOf(dossier, id);
        if (document && !mentionsIn(document).has(person)) {
          const message = `no text, heading or caption of ${id} mentions ${person}: remove the forms, or add the mention`;
          yield entryFault('surface-forms', entry, path, message);
        }
        for (const [index, form] of list.entries()) {
          if (!POSSESSIVE.test(form)) continue;
          const message = `"${form}" has a possessive ending: write "${form.replace(POSSESSIVE, '')}"`;
          yield entryFault('surface-forms', entry, [...path, index], message);
        }
      }
      for (const { record } of dossier.documents) {
        if (forms[record.id] || !mentionsIn(record).has(person)) continue;
        const message = `has none for ${record.id}, which mentions ${person}: add the forms that its text uses`;
        yield entryFault('surface-forms', entry, ['surfaceForms'], message);
      }
    }
  },
};

/** Ids of all whom a document's own text mentions. */
const mentionsIn = ({ regions }: SourceDocument): ReadonlySet<string> =>
  new Set(regions.flatMap(({ kind, mentions = [] }) => (NAMING.includes(kind) ? mentions : [])));
