import type { Dossier } from '../dossier/dossier.ts';
import type { SourceDocument } from '../dossier/records.ts';
import { findKeys } from '../text/citations.ts';
import type { BibliographyIndex } from './bibliography/bibliography-index.ts';
import type { CslItem } from './csl-item.ts';
import { scanDocument } from './document-scan.ts';
import type { TextEdit } from './edits.ts';
import { isWebAddress, toMarkdown } from './rich-text.ts';
import type { CitationStyle } from './styles/style.ts';

const OPENING = '<!-- counterparts-bibliography -->';
const CLOSING = '<!-- /counterparts-bibliography -->';
const MARKER = /^[ \t]*<!--[ \t]*(\/?)counterparts-bibliography[ \t]*-->[ \t]*$/gm;

/** The section between the markers: `start` and `end` are the offsets of what stands between their lines. */
interface Section {
  readonly start: number;
  readonly end: number;
}

/** The section of a file; `'open'` where its end is not marked, so that nobody can tell what belongs to it. */
export function bibliographySection(text: string): Section | 'open' | undefined {
  const all = [...text.matchAll(MARKER)];
  const { blocks } = scanDocument(
    text,
    all.map(({ index }) => index),
  );
  // Not those in a block of code.
  const marks = all.filter(({ index }) => blocks.get(index)?.kind === 'comment');
  const opening = marks.findIndex(([, slash]) => slash === '');
  const first = marks[opening];
  if (!first) return undefined;
  const next = marks[opening + 1];
  if (next?.[1] !== '/') return 'open';
  return { start: first.index + first[0].length, end: next.index };
}

const FOOTNOTE = /\[\^([^\]\s]{1,256})\]/g;
const ROLE = /\{cite(?::[a-z]{1,8})?\}`([^`]{1,2000})`/g;

/** The works that a text cites, outside of its bibliography: documents of the dossier, and entries of the writer's own files. */
export function citedWorks(dossier: Dossier, own: BibliographyIndex, text: string): readonly CslItem[] {
  const entries = [...keysOf(bodyOf(text))].flatMap(key =>
    dossier.documents.has(key) ? [] : (own.get(key)?.entry ?? []),
  );
  // A work may be cited by several keys.
  const works = [...new Set(entries)].map(({ fields }): CslItem => ({ title: '', ...fields }));
  return [...citedDocuments(dossier, text).map(({ csl }) => csl), ...works];
}

/** A text without its bibliography. */
function bodyOf(text: string): string {
  const section = bibliographySection(text);
  return section === undefined || section === 'open'
    ? text
    : `${text.slice(0, section.start)}\n${text.slice(section.end)}`;
}

/** The keys that a text cites, in roles of MyST too. */
function keysOf(body: string): ReadonlySet<string> {
  const keys = new Set(Array.from(findKeys(body), ({ key }) => key));
  for (const [, items = ''] of body.matchAll(ROLE)) {
    for (const item of items.split(/[,;]/)) keys.add(item.replace(/\{[^}]*\}?/g, '').trim());
  }
  return keys;
}

/** The documents that a text cites, outside of its bibliography: by their keys, in footnotes of ours, by their address. */
export function citedDocuments(dossier: Dossier, text: string): readonly SourceDocument[] {
  const body = bodyOf(text);
  const keys = keysOf(body);
  const labels = Array.from(body.matchAll(FOOTNOTE), ([, label = '']) => label);
  return [...dossier.documents.values()].filter(({ id, csl }) => {
    const url = isWebAddress(csl.URL) ? csl.URL : undefined;
    return (
      keys.has(id) ||
      labels.some(label => label === id || label.startsWith(`${id}-p`)) ||
      (url !== undefined && body.includes(url))
    );
  });
}

/**
 * The edit that makes the bibliography of a text what it should be: between its markers, or, where it has none yet, at the
 * end. `undefined` where it is so already.
 */
export function bibliographyEdit(
  text: string,
  works: readonly CslItem[],
  style: CitationStyle,
): TextEdit | undefined {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
  const entries = works
    .map(work => toMarkdown(style.entry(work)))
    .sort((a, b) => plain(a).localeCompare(plain(b), style.language));
  const body = eol + eol + entries.map(entry => entry + eol + eol).join('');
  const section = bibliographySection(text);
  if (section === 'open') return undefined;
  if (section) {
    const same = text.slice(section.start, section.end) === body;
    return same ? undefined : { ...section, text: body };
  }
  const at = scanDocument(text, []).end;
  const before = text.slice(Math.max(0, at - 4), at);
  const breaks = /^\s*$/.test(text.slice(0, at))
    ? 2
    : (/(?:\r\n|\n|\r)*$/.exec(before)?.[0] ?? '').split(eol).length - 1;
  const lead = eol.repeat(Math.max(0, 2 - breaks));
  return {
    start: at,
    end: at,
    text: `${lead}${OPENING}${body}${CLOSING}${eol}${at < text.length ? eol : ''}`,
  };
}

/** By what the reader sees first: not by marks of markup or quotation. */
const plain = (entry: string): string => entry.replace(/^[^\p{L}\p{N}]+/u, '');
