import type { Analysis, Section } from './analysis.ts';

/** Where a stretch first names each person in full. */
type FirstNames = ReadonlyMap<string, number>;

/** Of sections, from their beginning, kept as long as a section stays as it is. */
const ofSections = new WeakMap<object, FirstNames>();
const ofTexts = new WeakMap<Analysis, FirstNames>();

function firstNamesIn(analysis: Analysis, { start, end, identity }: Section): FirstNames {
  const known = ofSections.get(identity);
  if (known) return known;
  const first = new Map<string, number>();
  for (const mention of analysis.mentionsIn(start, end - 1)) {
    for (const person of mention.kind === 'full' ? mention.people : []) {
      if (!first.has(person)) first.set(person, mention.start - start);
    }
  }
  ofSections.set(identity, first);
  return first;
}

function* firstNames(analysis: Analysis): Generator<void, FirstNames> {
  const known = ofTexts.get(analysis);
  if (known) return known;
  const first = new Map<string, number>();
  for (const section of analysis.sections()) {
    for (const [person, at] of firstNamesIn(analysis, section)) {
      if (!first.has(person)) first.set(person, section.start + at);
    }
    yield;
  }
  ofTexts.set(analysis, first);
  return first;
}

/**
 * Whether the text names the person in full before `offset`. May be left at each `yield`; after an edit only what has
 * changed is looked at again.
 */
export function* isIntroducedBefore(
  analysis: Analysis,
  person: string,
  offset: number,
): Generator<void, boolean> {
  const first = yield* firstNames(analysis);
  return (first.get(person) ?? offset) < offset;
}
