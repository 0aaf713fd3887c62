import type { MeetingStatus } from '../core/dossier/records.ts';
import type { TimelineData, TimelineKind, TimelineTarget } from '../core/timeline/data.ts';

/** All words on the timeline, in the reader's language. `{0}`, `{1}` stand for parts that the view fills in. */
export interface TimelineStrings {
  readonly title: string;
  readonly kinds: Readonly<Record<TimelineKind, string>>;
  /** Of meetings. */
  readonly statuses: Readonly<Record<MeetingStatus, string>>;
  /** Of documents of the lowest grades. */
  readonly weakDocument: string;
  readonly documentsRow: string;
  readonly othersRow: string;
  readonly search: string;
  readonly person: string;
  readonly everyone: string;
  readonly kind: string;
  readonly allKinds: string;
  /** `{0}` of `{1}`. */
  readonly shown: string;
  readonly nothingFound: string;
  readonly clearFilters: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly list: string;
  /** How the picture is used from the keyboard. */
  readonly pictureHelp: string;
  readonly picture: string;
  readonly rowNames: string;
  /** Row `{0}` with `{1}`, its number of entries. */
  readonly rowWithCount: string;
  /** `{0}` is a person's name, `{1}` how the record says that they perhaps met separately. */
  readonly perhapsSeparately: string;
  /** `{0}` is a person's name. */
  readonly openPerson: string;
  /** `{0}` is a tenure. */
  readonly zoomToTenure: string;
  /** One entry, or `{0}`: in one mark, or on one row. */
  readonly oneEntry: string;
  readonly entries: string;
  readonly zoomHere: string;
  /** `{0}` to `{1}` are on screen. */
  readonly range: string;
  /** `{0}` are the sources. */
  readonly sources: string;
  /** `{0}` items have no date. */
  readonly undated: string;
  readonly showMore: string;
  /** The symbols' meanings, as shortly as may be. */
  readonly legend: {
    readonly title: string;
    readonly inPerson: string;
    readonly gathering: string;
    readonly inexact: string;
    readonly counted: string;
    readonly merged: string;
  };
  readonly columns: {
    readonly date: string;
    readonly what: string;
    readonly kind: string;
    readonly people: string;
    readonly status: string;
    readonly sources: string;
  };
  readonly showLog: string;
}

/** What there is to show: the timeline, or one sentence on why there is none. */
export type TimelineContent =
  | { readonly type: 'timeline'; readonly data: TimelineData }
  | { readonly type: 'problem'; readonly sentence: string };

/** From the host to the view. `init` answers `ready`; the others follow. */
export type TimelineHostMessage =
  | {
      readonly type: 'init';
      readonly strings: TimelineStrings;
      /** BCP 47 tag of the language in which the axis names its months. */
      readonly locale: string;
      /** The day today, as days since 1970-01-01. */
      readonly today: number;
      readonly content: TimelineContent;
      /** What to bring into view. */
      readonly focus?: TimelineTarget;
    }
  | { readonly type: 'content'; readonly content: TimelineContent }
  | { readonly type: 'focus'; readonly focus: TimelineTarget };

/** From the view to the host. */
export type TimelineViewMessage =
  /** The view listens; it is sent again each time the view is shown anew. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly target: TimelineTarget }
  | { readonly type: 'showLog' };
