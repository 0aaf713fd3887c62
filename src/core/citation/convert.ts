import type { Dossier } from '../dossier/dossier.ts';
import type { SourceDocument } from '../dossier/records.ts';
import type { Analysis } from '../text/analysis.ts';
import { citationOf } from '../text/citation-at.ts';
import { paragraphsIn } from '../text/citations.ts';
import type { FootnoteMark } from '../text/footnotes.ts';
import { firstEndingAfter, overlap, type Range } from '../text/ordered-ranges.ts';
import { bibliographySection } from './bibliography-section.ts';
import { scanDocument } from './document-scan.ts';
import type { TextEdit } from './edits.ts';
import { type Form, type Manner, writePieces, writeReferences } from './forms.ts';
import { definitionBlock, planNotes } from './notes.ts';
import type { Reference } from './references.ts';
import { toMarkdown } from './rich-text.ts';
import { type CitationStyle, noteOf } from './styles/style.ts';

/** The forms that can be read again, and so be converted. */
export const CONVERTIBLE = ['pandoc-key', 'footnote', 'formatted'] as const satisfies readonly Form[];

/** A citation of a text, in whatever form. */
interface Found extends Range {
  readonly form: (typeof CONVERTIBLE)[number];
  readonly references: readonly Reference[];
  readonly prefix: string;
  readonly suffix: string;
  readonly label?: string;
}

/** What a conversion changes, and what it leaves. */
export interface Conversion {
  /** In ascending order, without overlap. Empty where nothing is to be converted. */
  readonly edits: readonly TextEdit[];
  readonly converted: number;
  /** Citations that would lose something: keys of no document, notes that the writer has changed. */
  readonly left: number;
}

/**
 * Writes the citations of a text in another form: keys in brackets, footnotes that hold nothing but a formatted reference,
 * and formatted references that stand as they were inserted. Whatever would lose a word stays as it is.
 */
export function convertCitations(
  dossier: Dossier,
  analysis: Analysis,
  styles: readonly CitationStyle[],
  manner: Manner,
): Conversion {
  const { text } = analysis;
  const wordings = wordingsOf(dossier, styles);
  let left = 0;
  const notes = noteDefinitions(analysis, wordings);
  const found: Found[] = [];
  const inNotes = notes.map(note => note.whole);
  for (const citation of bracketCitations(analysis)) {
    const read = readBracket(dossier, text, citation);
    if (read) found.push(read);
    else left++;
  }
  for (const { mark, reference } of notes) {
    for (const call of analysis.footnotes.callsOf(mark.label)) {
      const place = { start: call.start, end: call.end, prefix: '', suffix: '', label: mark.label };
      if (reference) found.push({ ...place, form: 'footnote', references: [reference] });
      else left++;
    }
  }
  for (const place of formattedCitations(analysis, wordings)) {
    const note = inNotes[firstEndingAfter(inNotes, place.start)];
    if (!note || !overlap(note, place)) found.push(place);
  }
  const section = bibliographySection(text);
  const inSection = (place: Range): boolean => typeof section === 'object' && overlap(section, place);
  const convert = found
    .filter(place => place.form !== manner.form && !inSection(place))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { ...editsFor(analysis, convert, notes, manner), converted: convert.length, left };
}

function bracketCitations(analysis: Analysis): readonly Range[] {
  const { text } = analysis;
  const found = new Map<number, Range>();
  for (const key of analysis.keysIn(0, text.length)) {
    const citation = citationOf(analysis, key);
    if (citation?.bracketed) found.set(citation.start, citation);
  }
  return [...found.values()];
}

