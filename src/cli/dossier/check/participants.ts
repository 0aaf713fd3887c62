import { entryFault, type Rule } from './rule.ts';

/** A meeting has two people at least, named or unnamed, and nobody twice; a relation is one with others. */
export const participants: Rule = {
  id: 'participants',
  *check({ meetings, people }) {
    for (const entry of meetings) {
      const { participants: list, others } = entry.record;
      if (list.length < 2 && others === undefined) {
        const message = 'has one entry: add who else took part, or say in others who they were';
        yield entryFault('participants', entry, ['participants'], message);
      }
      for (const [index, { person }] of list.entries()) {
        if (list.findIndex(other => other.person === person) === index) continue;
        yield entryFault(
          'participants',
          entry,
          ['participants', index, 'person'],
          `${person} takes part already`,
        );
      }
    }
    for (const entry of people) {
      for (const [index, relation] of (entry.record.relations ?? []).entries()) {
        const at = relation.with.indexOf(entry.record.id);
        if (at < 0) continue;
        const message = 'is the person whose record this is: name only the others';
        yield entryFault('participants', entry, ['relations', index, 'with', at], message);
      }
    }
  },
};
