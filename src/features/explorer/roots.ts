import * as vscode from 'vscode';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { editorVoice } from '../../platform/voice.ts';
import { disputeNodes } from './dispute-nodes.ts';
import { documentNode } from './document-nodes.ts';
import { GROUPINGS, type Grouping, meetingGroupNodes } from './meeting-groups.ts';
import type { TreeNode } from './node.ts';
import { secretaryNodes } from './person-nodes.ts';

/** The roots of the tree *Secretaries*. */
export const secretaryRoots = (dossier: Dossier): TreeNode[] => secretaryNodes(dossier, editorVoice());

/** The roots of the tree *Meetings*: groups, with only the meetings that the filter leaves. */
export const meetingRoots = (dossier: Dossier, grouping: Grouping, filter: string): TreeNode[] =>
  meetingGroupNodes(dossier, grouping, filter, editorVoice());

/** The roots of the tree *Documents*. */
export const documentRoots = (dossier: Dossier): TreeNode[] =>
  [...dossier.documents.values()].map(document =>
    documentNode(dossier, document, editorVoice(), 'documents', true),
  );

/** The roots of the tree *Disputes*. */
export const disputeRoots = (dossier: Dossier): TreeNode[] => disputeNodes(dossier, editorVoice());

/** Asks how to group meetings; `undefined` where the user leaves. */
export async function askGrouping(current: Grouping): Promise<Grouping | undefined> {
  const picked = await vscode.window.showQuickPick(groupingItems(current), {
    placeHolder: vscode.l10n.t('Group meetings by'),
  });
  return picked?.grouping;
}

function groupingItems(current: Grouping): (vscode.QuickPickItem & { grouping: Grouping })[] {
  const labels: Record<Grouping, string> = {
    year: vscode.l10n.t('Year'),
    secretary: vscode.l10n.t('Secretary'),
    place: vscode.l10n.t('Place'),
    kind: vscode.l10n.t('Kind'),
    status: vscode.l10n.t('Status'),
  };
  return GROUPINGS.map(grouping => ({
    label: labels[grouping],
    grouping,
    ...(grouping === current ? { description: vscode.l10n.t('now') } : {}),
  }));
}
