import { DIGIT, LETTER, UPPER, unitKind } from './chars.ts';
import { wordSet } from './word-set.ts';

/** No sentence is looked for further than this from the offset. */
const REACH = 2000;
/** Nor is more than this looked at after a mark to see whether it ends one. */
const MARKS = 64;

/** Abbreviations (folded, without the last dot) after which a capital goes on with the sentence. */
const ABBREVIATIONS = wordSet(
  'mr mrs ms dr prof gen col lt sgt capt maj adm sen rep gov sec amb hon rev st jr sr messrs no nos vs cf viz al p pp ed ' +
    'eds vol fig art para dept est inc ltd co corp bros univ jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu ' +
    'fri sat sun e.g i.e u.s u.n u.k e.u d.c a.m p.m г гг т.е т.к т.н т.д им стр ст см ул проф акад ген янв фев апр авг сент окт ноя дек',
);
/** Of these, the ones that can end a sentence as well: after them a word that begins sentences decides. */
const EITHER = wordSet('jr sr inc ltd co corp u.s u.n u.k e.u d.c a.m p.m г гг т.д al');
const STARTERS =
  /^(?:the|a|an|he|she|it|they|we|i|you|his|her|their|its|this|that|these|those|but|and|in|on|at|after|before|when|while|if|as|for|there|however|meanwhile|both|later|then|он|она|они|это|но|и|в|на|по|после|когда|однако)$/i;

const isSpace = (char: string): boolean => /\s/.test(char);
const CLOSERS = /["'”’»)\]*_]/;

/**
 * Where each sentence of the paragraph `from`..`to` ends, in order; the last one ends at `to`. White space after a sentence
 * belongs to the next. Linear.
 */
export function sentenceEnds(text: string, from: number, to: number): number[] {
  const ends: number[] = [];
  for (let at = from; at < to; at++) {
    const boundary = boundaryAfter(text, at, from, Math.min(to, at + MARKS));
    if (boundary < 0) continue;
    if (boundary < to) ends.push(boundary);
    at = boundary - 1;
  }
  ends.push(to);
  return ends;
}

/**
 * Start and end of the sentence around `offset` in the paragraph `from`..`to`, without the white space around it. Between
 * two sentences the first counts. Looks no further than a few thousand units, so that its cost does not follow the length.
 */
export function sentenceAround(
  text: string,
  offset: number,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } {
  let start = Math.max(from, offset - REACH);
  const limit = Math.min(to, offset + REACH);
  let end = limit;
  for (let at = start; at < limit; at++) {
    const boundary = boundaryAfter(text, at, from, Math.min(to, at + MARKS));
    if (boundary < 0) continue;
    if (boundary > offset) {
      end = boundary;
      break;
    }
    let next = boundary;
    while (next < limit && isSpace(text.charAt(next))) next++;
    if (next > offset || next >= to) {
      end = boundary;
      break;
    }
    start = next;
    at = next - 1;
  }
  // Also past the marks of a block quote.
  while (start < end && /[\s>]/.test(text.charAt(start))) start++;
  while (end > start && isSpace(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Where the sentence ends that the mark at `at` ends; -1 if none does there. */
function boundaryAfter(text: string, at: number, from: number, to: number): number {
  const mark = text.charAt(at);
  if (!/[.!?…。！？]/.test(mark)) return -1;
  let end = at + 1;
  while (end < to && /[.!?…。！？]/.test(text.charAt(end))) end++;
  while (end < to && CLOSERS.test(text.charAt(end))) end++;
  if (/[。！？]/.test(mark)) return end;
  if (end >= to) return end;
  if (!isSpace(text.charAt(end))) return -1;
  let next = end;
  while (next < to && isSpace(text.charAt(next))) next++;
  while (next < to && /["'“‘„«([*_—–-]/.test(text.charAt(next))) next++;
  if (next >= to) return end;
  const kind = unitKind(text.charCodeAt(next));
  // Goes on in lower case: an ellipsis, a question quoted inside.
  if (kind & LETTER && (kind & UPPER) === 0 && text.charAt(next).toUpperCase() !== text.charAt(next))
    return -1;
  if (mark !== '.' || text.charAt(at + 1) === '.') return end;
  const word = wordBefore(text, at, from);
  const folded = word.toLowerCase();
  // An initial: J. Kerry, С. Лавров; not `I.` nor a single digit.
  if (/^\p{Lu}$/u.test(word) && word !== 'I') return -1;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word) || ABBREVIATIONS.has(folded)) {
    if (!EITHER.has(folded) && !/\./.test(folded)) return -1;
    return STARTERS.test(wordAfter(text, next, to)) ? end : -1;
  }
  // `No. 5`, `p. 7` stood in the list; `in 2013. 14 people` ends one.
  return kind & (LETTER | DIGIT) || next > end ? end : -1;
}

/** The letters, digits and dots directly before `at`. */
function wordBefore(text: string, at: number, from: number): string {
  let start = at;
  const limit = Math.max(from, at - 16);
  while (
    start > limit &&
    (text.charAt(start - 1) === '.' || unitKind(text.charCodeAt(start - 1)) & (LETTER | DIGIT))
  )
    start--;
  return text.slice(start, at);
}

function wordAfter(text: string, at: number, to: number): string {
  let end = at;
  const limit = Math.min(to, at + 16);
  while (end < limit && unitKind(text.charCodeAt(end)) & LETTER) end++;
  return text.slice(at, end);
}
