import * as vscode from 'vscode';
import { type Inserted, isReported } from './reported-links.ts';

const OFFERED_KEY = 'citation.validationOffered';
const REFERENCE_LINKS = 'markdown.validate.referenceLinks.enabled';

/**
 * VS Code's own Markdown validation, where it is switched on, takes each citation key and each footnote for a link whose
 * definition is missing (microsoft/vscode-markdown-languageservice#8). Offers once in a workspace to switch that check off,
 * when what was inserted is reported.
 */
export async function offerToQuietValidation(
  document: vscode.TextDocument,
  inserted: Inserted,
  state: vscode.Memento,
): Promise<void> {
  const settings = vscode.workspace.getConfiguration(undefined, document);
  const reported = isReported(inserted, {
    languageId: document.languageId,
    enabled: settings.get<boolean>('markdown.validate.enabled'),
    referenceLinks: settings.get<string>(REFERENCE_LINKS),
  });
  if (!reported || state.get(OFFERED_KEY)) return;
  await state.update(OFFERED_KEY, true);
  const turnOff = vscode.l10n.t('Turn Off');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'VS Code’s Markdown validation reports citation keys and footnotes as missing link definitions. Turn its check of reference links off in this workspace?',
    ),
    turnOff,
    vscode.l10n.t('Not Now'),
  );
  if (answer !== turnOff) return;
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await settings.update(REFERENCE_LINKS, 'ignore', target);
}
