import * as vscode from 'vscode';
import type { Analysis } from '../../core/text/analysis.ts';
import type { Masked } from '../../core/text/masked.ts';
import { holds } from '../../core/text/ordered-ranges.ts';
import { keyBeingTyped, locatorBeingTyped, type TypedKey, wordsBeingTyped } from '../../core/text/typing.ts';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import type { LoadedDossier } from '../../platform/loaded-dossier.ts';
import type { CompletionSources } from './index.ts';
import { keyItems, paragraphItems } from './keys.ts';
import { maskedAt } from './masked-at.ts';
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
  readonly loaded: LoadedDossier;
}

/** The same, and what the text around it says. */
export interface ReadPlace extends TypingPlace {
  /** The offset at which `before` begins. */
  readonly from: number;
  readonly analysis: Analysis;
}

export interface Completion {
  /** What can complete what is being typed; `undefined` where nothing can. */
  readonly list: vscode.CompletionList | undefined;
  /** Where the key begins that is being typed. */
  readonly key?: vscode.Position;
  /** Fulfilled once a bibliography file that was left out has been read, or is read again. */
  readonly whole?: Promise<unknown>;
}

const NOTHING: Completion = { list: undefined };

/** The line before a place, or the end of that, and where it begins. */
export function lineBefore(
  document: vscode.TextDocument,
  position: vscode.Position,
): { readonly before: string; readonly start: vscode.Position } {
  const start = position.with({ character: Math.max(0, position.character - REACH) });
  return { before: document.getText(new vscode.Range(start, position)), start };
}

/** What can complete what is being typed. */
export async function complete(
  { service, analyses, bibliographies }: CompletionSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
  triggerCharacter: string | undefined,
): Promise<Completion> {
  const { before, start } = lineBefore(document, position);
  // Nearly every blank and hyphen ends here, before anything is looked up.
  const key = keyBeingTyped(before);
  const locator = key ? undefined : locatorBeingTyped(before);
  const words = key || locator || triggerCharacter !== undefined ? [] : wordsBeingTyped(before, WORDS);
  const first = key ? key.start - 1 : (locator?.keyStart ?? words.at(-1)?.start);
  if (first === undefined) return NOTHING;
  // And nearly every word here, before the text is looked at.
  const loaded = await service.load();
  if (words.length > 0 && !mayBegin(loaded, words)) return NOTHING;

  const from = document.offsetAt(start);
  const place = { document, position, before, loaded };
  if (words.length > 0) {
    const analysis = analyses.peek(document) ?? (await analyses.get(document, token));
    if (
      analysis === undefined ||
      !isProse(analysis.maskedIn(from + first, from + first), from + first, false)
    )
      return NOTHING;
    const names = nameItems({ ...place, from, analysis }, words);
    const offices = officeItems({ ...place, from, analysis }, words);
    return { list: new vscode.CompletionList([...names.items, ...offices], names.isIncomplete) };
  }
  const masked =
    maskedAt(analyses, document, from + first) ?? (await masksOf(analyses, document, from + first, token));
  if (masked === undefined || !isProse(masked, from + first, true)) return NOTHING;
  if (locator) return { list: paragraphItems(place, locator) };
  return key ? completeKey(place, key, bibliographies) : NOTHING;
}

async function completeKey(
  place: TypingPlace,
  typed: TypedKey,
  bibliographies: Bibliographies,
): Promise<Completion> {
  const { document, position, before } = place;
  const key = position.translate(0, typed.start - before.length);
  const known = bibliographies.peek(document);
  if (known?.current) return { list: keyItems(place, typed, known.bibliography), key };
  // What is known is offered at once, while the files are read off the typing path.
  const reading = bibliographies.get(document);
  const list = keyItems(place, typed, known?.bibliography);
  if (list.items.length === 0) return { list: keyItems(place, typed, await reading), key };
  return { list, key, whole: reading };
}

async function masksOf(
  analyses: AnalysisService,
  document: vscode.TextDocument,
  offset: number,
  token: vscode.CancellationToken,
): Promise<readonly Masked[] | undefined> {
  const analysis = analyses.peek(document) ?? (await analyses.get(document, token));
  return analysis?.maskedIn(offset, offset);
}

/** Whether the unit at an offset is the writer's own words. A key that is there already, or its role, is masked as such. */
const isProse = (masked: readonly Masked[], offset: number, key: boolean): boolean =>
  !masked.some(mask => holds(mask, offset) && !(key && (mask.kind === 'citation' || mask.kind === 'role')));
