import * as vscode from 'vscode';
import {
  bibliographyEdit,
  bibliographyText,
  losesEntries,
  sectionStyle,
} from '../../core/citation/bibliography-edit.ts';
import { bibliographySection, citedWorks, citesUnknown } from '../../core/citation/bibliography-section.ts';
import { STYLES } from '../../core/citation/styles/registry.ts';
import { chosenStyle } from '../../platform/citation-style.ts';
import type { CitationDependencies } from './insert-command.ts';

/**
 * Saving waits so long at most for what has to be read, in milliseconds. VS Code itself gives up after 1,500, for good on the
 * third time; an edit that comes later than that would change the file that has just been saved.
 */
const PATIENCE = 1_000;

/**
 * What makes the bibliography of a file that is being saved current; no edits where it is so already, and wherever it is not
 * certain what belongs there: a section without its end, in a style that nobody can tell, or that would lose entries while
 * a file that may have them cannot be read or a key is unknown. The command tells why, where it is asked.
 * @param since when saving began, as `Date.now()` tells it.
 */
export async function editsOnSave(
  deps: CitationDependencies,
  document: vscode.TextDocument,
  since: number,
): Promise<vscode.TextEdit[]> {
  const late = new Promise<undefined>(resolve => setTimeout(() => resolve(undefined), PATIENCE));
  const edits = await Promise.race([currentEdits(deps, document), late]);
  // What has kept the thread busy has kept the timer waiting as well.
  if (edits && Date.now() - since < PATIENCE) return edits;
  deps.log.warn(`${document.uri} was saved before its bibliography could be refreshed.`);
  return [];
}

async function currentEdits(
  { service, bibliographies, state }: CitationDependencies,
  document: vscode.TextDocument,
): Promise<vscode.TextEdit[]> {
  const text = document.getText();
  const section = bibliographySection(text);
  if (section === undefined || section === 'open') return [];
  const { version } = document;
  const [dossier, { index, complete }] = await Promise.all([service.get(), bibliographies.get(document)]);
  if (document.version !== version) return [];
  const works = citedWorks(dossier, index, text, section);
  const style = sectionStyle(text, section, works, STYLES, chosenStyle(state, document));
  if (!style) return [];
  const wanted = bibliographyText(works, style);
  if (losesEntries(text, section, wanted) && (!complete || citesUnknown(dossier, index, text, section)))
    return [];
  const edit = bibliographyEdit(text, wanted, section);
  if (!edit) return [];
  const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
  return [vscode.TextEdit.replace(range, edit.text)];
}
