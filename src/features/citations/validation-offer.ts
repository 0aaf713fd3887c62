import * as vscode from 'vscode';
import type { Form } from '../../core/citation/forms.ts';

const OFFERED_KEY = 'citation.validationOffered';
const REFERENCE_LINKS = 'markdown.validate.referenceLinks.enabled';

/**
 * VS Code's own Markdown validation, where it is switched on, takes each citation key and each footnote for a link whose
 * definition is missing (microsoft/vscode-markdown-languageservice#8). Offers once in a workspace to switch that check off.
 */
export async function offerToQuietValidation(
  document: vscode.TextDocument,
  form: Form,
  state: vscode.Memento,
): Promise<void> {
  if (form !== 'pandoc-key' && form !== 'footnote') return;
  const settings = vscode.workspace.getConfiguration(undefined, document);
  if (!settings.get<boolean>('markdown.validate.enabled')) return;
  if (settings.get<string>(REFERENCE_LINKS) === 'ignore' || state.get(OFFERED_KEY)) return;
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
