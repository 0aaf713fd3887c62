import { formatEdtf } from '../dossier/date-format.ts';
import { type Dossier, isPassageEvidence, isRecordEvidence, isWeak } from '../dossier/dossier.ts';
import type {
  Assessment,
  Evidence,
  Meeting,
  MeetingKind,
  MeetingStatus,
  Office,
  SourceDocument,
} from '../dossier/records.ts';
import { passageId, type RecordReference } from '../dossier/reference.ts';
import type { Translate, Voice } from './translate.ts';

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

/** Where a statement comes from, short enough to stand beside it. */
export interface SourceMark {
  /** `Reuters 2013, ¶5` or `Travels of the Secretary of State`. */
  readonly label: string;
  /** The grade, for documents. */
  readonly grade?: string;
  readonly reference?: RecordReference;
  readonly url?: string;
  /** It is a document of the lowest grades. */
  readonly weak: boolean;
  /** It only contradicts. */
  readonly contradicts: boolean;
  /** It says itself that the thing took place, and not only where or when someone was. */
  readonly attests: boolean;
  readonly note?: string;
}

export function sourceMark(dossier: Dossier, evidence: Evidence, t: Translate): SourceMark {
  const contradicts = (evidence.supports?.length ?? 0) === 0 && (evidence.contradicts?.length ?? 0) > 0;
  const document = isPassageEvidence(evidence) ? dossier.documents.get(evidence.document) : undefined;
  const common = {
    contradicts,
    weak: document ? isWeak(document) : false,
    attests: evidence.supports?.includes('event') ?? false,
    ...(evidence.note === undefined ? {} : { note: evidence.note }),
  };
  if (isRecordEvidence(evidence)) {
    const record = dossier.publicRecords.get(evidence.record);
    return { label: record?.name ?? evidence.record, url: evidence.url, ...common };
  }
  const name = document?.shortName ?? evidence.document;
  return {
    label: `${name}, ${locatorText(document, evidence, t)}`,
    reference: placeReference(evidence.document, evidence.passage),
    ...(document ? { grade: grade(document.assessment) } : {}),
    ...common,
  };
}

/** Where in a document something stands: `¶5`, or outside all passages what the region at its start is. */
export function locatorText(
  document: SourceDocument | undefined,
  { passage, start = -1 }: { readonly passage?: number; readonly start?: number },
  t: Translate,
): string {
  if (passage !== undefined) return `¶${passage}`;
  const region = document?.regions.find(candidate => candidate.start <= start && start < candidate.end);
  if (region?.kind === 'caption') return t('caption');
  return region?.kind === 'printed-twice' ? t('printed twice') : t('heading');
}

/** What leads to a place in a document: its passage, or outside all passages the document. */
export const placeReference = (document: string, passage: number | undefined): RecordReference =>
  passage === undefined
    ? { type: 'document', id: document }
    : { type: 'passage', id: passageId(document, passage) };

/** The marks of several pieces of evidence, documents first, each place once. */
export function sourceMarks(dossier: Dossier, evidence: readonly Evidence[], t: Translate): SourceMark[] {
  const marks = new Map<string, SourceMark>();
  const ordered = [...evidence.filter(isPassageEvidence), ...evidence.filter(isRecordEvidence)];
  for (const item of ordered) {
    const mark = sourceMark(dossier, item, t);
    const known = marks.get(mark.label);
    if (!known || (known.contradicts && !mark.contradicts)) marks.set(mark.label, mark);
  }
  return [...marks.values()];
}

/** Meetings and calls counted for a reader: a record of eleven calls counts eleven, a part of a meeting not at all. */
export interface MeetingCount {
  readonly meetings: number;
  readonly calls: number;
}

/** Counts what is attested; announced, disputed and doubtful meetings and parts of others are left out. */
export function countMeetings(meetings: readonly Meeting[]): MeetingCount {
  let calls = 0;
  let others = 0;
  for (const meeting of meetings) {
    if (meeting.partOf !== undefined || meeting.status !== 'attested') continue;
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

/** Several places of one source in one: `Reuters 2013, ¶1, ¶4 ⟨B2⟩`. A public record has no places. */
export interface SourceGroup {
  /** The document's or the record's name. */
  readonly label: string;
  readonly grade?: string;
  readonly url?: string;
  readonly reference?: RecordReference;
  readonly contradicts: boolean;
  readonly attests: boolean;
  readonly places: readonly { readonly label: string; readonly reference: RecordReference }[];
}

/** Marks of one source that say the same (supports, or contradicts) as one group, in the order of their first. */
export function groupMarks(marks: readonly SourceMark[]): SourceGroup[] {
  const groups = new Map<string, { group: SourceGroup; places: SourceGroup['places'][number][] }>();
  for (const mark of marks) {
    const comma = mark.grade === undefined ? -1 : mark.label.lastIndexOf(', ');
    const source = comma < 0 ? mark.label : mark.label.slice(0, comma);
    const key = `${source} ${mark.contradicts}`;
    let entry = groups.get(key);
    if (!entry) {
      const places: SourceGroup['places'][number][] = [];
      entry = {
        places,
        group: {
          label: source,
          contradicts: mark.contradicts,
          attests: mark.attests,
          places,
          ...(mark.grade === undefined ? {} : { grade: mark.grade }),
          ...(mark.url === undefined ? {} : { url: mark.url }),
          ...(comma < 0 && mark.reference ? { reference: mark.reference } : {}),
        },
      };
      groups.set(key, entry);
    }
    if (comma >= 0 && mark.reference) {
      entry.places.push({ label: mark.label.slice(comma + 2), reference: mark.reference });
    }
  }
  return Array.from(groups.values(), entry => entry.group);
}

/** A group in plain words: `Reuters 2013, ¶1, ¶4 ⟨B2⟩`. */
export function sourceGroupWords(group: SourceGroup): string {
  const all = [group.label, ...group.places.map(place => place.label)].join(', ');
  return group.grade === undefined ? all : `${all} ⟨${group.grade}⟩`;
}
