import type { Dossier } from '../dossier/dossier.ts';
import { contains, dayNumber, type EdtfDate, overlaps } from '../dossier/edtf.ts';
import type { Meeting } from '../dossier/records.ts';
import { foldWord, words } from '../text/fold.ts';

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
const KIND = 4;
/** A part of a meeting stands below the whole, unless the sentence speaks of its kind: of the dinner. */
const PART = 3;
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
  const inSentence = new Set(Array.from(words(clues.text), word => foldWord(word.text)));
  const has = (text: string | undefined): boolean =>
    text !== undefined &&
    text !== '' &&
    Array.from(words(text), word => foldWord(word.text)).every(word => inSentence.has(word));
  return meetings
    .map(meeting => {
      const date = dossier.dateOf(meeting);
      const hints =
        dateScore(date, clues.dates) +
        (has(meeting.place?.name) || has(meeting.place?.venue) ? PLACE : 0) +
        (TELLING_KINDS.has(meeting.kind) && has(meeting.kind.replaceAll('-', ' ')) ? KIND : 0) +
        topicScore(meeting, inSentence);
      const excluded = clues.dates.length > 0 && !clues.dates.some(given => overlaps(given, date));
      const people = meeting.participants.filter(
        participant => participant.person !== person && clues.people.includes(participant.person),
      ).length;
      const score =
        hints === 0 || excluded ? 0 : Math.max(0, hints + people * PERSON - (meeting.partOf ? PART : 0));
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

function topicScore(meeting: Meeting, inSentence: ReadonlySet<string>): number {
  const topics = new Set<string>();
  for (const topic of meeting.topics) {
    for (const word of words(topic)) {
      const folded = foldWord(word.text);
      if (folded.length >= SHORT && inSentence.has(folded)) topics.add(folded);
    }
  }
  return topics.size * TOPIC;
}
