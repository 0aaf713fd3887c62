import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../contributions.ts';
import { keyAt } from '../../core/citation/cited-key.ts';
import { scanKeys } from '../../core/text/key-scan.ts';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import { executeCommand } from '../../platform/commands.ts';
import type { Log } from '../../platform/log.ts';
import { markdownFiles, openMarkdown } from '../../platform/markdown-files.ts';
import { referenceArgument } from '../../platform/references.ts';
import { Destination } from './destination.ts';
import { mannerFor } from './form.ts';
import type { CitationDependencies } from './insert-command.ts';
import { ownFiles, ownWorksFor } from './own-works.ts';
import { pickCitation } from './picker.ts';
import { referencesTo } from './records.ts';

/**
 * Runs `Counterparts: Where Is This Cited`: for the key at the caret, or the work that is given or chosen. VS Code shows
 * the places as it shows all references.
 */
export async function whereCitedCommand(deps: CitationDependencies, argument: unknown): Promise<void> {
  const { service, analyses, bibliographies, log, state } = deps;
  const { activeTextEditor: editor } = vscode.window;
  const given = referenceArgument(argument);
  if (!given && editor?.document.languageId === 'markdown' && (await citesAt(analyses, editor))) {
    await executeCommand('counterparts.showMentions');
    return;
  }
  const loaded = await service.load();
  const picked =
    given === undefined
      ? await pickCitation({
          loaded,
          destination: Destination.clipboard(),
          manner: mannerFor(state, editor?.document),
          preselected: undefined,
          sentence: Promise.resolve(''),
          files: await ownFiles(bibliographies, editor?.document, loaded.dossier),
          log,
          only: 'document',
        })
      : undefined;
  const records = given ? [given] : (picked?.records ?? []);
  const own = await ownWorksFor(bibliographies, editor?.document, loaded.dossier, records);
  const [reference] = records.length > 0 ? referencesTo(loaded.dossier, records, own) : [];
  if (reference?.kind !== 'work') return;
  const { id, shortName } = reference.work;
  const place = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Searching Markdown files') },
    () => firstPlace(id, log),
  );
  if (!place) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No Markdown file of the open folders cites {0} by its key.', shortName),
    );
    return;
  }
  await vscode.window.showTextDocument(place.document, { selection: new vscode.Range(place.at, place.at) });
  const { line, character } = place.at;
  await executeCommand('counterparts.showMentions', {
    type: 'document',
    id,
    at: { uri: place.document.uri.toString(), line, character },
  });
}

async function citesAt(
  analyses: AnalysisService,
  { document, selection }: vscode.TextEditor,
): Promise<boolean> {
  const analysis = await analyses.get(document);
  const offset = document.offsetAt(selection.active);
  return analysis !== undefined && keyAt(analysis, offset) !== undefined;
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly at: vscode.Position;
}

/** A place where the key stands; open files first, the active one before the others. */
async function firstPlace(key: string, log: Log): Promise<Place | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  const own = active?.languageId === 'markdown' && active.uri.scheme !== PAGE_SCHEME ? [active] : [];
  for (const document of new Set([...own, ...openMarkdown()])) {
    const place = placeIn(document, key);
    if (place) return place;
  }
  const { token } = new vscode.CancellationTokenSource();
  for await (const { uri, text } of markdownFiles(log, token, () => undefined)) {
    if (!text.includes(key)) continue;
    const place = placeIn(await vscode.workspace.openTextDocument(uri), key);
    if (place) return place;
  }
  return undefined;
}

function placeIn(document: vscode.TextDocument, key: string): Place | undefined {
  const text = document.getText();
  if (!text.includes(key)) return undefined;
  const found = scanKeys(text).find(each => each.key === key);
  return found && { document, at: document.positionAt(found.keyEnd - 1) };
}
