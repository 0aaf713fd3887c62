import type { Range } from '../text/ordered-ranges.ts';
import { CLOSING_MARKER, openingMarker, withStyle } from './bibliography-markers.ts';
import { bibliographySection, type Section } from './bibliography-section.ts';
import type { CslItem } from './csl-item.ts';
import { scanDocument } from './document-scan.ts';
import { lineBreakOf, type TextEdit } from './edits.ts';
import { toMarkdown } from './rich-text.ts';
import type { CitationStyle } from './styles/style.ts';

/** What a section is to hold. */
export interface BibliographyText {
  readonly style: CitationStyle;
  /** The entries in order, Markdown. */
  readonly entries: readonly string[];
}

/** The entries of works in a style, in the order of its alphabet. */
export function bibliographyText(works: readonly CslItem[], style: CitationStyle): BibliographyText {
  const entries = works
    .map(work => toMarkdown(style.entry(work)))
    .sort((a, b) => plain(a).localeCompare(plain(b), style.language));
  return { style, entries };
}

/** By what the reader sees first: not by marks of markup or quotation. */
const plain = (entry: string): string => entry.replace(/^[^\p{L}\p{N}]+/u, '');

/** The entries that a section has, each a paragraph. */
const entriesIn = (text: string, { start, end }: Range): readonly string[] =>
  text
    .slice(start, end)
    .split(/(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))+/)
    .map(entry => entry.trim())
    .filter(Boolean);

/**
 * The style that a section is written in: that of its marker; where that names none, the one in which most of its entries
 * are as it would write them, `preferred` among equals, and for an empty section. `undefined` where nobody can tell, or the
 * marker names a style that there is none of.
 */
export function sectionStyle(
  text: string,
  section: Section,
  works: readonly CslItem[],
  styles: readonly CitationStyle[],
  preferred: CitationStyle,
): CitationStyle | undefined {
  if (section.style !== undefined) return styles.find(({ id }) => id === section.style);
  const there = new Set(entriesIn(text, section));
  if (there.size === 0) return preferred;
  let best: CitationStyle | undefined;
  let most = 0;
  for (const style of [preferred, ...styles]) {
    const same = bibliographyText(works, style).entries.filter(entry => there.has(entry)).length;
    if (same > most) [best, most] = [style, same];
  }
  return best;
}

/** Whether the entries of a section are more than those that would take their place. */
export const losesEntries = (text: string, section: Section, { entries }: BibliographyText): boolean =>
  entriesIn(text, section).length > entries.length;

/**
 * The edit that makes the bibliography of a text what it should be: between its markers, of which the first comes to name
 * the style, or, where it has none yet, at the end. `undefined` where its entries are so already, and where the section has
 * no end.
 */
export function bibliographyEdit(
  text: string,
  { entries, style }: BibliographyText,
  section = bibliographySection(text),
): TextEdit | undefined {
  const eol = lineBreakOf(text);
  const body = eol + eol + entries.map(entry => entry + eol + eol).join('');
  if (section === 'open') return undefined;
  if (section) {
    const { marker, start, end } = section;
    if (text.slice(start, end) === body) return undefined;
    return section.style === style.id
      ? { start, end, text: body }
      : { start: marker.start, end, text: withStyle(text.slice(marker.start, marker.end), style.id) + body };
  }
  const at = scanDocument(text, []).end;
  const before = text.slice(Math.max(0, at - 4), at);
  const breaks = /^(?:[ \t]*[\r\n])*$/.test(text.slice(0, at))
    ? 2
    : (/(?:\r\n|\n|\r)*$/.exec(before)?.[0] ?? '').split(eol).length - 1;
  const lead = eol.repeat(Math.max(0, 2 - breaks));
  const opening = openingMarker(style.id);
  const behind = at < text.length ? eol : '';
  return { start: at, end: at, text: `${lead}${opening}${body}${CLOSING_MARKER}${eol}${behind}` };
}
