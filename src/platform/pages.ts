import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../contributions.ts';
import { locatePage } from '../core/cards/pages/index.ts';
import type { Dossier } from '../core/dossier/dossier.ts';
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

/** The address of the page that explains a rule of the checks. */
export const rulePageUri = (code: string): vscode.Uri =>
  vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/rule/${code}.md` });
