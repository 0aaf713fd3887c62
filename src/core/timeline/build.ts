import { type Dossier, isRecordEvidence, isWeak, LAVROV, SECRETARY_OF_STATE } from '../dossier/dossier.ts';
import { type EdtfDate, parseEdtf } from '../dossier/edtf.ts';
import type { Evidence, Meeting, Office, Participant, Person, SourceDocument } from '../dossier/records.ts';
import {
  DOCUMENTS_ROW,
  keyOf,
  OTHERS_ROW,
  type TimelineData,
  type TimelineItem,
  type TimelinePerson,
  type TimelineRow,
  type TimelineSpan,
} from './data.ts';
import type { Day } from './days.ts';
import { middleOf, spanOf, tenureSpan } from './spans.ts';

const FOREIGN_MINISTER = 'ru-foreign-minister';
/** What can be scrolled to before the first and after the last day, as shares of all: marks and their labels need room. */
const MARGIN = { before: 0.05, after: 0.15 };

/** How the timeline's dates, kinds and tenures are written, in the reader's language. */
export interface TimelineVoice {
  /** `11 telephone calls`. */
  readonly kind: (meeting: Meeting) => string;
  /** `document ⟨B2⟩`. */
  readonly document: (document: SourceDocument) => string;
  /** A document with its grade, as it stands where it is a source. */
  readonly source: (document: SourceDocument) => string;
  /** How one is named who met on the same occasion, but perhaps not together with the others. */
  readonly separately: (participant: Participant) => string;
  readonly date: (date: EdtfDate) => string;
  /** To the day; `undefined` where nothing is known. */
  readonly tenure: (office: Office) => string | undefined;
  /** In years, for narrow places. */
  readonly years: (office: Office) => string;
}

/**
 * The timeline of a dossier: a row for Lavrov, one for each secretary in order of office, one for the others and one for
 * the documents where there are any; an item for each meeting and each document.
 * @param today the day up to which an office that is still held reaches.
 */
export function buildTimeline(dossier: Dossier, voice: TimelineVoice, today: Day): TimelineData {
  const items = [
    ...[...dossier.meetings.values()].map(meeting => meetingItem(dossier, meeting, voice)),
    ...[...dossier.documents.values()].map(document => documentItem(document, voice)),
  ].sort(byTime);
  const rows = rowsOf(dossier, new Set(items.map(item => item.row)), voice);
  const counterpart = rows.filter(row => row.type === 'counterpart').flatMap(row => row.bands);
  const dated = items.flatMap(item => item.span ?? []);
  const fit = extent([...counterpart, ...dated], today);
  const all = extent([...rows.flatMap(row => row.bands), ...dated], today);
  return {
    rows,
    items,
    people: peopleOf(dossier, items),
    fit,
    limits: {
      start: Math.floor(all.start - (all.end - all.start) * MARGIN.before - 1),
      end: Math.ceil(all.end + (all.end - all.start) * MARGIN.after + 1),
    },
  };
}

function rowsOf(dossier: Dossier, used: ReadonlySet<string>, voice: TimelineVoice): TimelineRow[] {
  const lavrov = dossier.people.get(LAVROV);
  const nobody = { name: '', tenure: '', years: '', bands: [] };
  const rows = dossier.secretaries.map(person => personRow(person, SECRETARY_OF_STATE, 'secretary', voice));
  if (lavrov) rows.unshift(personRow(lavrov, FOREIGN_MINISTER, 'counterpart', voice));
  if (used.has(OTHERS_ROW)) rows.push({ ...nobody, id: OTHERS_ROW, type: 'others' });
  if (used.has(DOCUMENTS_ROW)) rows.push({ ...nobody, id: DOCUMENTS_ROW, type: 'documents' });
  return rows;
}

function personRow(
  person: Person,
  office: string,
  type: TimelineRow['type'],
  voice: TimelineVoice,
): TimelineRow {
  const held = person.offices.filter(each => each.office === office && (each.from || each.to));
  return {
    id: person.id,
    type,
    name: person.name,
    tenure: held.flatMap(each => voice.tenure(each) ?? []).join(', '),
    years: held.map(voice.years).join(', '),
    bands: held.map(tenureSpan),
  };
}

/**
 * The row of a meeting: of the secretary who takes part and can have held the office at the time, else of any secretary
 * who takes part, else Lavrov's where he does, else the others'. Who perhaps met separately is left out where others are
 * left: the meeting is not told as theirs.
 */
