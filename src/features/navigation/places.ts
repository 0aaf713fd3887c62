import type * as vscode from 'vscode';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { passageId, type RecordReference } from '../../core/dossier/reference.ts';
import type { Analysis } from '../../core/text/analysis.ts';
import { paragraphsCited } from '../../core/text/citation-at.ts';
import type { KeyMention } from '../../core/text/citations.ts';
import { type Thing, thingAt } from '../../core/text/things.ts';
import type { NavigationSources } from './index.ts';

/** The thing at a position with the analysis that tells it; `undefined` where nothing of ours stands. */
export async function thingIn(
  { analyses }: NavigationSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<{ readonly analysis: Analysis; readonly thing: Thing } | undefined> {
  const analysis = await analyses.get(document, token);
  const thing = analysis && thingAt(analysis, document.offsetAt(position));
  return thing && { analysis, thing };
}

/** What a key cites: the first paragraph of its locator, or the document; `undefined` for a key of no document. */
export function citedBy(dossier: Dossier, analysis: Analysis, key: KeyMention): RecordReference | undefined {
  const document = dossier.documents.get(key.key);
  if (document === undefined) return undefined;
  const [number] = paragraphsCited(analysis, key);
  return number !== undefined && dossier.passage(document.id, number)
    ? { type: 'passage', id: passageId(document.id, number) }
    : { type: 'document', id: document.id };
}
