import type { Dossier } from '../../dossier/dossier.ts';
import type { RecordReference } from '../../dossier/reference.ts';
import type { Voice } from '../../dossier/translate.ts';
import { pageMarkdown } from '../markdown.ts';
import { buildPage, locatePage } from './index.ts';

/** A page and the line of its Markdown, from 0, on which a record, passage or quotation begins. */
export interface PageLine {
  readonly page: RecordReference;
  readonly line: number;
}

/** Where a reference is shown; `undefined` where the dossier does not know it. */
export function findPageLine(
  dossier: Dossier,
  reference: RecordReference,
  voice: Voice,
): PageLine | undefined {
  const location = locatePage(dossier, reference, voice);
  if (location === undefined) return undefined;
  const { reference: page, anchor } = location;
  if (anchor === undefined) return { page, line: 0 };
  const built = buildPage(dossier, page, voice);
  // A link's address is no part of a heading and breaks no line.
  const lines = built === undefined ? [] : pageMarkdown(built, () => '').split('\n');
  const line = lines.findIndex(text => /^#+ /.test(text) && anchorOf(text) === anchor);
  return { page, line: Math.max(0, line) };
}

const anchorOf = (heading: string): string =>
  heading.replace(/^#+ /, '').trim().toLowerCase().replace(/\s+/g, '-');
