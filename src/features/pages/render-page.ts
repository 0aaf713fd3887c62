import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../contributions.ts';
import { pageMarkdown } from '../../core/cards/markdown.ts';
import { buildPage, locatePage } from '../../core/cards/pages/index.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import { editorVoice } from '../../platform/voice.ts';

/** The address of a page, with the fragment of the place on it: `counterparts:/meeting/2013-09-geneva.md`. */
function pageUri({ type, id }: RecordReference, anchor?: string): vscode.Uri {
  return vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/${type}/${id}.md`, fragment: anchor ?? '' });
}

/** Where a record, passage or quotation is shown; `undefined` where the dossier does not have it. */
export function findPage(dossier: Dossier, reference: RecordReference): vscode.Uri | undefined {
  const location = locatePage(dossier, reference, editorVoice());
  return location && pageUri(location.reference, location.anchor);
}

/** The Markdown of a page; `undefined` where there is none. */
export function renderPage(dossier: Dossier, reference: RecordReference): string | undefined {
  const page = buildPage(dossier, reference, editorVoice());
  return (
    page &&
    pageMarkdown(page, target => {
      // From `/document/x.md` to `/meeting/y.md`: relative, so that the preview finds it within the same scheme.
      const { path, fragment } = findPage(dossier, target) ?? pageUri(target);
      return `..${encodeURI(path)}${fragment ? `#${encodeURIComponent(fragment)}` : ''}`;
    })
  );
}
