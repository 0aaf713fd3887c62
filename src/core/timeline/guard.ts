import type {
  TimelineData,
  TimelineItem,
  TimelineKind,
  TimelinePerson,
  TimelineRow,
  TimelineSpan,
  TimelineTarget,
} from './data.ts';
import type { TimelineFilter } from './filter.ts';

/** Each kind once; the type keeps the list complete. */
const KINDS: Readonly<Record<TimelineKind, true>> = {
  meeting: true,
  negotiation: true,
  call: true,
  visit: true,
  dinner: true,
  walk: true,
  ride: true,
  'news-conference': true,
  conference: true,
  summit: true,
  encounter: true,
  document: true,
};
const STATUSES: Readonly<Record<TimelineItem['status'], true>> = {
  attested: true,
  announced: true,
  disputed: true,
  doubtful: true,
};

const ROW_TYPES: Readonly<Record<TimelineRow['type'], true>> = {
  counterpart: true,
  secretary: true,
  others: true,
  documents: true,
};

/** An object of which nothing else is known. */
export type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isListOf = <T>(value: unknown, check: (entry: unknown) => entry is T): value is readonly T[] =>
  Array.isArray(value) && value.every(check);

export const isTimelineKind = (value: unknown): value is TimelineKind =>
  isText(value) && Object.hasOwn(KINDS, value);

/** Guard for what a message asks to open or to bring into view. */
export const isTimelineTarget = (value: unknown): value is TimelineTarget =>
  isObject(value) &&
  (value['type'] === 'person' || value['type'] === 'meeting' || value['type'] === 'document') &&
  isText(value['id']);

const isSpan = (value: unknown): value is TimelineSpan =>
  isObject(value) &&
  (value['start'] === null || isNumber(value['start'])) &&
  (value['end'] === null || isNumber(value['end'])) &&
  typeof value['softStart'] === 'boolean' &&
  typeof value['softEnd'] === 'boolean';

const isStretch = (value: unknown): value is { start: number; end: number } =>
  isObject(value) && isNumber(value['start']) && isNumber(value['end']);

const isItem = (value: unknown): value is TimelineItem =>
  isObject(value) &&
  (value['type'] === 'meeting' || value['type'] === 'document') &&
  [value['id'], value['kindText'], value['row'], value['when'], value['name'], value['summary']].every(
    isText,
  ) &&
  isTimelineKind(value['kind']) &&
  isText(value['status']) &&
  Object.hasOwn(STATUSES, value['status']) &&
  (value['span'] === undefined || isSpan(value['span'])) &&
  isNumber(value['count']) &&
  isObject(value['separately']) &&
  Object.values(value['separately']).every(isText) &&
  [value['people'], value['topics'], value['sources']].every(list => isListOf(list, isText));

const isRow = (value: unknown): value is TimelineRow =>
  isObject(value) &&
  isText(value['type']) &&
  Object.hasOwn(ROW_TYPES, value['type']) &&
  [value['id'], value['name'], value['tenure'], value['years']].every(isText) &&
  isListOf(value['bands'], isSpan);

const isPerson = (value: unknown): value is TimelinePerson =>
  isObject(value) && [value['id'], value['name'], value['sortName']].every(isText);

/** Guard for a timeline that arrives in a message. */
export const isTimelineData = (value: unknown): value is TimelineData =>
  isObject(value) &&
  isListOf(value['rows'], isRow) &&
  isListOf(value['items'], isItem) &&
  isListOf(value['people'], isPerson) &&
  isStretch(value['fit']) &&
  isStretch(value['limits']);

/** Guard for a filter that was kept from an earlier session. */
export const isTimelineFilter = (value: unknown): value is TimelineFilter =>
  isObject(value) &&
  (value['person'] === undefined || isText(value['person'])) &&
  (value['kind'] === undefined || isTimelineKind(value['kind'])) &&
  (value['text'] === undefined || isText(value['text']));
