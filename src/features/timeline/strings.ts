import { kindName, statusName } from '../../core/cards/phrases.ts';
import type { MeetingKind, MeetingStatus } from '../../core/dossier/records.ts';
import type { Translate } from '../../core/dossier/translate.ts';
import type { TimelineStrings } from '../../protocol/timeline.ts';

/** All words on the timeline in the reader's language; the view fills in what `{0}` and `{1}` stand for. */
export function timelineStrings(t: Translate): TimelineStrings {
  return {
    title: t('Timeline'),
    kinds: { ...kindNames(t), document: t('document') },
    statuses: statusNames(t),
    weakDocument: t('not a source to rely on'),
    documentsRow: t('Documents'),
    othersRow: t('Other meetings'),
    search: t('Filter by words'),
    person: t('Person'),
    everyone: t('Everyone'),
    kind: t('Kind'),
    allKinds: t('All kinds'),
    shown: t('{0} of {1} shown'),
    nothingFound: t('Nothing passes the filter.'),
    clearFilters: t('Clear Filter'),
    zoomIn: t('Zoom In (+)'),
    zoomOut: t('Zoom Out (−)'),
    fit: t('Show All'),
    list: t('List'),
    pictureHelp: t(
      'On a mark, the left and right arrow keys lead to the marks before and after it, up and down to other rows, Home and End to the first and last, and Enter opens it. Escape leads to the picture, where the arrow keys pan. Plus and minus zoom, 0 shows everything. The list holds the same as a table.',
    ),
    picture: t('Timeline of meetings and documents'),
    rowNames: t('Rows'),
    rowWithCount: t('{0}: {1}'),
    perhapsSeparately: t('{0} ({1})'),
    openPerson: t('{0}: open page'),
    zoomToTenure: t('{0}: zoom in'),
    oneEntry: t('1 entry'),
    entries: t('{0} entries'),
    zoomHere: t('Zoom In Here'),
    range: t('{0} to {1}'),
    sources: t('Sources: {0}'),
    undated: t('{0} without a date: see the list'),
    showMore: t('Show {0} More'),
    legend: {
      title: t('Legend'),
      inPerson: t('meeting in person'),
      gathering: t('conference or summit'),
      inexact: t('inexact date'),
      counted: t('several in one entry'),
      merged: t('entries close together'),
    },
    columns: {
      date: t('Date'),
      what: t('Place or name'),
      kind: t('Kind'),
      people: t('People'),
      status: t('Status'),
      sources: t('Sources'),
    },
    showLog: t('Show Log'),
  };
}

function kindNames(t: Translate): Record<MeetingKind, string> {
  return {
    meeting: kindName('meeting', t),
    negotiation: kindName('negotiation', t),
    call: kindName('call', t),
    visit: kindName('visit', t),
    dinner: kindName('dinner', t),
    walk: kindName('walk', t),
    ride: kindName('ride', t),
    'news-conference': kindName('news-conference', t),
    conference: kindName('conference', t),
    summit: kindName('summit', t),
    encounter: kindName('encounter', t),
  };
}

function statusNames(t: Translate): Record<MeetingStatus, string> {
  return {
    attested: statusName('attested', t),
    announced: statusName('announced', t),
    disputed: statusName('disputed', t),
    doubtful: statusName('doubtful', t),
  };
}
