import type { Dossier } from '../dossier/dossier.ts';
import type { Analysis } from '../text/analysis.ts';
import type { FootnoteMark } from '../text/footnotes.ts';
import { firstEndingAfter, holds, overlap, type Range } from '../text/ordered-ranges.ts';
import { proseIn } from '../text/paragraphs.ts';
import { isRoleKey } from '../text/roles.ts';
import { bibliographySection } from './bibliography-section.ts';
import { CitedBefore } from './cited-before.ts';
import { citedBy, type KeyCitation, keyCitations, rewritten } from './convert/key-citation.ts';
import { mayBeIn, referenceOf, type Wording, wordingsOf } from './convert/wordings.ts';
import { type DocumentScan, scanDocument } from './document-scan.ts';
import type { TextEdit } from './edits.ts';
import { type Form, isKeyForm, type Manner, writePieces, writeReferences } from './forms.ts';
import { canBeMarked } from './keys.ts';
import { definitionBlock, planNotes } from './notes.ts';
import type { CitedWork, Reference } from './references.ts';
import type { CitationStyle } from './styles/style.ts';
import { SurroundingsReader } from './surroundings.ts';
import { type CitableWork, type OwnWorks, worksOf } from './works.ts';

/** The forms that can be read again, and so be converted. */
export const CONVERTIBLE = ['pandoc-key', 'myst', 'footnote', 'formatted'] as const satisfies readonly Form[];

/** A citation of a text, in whatever form, that can be written in another. */
interface Found extends Range {
  readonly form: (typeof CONVERTIBLE)[number];
  readonly references: readonly CitedWork[];
  readonly prefix: string;
  readonly suffix: string;
  readonly labels?: readonly string[];
  /** It needs no more: from one form of keys to the other nothing has to be known of the works. */
  readonly written?: string;
}

/** What a conversion changes, and what it leaves. */
export interface Conversion {
  /** In ascending order, without overlap. Empty where nothing is to be converted. */
  readonly edits: readonly TextEdit[];
  readonly converted: number;
  /** Citations that would lose something: keys of no work, notes that the writer has changed, words that a form cannot hold. */
  readonly left: number;
}

/**
 * Writes the citations of a text in another form: keys in brackets, in roles and in the sentence, footnotes that hold nothing
 * but a formatted reference, and formatted references that stand as they were inserted. Whatever would lose something stays
 * as it is.
 * @param own the works of the text's bibliography files
 */
