import type { Dossier } from '../dossier/dossier.ts';
import { findKeys } from '../text/citations.ts';
import { frontMatterEnd } from '../text/front-matter.ts';
import { scanKeys } from '../text/key-scan.ts';
import type { Range } from '../text/ordered-ranges.ts';
import type { BibliographyIndex } from './bibliography/bibliography-index.ts';
import { MARKER_LINES, MARKER_WORD, readMarker } from './bibliography-markers.ts';
import type { CslItem } from './csl-item.ts';
import { scanDocument } from './document-scan.ts';
import { type CitableWork, entryWorks, type Works, worksOf } from './works.ts';

/** The section between the markers: `start` and `end` are the offsets of what stands between their lines. */
export interface Section extends Range {
  /** The line of the opening marker, without its line end. */
  readonly marker: Range;
  /** The id of the style that the marker names. */
  readonly style?: string;
}

/** The section of a file; `'open'` where its end is not marked, so that nobody can tell what belongs to it. */
export function bibliographySection(text: string): Section | 'open' | undefined {
  if (!text.includes(MARKER_WORD)) return undefined;
  const all = [...text.matchAll(MARKER_LINES)];
  const { blocks } = scanDocument(
    text,
    all.map(({ index }) => index),
  );
  // Not those in a block of code.
  const marks = all.flatMap(({ 0: line, index }) => {
    const marker = blocks.get(index)?.kind === 'comment' ? readMarker(line) : undefined;
    return marker ? [{ ...marker, start: index, end: index + line.length }] : [];
  });
  const opening = marks.findIndex(({ closes }) => !closes);
  const first = marks[opening];
  if (!first) return undefined;
  const next = marks[opening + 1];
  if (!next?.closes) return 'open';
  const marker = { start: first.start, end: first.end };
  const { style } = first;
  return { marker, start: first.end, end: next.start, ...(style !== undefined && { style }) };
}

const FOOTNOTE = /\[\^([^\]\s]{1,256})\]/g;
/** What a label has behind the key: paragraphs, or another locator, and a number. */
const LABEL_PLACE = /-(?:p\d+(?:-\d+)*|(?:page|paragraph|chapter|section|volume|line|figure)-.{1,100})$/;
const ADDRESS = /https?:\/\/[^\s<>"`[\]]{1,2000}/gi;

/** The works that a text cites, outside of its bibliography: documents of the dossier, and entries of the writer's own files. */
export function citedWorks(
  dossier: Dossier,
  own: BibliographyIndex,
  text: string,
  section = bibliographySection(text),
): readonly CslItem[] {
  return citedIn(worksOf(dossier, entryWorks(own)), text, section).map(({ csl }) => csl);
}

/** Whether a text cites, outside of its bibliography, by a key that nobody knows. */
export function citesUnknown(
  dossier: Dossier,
  own: BibliographyIndex,
  text: string,
  section = bibliographySection(text),
): boolean {
  return [...keysOf(bodyOf(text, section))].some(key => !dossier.documents.has(key) && !own.has(key));
}

/** A text without its bibliography. */
function bodyOf(text: string, section: Section | 'open' | undefined): string {
  return section === undefined || section === 'open'
    ? text
    : `${text.slice(0, section.start)}\n${text.slice(section.end)}`;
}

/** The keys that a text cites, and those that its front matter lists (`nocite`). */
function keysOf(body: string): ReadonlySet<string> {
  const head = body.slice(0, frontMatterEnd(body));
  return new Set([...findKeys(head), ...scanKeys(body)].map(({ key }) => key));
}

/** The keys that a text cites, and those after which its footnotes are called: `[^key-p5-2]`. */
function namedIn(body: string): ReadonlySet<string> {
  const names = new Set(keysOf(body));
  for (const [, label = ''] of body.matchAll(FOOTNOTE)) {
    names.add(label).add(label.replace(/-\d+$/, ''));
    names.add(label.replace(LABEL_PLACE, ''));
  }
  return names;
}

/**
 * Of some works those that a text cites, outside of its bibliography: by their keys, in footnotes of ours, by their address.
 * Each once, in the order of their names in the text.
 */
export function citedIn(
  works: Works,
  text: string,
  section = bibliographySection(text),
): readonly CitableWork[] {
  const body = bodyOf(text, section);
  const addresses = new Set(Array.from(body.matchAll(ADDRESS), ([found]) => found));
  const named = [...namedIn(body)].flatMap(name => works.get(name) ?? []);
  // A work may be cited by several keys, and by its address too.
  return [...new Set([...named, ...[...addresses].flatMap(address => workAt(works, address) ?? [])])];
}

/** Marks that may end an address, or the sentence behind it. */
const ENDING = /[).,;:!?'’”»\\*_|]+$/;

/** The work to which an address in a text leads, without the marks behind it and the query that others put to it. */
function workAt(works: Works, written: string): CitableWork | undefined {
  // Links to a stretch of text, and parentheses as Markdown's destinations have them.
  let address = written.replace(/#.*$/, '').replaceAll('%28', '(').replaceAll('%29', ')');
  address = address.replace(ENDING, '');
  // One that is open belongs to the address.
  if (address.lastIndexOf('(') > address.lastIndexOf(')')) address += ')';
  const query = address.indexOf('?');
  return works.at(address) ?? (query < 0 ? undefined : works.at(address.slice(0, query)));
}
