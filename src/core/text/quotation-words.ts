import { isUpper, isWord } from './chars.ts';
import { foldWord, skeleton, words } from './fold.ts';
import { firstEndingAfter, type Range } from './ordered-ranges.ts';

/** A word of a quotation, with its place in the quotation's text. */
export interface QuotedWord extends Range {
  readonly folded: string;
  /** What transliterations of a capitalised word have in common; empty for other words. */
  readonly name: string;
  /** Counts the stretches between ellipses and insertions in square brackets. */
  readonly segment: number;
  /** In a writer's text: changed by square brackets (`[W]e`, `argue[d]`). In a record: put in by the document in brackets. */
  readonly free: boolean;
  /** For a word that a document misprints: what it presumably stands for, folded. */
  readonly meant?: string;
}

/** Invisible, and part of a word when it stands in one: takes the place of markup, so that offsets stay. */
const JOINER = '\u00ad';
const instead = (filler: string, length: number): string => filler.repeat(length);

const MARKUP =
  /\\(?=[!-/:-@[-`{-~])|\*+|<(?:\/?[a-z]|!)[^<>]{0,300}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi;
const APOSTROPHE_ENTITY = /^&(?:rsquo|lsquo|apos|#39|#8217|#x2019|#x27);$/i;
const ELLIPSIS_ENTITY = /^&(?:hellip|#8230|#x2026);$/i;
/** A pair of brackets with what makes a link or a span of it, or a possessive ending; none within another. */
const BRACKETS =
  /\[([^[\]]{0,400})\](\((?:[^()]|\([^()]{0,100}\)){0,600}\)|\[[^[\]]{0,100}\]|\{[^{}\n]{0,200}\})?(['’]\p{L}{1,2}(?!\p{L}))?/gu;
const ELLIPSIS = /…|\.(?:[ \u00a0]?\.){2,}/g;
const SIC = /^[^a-z]*sic[^a-z]*$/i;
const ANY_WORD = /[\p{L}\p{N}]/u;
/** Who said it, or where, below or behind the words of a block quotation. */
const ATTRIBUTION =
  /[.!?…"”»\n][\s>*_]*(?:(?:—|–|―|--{1,2})[\s*_]*\p{Lu}[^\n—–―]{1,90}|\((?!sic\))[^()\n]{1,120}\)[.\s]*)$/u;
const TAIL = 240;
/** Abbreviations of capitals with dots: `U.S.` */
const INITIALS = /(?<![\p{L}\p{N}])(?:\p{Lu}\.){2,}/gu;

/** A writer's words without markup, insertions and marks, every character at its place. */
interface Cleaned {
  readonly text: string;
  /** Where words are left out or others put in, in order. */
  readonly gaps: readonly number[];
  /** Words that brackets change. */
  readonly free: readonly Range[];
}

function clean(original: string): Cleaned {
  const gaps: number[] = [];
  const free: Range[] = [];
  let text = original.replace(MARKUP, found => {
    const first = found.charAt(0);
    if (first === '\\' || first === '*') return instead(JOINER, found.length);
    if (APOSTROPHE_ENTITY.test(found)) return `${instead(JOINER, found.length - 1)}'`;
    return (ELLIPSIS_ENTITY.test(found) ? '…' : ' ') + instead(' ', found.length - 1);
  });
  const isWordAt = (at: number): boolean => isWord(text.charCodeAt(at));
  text = text.replace(
    BRACKETS,
    (found, inner: string, link: string | undefined, ending: string | undefined, at: number) => {
      const { length } = found;
      const blank = instead(' ', length);
      // A footnote's call or a citation stands beside the words, a `sic` as well.
      if (inner.startsWith('^') || inner.includes('@') || SIC.test(inner))
        return ending ? blank.slice(ending.length) + ending : blank;
      const hasWord = ANY_WORD.test(inner);
      if (link && hasWord) return JOINER + inner + instead(JOINER, link.length + 1) + (ending ?? '');
      const glued = (at > 0 && isWordAt(at - 1)) || (at + length < text.length && isWordAt(at + length));
      if (glued && hasWord && !ending && !/\s/.test(inner)) {
        free.push({ start: at, end: at + length });
        return JOINER + inner + JOINER;
      }
      gaps.push(at);
      return blank;
    },
  );
  text = text.replace(ELLIPSIS, (found, at: number) => {
    gaps.push(at);
    return instead(' ', found.length);
  });
  text = text.replace(/\([\u00ad_]*sic!?[\u00ad_]*\)/gi, found => instead(' ', found.length));
  const tail = Math.max(0, original.length - TAIL);
  const attribution = ATTRIBUTION.exec(original.slice(tail));
  if (attribution) text = text.slice(0, tail + attribution.index);
  return { text, gaps: gaps.sort((a, b) => a - b), free };
}

/** The words of a text, and whether one stands at a place that `isFree` names. */
function read(text: string, gaps: readonly number[], isFree: (word: Range) => boolean): QuotedWord[] {
  let segment = 0;
  return Array.from(words(text), ({ text: word, start, end }): QuotedWord => {
    while ((gaps[segment] ?? Number.POSITIVE_INFINITY) < start) segment++;
    const folded = foldWord(word);
    const name = isUpper(word.charCodeAt(0)) && folded.length > 3 ? skeleton(folded) : '';
    return { folded, name, start, end, segment, free: isFree({ start, end }) };
  });
}

/** Whether a word touches one of some ranges, which are in order. */
const within = (ranges: readonly Range[]) => (word: Range) =>
  (ranges[firstEndingAfter(ranges, word.start)]?.start ?? Number.POSITIVE_INFINITY) < word.end;

/** `U.S.` as one word, like `US`. */
const joinInitials = (text: string): string =>
  text.replace(INITIALS, found => found.slice(0, -1).replaceAll('.', JOINER) + '.');

/**
 * A writer's words in the ways in which they can be meant. The first is that of {@link readRecord}, with an abbreviation as
 * one word (`U.S.` like `US`); the others have its letters as words, as texts in which it has dots are fingerprinted, or
 * leave out the words that brackets change.
 */
export function readings(text: string): readonly [QuotedWord[], ...QuotedWord[][]] {
  const cleaned = clean(text);
  const { gaps } = cleaned;
  const isFree = within(cleaned.free);
  const joined = read(joinInitials(cleaned.text), gaps, isFree);
  const all: [QuotedWord[], ...QuotedWord[][]] = [joined];
  const dotted = read(cleaned.text, gaps, isFree);
  if (dotted.length > joined.length) all.push(dotted);
  const letters = dotted.flatMap(word =>
    /^\p{Lu}{2}$/u.test(text.slice(word.start, word.end))
      ? Array.from(word.folded, folded => ({ ...word, folded, name: '' }))
      : word,
  );
  if (letters.length > dotted.length) all.push(letters);
  if (cleaned.free.length > 0) {
    let left = 0;
    const kept: QuotedWord[] = [];
    for (const word of joined) {
      if (word.free) left++;
      else kept.push({ ...word, segment: word.segment + left });
    }
    all.push(kept);
  }
  return all;
}

/** The words of a recorded quotation. */
export function readRecord(text: string, sic?: string): QuotedWord[] {
  const brackets = Array.from(text.matchAll(/\[[^[\]]*\]/g), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const [printed, meant] = Array.from(sic?.matchAll(/["“]([^"”]+)["”]/g) ?? [], ([, word]) =>
    foldWord(word ?? ''),
  );
  const all = read(joinInitials(text), [], within(brackets));
  return meant === undefined ? all : all.map(word => (word.folded === printed ? { ...word, meant } : word));
}
