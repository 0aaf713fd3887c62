import { type EdtfDate, parseEdtf } from '../dossier/edtf.ts';
import type { Edtf, Gender } from '../dossier/records.ts';
import type { Analysis, Block } from './analysis.ts';
import { type Citation, citationAround } from './citations.ts';
import type { FootnoteMark } from './footnotes.ts';
import type { Mention } from './mention.ts';
import { beginningIn, firstEndingAfter, overlap, type Range } from './ordered-ranges.ts';
import type { QuotedRange } from './quotation-scan.ts';
import { quotationOfBlock } from './quotations.ts';
import { relativeDates } from './relative-dates.ts';
import { sentenceEnds } from './sentences.ts';
import { type Speaker, speakerOf } from './speakers.ts';

/** A date in a sentence with what it means. */
export interface DatedWords extends Range {
  readonly date: EdtfDate;
  /** Resolved by the document's date. */
  readonly relative: boolean;
}

/** Words in quotation marks, and by whose reporting clause. */
export interface Quoted extends QuotedRange {
  /** Looked for when it is first asked for. */
  readonly speaker: Speaker | undefined;
}

/** What one sentence says: all offsets are those of the whole text. */
export interface Sentence extends Range {
  /**
   * The sentence as long as it is, with blanks in place of all that is not the writer's own prose: code, keys, addresses,
   * and quotations. A cue found in it at `n` stands at `start + n`.
   */
  readonly narration: string;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DatedWords[];
  readonly quotations: readonly Quoted[];
  readonly citations: readonly Citation[];
  /** Footnotes that are called. */
  readonly notes: readonly FootnoteMark[];
}

/** A paragraph, heading or table cell with its sentences. */
export interface Paragraph extends Block {
  /** As long as the block, with blanks in place of what is not prose; quotations stand. */
  readonly prose: string;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly quotations: readonly Quoted[];
}

/** What is known beside the text. */
export interface ReadingOptions {
  /** The document's date, by which relative dates are resolved. */
  readonly reference?: Edtf | undefined;
  /** Of a person's id, for pronouns; without it none is resolved. */
  readonly gender?: (person: string) => Gender | undefined;
}

/** A stretch of a text without what is not prose, as long as it is: blanks stand in place of that. */
export const proseIn = (analysis: Analysis, start: number, end: number): string =>
  blanked(analysis.text.slice(start, end), start, analysis.maskedIn(start, end));

/** Reads a block of an analysis sentence by sentence. */
export function readParagraph(
  analysis: Analysis,
  block: Block,
  { reference, gender }: ReadingOptions = {},
): Paragraph {
  const { text } = analysis;
  const { start, end } = block;
  const within = <T extends Range>(items: readonly T[]): T[] =>
    items.filter(item => item.start >= start && item.end <= end);
  const masked = analysis.maskedIn(start, end).filter(mask => overlap(mask, block));
  const mentions = within(analysis.mentionsIn(start, end));
  const found = quotationsOf(analysis, block);
  // What introduces a block quotation stands in the paragraph before it.
  const from = block.quoted ? introduction(analysis, start) : start;
  const heard = from < start ? analysis.mentionsIn(from, end) : mentions;
  const options = { quotations: found, masked, ...(gender && { gender }) };
  const quotations = found.map((quotation): Quoted => {
    let speaker: { readonly found: Speaker | undefined } | undefined;
    return {
      ...quotation,
      get speaker() {
        speaker ??= { found: speakerOf(text, quotation, { start: from, end }, heard, options) };
        return speaker.found;
      },
    };
  });
  const citations = citationsOf(analysis, block);
  const prose = blanked(unquoted(text.slice(start, end), block.quoted), start, masked);
  const notes = within(analysis.footnotes.in(start, end)).filter(note => note.definition === undefined);
  const narration = blanked(blanked(prose, start, quotations), start, citations);
  const dates = datesOf(analysis, block, prose, reference);
  const sentences = sentenceRanges(
    prose,
    block,
    quotations,
    [...citations, ...notes].sort((a, b) => a.start - b.start),
  ).map((sentence): Sentence => {
    const here = <T extends Range>(items: readonly T[]): T[] => beginningIn(items, sentence);
    return {
      ...sentence,
      narration: narration.slice(sentence.start - start, sentence.end - start),
      mentions: here(mentions),
      dates: here(dates),
      quotations: here(quotations),
      citations: here(citations),
      notes: here(notes),
    };
  });
  return { ...block, prose, sentences, mentions, quotations };
}

