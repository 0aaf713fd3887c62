import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/cards/markdown.ts';
import { kindLabel, meetingLabel, meetingPeople, statusName } from '../../core/cards/phrases.ts';
import { groupMarks, sourceGroupWords, sourceMarks } from '../../core/cards/sources.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { Meeting, MeetingKind } from '../../core/dossier/records.ts';
import type { Voice } from '../../core/dossier/translate.ts';
import { evidenceNodes } from './evidence-nodes.ts';
import { warningIcon } from './icons.ts';
import type { TreeNode } from './node.ts';

const KIND_ICONS: Record<MeetingKind, string> = {
  meeting: 'comment-discussion',
  negotiation: 'comment-discussion',
  call: 'call-outgoing',
  visit: 'location',
  dinner: 'coffee',
  walk: 'milestone',
  ride: 'milestone',
  'news-conference': 'megaphone',
  conference: 'organization',
  summit: 'organization',
  encounter: 'eye',
};

function meetingIcon(meeting: Meeting): vscode.ThemeIcon {
  if (meeting.status === 'attested') return new vscode.ThemeIcon(KIND_ICONS[meeting.kind]);
  if (meeting.status === 'announced') return new vscode.ThemeIcon('calendar');
  return warningIcon(meeting.status === 'disputed' ? 'warning' : 'question');
}

/**
 * A meeting with its parts and its evidence below it.
 * @param path makes the key unique where a meeting stands twice
 * @param withPeople where it does not stand below one of those who met
 */
export function meetingNode(
  dossier: Dossier,
  meeting: Meeting,
  voice: Voice,
  path: string,
  withPeople = false,
): TreeNode {
  const { t } = voice;
  const key = `${path}/${meeting.id}`;
  const label = meetingLabel(dossier, meeting, voice, 'short');
  const kind = kindLabel(meeting, t);
  const people = withPeople ? [meetingPeople(dossier, meeting)] : [];
  const details = [...people, ...(label.endsWith(kind) ? [] : [kind]), ...meeting.topics.slice(0, 1)];
  const status = meeting.status === 'attested' ? undefined : statusName(meeting.status, t);
  const description = [...(status ? [status] : []), ...details].join(' · ');
  return {
    key,
    label,
    description,
    icon: meetingIcon(meeting),
    accessibleLabel: [meetingLabel(dossier, meeting, voice), ...details, ...(status ? [status] : [])].join(
      ', ',
    ),
    contextValue: 'counterparts.meeting',
    reference: { type: 'meeting', id: meeting.id },
    tooltip: () => meetingTooltip(dossier, meeting, voice),
    children: () => [
      ...dossier.partsOf(meeting.id).map(part => meetingNode(dossier, part, voice, key)),
      ...evidenceNodes(dossier, meeting.evidence, voice, key),
    ],
  };
}

function meetingTooltip(dossier: Dossier, meeting: Meeting, voice: Voice): vscode.MarkdownString {
  const { t } = voice;
  const place = [meeting.place?.venue, meeting.place?.name, meeting.place?.country]
    .filter(Boolean)
    .join(', ');
  // A tooltip runs no commands: the sources stand there as words.
  const marks = groupMarks(sourceMarks(dossier, meeting.evidence, t))
    .map(group => sourceGroupWords(group))
    .map(escapeMarkdown)
    .join(' · ');
  const head = [...new Set([...meetingLabel(dossier, meeting, voice).split(' · '), kindLabel(meeting, t)])]
    .map(escapeMarkdown)
    .join(' · ');
  return new vscode.MarkdownString(
    [
      `**${head}**`,
      ...(place ? [escapeMarkdown(place)] : []),
      escapeMarkdown(meeting.summary),
      ...(meeting.status === 'attested' ? [] : [`*${escapeMarkdown(statusName(meeting.status, t))}*`]),
      marks,
    ].join('\n\n'),
  );
}
