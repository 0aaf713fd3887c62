import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/cards/markdown.ts';
import {
  groupMarks,
  kindLabel,
  meetingLabel,
  sourceGroupWords,
  sourceMark,
  sourceMarks,
  statusName,
} from '../../core/cards/phrases.ts';
import type { Voice } from '../../core/cards/translate.ts';
import { type Dossier, isPassageEvidence } from '../../core/dossier/dossier.ts';
import type { Evidence, Meeting, MeetingKind } from '../../core/dossier/records.ts';
import { passageId } from '../../core/dossier/reference.ts';
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
  const color = new vscode.ThemeColor('list.warningForeground');
  return new vscode.ThemeIcon(meeting.status === 'disputed' ? 'warning' : 'question', color);
}

/** A meeting with its parts and its evidence below it. `path` makes the key unique where a meeting stands twice. */
export function meetingNode(dossier: Dossier, meeting: Meeting, voice: Voice, path: string): TreeNode {
  const { t } = voice;
  const key = `${path}/${meeting.id}`;
  const label = meetingLabel(dossier, meeting, voice, 'short');
  const kind = kindLabel(meeting, t);
  const details = [...(label.endsWith(kind) ? [] : [kind]), ...meeting.topics.slice(0, 1)];
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
  const head = [meetingLabel(dossier, meeting, voice), kindLabel(meeting, t)].map(escapeMarkdown).join(' · ');
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

/** The passages and public records that a meeting rests on. */
function evidenceNodes(
  dossier: Dossier,
  evidence: readonly Evidence[],
  { t }: Voice,
  path: string,
): TreeNode[] {
  const seen = new Set<string>();
  return evidence.flatMap((item): TreeNode[] => {
    const mark = sourceMark(dossier, item, t);
    if (seen.has(mark.label)) return [];
    seen.add(mark.label);
    const passage = isPassageEvidence(item) && item.passage !== undefined ? item : undefined;
    const precis = passage ? dossier.passage(passage.document, passage.passage ?? 0)?.precis : undefined;
    const description = [mark.grade, mark.contradicts ? t('contradicts') : undefined]
      .filter(Boolean)
      .join(' · ');
    return [
      {
        key: `${path}/${mark.label}`,
        label: mark.label,
        description,
        icon: new vscode.ThemeIcon(passage ? 'file-text' : mark.reference ? 'file-text' : 'library'),
        accessibleLabel: [t('Evidence: {0}', mark.label), description].filter(Boolean).join(', '),
        contextValue: passage ? 'counterparts.passage' : 'counterparts.evidence',
        ...(passage
          ? { reference: { type: 'passage' as const, id: passageId(passage.document, passage.passage ?? 0) } }
          : mark.reference
            ? { reference: mark.reference }
            : {}),
        tooltip: () =>
          new vscode.MarkdownString(
            [precis, item.note]
              .filter(text => text !== undefined)
              .map(escapeMarkdown)
              .join('\n\n') || escapeMarkdown(mark.label),
          ),
      },
    ];
  });
}
