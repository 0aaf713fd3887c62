import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../contributions.ts';
import { findKeys } from '../../core/text/citations.ts';
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
  const { service, log, state } = deps;
  const { activeTextEditor: editor } = vscode.window;
  const given = referenceArgument(argument);
  if (!given && editor?.document.languageId === 'markdown' && keyAt(editor) !== undefined) {
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

function keyAt({ document, selection }: vscode.TextEditor): string | undefined {
  const { text } = document.lineAt(selection.active.line);
  const at = selection.active.character;
  const from = Math.max(0, at - 500);
  for (const { key, start, end } of findKeys(text.slice(from, at + 500))) {
    if (from + start <= at && at <= from + end) return key;
  }
  return undefined;
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
  for (const found of findKeys(text)) {
    // On its first letter, and not on the sign that leaves the author out.
    if (found.key === key) return { document, at: document.positionAt(found.end - 1) };
  }
  return undefined;
}
