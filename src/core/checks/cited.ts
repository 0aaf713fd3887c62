import type { Dossier } from '../dossier/dossier.ts';
import { getOrAdd, onceFor } from '../dossier/keyed.ts';
import type { SourceDocument } from '../dossier/records.ts';
import type { Analysis } from '../text/analysis.ts';
import { type Citation, type CitationItem, citationAround, paragraphsIn } from '../text/citations.ts';
import { countWords, foldWords } from '../text/fold.ts';
import { firstEndingAfter, overlap, type Range } from '../text/ordered-ranges.ts';
import type { Sentence } from '../text/paragraphs.ts';

/** A source that a sentence cites: by a key, in a footnote, by a link. The range is what a finding points at. */
export interface CitedSource extends Range {
  /** Left out where the dossier does not hold it, or where more is cited than one can tell. */
  readonly document?: SourceDocument;
  /** The numbers of the paragraphs that are cited; empty where none are told. */
  readonly paragraphs: readonly number[];
  /** What stands before the key in the citation: `see`, `cf.` */
  readonly lead: string;
  /** The item, where a key stands in the sentence or in the footnote. */
  readonly item?: CitationItem;
  /** The footnote says something of its own, and so more may be cited there. */
  readonly unsure?: true;
  /** It is cited in a footnote; the range is that of the call. */
  readonly note?: true;
  /** Of the citation of which this is a part. */
  readonly group: Range;
}

/** A range without white space and marks of block quotes at its ends. */
export function trimmed(text: string, { start, end }: Range): Range {
  const inside = text.slice(start, end);
  const from = start + (/^[\s>]*/.exec(inside)?.[0].length ?? 0);
  return { start: from, end: Math.max(from, start + inside.trimEnd().length) };
}

/** What a sentence cites, in order. */
export function citedIn(sentence: Sentence, analysis: Analysis, dossier: Dossier): CitedSource[] {
  const { text } = analysis;
  const { start, end, citations, notes } = sentence;
  const found = citations.flatMap(citation => keysCited(text, citation, dossier));
  for (const note of notes) {
    const { definition } = analysis.footnotes.definitionOf(note.label) ?? {};
    const sources = definition ? sourcesOfNote(analysis, definition, dossier) : [];
    const group = { start: note.start, end: note.end };
    if (sources.length === 0) found.push({ ...group, paragraphs: [], lead: '', group, note: true });
    for (const source of sources) found.push({ ...source, ...group, group, note: true });
  }
  for (const mask of analysis.maskedIn(start, end)) {
    if ((mask.kind !== 'link' && mask.kind !== 'url') || !overlap(mask, sentence)) continue;
    const citation = citations[firstEndingAfter(citations, mask.start)];
    if (citation && overlap(citation, mask)) continue;
    const link = mask.kind === 'link' ? linkAround(text, mask, start) : mask;
    if (link === undefined || text.charAt(link.start - 1) === '!') continue;
    const document = documentAt(dossier, addressIn(text.slice(mask.start, mask.end)));
    const group = { start: link.start, end: mask.end };
    found.push({ ...group, ...(document && { document }), paragraphs: [], lead: '', group });
  }
  return found.sort((a, b) => a.start - b.start);
}

function keysCited(text: string, citation: Citation, dossier: Dossier): CitedSource[] {
  return citation.items.map(item => {
    const document = dossier.documents.get(item.key.key);
    return {
      start: item.key.start,
      end: trimmed(text, item).end,
      ...(document && { document }),
      paragraphs: item.paragraphs,
      // In a role it stands in braces.
      lead: citation.bracketed ? text.slice(item.start, item.key.start).replace(/[{}]/g, ' ').trim() : '',
      item,
      group: citation,
    };
  });
}

/** A link, or behind `!` a picture, whose target is masked. Not looked for before `from`. */
export function linkAround(text: string, { start, end }: Range, from: number): Range | undefined {
  let depth = 0;
  for (let at = start - 1; at >= Math.max(from, start - LINK_REACH); at--) {
    const unit = text.charCodeAt(at);
    if (unit === 93) depth++;
    else if (unit === 91 && --depth === 0) return { start: at, end };
  }
  return undefined;
}

const LINK_REACH = 500;

const addressIn = (target: string): string => /^[(<\s]*([^\s>)]+)/.exec(target)?.[1] ?? '';

