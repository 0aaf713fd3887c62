import * as vscode from 'vscode';
import { kindName, placeName, statusName } from '../../core/cards/phrases.ts';
import { formatEdtf } from '../../core/dossier/date-format.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { addTo } from '../../core/dossier/keyed.ts';
import type { Meeting } from '../../core/dossier/records.ts';
import type { Voice } from '../../core/dossier/translate.ts';
import { searchKeys, words } from '../../core/text/fold.ts';
import { meetingNode } from './meeting-nodes.ts';
import type { TreeNode } from './node.ts';

export type Grouping = 'year' | 'secretary' | 'place' | 'kind' | 'status';

export const GROUPINGS: readonly Grouping[] = ['year', 'secretary', 'place', 'kind', 'status'];

const ICONS: Record<Grouping, string> = {
  year: 'calendar',
  secretary: 'person',
  place: 'globe',
  kind: 'tag',
  status: 'verified',
};

/** All meetings that are no parts of others, grouped; years and secretaries in their order, the rest by name. */
export function meetingGroupNodes(
  dossier: Dossier,
  grouping: Grouping,
  filter: string,
  voice: Voice,
): TreeNode[] {
  const { t } = voice;
  const groups = new Map<string, Meeting[]>();
  for (const meeting of dossier.meetings.values()) {
    if (meeting.partOf !== undefined || !fits(dossier, meeting, filter, voice)) continue;
    for (const name of groupNames(dossier, meeting, grouping, voice)) addTo(groups, name, meeting);
  }
  const names = [...groups.keys()];
  if (grouping === 'place' || grouping === 'kind' || grouping === 'status') {
    names.sort((a, b) => a.localeCompare(b, vscode.env.language));
  }
  if (grouping === 'secretary') {
    const order = dossier.secretaries.map(secretary => secretary.name);
    const rank = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
    names.sort((a, b) => rank(a) - rank(b));
  }
  return names.map(name => {
    const meetings = groups.get(name) ?? [];
    // Another key while filtered: VS Code would keep closed what was closed before.
    const key = `${grouping}/${name}/${filter}`;
    return {
      key,
      label: name,
      description: String(meetings.length),
      icon: new vscode.ThemeIcon(ICONS[grouping]),
      accessibleLabel:
        meetings.length === 1 ? t('{0}, 1 entry', name) : t('{0}, {1} entries', name, meetings.length),
      contextValue: 'group',
      expanded: filter !== '',
      children: () => meetings.map(meeting => meetingNode(dossier, meeting, voice, key, true)),
    };
  });
}

function groupNames(dossier: Dossier, meeting: Meeting, grouping: Grouping, { t }: Voice): string[] {
  switch (grouping) {
    case 'year':
      return [dossier.dateOf(meeting).earliest?.slice(0, 4) ?? t('date unknown')];
    case 'place':
      return [placeName(meeting) ?? t('no place')];
    case 'kind':
      return [kindName(meeting.kind, t)];
    case 'status':
      return [statusName(meeting.status, t)];
    case 'secretary': {
      const there = dossier.secretaries.filter(secretary =>
        meeting.participants.some(participant => participant.person === secretary.id),
      );
      return there.length > 0 ? there.map(secretary => secretary.name) : [t('others')];
    }
  }
}

/** Whether every word of the filter begins a word of the meeting, in whatever transliteration. */
function fits(dossier: Dossier, meeting: Meeting, filter: string, { t, dates }: Voice): boolean {
  const wanted = Array.from(words(filter), word => searchKeys(word.text));
  if (wanted.length === 0) return true;
  const text = [
    formatEdtf(dossier.dateOf(meeting), dates),
    meeting.place?.name,
    meeting.place?.venue,
    meeting.place?.country,
    kindName(meeting.kind, t),
    statusName(meeting.status, t),
    meeting.summary,
    ...meeting.topics,
    ...meeting.participants.map(({ person }) => dossier.people.get(person)?.name),
  ].join(' ');
  const has = Array.from(words(text), word => searchKeys(word.text)).flat();
  return wanted.every(keys => keys.some(key => has.some(word => word.startsWith(key))));
}
