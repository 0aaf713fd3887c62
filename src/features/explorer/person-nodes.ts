import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/cards/markdown.ts';
import { countMeetings, countText, tenureText, tenureYears } from '../../core/cards/phrases.ts';
import { type Dossier, LAVROV, SECRETARY_OF_STATE } from '../../core/dossier/dossier.ts';
import type { Person } from '../../core/dossier/records.ts';
import type { Voice } from '../../core/dossier/translate.ts';
import { documentNode, quotationNode } from './document-nodes.ts';
import { meetingNode } from './meeting-nodes.ts';
import type { TreeNode } from './node.ts';

/** The secretaries in the order of their office; below each the meetings with Lavrov, the quotations, the documents. */
export function secretaryNodes(dossier: Dossier, voice: Voice): TreeNode[] {
  return dossier.secretaries.map(secretary => secretaryNode(dossier, secretary, voice));
}

function secretaryNode(dossier: Dossier, person: Person, voice: Voice): TreeNode {
  const { t } = voice;
  const office = dossier.office(person, SECRETARY_OF_STATE);
  const meetings = dossier.meetingsBetween(person.id, LAVROV);
  const count = countMeetings(meetings);
  const years = office ? tenureYears(office) : '';
  const tenure = office ? tenureText(office, voice) : undefined;
  const counted = countText(count, t);
  return {
    key: person.id,
    label: person.name,
    description: [years, count.meetings + count.calls].join(' · '),
    icon: new vscode.ThemeIcon('person'),
    accessibleLabel: [person.name, tenure, t('{0} with Lavrov on record', counted)]
      .filter(Boolean)
      .join(', '),
    contextValue: 'counterparts.person',
    reference: { type: 'person', id: person.id },
    tooltip: () =>
      new vscode.MarkdownString(
        [
          `**${escapeMarkdown(person.name)}**`,
          ...(office ? [escapeMarkdown([office.title, tenure].filter(Boolean).join(', '))] : []),
          escapeMarkdown(t('{0} with Lavrov on record', counted)),
        ].join('\n\n'),
      ),
    children: () => [
      ...meetings
        .filter(meeting => meeting.partOf === undefined)
        .map(meeting => meetingNode(dossier, meeting, voice, person.id)),
      ...dossier
        .quotationsOf(person.id)
        .map(quotation => quotationNode(dossier, quotation, person.id, voice)),
      ...dossier
        .documentsAbout(person.id)
        .map(document => documentNode(dossier, document, voice, person.id, false)),
    ],
  };
}
