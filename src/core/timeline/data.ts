import type { MeetingKind, MeetingStatus } from '../dossier/records.ts';
import type { Day } from './days.ts';

/**
 * A stretch of days, `end` exclusive; `null` is an end that is open or unknown. A soft end is one that is not known to
 * the day: the thing lies somewhere within, or is known only to about there.
 */
export interface TimelineSpan {
  readonly start: Day | null;
  readonly end: Day | null;
  readonly softStart: boolean;
  readonly softEnd: boolean;
}

export type TimelineKind = MeetingKind | 'document';

/** A record that the timeline shows and that has a page. */
export interface TimelineTarget {
  readonly type: 'person' | 'meeting' | 'document';
  readonly id: string;
}

/** What one mark stands for: a meeting, or a document on the date of its publication. */
export interface TimelineItem {
  readonly type: 'meeting' | 'document';
  /** The record's id; unique among the items of its type only. */
  readonly id: string;
  readonly kind: TimelineKind;
  /** What it was in words: `negotiation`, `11 telephone calls`, `document ⟨B2⟩`. */
  readonly kindText: string;
  /** How sure it is, as it is drawn: a document of the lowest grades like what it alone would tell, `doubtful`. */
  readonly status: MeetingStatus;
  /** The id of a {@link TimelineRow}. */
  readonly row: string;
  /** Left out where nothing is known of the date; such an item stands in the list but not in the picture. */
  readonly span?: TimelineSpan;
  /** The date in words, exactly as precise as it is known. */
  readonly when: string;
  /** A meeting's place or a document's short name; empty where none is known. */
  readonly name: string;
  /** Ids of {@link TimelinePerson}s. */
  readonly people: readonly string[];
  /**
   * Those of the people who met on the same occasion, but perhaps not together with the others, by their ids: how the record
   * puts it, `also met on the trip`.
   */
  readonly separately: Readonly<Record<string, string>>;
  /** How many encounters of one kind the record stands for; mostly 1. */
  readonly count: number;
  readonly summary: string;
  readonly topics: readonly string[];
  /** The documents, with their grades, and public records that support the record: `Reuters 2013 ⟨B2⟩`. */
  readonly sources: readonly string[];
}

export interface TimelineRow {
  /** A person's id, {@link OTHERS_ROW} or {@link DOCUMENTS_ROW}. */
  readonly id: string;
  readonly type: 'counterpart' | 'secretary' | 'others' | 'documents';
  /** A person's preferred name; empty for rows of no person, which the view names. */
  readonly name: string;
  /** The tenure in words, to the day; empty where there is none. */
  readonly tenure: string;
  /** The years of the tenure, for narrow places. */
  readonly years: string;
  readonly bands: readonly TimelineSpan[];
}

export interface TimelinePerson {
  readonly id: string;
  readonly name: string;
  /** In library order. */
  readonly sortName: string;
}

/** Everything that the timeline shows, as plain data that can be posted to a webview. */
export interface TimelineData {
  readonly rows: readonly TimelineRow[];
  /** In time order, those without a date last. */
  readonly items: readonly TimelineItem[];
  /** Everyone who takes part in an item, in library order. */
  readonly people: readonly TimelinePerson[];
  /** What is on screen at first: from the first item or the counterpart's first day to the last item or today. */
  readonly fit: { readonly start: Day; readonly end: Day };
  /** What can be scrolled to: everything, tenures included. */
  readonly limits: { readonly start: Day; readonly end: Day };
}

/** The row of meetings in which neither Lavrov nor a secretary takes part. */
export const OTHERS_ROW = 'others';
export const DOCUMENTS_ROW = 'documents';

/** A key that is unique among all items. */
export const keyOf = (item: Pick<TimelineItem, 'type' | 'id'>): string => `${item.type}:${item.id}`;

/** How many of the items stand on each row, by the rows' ids. */
export function countByRow(items: readonly Pick<TimelineItem, 'row'>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { row } of items) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
}
