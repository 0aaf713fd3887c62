import type { SourceDocument } from '../../dossier/records.ts';
import { shortened } from '../../text/shortened.ts';
import { isWebAddress, type RichText, toPlain } from '../rich-text.ts';
import type { CitationStyle } from '../styles/style.ts';
import type { CitableWork } from '../works.ts';
import { type FormattedCitations, type PreviewPart, placeOf } from './format.ts';
import { isDocument, isWeakWork } from './work.ts';

/** What the HTML is written with. */
export interface HtmlVoice {
  readonly style: CitationStyle;
  /** The writer's own words, as the preview shows Markdown. It escapes what it is given. */
  readonly written: (markdown: string) => string;
  /** What a reader should know of a document beside its reference: its grade, whether it is weak, what it does not have. */
  readonly remark: (document: SourceDocument, paragraphs: readonly number[]) => string;
  /** The key of a role that nobody knows. */
  readonly unknownKey: (key: string) => string;
  /** The number of the entry that a citation in the text leads to, where the document has a bibliography. */
  readonly entryOf: (work: CitableWork) => number | undefined;
  readonly notes: string;
  readonly bibliography: string;
  readonly back: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as text, and as the value of an attribute in double quotes. */
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, unit => ENTITIES[unit] ?? unit);

const attribute = (name: string, value: string): string =>
  value === '' ? '' : ` ${name}="${escapeHtml(value)}"`;

function runsHtml(runs: RichText, linked: boolean): string {
  return runs
    .map(({ text, italic, url }) => {
      const escaped = escapeHtml(text);
      if (url && linked && isWebAddress(text)) return `<a${attribute('href', text)}>${escaped}</a>`;
      return italic ? `<em>${escaped}</em>` : escaped;
    })
    .join('');
}

const isWeak = (parts: readonly PreviewPart[]): boolean =>
  parts.some(part => part.kind === 'reference' && part.weak);

const classes = (name: string, weak: boolean): string =>
  ` class="counterparts-${name}${weak ? ' counterparts-weak' : ''}"`;

/** A citation with the blank before it and the punctuation behind it, as written. */
export interface Surrounded {
  readonly before: string;
  readonly after: string;
}

/** What stands in the place of a citation. The number of a note stands behind the punctuation, and without a blank. */
export function citationHtml(
  formatted: FormattedCitations,
  index: number,
  { before, after }: Surrounded,
  voice: HtmlVoice,
): string {
  const parts = formatted.shown[index] ?? [];
  const html = (some: readonly PreviewPart[]): string =>
    some.map(part => partHtml(part, formatted, voice)).join('');
  if (parts.at(-1)?.kind !== 'note') {
    const shown = html(parts);
    return (shown && before) + shown + escapeHtml(after);
  }
  return (
    (parts.length > 1 ? before : '') + html(parts.slice(0, -1)) + escapeHtml(after) + html(parts.slice(-1))
  );
}

/** Nobody reads more of a reference in a tooltip. */
const LONGEST_REFERENCE = 400;

const tooltip = (reference: string, remarksOfIt: readonly string[]): string =>
  [shortened(reference, LONGEST_REFERENCE), ...remarksOfIt].join('\n');

function partHtml(part: PreviewPart, formatted: FormattedCitations, voice: HtmlVoice): string {
  switch (part.kind) {
    case 'mark':
      return escapeHtml(part.text);
    case 'written':
      return voice.written(part.markdown);
    case 'key':
      return voice.unknownKey(part.key);
    case 'note': {
      const parts = formatted.notes[part.number - 1] ?? [];
      const title = tooltip(parts.map(plain).join(''), remarks(parts, voice));
      const { number } = part;
      return `<sup${classes('number', isWeak(parts))}><a id="counterparts-call-${number}" href="#counterparts-note-${number}" role="doc-noteref"${attribute('title', title)}>${number}</a></sup>`;
    }
    case 'reference': {
      const { work, item, runs, weak } = part;
      const full = toPlain(voice.style.note(work.csl, placeOf(item)));
      const title = attribute('title', tooltip(full, remarksOn(work, item.paragraphs, voice)));
      const entry = voice.style.kind === 'in-text' ? voice.entryOf(work) : undefined;
      // An entry is linked as a whole; a link within would part it.
      return entry === undefined
        ? `<span${classes('citation', weak)}${title}>${runsHtml(runs, true)}</span>`
        : `<a href="#counterparts-entry-${entry}"${classes('citation', weak)}${title}>${runsHtml(runs, false)}</a>`;
    }
  }
}

