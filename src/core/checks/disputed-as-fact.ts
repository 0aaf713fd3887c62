import { formatEdtf } from '../dossier/date-format.ts';
import { type Dossier, isPassageEvidence } from '../dossier/dossier.ts';
import { dayNumber, overlaps } from '../dossier/edtf.ts';
import type { Meeting } from '../dossier/records.ts';
import type { RecordReference } from '../dossier/reference.ts';
import type { Voice } from '../dossier/translate.ts';
import { US_STATE } from '../text/lexicon.ts';
import { isPlain } from './anachronistic-meeting.ts';
import { type Encounter, encountersIn } from './encounters.ts';
import type { Rule } from './rule.ts';
import { type Skeleton, skeletonOf } from './skeleton.ts';

/** Of a kind that words tell: a call is no meeting, and a meeting at a table no call. */
const isCall = ({ kind }: Meeting): boolean => kind === 'call';

function fitsKind(meeting: Meeting, { how }: Encounter): boolean {
  if (how === 'call' || isCall(meeting)) return how === 'call' && isCall(meeting);
  return (
    how !== 'meal' || meeting.kind === 'dinner' || meeting.kind === 'visit' || meeting.kind === 'meeting'
  );
}

/** Whether the words name the meeting's town, country or venue; `elsewhere` where they name other places. */
function placeOf({ place }: Meeting, places: readonly string[]): 'named' | 'elsewhere' | undefined {
  const there = places.filter(words => /^(?:in|at|to|into|inside|в|во|на)\s/i.test(words));
  // `in Moscow, Idaho`
  if (there.some(words => US_STATE.test(words.slice(words.lastIndexOf(','))))) return 'elsewhere';
  const venue = place?.venue?.split(' ').filter(word => word.length > 3) ?? [];
  const isVenue = (words: string): boolean => venue.length > 0 && venue.every(word => isIn(word, words));
  const names = [place?.name, place?.country].filter(name => name !== undefined);
  if (there.some(words => names.some(name => isIn(name, words)))) return 'named';
  if (there.length === 0) return undefined;
  return there.every(isVenue) ? 'named' : 'elsewhere';
}

/** What else a place may be called. */
const ALIASES: Readonly<Record<string, string>> = {
  American: 'American|US|U\\.S\\.|United States|американск\\p{L}+|США',
  Embassy: 'embassy|посольств\\p{L}+',
  Moscow: 'Moscow|Москв\\p{L}+',
  'United States': 'United States|US|U\\.S\\.',
};

const isIn = (name: string, words: string): boolean =>
  new RegExp(
    `(?<!\\p{L})(?:${ALIASES[name] ?? name.replace(/[^\p{L}\p{N} ]/gu, '.')})(?![\\p{L}'])`,
    'iu',
  ).test(words);

function fitsDates(dossier: Dossier, meeting: Meeting, skeleton: Skeleton): boolean {
  const date = dossier.dateOf(meeting);
  return skeleton.dates.every(each => overlaps(each.date, date));
}

/** Whether the sentence can be true of the meeting: kind, place and date. */
const fits = (dossier: Dossier, meeting: Meeting, encounter: Encounter, skeleton: Skeleton): boolean =>
  fitsKind(meeting, encounter) &&
  fitsDates(dossier, meeting, skeleton) &&
  placeOf(meeting, encounter.places) !== 'elsewhere';

/** Whether the sentence says what tells this meeting from others: its place, that it was a call, or a date of its own. */
function isTelling(dossier: Dossier, meeting: Meeting, encounter: Encounter): boolean {
  if (placeOf(meeting, encounter.places) === 'named' || isCall(meeting)) return true;
  const { earliest, latest } = dossier.dateOf(meeting);
  const known = meeting.dateBasis.kind !== 'unknown' && earliest !== null && latest !== null;
  return encounter.dates.length > 0 && known && dayNumber(latest) - dayNumber(earliest) <= 31;
}

