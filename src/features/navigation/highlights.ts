import * as vscode from 'vscode';
import { occurrencesOf, subjectOf } from '../../core/text/things.ts';
import { toRange } from '../../platform/ranges.ts';
import { inSlices } from '../../platform/slices.ts';
import type { NavigationSources } from './index.ts';
import { thingIn } from './places.ts';

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
  if (word === undefined || !MAY_BE_OURS.test(document.getText(word))) return undefined;
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