function rowOf(dossier: Dossier, meeting: Meeting, date: EdtfDate): string {
  const together = meeting.participants.filter(({ separately }) => !separately);
  return rowAmong(dossier, together.length > 0 ? together : meeting.participants, date);
}

function rowAmong(dossier: Dossier, participants: readonly Participant[], date: EdtfDate): string {
  const ids = new Set(participants.map(participant => participant.person));
  const present = dossier.secretaries.filter(person => ids.has(person.id));
  const inOffice = present.find(person =>
    dossier.officesAt(person, date).some(held => held.office === SECRETARY_OF_STATE),
  );
  const secretary = inOffice ?? present[0];
  if (secretary) return secretary.id;
  return ids.has(LAVROV) && dossier.people.has(LAVROV) ? LAVROV : OTHERS_ROW;
}

function meetingItem(dossier: Dossier, meeting: Meeting, voice: TimelineVoice): TimelineItem {
  const date = dossier.dateOf(meeting);
  return {
    type: 'meeting',
    id: meeting.id,
    kind: meeting.kind,
    kindText: voice.kind(meeting),
    status: meeting.status,
    row: rowOf(dossier, meeting, date),
    span: spanOf(date),
    when: voice.date(date),
    name: meeting.place?.name ?? meeting.place?.country ?? '',
    people: meeting.participants.map(participant => participant.person),
    separately: Object.fromEntries(
      meeting.participants.filter(each => each.separately).map(each => [each.person, voice.separately(each)]),
    ),
    count: meeting.count ?? 1,
    summary: meeting.summary,
    topics: meeting.topics,
    sources: sourcesOf(dossier, meeting.evidence, voice),
  };
}

function documentItem(document: SourceDocument, voice: TimelineVoice): TimelineItem {
  const issued = document.csl.issued ? parseEdtf(document.csl.issued) : undefined;
  return {
    type: 'document',
    id: document.id,
    kind: 'document',
    kindText: voice.document(document),
    status: isWeak(document) ? 'doubtful' : 'attested',
    row: DOCUMENTS_ROW,
    ...(issued ? { span: spanOf(issued) } : {}),
    when: issued ? voice.date(issued) : '',
    name: document.shortName,
    people: [],
    separately: {},
    count: 1,
    summary: document.csl.title,
    topics: [],
    sources: [],
  };
}

/** What supports something of the record; documents first, as where evidence is shown elsewhere, each once. */
function sourcesOf(dossier: Dossier, evidence: readonly Evidence[], voice: TimelineVoice): string[] {
  const supporting = evidence.filter(({ supports = [] }) => supports.length > 0);
  const documents = dossier.documentsOf(supporting).map(voice.source);
  const records = supporting
    .filter(isRecordEvidence)
    .map(({ record }) => dossier.publicRecords.get(record)?.name ?? record);
  return [...documents, ...new Set(records)];
}

function peopleOf(dossier: Dossier, items: readonly TimelineItem[]): TimelinePerson[] {
  const ids = new Set(items.flatMap(item => item.people));
  return [...ids]
    .map(id => dossier.people.get(id) ?? { id, name: id, sortName: id })
    .map(({ id, name, sortName }) => ({ id, name, sortName }))
    .sort((a, b) => (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : 0));
}

/** By the middle of what the date can mean, as the marks stand; the shorter span first; undated last. */
function byTime(a: TimelineItem, b: TimelineItem): number {
  const [left, right] = [placeInTime(a), placeInTime(b)];
  return left - right || lengthOf(a) - lengthOf(b) || (keyOf(a) < keyOf(b) ? -1 : 1);
}
// Finite, so that the difference of two undated items is 0 and not NaN.
const placeInTime = ({ span }: TimelineItem): number => (span && middleOf(span)) ?? Number.MAX_SAFE_INTEGER;
const lengthOf = ({ span }: TimelineItem): number =>
  span && span.start !== null && span.end !== null ? span.end - span.start : Number.MAX_SAFE_INTEGER;

function extent(spans: readonly TimelineSpan[], today: Day): { start: Day; end: Day } {
  let start = today;
  let end = today;
  for (const span of spans) {
    for (const day of [span.start, span.end]) {
      if (day !== null && day < start) start = day;
      if (day !== null && day > end) end = day;
    }
  }
  return { start, end };
}