/** The attested meeting of the same people that is nearest in time. */
function nearest(attested: readonly Meeting[], meeting: Meeting, dossier: Dossier): Meeting | undefined {
  const day = (each: Meeting): number =>
    dayNumber(dossier.dateOf(each).earliest ?? dossier.dateOf(each).latest ?? '1970-01-01');
  const distance = (each: Meeting): number => Math.abs(day(each) - day(meeting));
  return (
    attested
      .filter(each => isCall(each) === isCall(meeting) || attested.every(isCall))
      .sort((a, b) => distance(a) - distance(b))[0] ?? attested[0]
  );
}

function message(
  dossier: Dossier,
  meeting: Meeting,
  known: Meeting | undefined,
  { t, dates }: Voice,
): string {
  const tellers = dossier
    .documentsOf(meeting.evidence.filter(each => isPassageEvidence(each) && each.supports?.includes('event')))
    .map(
      ({ shortName, assessment: { reliability, credibility } }) =>
        `${shortName} ⟨${reliability}${credibility}⟩`,
    )
    .join(', ');
  const told =
    meeting.status === 'doubtful'
      ? t('This meeting is doubtful: only {0} tells of it.', tellers)
      : t('The sources differ on whether this meeting took place. It is told by {0}.', tellers);
  if (known === undefined) return told;
  const when = formatEdtf(dossier.dateOf(known), dates);
  return `${told} ${t('The nearest meeting on record: {0}.', known.place ? `${when} · ${known.place.name}` : when)}`;
}

/** A meeting that the sources dispute, or that only a source of the lowest grade tells of, stated as a fact. */
export const disputedAsFact: Rule = {
  code: 'disputed-as-fact',
  severity: 'warning',
  paragraph(paragraph, { dossier, voice }, report) {
    for (const [index, sentence] of paragraph.sentences.entries()) {
      if (sentence.mentions.length < 2) continue;
      const skeleton = skeletonOf(paragraph, sentence);
      if (skeleton === undefined) continue;
      for (const encounter of encountersIn(skeleton, paragraph.kind === 'heading')) {
        const [one = '', other = ''] = [encounter.one.people[0], encounter.other.people[0]];
        const meetings = dossier.meetingsBetween(one, other);
        const meeting = meetings.find(
          each =>
            (each.status === 'disputed' || each.status === 'doubtful') &&
            fits(dossier, each, encounter, skeleton) &&
            isTelling(dossier, each, encounter),
        );
        if (meeting === undefined) continue;
        const attested = meetings.filter(({ status }) => status === 'attested');
        if (attested.some(each => fits(dossier, each, encounter, skeleton))) continue;
        if (!isPlain(skeleton, encounter, paragraph, index)) continue;
        const known = nearest(attested, meeting, dossier);
        const disputes = dossier
          .disputesAbout({ meeting: meeting.id })
          .filter(({ positions }) =>
            positions.some(({ evidence }) =>
              evidence.some(each => each.supports?.includes('event') || each.contradicts?.includes('event')),
            ),
          );
        const because: RecordReference[] = [
          { type: 'meeting', id: meeting.id },
          ...disputes.map(({ id }) => ({ type: 'dispute' as const, id })),
          ...(known ? [{ type: 'meeting' as const, id: known.id }] : []),
        ];
        report({
          start: encounter.start,
          end: encounter.end,
          message: message(dossier, meeting, known, voice),
          because,
        });
      }
    }
  },
  explain: ({ t }) => ({
    title: t('Disputed as fact'),
    paragraphs: [
      t(
        'Reports a meeting that is stated plainly although the sources differ on whether it took place, or although only a source of the lowest grade tells of it.',
      ),
      t(
        'The sentence has to name both people, a verb of meeting, and the place or another mark of that meeting; where a meeting that is attested fits as well, nothing is reported.',
      ),
      t('Words of doubt, a source named as such, negations, questions, plans and quotations are left alone.'),
    ],
  }),
};
