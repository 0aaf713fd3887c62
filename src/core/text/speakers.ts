import type { Gender } from '../dossier/records.ts';
import type { Mention } from './mention.ts';
import { firstEndingAfter } from './ordered-ranges.ts';
import { antecedent } from './pronouns.ts';
import type { QuotedRange } from './quotation-scan.ts';
import { type Reading, read, type Surroundings } from './reporting.ts';
import { speakerAfter } from './speaker-after.ts';
import { speakerBefore } from './speaker-before.ts';

/** Who says the words of a quotation, by what its paragraph says. */
export interface Speaker {
  /** Where the speaker is named; of a pronoun, where its person was named last. */
  readonly mention: Mention;
  /** Where the reporting clause stands; `dash`: no clause, but a name behind a dash. */
  readonly clause: 'before' | 'after' | 'around' | 'dash';
}

export interface SpeakerOptions {
  /** The quotations of the paragraph (the one asked about may be among them), in order. */
  readonly quotations?: readonly QuotedRange[];
  /** What is not prose, in order. */
  readonly masked?: readonly { readonly start: number; readonly end: number }[];
  /** Of a person's id. Without it no pronoun is resolved. */
  readonly gender?: (person: string) => Gender | undefined;
}

/** So much of a sentence is read before a quotation, and behind it, other quotations not counted. */
const BEFORE = 400;
const AFTER = 300;

/**
 * Who speaks the words of `quotation`: whom the reporting clause of its sentence names, nobody if that is not sure.
 * `paragraph` is where it stands; that of a block quotation may begin with the paragraph before. `mentions` are those of the
 * paragraph, resolved and in order; they, the quotations and what is masked need not reach further than 2,000 units from
 * the quotation. All offsets are in `text`. The work has a limit, however long the paragraph is.
 */
export function speakerOf(
  text: string,
  quotation: QuotedRange,
  paragraph: { readonly start: number; readonly end: number },
  mentions: readonly Mention[],
  { quotations = [quotation], masked = [], gender }: SpeakerOptions = {},
): Speaker | undefined {
  const around: Surroundings = { text, mentions, quotations, masked };
  const before = readBefore(around, quotation, paragraph.start);
  // What a sentence calls false, or asks, nobody need have said.
  if (before.codes.includes('D')) return undefined;
  const named = ({ mentions: named, offsets }: Reading, index: number): Mention | undefined =>
    named[index] ?? (gender && antecedent(around, paragraph.start, offsets[index] ?? 0, gender));

  const within = speakerWithin(around, quotation);
  if (within) return { mention: within, clause: 'around' };
  const found = speakerBefore(before.codes);
  const first = found && named(before, found.index);
  const after = speakerBehind(around, quotation, paragraph.end, before, found !== undefined);
  if (after.mark === '?') return undefined;
  const second = after.found && named(after, after.found.index);
  if (found !== undefined && after.found !== undefined && first?.people[0] !== second?.people[0]) {
    // `When Kerry said "…", Lavrov laughed and told him "…"`
    return first && found.direct && !before.codes.includes('Q')
      ? { mention: first, clause: 'before' }
      : undefined;
  }
  if (first) return { mention: first, clause: before.codes.includes('Q') ? 'around' : 'before' };
  if (second && after.found) return { mention: second, clause: after.found.clause };
  if (found || after.found || before.codes !== '') return undefined;
  return continued(around, quotation, paragraph);
}

/** The sentence of the quotation as far as it stands before it, within the paragraph that begins at `from`. */
function readBefore(around: Surroundings, { start }: QuotedRange, from: number): Reading {
  const { quotations } = around;
  let left = BEFORE;
  let at = start;
  for (let index = firstEndingAfter(quotations, start) - 1; index >= 0; index--) {
    const other = quotations[index];
    if (other === undefined || other.end > at) continue;
    if (at - other.end >= left) break;
    left -= Math.max(1, at - other.end);
    at = other.start;
  }
  at -= left;
  const reading = read(around, Math.max(from, at), start, true);
  // Where the text is cut nothing begins.
  if (at > from && reading.whole) {
    reading.codes = `~${reading.codes}`;
    reading.mentions.unshift(undefined);
    reading.offsets.unshift(at);
  }
  return reading;
}

/** The sentence as far as it stands behind the quotation, and who speaks by it. */
function speakerBehind(
  around: Surroundings,
  { end, wordsStart, wordsEnd }: QuotedRange,
  to: number,
  before: Reading,
  found: boolean,
): Reading & { readonly found: ReturnType<typeof speakerAfter> } {
  const limit = Math.min(to, end + AFTER);
  const reading = read(around, end, limit, false);
  if (reading.end === limit && limit < to) reading.codes += '~';
  const final = around.text.charAt(wordsEnd - 1);
  const long = wordsEnd - wordsStart > 40;
  const join = { before: before.codes, found, final, long, ends: reading.end >= to };
  return { ...reading, found: speakerAfter(reading.codes, join) };
}

/** The speaker by a clause inside the marks, as Russian has it: `«…, — сказал Керри, — …»`. */
function speakerWithin(around: Surroundings, { wordsStart, wordsEnd }: QuotedRange): Mention | undefined {
  const end = Math.min(wordsEnd, wordsStart + BEFORE);
  if (!/, ?[—–]/.test(around.text.slice(wordsStart, end))) return undefined;
  const { codes, mentions } = read({ ...around, quotations: [] }, wordsStart, end, false);
  const at = /,-T[pNxX]{0,3}M(?=[pNxX]{0,3}(?:,?-|$))/.exec(codes);
  return at === null ? undefined : mentions[at.index + at[0].length - 1];
}

/** The speaker of the quotation before, where this one is a sentence that follows its clause: `"…," Kerry said. "…"` */
function continued(
  around: Surroundings,
  quotation: QuotedRange,
  paragraph: { readonly start: number; readonly end: number },
): Speaker | undefined {
  const { text, quotations, mentions } = around;
  const other = quotations[firstEndingAfter(quotations, quotation.start) - 1];
  if (other === undefined || other.end > quotation.start || quotation.start - other.end > AFTER)
    return undefined;
  if (!isSentence(text, quotation, paragraph.end)) return undefined;
  // What is asked somebody else answers.
  if (text.charAt(other.wordsEnd - 1) === '?') return undefined;
  const before = readBefore(around, other, paragraph.start);
  const { found, mentions: named, end, mark } = speakerBehind(around, other, paragraph.end, before, false);
  const speaker = found && named[found.index];
  // The clause ends its sentence, and nothing but white space stands between that and the quotation.
  if (speaker === undefined || mark !== '.' || /\S/.test(text.slice(end, quotation.start))) return undefined;
  const between = mentions.slice(
    firstEndingAfter(mentions, other.end),
    firstEndingAfter(mentions, quotation.start),
  );
  return between.every(({ people }) => people.join() === speaker.people.join())
    ? { mention: speaker, clause: 'before' }
    : undefined;
}

/** Whether the quotation is a sentence of its own, with nothing behind it. */
function isSentence(text: string, { end, wordsEnd }: QuotedRange, to: number): boolean {
  const behind = text.slice(end, Math.min(to, end + 60)).replace(/^(?:[*_)\]]|\[[^\]]{0,40}\])+/, '');
  if (end >= to || /^[.\s]*$/.test(behind)) return true;
  return /[.…]/.test(text.charAt(wordsEnd - 1)) ? /^\s+[^\p{Ll}\s–—-]/u.test(behind) : /^\.\s/.test(behind);
}
