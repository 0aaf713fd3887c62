import { foldWords } from './fold.ts';

/** How many words one hash of a fingerprint covers. */
export const FINGERPRINT_WORDS = 4;

const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

const mix = (hash: number, byte: number): number => Math.imul(hash ^ byte, PRIME);

/**
 * The 32-bit FNV-1a hash of a text's UTF-8 bytes, 0 to 2³²−1. A lone surrogate counts as U+FFFD, as encoders write it.
 * Source: http://www.isthe.com/chongo/tech/comp/fnv/.
 */
export function fnv1a(text: string): number {
  let hash = OFFSET_BASIS;
  for (const char of text) {
    let code = char.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code < 0xe000) code = 0xfffd;
    if (code < 0x80) hash = mix(hash, code);
    else {
      if (code < 0x800) hash = mix(hash, 0xc0 | (code >> 6));
      else {
        if (code < 0x10000) hash = mix(hash, 0xe0 | (code >> 12));
        else {
          hash = mix(hash, 0xf0 | (code >> 18));
          hash = mix(hash, 0x80 | ((code >> 12) & 0x3f));
        }
        hash = mix(hash, 0x80 | ((code >> 6) & 0x3f));
      }
      hash = mix(hash, 0x80 | (code & 0x3f));
    }
  }
  return hash >>> 0;
}

/**
 * The hashes of a text's overlapping windows of four words, in order: the word sequence can be compared without the text
 * being there. The words are folded, so that case, accents, kinds of quotation mark, apostrophe, dash and space make no
 * difference. A text of `n` words has `n − 3` hashes; one of fewer than four words has a single hash of them all, one
 * without words none.
 */
export function fingerprint(text: string): number[] {
  const folded = foldWords(text);
  if (folded.length === 0) return [];
  const hashes: number[] = [];
  const last = Math.max(0, folded.length - FINGERPRINT_WORDS);
  for (let at = 0; at <= last; at++) hashes.push(fnv1a(folded.slice(at, at + FINGERPRINT_WORDS).join(' ')));
  return hashes;
}
