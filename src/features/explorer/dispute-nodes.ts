import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/cards/markdown.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { Dispute } from '../../core/dossier/records.ts';
import type { Voice } from '../../core/dossier/translate.ts';
import { evidenceNodes } from './evidence-nodes.ts';
import { warningIcon } from './icons.ts';
import type { TreeNode } from './node.ts';

/** The questions on which sources differ; below each the positions with their evidence, and our assessment. */
export const disputeNodes = (dossier: Dossier, voice: Voice): TreeNode[] =>
  [...dossier.disputes.values()]
    .sort((a, b) => a.question.localeCompare(b.question, vscode.env.language))
    .map(dispute => disputeNode(dossier, dispute, voice));

function disputeNode(dossier: Dossier, dispute: Dispute, voice: Voice): TreeNode {
  const { t } = voice;
  const people = dispute.about.people.map(id => dossier.people.get(id)?.name ?? id).join(', ');
  return {
    key: dispute.id,
    label: dispute.question,
    description: t('{0} positions', dispute.positions.length),
    icon: warningIcon('warning'),
    accessibleLabel: t('Dispute: {0}, {1} positions', dispute.question, dispute.positions.length),
    contextValue: 'counterparts.dispute',
    reference: { type: 'dispute', id: dispute.id },
    tooltip: () =>
      new vscode.MarkdownString(
        [`**${escapeMarkdown(dispute.question)}**`, ...(people ? [escapeMarkdown(people)] : [])].join('\n\n'),
      ),
    children: () => [
      ...dispute.positions.map((position, index): TreeNode => {
        const key = `${dispute.id}/${index}`;
        return {
          key,
          label: position.claim,
          icon: new vscode.ThemeIcon('comment'),
          accessibleLabel: t('Position: {0}', position.claim),
          contextValue: 'group',
          tooltip: () => new vscode.MarkdownString(escapeMarkdown(position.claim)),
          children: () => evidenceNodes(dossier, position.evidence, voice, key),
        };
      }),
      {
        key: `${dispute.id}/assessment`,
        label: t('Our assessment'),
        description: dispute.assessment,
        icon: new vscode.ThemeIcon('law'),
        accessibleLabel: t('Our assessment: {0}', dispute.assessment),
        contextValue: 'counterparts.dispute',
        reference: { type: 'dispute', id: dispute.id },
        tooltip: () => new vscode.MarkdownString(escapeMarkdown(dispute.assessment)),
      },
    ],
  };
}
