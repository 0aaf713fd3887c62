import { formatEdtf } from '../dossier/date-format.ts';
import { type Dossier, LAVROV } from '../dossier/dossier.ts';
import type { EdtfDate } from '../dossier/edtf.ts';
import type { Dispute, Meeting, Office, Person } from '../dossier/records.ts';
import type { RecordReference } from '../dossier/reference.ts';
import type { Voice } from '../dossier/translate.ts';
import { type Clues, PART_IS_MEANT, rankMeetings } from './fit.ts';
import { countMeetings, countText, kindLabel, placeName, statusName, tenureText } from './phrases.ts';
import { documentMark, mentionMarks, type SourceMark, sourceMarks } from './sources.ts';

export interface MeetingLine {
  readonly reference: RecordReference;
  readonly date: string;
  /** Place, kind and topics, in this order. */
  readonly details: readonly string[];
  /** Set for what is not attested, e.g. `doubtful`. */
  readonly status?: string;
  readonly sources: readonly SourceMark[];
}

export interface PersonCard {
  readonly person: RecordReference;
  /** Whether the tree of secretaries has this person. */
  readonly inSidebar: boolean;
  readonly name: string;
  /** Who that is at the date: `US Secretary of State, 1 February 2013 – 20 January 2017`. */
  readonly standing: readonly string[];
  /** Where that comes from, for who holds no office of which a record is linked on the page. */
  readonly standingSources: readonly SourceMark[];
  /** Set where the text has a wrong name for this person. */
  readonly misnomer?: { readonly written: string; readonly sources: readonly SourceMark[] };
  /** Dealings with Lavrov, or for Lavrov with the secretaries, in one line. */
  readonly dealings?: string;
  readonly meetingsTitle?: string;
  readonly meetings: readonly MeetingLine[];
  /** Disputes about the meetings shown, or about the wrong name. */
  readonly disputes: readonly { readonly reference: RecordReference; readonly question: string }[];
  /** How many others there are about the person. */
  readonly moreDisputes: number;
  /** Others whom the same name can mean. */
  readonly alternatives: readonly { readonly reference: RecordReference; readonly name: string }[];
}

const MEETINGS_ON_A_CARD = 3;
const DISPUTES_ON_A_CARD = 2;

/**
 * What the card of a person says in a sentence that gives the clues.
 * @param written the name as it stands in the writer's text
 * @param alternatives ids of others whom it can mean as well
 */
export function personCard(
  dossier: Dossier,
  person: Person,
  clues: Clues,
  written: string,
  alternatives: readonly string[],
  voice: Voice,
): PersonCard {
  const { t } = voice;
  const secretary = dossier.secretaries.includes(person);
  // Opposite Lavrov stand the secretaries; of others the card tells all their meetings.
  const shown = secretary ? dossier.meetingsBetween(person.id, LAVROV) : dossier.meetingsOf(person.id);
  const ranked = rankMeetings(dossier, shown, person.id, clues);
  const fitting = withoutParts(ranked.filter(({ score }) => score > 0));
  const meetings = (fitting.length > 0 ? fitting : latest(shown)).slice(0, MEETINGS_ON_A_CARD);
  const misnomer = misnomerOf(dossier, person, written);
  const dealings = dealingsText(dossier, person, shown, voice);
  return {
    person: { type: 'person', id: person.id },
    inSidebar: secretary,
    name: person.name,
    standing: standing(dossier, person, clues.dates, voice),
    // What a person is without an office rests on the passages that name them.
    standingSources: person.offices.length === 0 && person.description ? mentionMarks(dossier, person) : [],
    ...(misnomer ? { misnomer } : {}),
    ...(dealings === undefined ? {} : { dealings }),
    ...(meetings.length > 0
      ? { meetingsTitle: fitting.length > 0 ? t('Fits this sentence') : t('Latest on record') }
      : {}),
    meetings: meetings.map(meeting => meetingLine(dossier, meeting, voice)),
    ...disputesOf(dossier, person, meetings, misnomer !== undefined),
    alternatives: alternatives.flatMap(id => {
      const other = dossier.people.get(id);
      return other ? [{ reference: { type: 'person' as const, id }, name: other.name }] : [];
    }),
  };
}

/** One meeting as a card shows it. */
function meetingLine(dossier: Dossier, meeting: Meeting, voice: Voice): MeetingLine {
  const { t, dates } = voice;
  const place = placeName(meeting);
  return {
    reference: { type: 'meeting', id: meeting.id },
    date: formatEdtf(dossier.dateOf(meeting), dates),
    details: [...(place ? [place] : []), kindLabel(meeting, t), ...meeting.topics.slice(0, 2)],
    ...(meeting.status === 'attested' ? {} : { status: statusLine(meeting, t) }),
    sources: sourceMarks(dossier, meeting.evidence, t),
  };
}

/** What a reader must not miss of a meeting that is not attested. */
function statusLine(meeting: Meeting, t: Voice['t']): string {
  return meeting.status === 'doubtful'
    ? t('doubtful: told by a source of the lowest grade alone')
    : statusName(meeting.status, t);
}

