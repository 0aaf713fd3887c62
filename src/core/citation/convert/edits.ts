import type { Analysis } from '../../text/analysis.ts';
import type { Range } from '../../text/ordered-ranges.ts';
import { CitedBefore } from '../cited-before.ts';
import type { DocumentScan } from '../document-scan.ts';
import type { TextEdit } from '../edits.ts';
import { type Form, type Manner, writePieces, writeReferences } from '../forms.ts';
import { appendDefinitions, planNotes } from '../notes.ts';
import { behindWords } from '../placement.ts';
import type { Reference } from '../references.ts';
import type { CitationStyle } from '../styles/style.ts';
import { SurroundingsReader } from '../surroundings.ts';
import type { CitableWork } from '../works.ts';
import type { Found } from './found.ts';
import type { NoteDefinition } from './in-words.ts';

/** The edits that write citations in another form, in order, and how many they convert: of two that overlap, the first. */
export function editsFor(
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
    const edit = replacement(analysis, citation, inWords ? `(${written})` : written, manner.form);
    if (edit.start < last) continue;
    // Brackets directly behind others would be those of a link.
    const joined = edit.start === last && /^\[(?!\^)/.test(edit.text) && edits.at(-1)?.text.endsWith(']');
    last = edit.end;
    converted++;
    edits.push(joined ? { ...edit, text: ` ${edit.text}` } : edit);
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  appendDefinitions(text, scan.end, edits, plan.definitions);
  return { edits, converted };
}

/** A footnote stands behind the mark that ends the words, all else before it, a reference in words in parentheses. */
function replacement(analysis: Analysis, found: Found, written: string, to: Form): TextEdit {
  const { start, end, form } = found;
  const { text } = analysis;
  const before = text.slice(Math.max(0, start - 64), start);
  const behind = text.slice(end, end + 64);
  if (form === 'footnote') {
    const marks = /(?<!(?:^|[\s.])\p{L})[.,;:!?…]+$/u.exec(before)?.[0] ?? '';
    return {
      start: start - marks.length,
      end,
      text: `${/^\s|^$/.test(before.slice(-1)) ? '' : ' '}${written}${marks}`,
    };
  }
  const whole = withParentheses(text, found);
  if (to !== 'footnote') return { ...whole, text: written };
  const marks = /^[.,;:!?…]+/.exec(behind.slice(whole.end - end))?.[0] ?? '';
  const block = analysis.paragraphAt(start)?.start ?? 0;
  return {
    start: behindWords(text, whole.start, block),
    end: whole.end + marks.length,
    text: marks + written,
  };
}

/** The place of a citation; of a reference in words with the parentheses that hold nothing else. */
export function withParentheses(text: string, { start, end, form }: Found): Range {
  const edge = Number(form === 'formatted' && text.charAt(start - 1) === '(' && text.charAt(end) === ')');
  return { start: start - edge, end: end + edge };
}
