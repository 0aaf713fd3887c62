import type * as vscode from 'vscode';
import { pageMarkdown } from '../../core/cards/markdown.ts';
import type { Page } from '../../core/cards/page.ts';
import { buildPage } from '../../core/cards/pages/index.ts';
import { RULES } from '../../core/checks/rules.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { isRecordReference } from '../../core/dossier/reference.ts';
import { findPage, pageUri } from '../../platform/pages.ts';
import { editorVoice } from '../../platform/voice.ts';
import { rulePage } from './rule-page.ts';

/** The Markdown of the page at an address: of a record, or of a rule of the checks; `undefined` where there is none. */
export function renderPage(dossier: Dossier, uri: vscode.Uri): string | undefined {
  const [, type, id = ''] = /^\/([a-z]+)\/(.+)\.md$/.exec(uri.path) ?? [];
  const page = pageAt(dossier, type, id);
  return (
    page &&
    pageMarkdown(page, target => {
      // From `/document/x.md` to `/meeting/y.md`: relative, so that the preview finds it within the same scheme.
      const { path, fragment } = findPage(dossier, target) ?? pageUri(target);
      return `..${encodeURI(path)}${fragment ? `#${encodeURIComponent(fragment)}` : ''}`;
    })
  );
}

function pageAt(dossier: Dossier, type: string | undefined, id: string): Page | undefined {
  if (type === 'rule') {
    const rule = RULES.find(({ code }) => code === id);
    return rule && rulePage(rule, editorVoice());
  }
  const reference = { type, id };
  return isRecordReference(reference) ? buildPage(dossier, reference, editorVoice()) : undefined;
}
