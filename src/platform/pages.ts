import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../contributions.ts';
import { locatePage } from '../core/cards/pages/index.ts';
import { findPageLine } from '../core/cards/pages/page-line.ts';
import type { Dossier } from '../core/dossier/dossier.ts';
import { getOrAdd, onceFor } from '../core/dossier/keyed.ts';
import type { RecordReference } from '../core/dossier/reference.ts';
import { editorVoice } from './voice.ts';

/** The address of a page, with the fragment of the place on it: `counterparts:/meeting/2013-09-geneva.md`. */
export function pageUri({ type, id }: RecordReference, anchor?: string): vscode.Uri {
  return vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/${type}/${id}.md`, fragment: anchor ?? '' });
}

/** Where a record, passage or quotation is shown; `undefined` where the dossier does not have it. */
export function findPage(dossier: Dossier, reference: RecordReference): vscode.Uri | undefined {
  const location = locatePage(dossier, reference, editorVoice());
  return location && pageUri(location.reference, location.anchor);
}

/** To find the line a page is made: not again for each of many diagnostics that rest on one record. */
const places = onceFor((_dossier: Dossier) => new Map<string, vscode.Location | null>());

/** The line of a page on which a record, passage or quotation begins; `null` where the dossier does not have it. */
export const pageLocation = (dossier: Dossier, reference: RecordReference): vscode.Location | null =>
  getOrAdd(places(dossier), `${reference.type}/${reference.id}`, () => {
    const found = findPageLine(dossier, reference, editorVoice());
    return found ? new vscode.Location(pageUri(found.page), new vscode.Position(found.line, 0)) : null;
  });

/** The address of the page that explains a rule of the checks. */
export const rulePageUri = (code: string): vscode.Uri =>
  vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/rule/${code}.md` });
