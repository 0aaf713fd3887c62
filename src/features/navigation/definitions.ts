import type * as vscode from 'vscode';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import type { Analysis } from '../../core/text/analysis.ts';
import { footnoteMarks, type Thing } from '../../core/text/things.ts';
import { entryLocation } from '../../platform/bibliography-reader.ts';
import { pageLocation } from '../../platform/pages.ts';
import { toRange } from '../../platform/ranges.ts';
import type { NavigationSources } from './index.ts';
import { citedBy, thingIn } from './places.ts';

/**
 * The page of a name or key, at the cited paragraph; a footnote's definition from its call, and its calls from there.
 */
export async function findDefinitions(
  sources: NavigationSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<vscode.LocationLink[] | undefined> {
  const found = await thingIn(sources, document, position, token);
  if (found === undefined) return undefined;
  const { analysis, thing } = found;
  const originSelectionRange = toRange(document, thing);
  if (thing.kind === 'footnote') {
    const defined = thing.mark.definition !== undefined;
    return footnoteMarks(analysis, thing.mark.label)
      .filter(({ definition }) => (definition === undefined) === defined)
      .map(mark => ({
        originSelectionRange,
        targetUri: document.uri,
        targetRange: toRange(document, { start: mark.start, end: mark.definition?.end ?? mark.end }),
        targetSelectionRange: toRange(document, mark),
      }));
  }
  const dossier = await sources.service.get();
  if (thing.kind === 'key' && !dossier.documents.has(thing.key.key)) {
    const place = entryLocation(await sources.bibliographies.get(document), thing.key.key);
    return place && [{ originSelectionRange, targetUri: place.uri, targetRange: place.range }];
  }
  return recordsOf(dossier, analysis, thing).flatMap(reference => {
    const place = pageLocation(dossier, reference);
    return place ? [{ originSelectionRange, targetUri: place.uri, targetRange: place.range }] : [];
  });
}

function recordsOf(dossier: Dossier, analysis: Analysis, thing: Thing): RecordReference[] {
  if (thing.kind === 'name') return thing.mention.people.map(id => ({ type: 'person', id }));
  const cited = thing.kind === 'key' ? citedBy(dossier, analysis, thing.key) : undefined;
  return cited ? [cited] : [];
}
