import type { Dossier } from '../dossier/dossier.ts';
import { contains, dayNumber, type EdtfDate, overlaps } from '../dossier/edtf.ts';
import { onceFor } from '../dossier/keyed.ts';
import type { Meeting } from '../dossier/records.ts';
import { foldWords } from '../text/fold.ts';

/** What the sentence around a name says. */
export interface Clues {
  readonly dates: readonly EdtfDate[];
  /** Ids of the other people it names. */
  readonly people: readonly string[];
  readonly text: string;
}

export const NO_CLUES: Clues = { dates: [], people: [], text: '' };

const DATE = 8;
const DATE_WITHIN = 4;
const PLACE = 6;
const PERSON = 1;
const TOPIC = 1;
const KIND = 6;
/** A part of a meeting stands below the whole, unless the sentence speaks of its kind: of the dinner. */
const PART = 3;
/** By so much a part has to fit better than the whole to be meant itself. */
export const PART_IS_MEANT = 2;
/** A date that can be any day of more than a year fits almost every sentence, and so says nothing. */
const VAGUE_DAYS = 366;
/** Kinds that a sentence names only when it means such a one; "meeting" and "visit" stand everywhere. */
const TELLING_KINDS: ReadonlySet<string> = new Set([
  'call',
  'dinner',
  'walk',
  'ride',
  'news-conference',
  'conference',
  'summit',
]);
/** Words that say nothing about a topic. */
const SHORT = 4;

/** The folded words of what a sentence can name of a meeting; a dossier's meetings do not change, so they are kept. */
interface Nameable {
  readonly place: readonly string[];
  readonly venue: readonly string[];
  /** Of kinds that a sentence names only when it means such a one. */
  readonly kind: readonly string[];
  readonly topics: ReadonlySet<string>;
}

/** By the meetings' ids. */
const nameables = onceFor(({ people, meetings }: Dossier): ReadonlyMap<string, Nameable> => {
  // Names in a topic count as people, not as topics.
  const names = new Set([...people.values()].flatMap(person => foldWords(person.name)));
  const prepare = ({ place, kind, topics }: Meeting): Nameable => ({
    place: foldWords(place?.name ?? ''),
    venue: foldWords(place?.venue ?? ''),
    kind: TELLING_KINDS.has(kind) ? foldWords(kind) : [],
    topics: new Set(foldWords(topics.join(' ')).filter(word => word.length >= SHORT && !names.has(word))),
  });
  return new Map(Array.from(meetings.values(), each => [each.id, prepare(each)]));
});

/**
 * Ranks meetings by how well they fit a sentence: its date weighs most, then the place, then others whom it names and
 * topic words. A sentence that only names people says nothing about which meeting it means: without a date, a place or a
 * topic the score is 0. What is not attested stands below what is.
 */
export function rankMeetings(
  dossier: Dossier,
  meetings: readonly Meeting[],
  person: string,
  clues: Clues,
): { meeting: Meeting; score: number }[] {
  const inSentence = new Set(foldWords(clues.text));
  const has = (wanted: readonly string[] = []): boolean =>
    wanted.length > 0 && wanted.every(word => inSentence.has(word));
  return meetings
    .map(meeting => {
      const date = dossier.dateOf(meeting);
      const said = nameables(dossier).get(meeting.id);
      let hints = dateScore(date, clues.dates);
      if (has(said?.place) || has(said?.venue)) hints += PLACE;
      // A news conference is no conference.
      const named = has(said?.kind) && !(meeting.kind === 'conference' && inSentence.has('news'));
      if (named) hints += KIND;
      for (const topic of said?.topics ?? []) if (inSentence.has(topic)) hints += TOPIC;
      const excluded = clues.dates.length > 0 && !clues.dates.some(given => overlaps(given, date));
      const people = meeting.participants.filter(
        participant => participant.person !== person && clues.people.includes(participant.person),
      ).length;
      const score =
        hints === 0 || excluded
          ? 0
          : Math.max(0, hints + people * PERSON - (meeting.partOf === undefined ? 0 : PART));
      return { meeting, score: meeting.status === 'attested' ? score : score / 2 };
    })
    .sort((a, b) => b.score - a.score);
}

/** A date that lies within the sentence's date fits better than one that only touches it, and a narrow one better than a wide one. */
function dateScore(date: EdtfDate, given: readonly EdtfDate[]): number {
  let best = 0;
  for (const other of given) {
    if (!overlaps(date, other)) continue;
    if (!date.earliest || !date.latest) continue;
    const days = 1 + dayNumber(date.latest) - dayNumber(date.earliest);
    if (days > VAGUE_DAYS && !contains(other, date)) continue;
    const narrow = 1 / days;
    best = Math.max(best, DATE + (contains(other, date) ? DATE_WITHIN : 0) + narrow);
  }
  return best;
}
