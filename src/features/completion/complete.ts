import * as vscode from 'vscode';
import type { Analysis } from '../../core/text/analysis.ts';
import { holds } from '../../core/text/ordered-ranges.ts';
import { keyBeingTyped, locatorBeingTyped, wordsBeingTyped } from '../../core/text/typing.ts';
import type { LoadedDossier } from '../../platform/loaded-dossier.ts';
import type { CompletionSources } from './index.ts';
import { keyItems, paragraphItems } from './keys.ts';
import { mayBegin, nameItems, officeItems } from './names.ts';

/** So much of the line before the cursor tells what is being typed. */
const REACH = 400;
/** A title of an office has as many words at most, and a name fewer. */
const WORDS = 5;

/** Where the cursor stands, and what is known there. */
export interface TypingPlace {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  /** The line before the cursor, or the end of that. */
  readonly before: string;
  /** The offset at which `before` begins. */
  readonly from: number;
  readonly analysis: Analysis;
  readonly loaded: LoadedDossier;
}

/** What can complete what is being typed; `undefined` where nothing can. */
export async function complete(
  { service, analyses, bibliographies }: CompletionSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
  { triggerCharacter }: vscode.CompletionContext,
): Promise<vscode.CompletionList | undefined> {
  const { line, character } = position;
  const start = new vscode.Position(line, Math.max(0, character - REACH));
  const before = document.getText(new vscode.Range(start, position));
  // Nearly every blank and hyphen ends here, before anything is looked up.
  const key = keyBeingTyped(before);
  const locator = key ? undefined : locatorBeingTyped(before);
  const words = key || locator || triggerCharacter !== undefined ? [] : wordsBeingTyped(before, WORDS);
  const first = key ? key.start - 1 : (locator?.keyStart ?? words.at(-1)?.start);
  if (first === undefined) return undefined;
  // And nearly every word here, before the text is looked at.
  const loaded = await service.load();
  if (words.length > 0 && !mayBegin(loaded, words)) return undefined;

  const from = document.offsetAt(start);
  const analysis = analyses.peek(document) ?? (await analyses.get(document, token));
  if (analysis === undefined || !isProse(analysis, from + first, words.length === 0)) return undefined;
  const place = { document, position, before, from, analysis, loaded };
  if (key) {
    const bibliography = bibliographies.peek(document) ?? (await bibliographies.get(document));
    return keyItems(place, key, bibliography.index);
  }
  if (locator) return paragraphItems(place, locator);
  const names = nameItems(place, words);
  return new vscode.CompletionList([...names.items, ...officeItems(place, words)], names.isIncomplete);
}

/** Whether the unit at an offset is the writer's own words. A key that is there already, or its role, is masked as such. */
const isProse = (analysis: Analysis, offset: number, key: boolean): boolean =>
  !analysis
    .maskedIn(offset, offset)
    .some(mask => holds(mask, offset) && !(key && (mask.kind === 'citation' || mask.kind === 'role')));
