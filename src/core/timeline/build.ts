import { type Dossier, isPassageEvidence, LAVROV, SECRETARY_OF_STATE } from '../dossier/dossier.ts';
import { type EdtfDate, parseEdtf } from '../dossier/edtf.ts';
import type { Evidence, Meeting, Office, Person, SourceDocument } from '../dossier/records.ts';
import {
  DOCUMENTS_ROW,
  keyOf,
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

/** How the timeline's dates and tenures are written, in the reader's language. */
export interface TimelineVoice {
  readonly date: (date: EdtfDate) => string;
  /** To the day; `undefined` where nothing is known. */
  readonly tenure: (office: Office) => string | undefined;
  /** In years, for narrow places. */
  readonly years: (office: Office) => string;
}

/**
 * The timeline of a dossier: a row for Lavrov, one for each secretary in order of office, one for the documents; an item
 * for each meeting and each document.
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
  const blank = { name: '', tenure: '', years: '', bands: [] };
  const rows = dossier.secretaries.map(person => personRow(person, SECRETARY_OF_STATE, 'secretary', voice));
  if (lavrov) rows.unshift(personRow(lavrov, FOREIGN_MINISTER, 'counterpart', voice));
  else if (used.has(LAVROV)) rows.unshift({ ...blank, id: LAVROV, type: 'counterpart', name: LAVROV });
  if (used.has(DOCUMENTS_ROW)) rows.push({ ...blank, id: DOCUMENTS_ROW, type: 'documents' });
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
 * who takes part, else Lavrov's.
 */
function rowOf(dossier: Dossier, meeting: Meeting, date: EdtfDate): string {
  const ids = new Set(meeting.participants.map(participant => participant.person));
  const present = dossier.secretaries.filter(person => ids.has(person.id));
  const inOffice = present.find(person =>
    dossier.officesAt(person, date).some(held => held.office === SECRETARY_OF_STATE),
  );
  return (inOffice ?? present[0])?.id ?? LAVROV;
}

function meetingItem(dossier: Dossier, meeting: Meeting, voice: TimelineVoice): TimelineItem {
  const date = dossier.dateOf(meeting);
  return {
    type: 'meeting',
    id: meeting.id,
    kind: meeting.kind,
    status: meeting.status,
    row: rowOf(dossier, meeting, date),
    span: spanOf(date),
    when: voice.date(date),
    name: meeting.place?.name ?? '',
    people: meeting.participants.map(participant => participant.person),
    count: meeting.count ?? 1,
    summary: meeting.summary,
    topics: meeting.topics,
    sources: sourcesOf(dossier, meeting.evidence),
  };
}

function documentItem(document: SourceDocument, voice: TimelineVoice): TimelineItem {
  const issued = document.csl.issued ? parseEdtf(document.csl.issued) : undefined;
  return {
    type: 'document',
    id: document.id,
    kind: 'document',
    status: 'attested',
    row: DOCUMENTS_ROW,
    ...(issued ? { span: spanOf(issued) } : {}),
    when: issued ? voice.date(issued) : '',
    name: document.shortName,
    people: [],
    count: 1,
    summary: document.csl.title,
    topics: [],
    sources: [],
  };
}

function sourcesOf(dossier: Dossier, evidence: readonly Evidence[]): string[] {
  const names = evidence.map(each =>
    isPassageEvidence(each)
      ? (dossier.documents.get(each.document)?.shortName ?? each.document)
      : (dossier.publicRecords.get(each.record)?.name ?? each.record),
  );
  return [...new Set(names)];
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
