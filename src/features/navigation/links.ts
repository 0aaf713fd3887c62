import * as vscode from 'vscode';
import type { RecordReference } from '../../core/dossier/reference.ts';
import { pageLocation } from '../../platform/pages.ts';
import { toRange } from '../../platform/ranges.ts';
import type { NavigationSources } from './index.ts';
import { citedBy } from './places.ts';

/** A key as a link; where it leads is looked up when it is followed. */
class KeyLink extends vscode.DocumentLink {
  readonly reference: RecordReference;

  constructor(range: vscode.Range, reference: RecordReference, tooltip: string) {
    super(range);
    this.reference = reference;
    this.tooltip = tooltip;
  }
}

/** Each key of a document of the dossier, linked to its page. */
export async function keyLinks(
  { service, analyses }: NavigationSources,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<vscode.DocumentLink[] | undefined> {
  // VS Code asks in every Markdown file that is opened.
  if (!document.getText().includes('@')) return undefined;
  const analysis = await analyses.get(document, token);
  const keys = analysis?.keysIn(0, analysis.text.length) ?? [];
  if (analysis === undefined || keys.length === 0) return undefined;
  const dossier = await service.get();
  return keys.flatMap(key => {
    const reference = citedBy(dossier, analysis, key);
    const name = dossier.documents.get(key.key)?.shortName;
    if (reference === undefined || name === undefined) return [];
    return [new KeyLink(toRange(document, key), reference, vscode.l10n.t('Open the page of {0}', name))];
  });
}

/** Leads to the line where the page has what is cited: the same place as Go to Definition, so that a click opens one. */
export async function resolveKeyLink(
  { service }: NavigationSources,
  link: vscode.DocumentLink,
): Promise<vscode.DocumentLink> {
  const place = link instanceof KeyLink ? pageLocation(await service.get(), link.reference) : null;
  // As VS Code writes a line into an address: `#L12`, counted from 1.
  if (place) link.target = place.uri.with({ fragment: `L${place.range.start.line + 1}` });
  return link;
}
