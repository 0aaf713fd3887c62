import { formatEdtf } from '../dossier/date-format.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Aspect, Assessment, Meeting, MeetingKind, MeetingStatus, Office } from '../dossier/records.ts';
import type { Translate, Voice } from '../dossier/translate.ts';

/** Admiralty grade as it is shown: `B2`. */
export const grade = (assessment: Assessment): string => `${assessment.reliability}${assessment.credibility}`;

export function kindName(kind: MeetingKind, t: Translate): string {
  const names: Record<MeetingKind, string> = {
    meeting: t('meeting'),
    negotiation: t('negotiation'),
    call: t('telephone call'),
    visit: t('visit'),
    dinner: t('dinner'),
    walk: t('walk'),
    ride: t('car ride'),
    'news-conference': t('news conference'),
    conference: t('conference'),
    summit: t('summit'),
    encounter: t('encounter'),
  };
  return names[kind];
}

export function statusName(status: MeetingStatus, t: Translate): string {
  const names: Record<MeetingStatus, string> = {
    attested: t('attested'),
    announced: t('announced'),
    disputed: t('disputed'),
    doubtful: t('doubtful'),
  };
  return names[status];
}

/** `Berlin`, or the country where no place is known, or nothing. */
export const placeName = (meeting: Meeting): string | undefined =>
  meeting.place?.name ?? meeting.place?.country;

/** A meeting in one line of a list: `26 or 27 February 2013 · Berlin`; a call has no place: `… · telephone call`. */
export function meetingLabel(
  dossier: Dossier,
  meeting: Meeting,
  { t, dates }: Voice,
  style: 'long' | 'short' = 'long',
): string {
  const when = formatEdtf(dossier.dateOf(meeting), dates, style);
  return `${when} · ${placeName(meeting) ?? kindLabel(meeting, t)}`;
}

/** Who met, by surname: `Kerry, Lavrov`; whom the record may have there at another time is left out. */
export const meetingPeople = (dossier: Dossier, meeting: Meeting): string =>
  meeting.participants
    .filter(participant => !participant.separately)
    .map(({ person }) => dossier.people.get(person)?.sortName.split(',')[0] ?? person)
    .join(', ');

/** The kind, with the number where one record stands for several: `11 telephone calls`. */
export function kindLabel(meeting: Meeting, t: Translate): string {
  if (meeting.count === undefined) return kindName(meeting.kind, t);
  return meeting.kind === 'call'
    ? t('{0} telephone calls', meeting.count)
    : t('{0} × {1}', meeting.count, kindName(meeting.kind, t));
}

/** `1 February 2013 – 20 January 2017`, `since 21 January 2025`; `undefined` where nothing is known of it. */
export function tenureText(office: Office, { dates }: Voice): string | undefined {
  if (office.from && office.to) {
    return formatEdtf(`${office.from}/${office.to}`, dates);
  }
  if (office.from) return formatEdtf(`${office.from}/..`, dates);
  if (office.to) return formatEdtf(`../${office.to}`, dates);
  return undefined;
}

/** The years of a tenure, for narrow places: `2013–2017`, `2025–`. */
export function tenureYears(office: Office): string {
  const from = office.from?.slice(0, 4) ?? '';
  const to = office.to?.slice(0, 4) ?? '';
  return from === to ? from : `${from}–${to}`;
}

/** Meetings and calls counted for a reader: a record of eleven calls counts eleven, a part of a meeting not at all. */
export interface MeetingCount {
  readonly meetings: number;
  readonly calls: number;
}

/** Counts what is attested: neither announced, disputed or doubtful meetings nor parts of others that are counted. */
export function countMeetings(meetings: readonly Meeting[]): MeetingCount {
  const counted = new Set(
    meetings.filter(meeting => meeting.status === 'attested').map(meeting => meeting.id),
  );
  let calls = 0;
  let others = 0;
  for (const meeting of meetings) {
    if (!counted.has(meeting.id) || counted.has(meeting.partOf ?? '')) continue;
    if (meeting.kind === 'call') calls += meeting.count ?? 1;
    else others += meeting.count ?? 1;
  }
  return { meetings: others, calls };
}

export function countText({ meetings, calls }: MeetingCount, t: Translate): string {
  const met = meetings === 1 ? t('1 meeting') : t('{0} meetings', meetings);
  if (calls === 0) return met;
  const called = calls === 1 ? t('1 call') : t('{0} calls', calls);
  return meetings === 0 ? called : t('{0} and {1}', met, called);
}

/** What evidence says something about, in words: `the date, the place`. */
export function aspectNames(list: readonly Aspect[], t: Translate): string {
  const names: Record<Aspect, string> = {
    event: t('that it took place'),
    date: t('the date'),
    place: t('the place'),
    participants: t('the participants'),
    topics: t('the topics'),
    words: t('the words'),
    name: t('the name'),
    office: t('the office'),
    tenure: t('the tenure'),
    relation: t('the relation'),
    status: t('the status'),
  };
  return list.map(aspect => names[aspect]).join(', ');
}

/** What a grade says, in the words of the Admiralty code: reliability of the source, credibility of what it says. */
export function gradeWords({ reliability, credibility }: Assessment, t: Translate): string {
  const sources: Record<Assessment['reliability'], string> = {
    A: t('completely reliable'),
    B: t('usually reliable'),
    C: t('fairly reliable'),
    D: t('not usually reliable'),
    E: t('unreliable'),
    F: t('reliability cannot be judged'),
  };
  const contents: Record<Assessment['credibility'], string> = {
    1: t('confirmed by other sources'),
    2: t('probably true'),
    3: t('possibly true'),
    4: t('doubtful'),
    5: t('improbable'),
    6: t('truth cannot be judged'),
  };
  return t('source {0}, content {1}', sources[reliability], contents[credibility]);
}
