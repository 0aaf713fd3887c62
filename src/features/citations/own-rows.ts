import * as vscode from 'vscode';
import type { CitableWork } from '../../core/citation/works.ts';
import { withoutIcons } from '../../platform/ranked-quick-pick.ts';
import type { Row } from './rows.ts';

export const openEntryButton = (): vscode.QuickInputButton => ({
  iconPath: new vscode.ThemeIcon('go-to-file'),
  tooltip: vscode.l10n.t('Open Entry'),
});

/** The row of a work of the writer's bibliography files. */
export function workRow(work: CitableWork, openEntry: vscode.QuickInputButton): Row {
  const { id, shortName, csl, file = '' } = work;
  const path = vscode.workspace.asRelativePath(vscode.Uri.parse(file));
  return {
    reference: { type: 'document', id },
    label: withoutIcons(csl.title || shortName),
    description: withoutIcons(shortName),
    detail: withoutIcons([`@${id}`, csl['container-title'], path].filter(Boolean).join(' · ')),
    iconPath: new vscode.ThemeIcon('book'),
    alwaysShow: true,
    buttons: [openEntry],
  };
}
