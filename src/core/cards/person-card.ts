import { formatEdtf } from '../dossier/date-format.ts';
import { type Dossier, LAVROV } from '../dossier/dossier.ts';
import type { EdtfDate } from '../dossier/edtf.ts';
import type { Dispute, Meeting, Office, Person } from '../dossier/records.ts';
import type { RecordReference } from '../dossier/reference.ts';
import { type Clues, rankMeetings } from './fit.ts';
import {
  countMeetings,
  countText,
  grade,
  kindLabel,
  placeName,
  type SourceMark,
  sourceMarks,
  statusName,
  tenureText,
} from './phrases.ts';
import type { Voice } from './translate.ts';

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
  readonly name: string;
  /** Who that is at the date: `US Secretary of State, 1 February 2013 – 20 January 2017`. */
  readonly standing: readonly string[];
  /** Set where the text has a wrong name for this person. */
  readonly misnomer?: { readonly written: string; readonly sources: readonly SourceMark[] };
  /** Dealings with Lavrov, or for Lavrov with the secretaries, in one line. */
  readonly dealings?: string;
  readonly meetingsTitle?: string;
  readonly meetings: readonly MeetingLine[];
  readonly disputes: readonly { readonly reference: RecordReference; readonly question: string }[];
  /** Others whom the same name can mean. */
  readonly alternatives: readonly { readonly reference: RecordReference; readonly name: string }[];
}

const MEETINGS_ON_A_CARD = 3;

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
  const all = person.id === LAVROV ? dossier.meetingsOf(LAVROV) : dossier.meetingsBetween(person.id, LAVROV);
  const shown = all.length > 0 ? all : dossier.meetingsOf(person.id);
  const ranked = rankMeetings(dossier, shown, person.id, clues);
  const fitting = ranked.filter(({ score }) => score > 0).slice(0, MEETINGS_ON_A_CARD);
  const meetings =
    fitting.length > 0 ? fitting.map(({ meeting }) => meeting) : latest(shown, MEETINGS_ON_A_CARD);
  const misnomer = misnomerOf(dossier, person, written);
  const dealings = dealingsText(dossier, person, all, shown, voice);
  return {
    person: { type: 'person', id: person.id },
    name: person.name,
    standing: standing(dossier, person, clues.dates, voice),
    ...(misnomer ? { misnomer } : {}),
    ...(dealings === undefined ? {} : { dealings }),
    ...(meetings.length > 0
      ? { meetingsTitle: fitting.length > 0 ? t('Fits this sentence') : t('Latest on record') }
      : {}),
    meetings: meetings.map(meeting => meetingLine(dossier, meeting, voice)),
    disputes: relevantDisputes(dossier, person, meetings).map(dispute => ({
      reference: { type: 'dispute', id: dispute.id },
      question: dispute.question,
    })),
    alternatives: alternatives.flatMap(id => {
      const other = dossier.people.get(id);
      return other ? [{ reference: { type: 'person' as const, id }, name: other.name }] : [];
    }),
  };
}

/** One meeting as a card shows it. */
export function meetingLine(dossier: Dossier, meeting: Meeting, voice: Voice): MeetingLine {
  const { t, dates } = voice;
  const place = placeName(meeting);
  return {
    reference: { type: 'meeting', id: meeting.id },
    date: formatEdtf(dossier.dateOf(meeting), dates),
    details: [...(place ? [place] : []), kindLabel(meeting, t), ...meeting.topics.slice(0, 2)],
    ...(meeting.status === 'attested' ? {} : { status: statusName(meeting.status, t) }),
    sources: sourceMarks(dossier, meeting.evidence, t),
  };
}

/** The last attested meetings that are no parts of others, the latest first. */
function latest(meetings: readonly Meeting[], count: number): Meeting[] {
  return meetings
    .filter(meeting => meeting.partOf === undefined && meeting.status === 'attested')
    .slice(-count)
    .reverse();
}

/** The offices at the sentence's dates; without a date, or where none was held then, all with their tenure. */
function standing(dossier: Dossier, person: Person, dates: readonly EdtfDate[], voice: Voice): string[] {
  const { t } = voice;
  const line = (office: Office): string => {
    const when = tenureText(office, voice);
    return when ? `${office.title}, ${when}` : office.title;
  };
  if (person.offices.length === 0) return person.description ? [person.description] : [];
  const [date] = dates;
  if (!date || !person.offices.some(office => office.from || office.to)) return person.offices.map(line);
  const held = dossier.officesAt(person, date);
  const when = formatEdtf(date, voice.dates);
  if (held.length > 0) return held.map(line);
  return person.offices.map(office =>
    t('{0} — not in this office at the date given ({1})', line(office), when),
  );
}

function misnomerOf(dossier: Dossier, person: Person, written: string): PersonCard['misnomer'] | undefined {
  const form = person.forms.find(candidate => candidate.kind === 'misnomer' && candidate.form === written);
  if (!form) return undefined;
  const sources = [...dossier.documents.values()]
    .filter(
      document =>
        document.flaws.some(flaw => flaw.kind === 'misnamed-person') &&
        document.regions.some(region => region.mentions?.includes(person.id)),
    )
    .map(document => ({
      label: document.shortName,
      grade: grade(document.assessment),
      reference: { type: 'document' as const, id: document.id },
      contradicts: false,
    }));
  return { written, sources };
}

function dealingsText(
  dossier: Dossier,
  person: Person,
  withLavrov: readonly Meeting[],
  shown: readonly Meeting[],
  voice: Voice,
): string | undefined {
  const { t, dates } = voice;
  const secretaries = new Set(dossier.secretaries.map(secretary => secretary.id));
  if (person.id === LAVROV) {
    const opposite = withLavrov.filter(meeting =>
      meeting.participants.some(participant => secretaries.has(participant.person)),
    );
    return t(
      'Opposite {0} secretaries of state: {1} on record',
      secretaries.size,
      countText(countMeetings(opposite), t),
    );
  }
  const first = withLavrov.find(meeting => meeting.partOf === undefined && meeting.status === 'attested');
  if (first) {
    const where = placeName(first) ?? kindLabel(first, t);
    return t(
      'Opposite Lavrov: {0} on record, first {1}, {2}',
      countText(countMeetings(withLavrov), t),
      where,
      formatEdtf(dossier.dateOf(first), dates),
    );
  }
  if (secretaries.has(person.id)) return t('Opposite Lavrov: no single meeting is on record here');
  return shown.length > 0 ? t('{0} on record', countText(countMeetings(shown), t)) : undefined;
}

/** Disputes about the shown meetings and about the person, those about a shown meeting first. */
function relevantDisputes(dossier: Dossier, person: Person, meetings: readonly Meeting[]): Dispute[] {
  const about = [
    ...meetings.flatMap(meeting => dossier.disputesAbout({ meeting: meeting.id })),
    ...(person.id === LAVROV ? [] : dossier.disputesAbout({ person: person.id })),
  ];
  return [...new Set(about)].slice(0, 3);
}
