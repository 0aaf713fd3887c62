import type { Analysis } from './analysis.ts';
import { type KeyMention, keyIn } from './citations.ts';
import type { FootnoteMark } from './footnotes.ts';
import type { Mention } from './mention.ts';
import { holds, type Range } from './ordered-ranges.ts';

/** What a writer can point at in a text. `start` and `end` are those of the whole: with title, `@` and braces. */
export type Thing = Range &
  (
    | { readonly kind: 'name'; readonly mention: Mention }
    | { readonly kind: 'key'; readonly key: KeyMention }
    | { readonly kind: 'footnote'; readonly mark: FootnoteMark }
  );

/** What stands at `offset`, or ends there, as the cursor stands behind a word that was just typed. */
export function thingAt(analysis: Analysis, offset: number): Thing | undefined {
  return thingHolding(analysis, offset) ?? (offset > 0 ? thingHolding(analysis, offset - 1) : undefined);
}

/** What holds the unit at `offset`. */
function thingHolding(analysis: Analysis, offset: number): Thing | undefined {
  const mention = analysis.mentionAt(offset);
  if (mention !== undefined) return { kind: 'name', mention, start: mention.start, end: mention.end };
  const mask = analysis.maskedIn(offset, offset).find(each => holds(each, offset));
  if (mask?.kind === 'citation') {
    return { kind: 'key', key: keyIn(analysis.text, mask), start: mask.start, end: mask.end };
  }
  // The footnotes of a text are looked for only where there is one: that takes all of it.
  const mark = mask?.kind === 'footnote' ? analysis.footnotes.at(offset) : undefined;
  return mark && { kind: 'footnote', mark, start: mark.start, end: mark.end };
}

/** What can stand at many places of a text. */
export type Subject =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'footnote'; readonly label: string };

/** Whom or what a thing is one place of; for a name that can mean several people, the likeliest. */
export function subjectOf(thing: Thing): Subject {
  if (thing.kind === 'name') return { kind: 'person', id: thing.mention.people[0] ?? '' };
  if (thing.kind === 'key') return { kind: 'key', key: thing.key.key };
  return { kind: 'footnote', label: thing.mark.label };
}

/** A place of a subject: of a name without title, of a key with `@` and braces, of a footnote the whole mark. */
export interface Occurrence extends Range {
  /** The person's name stands here in full for the first time, or the footnote is defined here. */
  readonly introduces: boolean;
}

/** The calls and definitions of a label, in order; labels that differ in case alone are one. */
export const footnoteMarks = (analysis: Analysis, label: string): FootnoteMark[] =>
  analysis.footnotes
    .in(0, analysis.text.length)
    .filter(mark => mark.label.toLowerCase() === label.toLowerCase());

/** So many units are looked through between two chances to give the thread back. */
const STEP = 100_000;

/** Every place of a subject in the text, in order. May be left at each `yield`. */
export function* occurrencesOf(analysis: Analysis, subject: Subject): Generator<void, Occurrence[]> {
  if (subject.kind === 'footnote') {
    return footnoteMarks(analysis, subject.label).map(({ start, end, definition }) => ({
      start,
      end,
      introduces: definition !== undefined,
    }));
  }
  const found: Occurrence[] = [];
  let introduced = false;
  let last = -1;
  for (let from = 0; from <= analysis.text.length; from += STEP) {
    if (from > 0) yield;
    const places =
      subject.kind === 'key'
        ? keyPlaces(analysis, subject.key, from, from + STEP)
        : namePlaces(analysis, subject.id, from, from + STEP);
    for (const { start, end, full } of places) {
      // What touches the border of two steps was met in the one before.
      if (start <= last) continue;
      last = start;
      found.push({ start, end, introduces: full && !introduced });
      introduced ||= full;
    }
  }
  return found;
}

interface Place extends Range {
  readonly full: boolean;
}

const keyPlaces = (analysis: Analysis, key: string, from: number, to: number): Place[] =>
  analysis
    .keysIn(from, to)
    .filter(each => each.key === key)
    .map(({ start, end }) => ({ start, end, full: false }));

const namePlaces = (analysis: Analysis, id: string, from: number, to: number): Place[] =>
  analysis
    .mentionsIn(from, to)
    .filter(({ people }) => people.includes(id))
    .map(({ nameStart, nameEnd, kind }) => ({ start: nameStart, end: nameEnd, full: kind === 'full' }));