const plainAddress = (address: string): string =>
  address.replace(/^https?:\/\/(?:www\.)?|#.*$/gi, '').replace(/\/$/, '');

const addressesOf = onceFor(({ documents }: Dossier): ReadonlyMap<string, SourceDocument> => {
  const found = new Map<string, SourceDocument>();
  for (const document of documents.values()) {
    if (document.csl.URL !== undefined) found.set(plainAddress(document.csl.URL), document);
  }
  return found;
});

const documentAt = (dossier: Dossier, address: string): SourceDocument | undefined =>
  addressesOf(dossier).get(plainAddress(address));

/** A note of more words than its reference needs says something of its own, about other sources perhaps. */
const FEW_WORDS = 4;
const REFERENCE_WORDS = 20;

/** No more of a footnote is read. */
export const LONGEST_NOTE = 2000;

type NoteSource = Pick<CitedSource, 'document' | 'paragraphs' | 'lead' | 'item' | 'unsure'>;

/** The sources of a footnote, as far as they can be told. */
const sourcesOfNote = (analysis: Analysis, definition: Range, dossier: Dossier): readonly NoteSource[] =>
  getOrAdd(notes, definition, () => readNote(analysis, definition, dossier));

/** A footnote may be called often. */
const notes = new WeakMap<Range, readonly NoteSource[]>();

function readNote(analysis: Analysis, definition: Range, dossier: Dossier): readonly NoteSource[] {
  const { text } = analysis;
  const { start } = definition;
  const end = Math.min(definition.end, start + LONGEST_NOTE);
  const note = text.slice(start, end);
  const keys = analysis.keysIn(start, end);
  if (keys.length === 0) return reference(note, dossier);
  const sources: NoteSource[] = [];
  let own = note;
  let last = start;
  for (const key of keys) {
    if (key.start < last || key.end > end) continue;
    const citation = citationAround(text, key, { start, end });
    last = citation.end;
    own = own.replace(text.slice(citation.start, citation.end), ' ');
    for (const source of keysCited(text, citation, dossier)) {
      const behind = citation.bracketed
        ? []
        : paragraphsIn(text.slice(key.end, Math.min(end, key.end + 200)));
      sources.push({ ...source, paragraphs: behind.length > 0 ? behind : source.paragraphs });
    }
  }
  const locators = own.replace(/(?:paras?\.?|paragraphs?|¶+|абз\.)[\s\d,–-]*/giu, ' ');
  if (countWords(locators) > FEW_WORDS) return sources.map(source => ({ ...source, unsure: true }));
  return sources.map(source => ({ ...source, lead: `${locators} ${source.lead}` }));
}

/** The document of which a note is the reference in words: its title, its short name or its address stands there. */
function reference(note: string, dossier: Dossier): readonly NoteSource[] {
  if (note.includes(';')) return [];
  const [head = ''] = /^[^,¶]*/.exec(note) ?? [];
  const stretches = [head, ...Array.from(note.matchAll(TITLE), match => match[1] ?? match[2] ?? '')];
  const address = /https?:\/\/[^\s>)\]]+/.exec(note)?.[0].replace(/[.,]+$/, '') ?? '';
  const named = new Set(
    [documentAt(dossier, address), ...stretches.map(each => namesOf(dossier).get(fold(each)))].filter(
      document => document !== undefined,
    ),
  );
  const [document] = named;
  if (document === undefined || named.size > 1) return [];
  if (countWords(note) - countWords(document.csl.title) - countWords(address) > REFERENCE_WORDS) return [];
  const locator = /(?:paras?\.|paragraphs?|¶+|абз\.)\s*\d[^;]{0,100}$/iu.exec(note)?.[0] ?? '';
  return [{ document, paragraphs: paragraphsIn(locator), lead: '' }];
}

const TITLE = /[“"«„]([^”"»]{3,300})[”"»]|[*_]([^*_]{3,300})[*_]/g;
const fold = (text: string): string => foldWords(text).join(' ');

/** Documents by title and by short name, folded; `undefined` for what two of them are called. */
const namesOf = onceFor(({ documents }: Dossier): ReadonlyMap<string, SourceDocument | undefined> => {
  const made = new Map<string, SourceDocument | undefined>();
  for (const document of documents.values()) {
    for (const name of new Set([fold(document.shortName), fold(document.csl.title)])) {
      made.set(name, made.has(name) ? undefined : document);
    }
  }
  return made;
});