export function convertCitations(
  dossier: Dossier,
  own: OwnWorks,
  analysis: Analysis,
  styles: readonly CitationStyle[],
  manner: Manner,
): Conversion {
  const { text } = analysis;
  const scan = scanDocument(text, []);
  const wordings = wordingsOf(worksIn(text, dossier, own), styles, manner.style);
  const section = bibliographySection(text);
  const inSection = (place: Range): boolean => typeof section === 'object' && overlap(section, place);
  let left = 0;
  const notes = noteDefinitions(analysis, wordings);
  const found: Found[] = [];
  const works = worksOf(dossier, own);
  const definitions = analysis.footnotes.in(0, text.length).flatMap(({ definition }) => definition ?? []);
  const inDefinition = ({ start }: Range): boolean => {
    const definition = definitions[firstEndingAfter(definitions, start)];
    return definition !== undefined && holds(definition, start);
  };
  const straysAround = strayBackticks(analysis);
  for (const citation of keyCitations(analysis, key => works.get(key) !== undefined, scan.linkLabels)) {
    if (citation.form === manner.form || inSection(citation)) continue;
    const read = citation.items && convertible(text, citation, works, manner);
    // A footnote cannot stand in a footnote, nor a role where its backticks would pair with another.
    const fits =
      manner.form === 'footnote'
        ? !inDefinition(citation)
        : manner.form !== 'myst' || !straysAround(citation);
    if (read && fits) found.push(read);
    else left++;
  }
  if (manner.form !== 'footnote') {
    for (const { mark, reference } of notes) {
      for (const call of analysis.footnotes.callsOf(mark.label)) {
        const place = { start: call.start, end: call.end, prefix: '', suffix: '', labels: [mark.label] };
        if (reference && holdsKey(reference, manner.form))
          found.push({ ...place, form: 'footnote', references: [reference] });
        else left++;
      }
    }
  }
  if (manner.form !== 'formatted') {
    const inNotes = notes.map(note => note.whole);
    for (const place of formattedCitations(analysis, wordings)) {
      const note = inNotes[firstEndingAfter(inNotes, place.start)];
      if ((note && overlap(note, place)) || inSection(place)) continue;
      if (place.references.every(each => holdsKey(each, manner.form))) found.push(place);
      else left++;
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return { ...editsFor(analysis, scan, joined(text, found), notes, styles, manner), left };
}

/** What stands between two references of one citation. */
const JOINT = { footnote: /^$/, formatted: /^[;,] $/ } as const;

/** With footnotes that are called at one place, and references in words that stand in one row, as one citation. */
function joined(text: string, found: readonly Found[]): Found[] {
  const all: Found[] = [];
  for (const next of found) {
    const last = all.at(-1);
    const form = next.form === 'footnote' || next.form === 'formatted' ? next.form : undefined;
    const follows =
      last !== undefined &&
      form !== undefined &&
      last.form === form &&
      last.end <= next.start &&
      JOINT[form].test(text.slice(last.end, next.start));
    if (!follows) all.push(next);
    else {
      all[all.length - 1] = {
        ...last,
        end: next.end,
        references: [...last.references, ...next.references],
        labels: [...(last.labels ?? []), ...(next.labels ?? [])],
      };
    }
  }
  return all;
}

/** Whether the key of what is cited can be written in a form. */
const holdsKey = ({ work: { id } }: CitedWork, form: Form): boolean =>
  form === 'myst' ? isRoleKey(id) : form !== 'pandoc-key' || canBeMarked(id);

/** Tells whether a backtick that belongs to no code span stands in the paragraph of a place; asked in the order of the text. */
function strayBackticks(analysis: Analysis): (place: Range) => boolean {
  let last: { readonly block: Range | undefined; readonly strays: boolean } | undefined;
  return ({ start }) => {
    const block = analysis.paragraphAt(start);
    if (last === undefined || last.block?.start !== block?.start) {
      const prose = block ? proseIn(analysis, block.start, block.end) : '';
      last = { block, strays: /(?<!\\)`/.test(prose) };
    }
    return last.strays;
  };
}

/** The works of which a reference may stand in a text. */
function worksIn(text: string, dossier: Dossier, own: OwnWorks): readonly CitableWork[] {
  const lowered = text.toLowerCase();
  return [
    ...dossier.documents.values(),
    ...own
      .search('', Number.POSITIVE_INFINITY)
      .filter(({ id, csl }) => !dossier.documents.has(id) && mayBeIn(lowered, csl)),
  ];
}

/** A citation by keys as it can be written; `undefined` where something would be lost. */
function convertible(
  text: string,
  citation: KeyCitation,
  works: ReturnType<typeof worksOf>,
  { form, style }: Manner,
): Found | undefined {
  const place = { start: citation.start, end: citation.end, form: citation.form };
  if (form === 'pandoc-key' || form === 'myst') {
    const written = rewritten(text, citation, form);
    return written === undefined ? undefined : { ...place, references: [], prefix: '', suffix: '', written };
  }
  // Where the author stands in the sentence, a reference in the text would name them again.
  if (form === 'formatted' && style.kind === 'in-text' && citation.manner === 'year') return undefined;
  const cited = citedBy(citation, works);
  return cited && { ...place, ...cited };
}

interface NoteDefinition {
  readonly mark: FootnoteMark;
  /** With its lines. */
  readonly whole: Range;
  /** What it cites, where it holds nothing else. */
  readonly reference: CitedWork | undefined;
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
      wording !== undefined ||
      wordings.some(({ work: { id } }) => mark.label === id || mark.label.startsWith(`${id}-`));
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

const ENDED = /^\s*(?:[^\p{L}\p{N}\s]|$)/u;

function formattedCitations(analysis: Analysis, wordings: readonly Wording[]): Found[] {
  const { text } = analysis;
  const inSentences = wordings.filter(({ whole }) => !whole);
  const all = inSentences.flatMap(wording =>
    Array.from(text.matchAll(new RegExp(wording.source, 'g'))).flatMap((match): Found[] => {
      const end = match.index + match[0].length;
      // A number without a word for what it counts may belong to the sentence: “2013, 5 ministers”.
      if (wording.counts === 'page' && !ENDED.test(text.slice(end, end + 8))) return [];
      const references = [referenceOf(wording, match[1])];
      return [{ form: 'formatted', start: match.index, end, references, prefix: '', suffix: '' }];
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
  scan: DocumentScan,
  found: readonly Found[],
  notes: readonly NoteDefinition[],
  styles: readonly CitationStyle[],
  manner: Manner,
): { readonly edits: readonly TextEdit[]; readonly converted: number } {
  const { text } = analysis;
  const gone = new Set(found.flatMap(({ labels = [] }) => labels.map(label => label.toLowerCase())));
  const removed = notes.filter(({ mark }) => gone.has(mark.label.toLowerCase()));
  const edits: TextEdit[] = removed.map(({ whole }) => ({ ...whole, text: '' }));
  const cited = new CitedBefore(text, scan, new SurroundingsReader(text), styles);
  const met = new Set<CitableWork>();
  const pieces = found.map(({ start, references, prefix, suffix }) => {
    const isLater = (reference: Reference): boolean =>
      reference.kind === 'work' && (met.has(reference.work) || cited.isCited(reference, start));
    const known = manner.form === 'footnote' ? { isLater } : undefined;
    const written = writeReferences(references, { ...manner, prefix, suffix }, known);
    for (const { work } of references) met.add(work);
    return written;
  });
  const plan = planNotes(
    pieces.flat().filter(piece => piece.kind === 'note'),
    scan,
  );
  let last = -1;
  let converted = 0;
  for (const [index, citation] of found.entries()) {
    const own = pieces[index] ?? [];
    const written = citation.written ?? writePieces(own, plan.labelOf, false);
    const inWords = own.some(({ kind }) => kind === 'words');
    const edit = replacement(text, citation, inWords ? `(${written})` : written, manner.form);
    if (edit.start < last) continue;
    last = edit.end;
    converted++;
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
  return { edits, converted };
}

/** A footnote stands behind the mark that ends the words, a key before it, a reference in words in parentheses. */
function replacement(text: string, { start, end, form }: Found, written: string, to: Form): TextEdit {
  const before = text.slice(Math.max(0, start - 64), start);
  const behind = text.slice(end, end + 64);
  if (to === 'footnote' && isKeyForm(form)) {
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
