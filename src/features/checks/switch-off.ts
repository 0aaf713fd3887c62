import * as vscode from 'vscode';
import { isRuleCode } from '../../core/checks/rule.ts';

/** Sets a rule to `off` in the settings of the workspace; without a workspace, in the user's. */
export async function switchOff(code: unknown): Promise<void> {
  if (typeof code !== 'string' || !isRuleCode(code)) {
    throw new Error(vscode.l10n.t('This command needs the code of a rule: run it from a quick fix.'));
  }
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('counterparts').update(`checks.${code}`, 'off', target);
}
