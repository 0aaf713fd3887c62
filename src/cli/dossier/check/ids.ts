import type { Fault } from '../faults.ts';
import type { Entry } from '../load.ts';
import type { Path } from '../places.ts';
import { entryFault, type Rule } from './rule.ts';

/** An id stands once, and a record's file bears it as its name. */
export const ids: Rule = {
  id: 'ids',
  *check({ people, meetings, documents, disputes, records }) {
    for (const entry of [...people, ...meetings, ...documents, ...disputes]) {
      const { record, file } = entry;
      if (record.id === file.name) continue;
      const message = `is ${record.id}, but the file is named ${file.name}: the two must be the same`;
      yield entryFault('ids', entry, ['id'], message);
    }
    yield* unique(records.map(entry => ({ entry, path: ['id'], id: entry.record.id })));
    yield* unique(
      people.flatMap(entry =>
        (entry.record.relations ?? []).map((relation, index) => ({
          entry,
          path: ['relations', index, 'id'],
          id: relation.id,
        })),
      ),
    );
    yield* unique(
      documents.flatMap(entry =>
        entry.record.quotations.map((quotation, index) => ({
          entry,
          path: ['quotations', index, 'id'],
          id: quotation.id,
        })),
      ),
    );
  },
};

function* unique(
  claims: readonly { readonly entry: Entry<unknown>; readonly path: Path; readonly id: string }[],
): Iterable<Fault> {
  const first = new Map<string, Entry<unknown>>();
  for (const { entry, path, id } of claims) {
    const earlier = first.get(id);
    if (earlier) yield entryFault('ids', entry, path, `${id} stands already in ${earlier.file.path}`);
    else first.set(id, entry);
  }
}