/** A citation in brackets, where each key is that of a document, and words stand only before the first and behind the last. */
function readBracket(dossier: Dossier, text: string, { start, end }: Range): Found | undefined {
  const items = text.slice(start + 1, end - 1).split(';');
  const references: Reference[] = [];
  let prefix = '';
  let suffix = '';
  for (const [index, item] of items.entries()) {
    const [, before = '', braced, plain, behind = ''] =
      /^([^@]*?)-?@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*))([^@]*)$/u.exec(
        item,
      ) ?? [];
    const document = dossier.documents.get(braced ?? plain ?? '');
    if (!document) return undefined;
    const paragraphs = paragraphsIn(behind);
    const rest = (paragraphs.length > 0 ? behind.replace(LOCATOR, '') : behind).replace(/^[\s,]+/, '').trim();
    if ((before.trim() !== '' && index > 0) || (rest !== '' && index < items.length - 1)) return undefined;
    prefix ||= before.trim();
    suffix ||= rest;
    references.push({ kind: 'work', work: document, paragraphs });
  }
  return { form: 'pandoc-key', start, end, references, prefix, suffix };
}

const LOCATOR = /^\s*,?\s*\{?\s*(?:[^\s\d]{1,12}\s*)[\d\s–-]+(?:(?:,|and|&)\s?\d[\d\s–-]*)*\}?/u;

/** How a document's reference may stand in a text, with the paragraphs captured. */
interface Wording {
  readonly document: SourceDocument;
  readonly source: string;
  /** It means the document only where it is all that a footnote says: a later note, which is short. */
  readonly whole: boolean;
}

/** A number of a paragraph that no document has: what stands around it in a reference stands around every locator. */
const SENTINEL = 987_654;
const NUMBERS = '$1s?$2\\s(\\d+(?:[–-]\\d+)?(?:, \\d+(?:[–-]\\d+)?)*)';

/** The wordings that mean one document only. */
function wordingsOf(dossier: Dossier, styles: readonly CitationStyle[]): readonly Wording[] {
  const owners = new Map<string, Wording | undefined>();
  for (const document of dossier.documents.values()) {
    const sources = new Map<string, boolean>();
    for (const style of styles) {
      for (const write of [style.note, style.citation, noteOf(style, true)]) {
        const short = write === noteOf(style, true);
        for (const paragraphs of [[SENTINEL], []]) {
          const source = toMarkdown(write(document.csl, paragraphs))
            .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
            // The label before the number is plural for several.
            .replace(new RegExp(`([^\\s,]{0,12}?)(\\\\?\\.?)[\\s\u00a0]${SENTINEL}`), NUMBERS);
          // With its place a short note of a style of notes is long enough to be known in a sentence.
          const whole = short && (style.kind === 'in-text' || paragraphs.length === 0);
          sources.set(source, whole && (sources.get(source) ?? true));
        }
      }
    }
    for (const [source, whole] of sources)
      owners.set(source, owners.has(source) ? undefined : { document, source, whole });
  }
  // The longer first: a reference with its paragraphs may begin like one without.
  return [...owners.values()]
    .flatMap(wording => (wording && !wording.source.includes(String(SENTINEL)) ? [wording] : []))
    .sort((a, b) => b.source.length - a.source.length);
}

const referenceOf = ({ document }: Wording, numbers: string | undefined): Reference => ({
  kind: 'work',
  work: document,
  paragraphs: numbers === undefined ? [] : paragraphsIn(`para. ${numbers}`),
});

interface NoteDefinition {
  readonly mark: FootnoteMark;
  /** With its lines. */
  readonly whole: Range;
  /** What it cites, where it holds nothing else. */
  readonly reference: Reference | undefined;
}

function noteDefinitions(analysis: Analysis, wordings: readonly Wording[]): NoteDefinition[] {
  const { text, footnotes } = analysis;
  const found: NoteDefinition[] = [];
  for (const mark of footnotes.in(0, text.length)) {
    const { definition } = mark;
    if (!definition || footnotes.definitionOf(mark.label) !== mark) continue;
    const words = text.slice(definition.start, definition.end).trim();
    const wording = wordings.find(({ source }) =>
      new RegExp(`^${source.replace(/”$/, '\\.?”')}\\.?$`).test(words),
    );
    const numbers = wording && new RegExp(`^${wording.source}`).exec(words)?.[1];
    const known =
      wording !== undefined || wordings.some(({ document }) => mark.label.startsWith(document.id));
    if (!known) continue;
    const lineStart =
      Math.max(text.lastIndexOf('\n', mark.start - 1), text.lastIndexOf('\r', mark.start - 1)) + 1;
    const eol = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(definition.end, definition.end + 64));
    const alone = text.slice(lineStart, mark.start).trim() === '' && eol !== null;
    // A second paragraph, indented, belongs to the note.
    const goesOn = /^\s*?(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)(?: {4}|\t)\S/.test(
      text.slice(definition.end, definition.end + 256),
    );
    found.push({
      mark,
      whole: { start: lineStart, end: definition.end + (eol?.[0].length ?? 0) },
      reference: wording && alone && !goesOn ? referenceOf(wording, numbers) : undefined,
    });
  }
  return found;
}

