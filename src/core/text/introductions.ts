import type { Analysis, Section } from './analysis.ts';

/** Whom the sections of an analysis name in full, kept as long as a section stays as it is. */
const inFull = new WeakMap<object, ReadonlySet<string>>();

function peopleInFull(analysis: Analysis, { start, end, identity }: Section): ReadonlySet<string> {
  let people = inFull.get(identity);
  if (people === undefined) {
    people = namedInFull(analysis, start, end);
    inFull.set(identity, people);
  }
  return people;
}

const namedInFull = (analysis: Analysis, start: number, end: number): ReadonlySet<string> =>
  new Set(analysis.mentionsIn(start, end).flatMap(({ kind, people }) => (kind === 'full' ? people : [])));

/** Whether the text names the person in full before `offset`. Looks again only at what has changed since it was asked. */
export function isIntroducedBefore(analysis: Analysis, person: string, offset: number): boolean {
  for (const section of analysis.sections()) {
    if (section.end > offset) return namedInFull(analysis, section.start, offset - 1).has(person);
    if (peopleInFull(analysis, section).has(person)) return true;
  }
  return false;
}