/** Without the marks of block quotes at the heads of lines, in the same length. */
function unquoted(text: string, quoted: boolean): string {
  return quoted ? text.replace(/(?<=[\r\n])[ \t]*>[ \t>]*/g, marks => ' '.repeat(marks.length)) : text;
}

/** With blanks in place of some ranges, which are offsets in a text of which this begins at `from`; line breaks stand. */
function blanked(text: string, from: number, ranges: readonly Range[]): string {
  let written = '';
  let at = 0;
  for (const range of ranges) {
    const start = Math.max(at, range.start - from);
    const end = Math.min(text.length, range.end - from);
    if (end <= start) continue;
    written += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  }
  return written + text.slice(at);
}

/** Where the paragraph begins that stands before a block quote and introduces it; the block's own start where none does. */
function introduction(analysis: Analysis, start: number): number {
  const lead = /:[*_]*\s*(?:>\s*)*$/.exec(analysis.text.slice(Math.max(0, start - 64), start));
  const before = lead && analysis.paragraphAt(start - lead[0].length);
  return before && !before.quoted && before.kind === 'paragraph' ? before.start : start;
}

/** The quotations of a block; one in a block quote that has no marks of its own is quoted as a whole. */
function quotationsOf(analysis: Analysis, block: Block): QuotedRange[] {
  const { start, end } = block;
  const whole = quotationOfBlock(analysis.text, block);
  if (whole) return [whole];
  return analysis.quotationsIn(start, end).filter(each => each.start >= start && each.end <= end);
}

function citationsOf(analysis: Analysis, block: Block): Citation[] {
  const found: Citation[] = [];
  for (const key of analysis.keysIn(block.start, block.end)) {
    const last = found.at(-1);
    if (key.start < block.start || key.end > block.end || (last !== undefined && key.start < last.end))
      continue;
    found.push(citationAround(analysis.text, key, block));
  }
  return found;
}

function datesOf(analysis: Analysis, block: Block, prose: string, reference?: Edtf): DatedWords[] {
  const { start, end } = block;
  const absolute = analysis
    .datesIn(start, end)
    .filter(date => date.start >= start && date.end <= end)
    .map(({ edtf, ...range }) => ({ ...range, date: parseEdtf(edtf), relative: false }));
  if (reference === undefined) return absolute;
  // A bare weekday or month may belong to a year that another paragraph told of.
  const relative = relativeDates(prose, 0, prose.length, reference)
    .filter(({ bare }) => !bare)
    .map(({ edtf, ...range }) => ({
      start: range.start + start,
      end: range.end + start,
      date: parseEdtf(edtf),
      relative: true,
    }))
    .filter(date => {
      const other = absolute[firstEndingAfter(absolute, date.start)];
      return other === undefined || !overlap(other, date);
    });
  return [...absolute, ...relative].sort((a, b) => a.start - b.start);
}

/**
 * The sentences of a block. A quotation of several sentences is not cut, and what only cites belongs to the sentence before
 * it: `They met. [@key]`, `They met.[^1]`.
 */
function sentenceRanges(
  prose: string,
  { start, end }: Range,
  quotations: readonly Range[],
  marks: readonly Range[],
): Range[] {
  const ends = sentenceEnds(prose, 0, prose.length).map(at => at + start);
  const endsThere = new Set(ends);
  const found: { start: number; end: number }[] = [];
  let from = start;
  for (const stop of ends) {
    const quotation = quotations[firstEndingAfter(quotations, stop)];
    if (stop < end && quotation !== undefined && quotation.start < stop) continue;
    const behind = beginningIn(marks, { start: from, end: stop }).filter(mark => mark.end <= stop);
    const words = blanked(prose.slice(from - start, stop - start), from, behind);
    const last = found.at(-1);
    if (last !== undefined && !/[\p{L}\p{N}]/u.test(words)) last.end = stop;
    else {
      const lead = /^[\s>]*/.exec(prose.slice(from - start, stop - start))?.[0].length ?? 0;
      const first = Math.min(from + lead, behind[0]?.start ?? stop);
      if (first < stop) found.push({ start: first, end: stop });
    }
    from = stop;
    // A citation right behind the full stop belongs to it, whatever follows.
    const [next] = beginningIn(marks, { start: stop, end: stop + 2 });
    const holder = found.at(-1);
    if (next === undefined || holder === undefined || endsThere.has(next.end)) continue;
    if (prose.slice(stop - start, next.start - start).trim() !== '') continue;
    holder.end = next.end;
    from = next.end;
  }
  return found;
}
