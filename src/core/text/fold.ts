import { APOSTROPHE, JOINER, MARK, pairKind, UNSPACED, unitKind, WORD, WORD_START } from './chars.ts';

/** A word of a text: `start` and `end` are UTF-16 offsets, end exclusive. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Marks that are spelling rather than letters: accents on Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs,
 * and everything without width. Marks of other scripts (Kana voicing, Indic vowels) change the letter and stay.
 */
const LOOSE_MARKS =
  /(?<!\u0438)\u0306|[\u0300-\u0305\u0307-\u036F\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F\u0591-\u05C7\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u00AD\u2060\uFEFF\u200C\u200D]/g;
const SPECIAL = /[łøđðþßæœıħŧĸŀςىیےکة‘’ʼ‛＇]/g;
const SPECIALS = pairs("łl øo đd ðd þth ßss æae œoe ıi ħh ŧt ĸk ŀl ςσ ىي یي ےي کك ةه ‘' ’' ʼ' ‛' ＇'");

/** A map from the first character of each word to the rest of it. */
function pairs(words: string): ReadonlyMap<string, string> {
  return new Map(words.split(' ').map(word => [word.charAt(0), word.slice(1)]));
}

/**
 * A word without what its spelling may vary in: lower case, no diacritics (but Cyrillic й stays й), compatibility forms
 * resolved, every apostrophe `'`, nothing invisible. Script stays script: Лавров folds to `лавров`. Idempotent. The
 * result may be longer or shorter than the word, so offsets belong to the word and never to what it folds to.
 */
export function foldWord(word: string): string {
  const ascii = foldAscii(word);
  if (ascii !== undefined) return ascii;
  return word
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(LOOSE_MARKS, '')
    .replace(SPECIAL, char => SPECIALS.get(char) ?? char)
    .normalize('NFC');
}

/** An ASCII word in lower case, `undefined` for others. A part of a long two-byte text would be slow to convert whole. */
function foldAscii(word: string): string | undefined {
  let capitals = 0;
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit > 127) return undefined;
    if (unit > 64 && unit < 91) capitals++;
  }
  if (capitals === 0) return word;
  const first = word.charCodeAt(0);
  return capitals === 1 && first > 64 && first < 91
    ? String.fromCharCode(first | 32) + word.slice(1)
    : word.toLowerCase();
}

/** How many units of `text` the character at `at` takes if it is one of `kinds`, else 0. */
function unitsOf(kinds: number, text: string, at: number): number {
  if (at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit < 0xdc00) return pairKind(text, at) & kinds ? 2 : 0;
  return unitKind(unit) & kinds ? 1 : 0;
}

/**
 * The words of a text in order: runs of letters, digits and combining marks, with apostrophes between them (`don’t`,
 * `Lavrov's`). Hyphens and dashes part words. A run of a script without spaces is one word. Linear; takes any string.
 */
export function* words(text: string): Generator<Word, void> {
  let at = 0;
  while (at < text.length) {
    const start = at;
    let end = at;
    // A run of a script without spaces is a word of its own.
    const unspaced = unitsOf(UNSPACED, text, at);
    const kinds = unspaced > 0 ? UNSPACED | MARK | JOINER : WORD;
    let units = unspaced || unitsOf(WORD_START, text, at);
    while (units > 0) {
      at += units;
      if ((unitKind(text.charCodeAt(at - 1)) & JOINER) === 0) end = at;
      units = unitsOf(kinds, text, at);
      if (
        units === 0 &&
        at < text.length &&
        unitKind(text.charCodeAt(at)) & APOSTROPHE &&
        unitsOf(WORD_START, text, at + 1)
      )
        units = 1;
    }
    if (end === start) at++;
    else yield { text: text.slice(start, end), start, end };
  }
}

/** The words of a text, folded, in order. */
export const foldWords = (text: string): string[] => Array.from(words(text), word => foldWord(word.text));

/** How many words a text has. */
export function countWords(text: string): number {
  let count = 0;
  for (const _ of words(text)) count++;
  return count;
}

/** Cyrillic by the English newspapers' habit, close to BGN/PCGN without its marks; ё and й are what the folding left. */
const LATIN = pairs(
  'аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya ' +
    'іi єye ґg јj љlj њnj ћc ђdj џdz ѕdz',
);
const CYRILLIC = /[\u0400-\u045F\u0490\u0491]/;

/** The Latin transliteration of a folded word; one that holds no Cyrillic comes back as it is. */
export function transliterate(folded: string): string {
  if (!CYRILLIC.test(folded)) return folded;
  let latin = '';
  for (const char of folded) latin += LATIN.get(char) ?? char;
  return latin;
}

const SKELETON: readonly (readonly [RegExp, string])[] = [
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/tsch/g, 'ch'],
  [/sch/g, 'sh'],
  [/kh/g, 'h'],
  [/sz/g, 's'],
  [/g[uh](?=[ei])/g, 'g'],
  [/c(?![ehiy])/g, 'k'],
  [/[yj]/g, 'i'],
  [/ou/g, 'u'],
  [/ie/g, 'e'],
  [/[ei]i+/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/**
 * What the usual transliterations of one name have in common: Lavrov, Lawrow and Ławrow give `lavrov`; Sergey, Sergei,
 * Sergej, Serguéï, Siergiej and Сергей give `sergi`. A rough key for finding, never for showing or comparing words.
 */
export function skeleton(folded: string): string {
  let key = transliterate(folded);
  if (!/^[a-z]+$/.test(key)) return key;
  for (const [pattern, replacement] of SKELETON) key = key.replace(pattern, replacement);
  return key;
}

/**
 * The keys under which a word is indexed and looked for: its folded form without apostrophes and possessive, for Cyrillic
 * also its transliteration, and its skeleton where that differs and keeps enough of it. Two words meet when they share a
 * key. The first key is the word's own; a word of apostrophes alone has none.
 */
export function searchKeys(word: string): string[] {
  const own = foldWord(word).replace(/'s$/, '').replaceAll("'", '');
  const latin = transliterate(own);
  const rough = skeleton(latin);
  return [...new Set(tellsOf(rough, latin) ? [own, latin, rough] : [own, latin])].filter(key => key !== '');
}

/** Whether a skeleton still tells the word from others: `zzzz` comes down to `z`, which many words begin with. */
const tellsOf = (rough: string, latin: string): boolean =>
  rough.length >= latin.length || (rough.length >= 3 && rough.length * 2 >= latin.length);

/** What a unit folds to inside a name: 0 not yet known, 1 nothing at all, else a unit. */
const FOLDED = new Uint16Array(0x10000);
/** What {@link foldUnit} answers for a mark or joiner. */
export const FOLDED_AWAY = 1;

/**
 * One unit of a name folded to one unit, so that offsets stay: case and diacritics go as `foldWord` has it; what that
 * makes two letters of stays one; й and its decomposed form both become и.
 */
export function foldUnit(unit: number): number {
  return FOLDED[unit] || fillFold(unit);
}

function fillFold(unit: number): number {
  const char = String.fromCharCode(unit);
  let folded = foldWord(char);
  if (folded.length > 1) folded = char.toLowerCase();
  const result = folded === '' ? FOLDED_AWAY : folded === 'й' ? 0x438 : folded.charCodeAt(0);
  FOLDED[unit] = result;
  return result;
}