function plain(part: PreviewPart): string {
  switch (part.kind) {
    case 'reference':
      return toPlain(part.runs);
    case 'written':
      return part.markdown.replace(/[*_`\\]/g, '');
    case 'key':
      return part.key;
    case 'mark':
      return part.text;
    case 'note':
      return '';
  }
}

/** Nothing is known of a work that only the writer's bibliography has. */
const remarksOn = (work: CitableWork, paragraphs: readonly number[], { remark }: HtmlVoice): string[] =>
  isDocument(work) ? [remark(work, paragraphs)] : [];

/** What is to be known of the sources of a note, each once. */
function remarks(parts: readonly PreviewPart[], voice: HtmlVoice): string[] {
  const told = parts.flatMap(part =>
    part.kind === 'reference' ? remarksOn(part.work, part.item.paragraphs, voice) : [],
  );
  return [...new Set(told)];
}

/** The notes at the end of the document; nothing where there are none. */
export function notesHtml(formatted: FormattedCitations, voice: HtmlVoice): string {
  if (formatted.notes.length === 0) return '';
  const items = formatted.notes.map((parts, index) => {
    const text = parts.map(part => partHtml(part, formatted, voice)).join('');
    return `<li id="counterparts-note-${index + 1}">${text} <a href="#counterparts-call-${index + 1}" role="doc-backlink"${attribute('aria-label', voice.back)}>↩</a></li>\n`;
  });
  return `<section class="counterparts-notes" role="doc-endnotes"${attribute('aria-label', voice.notes)}>\n<ol>\n${items.join('')}</ol>\n</section>\n`;
}

/** The entries of a bibliography in the order given; nothing where there are none. */
export function bibliographyHtml(works: readonly CitableWork[], voice: HtmlVoice): string {
  if (works.length === 0) return '';
  const entries = works.map((work, index) => {
    const remark = remarksOn(work, [], voice).join('');
    return `<p id="counterparts-entry-${index + 1}"${classes('entry', isWeakWork(work))}${attribute('title', remark)}>${runsHtml(voice.style.entry(work.csl), true)}</p>\n`;
  });
  return `<section class="counterparts-bibliography" role="doc-bibliography"${attribute('aria-label', voice.bibliography)}>\n${entries.join('')}</section>\n`;
}

/** A role with the keys of which none is shown otherwise, as without us: its mark as text, the rest as code. */
export function roleAsWritten(
  written: string,
  keys: readonly { readonly at: number; readonly key: string }[],
  unknownKey: HtmlVoice['unknownKey'],
): string {
  const [, head = '', ticks = ''] = /^([^`]*)(`+)/.exec(written) ?? [];
  const end = written.length - ticks.length;
  let html = '';
  let last = head.length + ticks.length;
  for (const { at, key } of keys) {
    html += escapeHtml(written.slice(last, at)) + unknownKey(key);
    last = at + key.length;
  }
  html += escapeHtml(written.slice(last, end));
  return `${escapeHtml(head)}<code>${html.replace(/\r?\n/g, ' ').replace(/^ (.*) $/s, '$1')}</code>`;
}

/** A key that neither a document nor a bibliography file has, as written. */
export const unknownKeyHtml = (mark: string, remark: string): string =>
  `<span class="counterparts-unknown"${attribute('title', remark)}>${escapeHtml(mark)}</span>`;

/** Works in the order of a bibliography: by what a reader sees first of the entry, in the style's language. */
export function inEntryOrder(works: readonly CitableWork[], style: CitationStyle): readonly CitableWork[] {
  const sortKey = ({ csl }: CitableWork): string => toPlain(style.entry(csl)).replace(/^[^\p{L}\p{N}]+/u, '');
  return works
    .map(work => ({ work, key: sortKey(work) }))
    .sort((a, b) => a.key.localeCompare(b.key, style.language))
    .map(({ work }) => work);
}
