import type { Dossier } from '../dossier/dossier.ts';
import type { Mention } from '../text/mention.ts';
import type { Range } from '../text/ordered-ranges.ts';
import type { Paragraph, Sentence } from '../text/paragraphs.ts';
import type { CitedSource } from './cited.ts';
import { cue, says } from './cues.ts';
import { type JointAction, jointActions } from './joint-actions.ts';
import { factsOf } from './passage-facts.ts';
import { skeletonOf } from './skeleton.ts';

/** What one did is held against what another did, or told later. */
const COMPARED = cue(
  'like|unlike|than|too|likewise|similar~|same|recall~|remember~|memoirs?|echo~|parallel~|again|repeat~|inherit~|reviv~',
  'как|тоже|также|снова|вспом~',
);
/** Behind what two people did: something else that a citation may be for. */
const FURTHER =
  /[,;:()–—]|(?<!\p{L})(?:where|which|that|who|whom|whose|when|while|since|after|before|because|although|though|hotel|scene|site|venue|rooms?|anniversary|shadow|wake|aftermath|later|где|когда|что|котор\p{L}+|после|до)(?!\p{L})/iu;
/** Behind it: nothing but places. */
const PLACES =
  /^(?:\s+(?:(?:in|at|on|near|by|during|of|early|late|в|во|на|года?)(?:\s+the)?(?![\p{L}\d])|\p{Lu}[\p{L}.'’-]*))*\s*$/u;

/** What a sentence says that two people did together or to each other. */
export function jointActionsOf(paragraph: Paragraph, sentence: Sentence): readonly JointAction[] {
  const skeleton = skeletonOf(paragraph, sentence);
  return skeleton && !says(sentence.narration, COMPARED) ? jointActions(skeleton) : [];
}

/**
 * Of two who did something together, the one whom a citation's source does not name, where it names the other: whoever
 * tells of it names both. `undefined` where it is not sure that the citation is for that, or that nobody else is meant.
 * @param present those of the clause whom the source names
 */
export function missingOfTwo(
  actions: readonly JointAction[],
  present: readonly Mention[],
  clause: Range & Pick<Sentence, 'narration' | 'dates'>,
  { document, paragraphs, group }: CitedSource,
  dossier: Dossier,
): Mention | undefined {
  const action = actions.find(
    ({ one, other }) =>
      [one, other].some(each => !present.includes(each)) &&
      present.every(each => each === one || each === other),
  );
  if (!action || !document || action.end > group.start) return undefined;
  const { one, other, end } = action;
  const missing = present.includes(one) ? other : one;
  let rest = clause.narration.slice(end - clause.start, group.start - clause.start);
  for (const date of clause.dates.filter(each => each.start >= end && each.end <= group.start)) {
    rest = rest.slice(0, date.start - end) + ' '.repeat(date.end - date.start) + rest.slice(date.end - end);
  }
  if (FURTHER.test(rest)) return undefined;
  const isNamed = (numbers: readonly number[]): boolean => {
    const { people } = factsOf(dossier, document, numbers);
    return missing.people.some(person => people.has(person));
  };
  // The passage before may name whom this one calls “he”. And a source that does not know them at all may be cited for
  // what they talked about.
  if (paragraphs.length > 0 && isNamed(paragraphs.map(number => number - 1))) return undefined;
  return (paragraphs.length > 0 && isNamed([])) || PLACES.test(rest) ? missing : undefined;
}
