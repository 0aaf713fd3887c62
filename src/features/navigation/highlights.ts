import * as vscode from 'vscode';
import { openRoleItem } from '../../core/text/roles.ts';
import { occurrencesOf, subjectOf } from '../../core/text/things.ts';
import { toRange } from '../../platform/ranges.ts';
import { inSlices } from '../../platform/slices.ts';
import type { NavigationSources } from './index.ts';
import { thingIn } from './places.ts';

/** So much before a key tells whether it may stand in a role. */
const REACH = 400;

function mayStandInRole(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  const from = new vscode.Position(Math.max(0, line - 1), Math.max(0, character - REACH));
  return (
    openRoleItem(document.getText(new vscode.Range(from, new vscode.Position(line, character)))) !== undefined
  );
}

/** A capital, a letter of another script than Latin, a key, a footnote. */
const MAY_BE_OURS = /[\p{Lu}@^\u0080-\uFFFF]/u;

/**
 * The person in any form, the key or the footnote at a position, wherever the file has it. What introduces it, a full name
 * or a footnote's definition, is marked as written, the rest as read.
 */
export async function findHighlights(
  sources: NavigationSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentHighlight[] | undefined> {
  // VS Code asks at every place where the cursor rests: most words need no look at the text, and no dossier.
  const word = document.getWordRangeAtPosition(position, /\S+/);
  if (word === undefined || !(MAY_BE_OURS.test(document.getText(word)) || mayStandInRole(document, position)))
    return undefined;
  const found = await thingIn(sources, document, position, token);
  if (found === undefined) return undefined;
  const { version } = document;
  const stale = (): boolean => token.isCancellationRequested || document.version !== version;
  const occurrences = await inSlices(occurrencesOf(found.analysis, subjectOf(found.thing)), stale);
  const { Read, Write } = vscode.DocumentHighlightKind;
  return occurrences?.map(
    each => new vscode.DocumentHighlight(toRange(document, each), each.introduces ? Write : Read),
  );
}
