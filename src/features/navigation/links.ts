import * as vscode from 'vscode';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import type { Analysis } from '../../core/text/analysis.ts';
import { mayCite } from '../../core/text/roles.ts';
import { pageLocation } from '../../platform/pages.ts';
import { toRange } from '../../platform/ranges.ts';
import { inSlices } from '../../platform/slices.ts';
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
  if (!mayCite(document.getText())) return undefined;
  const dossier = await service.get();
  const analysis = await analyses.get(document, token);
  const { version } = document;
  const stale = (): boolean => token.isCancellationRequested || document.version !== version;
  const links = analysis && (await inSlices(linksOf(document, analysis, dossier), stale));
  return links?.length ? links : undefined;
}

/** So much of a text is looked through between two chances to give the thread back. */
const STEP = 20_000;

function* linksOf(
  document: vscode.TextDocument,
  analysis: Analysis,
  dossier: Dossier,
): Generator<void, KeyLink[]> {
  const links: KeyLink[] = [];
  for (let from = 0; from < analysis.text.length; from += STEP) {
    for (const key of analysis.keysIn(from, from + STEP)) {
      const name = dossier.documents.get(key.key)?.shortName;
      // What touches the border of two steps belongs to the first.
      if (name === undefined || (key.start <= from && from > 0)) continue;
      const reference = citedBy(dossier, analysis, key);
      const tooltip = vscode.l10n.t('Open the page of {0}', name);
      if (reference) links.push(new KeyLink(toRange(document, key), reference, tooltip));
    }
    yield;
  }
  return links;
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
