import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../contributions.ts';
import { scanKeys } from '../../core/text/key-scan.ts';
import { thingAt } from '../../core/text/things.ts';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import { executeCommand } from '../../platform/commands.ts';
import { referenceArgument } from '../../platform/references.ts';
import { Destination } from './destination.ts';
import { mannerFor } from './form.ts';
import type { CitationDependencies } from './insert-command.ts';
import { pickCitation } from './picker.ts';
import { referencesTo } from './records.ts';

const FILES = '**/*.{md,mkd,mdwn,mdown,markdown,markdn,mdtxt,mdtext}';
/** More files are not looked through for the first place. */
const MOST_FILES = 20_000;
/** So many files are read at once. */
const TOGETHER = 8;

/**
 * Runs `Counterparts: Where Is This Cited`: for the key at the caret, or the document that is given or chosen. VS Code shows
 * the places as it shows all references.
 */
export async function whereCitedCommand(deps: CitationDependencies, argument: unknown): Promise<void> {
  const { service, analyses, log, state } = deps;
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
          log,
          only: 'document',
        })
      : undefined;
  const records = given ? [given] : (picked?.records ?? []);
  const [reference] = records.length > 0 ? referencesTo(loaded.dossier, records) : [];
  if (reference?.kind !== 'work') return;
  const { id, shortName } = reference.work;
  const place = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Searching Markdown files') },
    () => firstPlace(id),
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
  return analysis !== undefined && thingAt(analysis, offset)?.kind === 'key';
}

interface Place {
  readonly document: vscode.TextDocument;
  readonly at: vscode.Position;
}

/** A place where the key stands; open files first, the active one before the others. */
async function firstPlace(key: string): Promise<Place | undefined> {
  const open = vscode.workspace.textDocuments.filter(
    ({ languageId, uri, isClosed }) => languageId === 'markdown' && !isClosed && uri.scheme !== PAGE_SCHEME,
  );
  const active = vscode.window.activeTextEditor?.document;
  for (const document of open.sort((a, b) => Number(b === active) - Number(a === active))) {
    const place = placeIn(document, key);
    if (place) return place;
  }
  const uris = await vscode.workspace.findFiles(FILES, undefined, MOST_FILES);
  for (let at = 0; at < uris.length; at += TOGETHER) {
    const some = uris.slice(at, at + TOGETHER);
    const texts = await Promise.all(some.map(uri => read(uri)));
    for (const [index, text] of texts.entries()) {
      const uri = some[index];
      if (!uri || !text.includes(key)) continue;
      const place = placeIn(await vscode.workspace.openTextDocument(uri), key);
      if (place) return place;
    }
  }
  return undefined;
}

async function read(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return ''; // gone meanwhile
  }
}

function placeIn(document: vscode.TextDocument, key: string): Place | undefined {
  const text = document.getText();
  if (!text.includes(key)) return undefined;
  const found = scanKeys(text).find(each => each.key === key);
  return found && { document, at: document.positionAt(found.keyEnd - 1) };
}