function formattedCitations(analysis: Analysis, wordings: readonly Wording[]): Found[] {
  const { text } = analysis;
  const inSentences = wordings.filter(({ whole }) => !whole);
  const all = inSentences.flatMap(wording =>
    Array.from(text.matchAll(new RegExp(wording.source, 'g')), (match): Found => {
      const end = match.index + match[0].length;
      const references = [referenceOf(wording, match[1])];
      return { form: 'formatted', start: match.index, end, references, prefix: '', suffix: '' };
    }),
  );
  // Of those that begin together the longest.
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return all.filter(({ start, end }) => {
    if (start < last || !analysis.paragraphAt(start)) return false;
    last = end;
    return true;
  });
}

function editsFor(
  analysis: Analysis,
  found: readonly Found[],
  notes: readonly NoteDefinition[],
  manner: Manner,
): { readonly edits: readonly TextEdit[] } {
  const { text } = analysis;
  const gone = new Set(found.flatMap(({ label }) => (label === undefined ? [] : [label.toLowerCase()])));
  const removed = notes.filter(({ mark }) => gone.has(mark.label.toLowerCase()));
  const edits: TextEdit[] = removed.map(({ whole }) => ({ ...whole, text: '' }));
  const pieces = found.map(({ references, prefix, suffix }) =>
    writeReferences(references, { ...manner, prefix, suffix }),
  );
  const scan = scanDocument(text, []);
  const plan = planNotes(
    pieces.flat().filter(piece => piece.kind === 'note'),
    scan,
  );
  let last = -1;
  for (const [index, citation] of found.entries()) {
    const own = pieces[index] ?? [];
    const written = writePieces(own, plan.labelOf, false);
    const inWords = own.some(({ kind }) => kind === 'words');
    const edit = replacement(text, citation, inWords ? `(${written})` : written, manner.form);
    if (edit.start < last) continue;
    last = edit.end;
    edits.push(edit);
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  if (plan.definitions.length > 0) {
    const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
    const before = text.slice(Math.max(0, scan.end - 4_096), scan.end);
    const block = definitionBlock(before, plan.definitions, eol, scan.end < text.length);
    const at = edits.findIndex(({ start }) => start > scan.end);
    edits.splice(at < 0 ? edits.length : at, 0, { start: scan.end, end: scan.end, text: block });
  }
  return { edits };
}

/** A footnote stands behind the mark that ends the words, a key before it, a reference in words in parentheses. */
function replacement(text: string, { start, end, form }: Found, written: string, to: Form): TextEdit {
  const before = text.slice(Math.max(0, start - 64), start);
  const behind = text.slice(end, end + 64);
  if (to === 'footnote' && form === 'pandoc-key') {
    const blanks = /[ \t\u00a0]*$/.exec(before)?.[0].length ?? 0;
    const marks = /^[.,;:!?…]+/.exec(behind)?.[0] ?? '';
    return { start: start - blanks, end: end + marks.length, text: marks + written };
  }
  if (form === 'footnote') {
    const marks = /(?<!(?:^|[\s.])\p{L})[.,;:!?…]+$/u.exec(before)?.[0] ?? '';
    return {
      start: start - marks.length,
      end,
      text: `${/^\s|^$/.test(before.slice(-1)) ? '' : ' '}${written}${marks}`,
    };
  }
  if (form === 'formatted') {
    const inParentheses = before.endsWith('(') && behind.startsWith(')');
    const from = inParentheses ? start - 1 : start;
    const stop = inParentheses ? end + 1 : end;
    return { start: from, end: stop, text: written };
  }
  return { start, end, text: written };
}