/** A part stands for itself only where it fits clearly better than the whole. */
function withoutParts(ranked: readonly { readonly meeting: Meeting; readonly score: number }[]): Meeting[] {
  const scores = new Map(ranked.map(({ meeting, score }) => [meeting.id, score]));
  return ranked
    .filter(({ meeting, score }) => {
      const whole = scores.get(meeting.partOf ?? '');
      return whole === undefined || score >= whole + PART_IS_MEANT;
    })
    .map(({ meeting }) => meeting);
}

/** The attested meetings that are no parts of others, the latest first. */
function latest(meetings: readonly Meeting[]): Meeting[] {
  return meetings.filter(meeting => meeting.partOf === undefined && meeting.status === 'attested').reverse();
}

/** The offices at the sentence's dates; without a date, or where none was held then, all with their tenure. */
function standing(dossier: Dossier, person: Person, dates: readonly EdtfDate[], voice: Voice): string[] {
  const { t } = voice;
  const line = (office: Office): string => {
    const when = tenureText(office, voice);
    return when ? `${office.title}, ${when}` : t('{0} (the sources give no tenure)', office.title);
  };
  if (person.offices.length === 0) return person.description ? [person.description] : [];
  const [date] = dates;
  if (!date) return person.offices.map(line);
  const dated = person.offices.filter(office => office.from || office.to);
  const undated = person.offices.filter(office => !dated.includes(office)).map(line);
  const held = dossier.officesAt(person, date);
  if (held.length > 0) return [...held.map(line), ...undated];
  const when = formatEdtf(date, voice.dates);
  return [
    ...dated.map(office => t('{0} — not in this office at the date given ({1})', line(office), when)),
    ...undated,
  ];
}

function misnomerOf(dossier: Dossier, person: Person, written: string): PersonCard['misnomer'] | undefined {
  const form = person.forms.find(candidate => candidate.kind === 'misnomer' && candidate.form === written);
  if (!form) return undefined;
  const sources = Object.entries(person.surfaceForms ?? {})
    .filter(([, forms]) => forms.includes(written))
    .map(([id]) => documentMark(dossier.documents.get(id), id));
  return { written, sources };
}

function dealingsText(
  dossier: Dossier,
  person: Person,
  shown: readonly Meeting[],
  voice: Voice,
): string | undefined {
  const { t, dates } = voice;
  const { secretaries } = dossier;
  if (person.id === LAVROV) {
    const opposite = new Set(secretaries.flatMap(({ id }) => dossier.meetingsBetween(id, LAVROV)));
    const counted = countText(countMeetings([...opposite]), t);
    return t('Opposite {0} secretaries of state: {1} on record', secretaries.length, counted);
  }
  const count = countMeetings(shown);
  const counted = countText(count, t);
  if (!secretaries.includes(person)) {
    return count.meetings + count.calls > 0 ? t('{0} on record', counted) : undefined;
  }
  const attested = shown.filter(meeting => meeting.partOf === undefined && meeting.status === 'attested');
  if (attested.length === 0) return t('Opposite Lavrov: no single meeting is on record here');
  const first = firstOf(dossier, attested);
  if (!first) return t('Opposite Lavrov: {0} on record', counted);
  const where = placeName(first) ?? kindLabel(first, t);
  const when = formatEdtf(dossier.dateOf(first), dates);
  return count.meetings + count.calls === 1
    ? t('Opposite Lavrov: {0} on record, {1}, {2}', counted, where, when)
    : t('Opposite Lavrov: {0} on record, first {1}, {2}', counted, where, when);
}

/** The meeting that was surely before all others; `undefined` where the dates leave that open. */
function firstOf(dossier: Dossier, meetings: readonly Meeting[]): Meeting | undefined {
  const [first] = [...meetings].sort((a, b) =>
    (dossier.dateOf(a).latest ?? '9999') < (dossier.dateOf(b).latest ?? '9999') ? -1 : 1,
  );
  const end = first && dossier.dateOf(first).latest;
  const surely = meetings.every(
    other => other === first || (end ?? '9999') < (dossier.dateOf(other).earliest ?? ''),
  );
  return surely ? first : undefined;
}

/** What is disputed about the meetings shown; a wrong name puts what is disputed about the person there as well. */
function disputesOf(
  dossier: Dossier,
  person: Person,
  meetings: readonly Meeting[],
  misnamed: boolean,
): Pick<PersonCard, 'disputes' | 'moreDisputes'> {
  const ofPerson = dossier.disputesAbout({ person: person.id });
  const ofMeetings = meetings.flatMap(meeting => dossier.disputesAbout({ meeting: meeting.id }));
  const names = misnamed ? ofPerson.filter(dispute => aboutName(dispute)) : [];
  const shown = [...new Set([...names, ...ofMeetings])].slice(0, DISPUTES_ON_A_CARD);
  return {
    disputes: shown.map(dispute => ({
      reference: { type: 'dispute', id: dispute.id },
      question: dispute.question,
    })),
    moreDisputes: ofPerson.filter(dispute => !shown.includes(dispute)).length,
  };
}

/** Whether its evidence is about a name. */
const aboutName = (dispute: Dispute): boolean =>
  dispute.positions.some(position =>
    position.evidence.some(item => item.supports?.includes('name') || item.contradicts?.includes('name')),
  );
