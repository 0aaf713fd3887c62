import { DIGIT, isHyphen, isWord, LETTER, UPPER, unitKind } from './chars.ts';
import { foldWord } from './fold.ts';
import type { Mention } from './mention.ts';
import { firstEndingAfter } from './ordered-ranges.ts';
import type { QuotedRange } from './quotation-scan.ts';
import { isSpace } from './tokens.ts';
import { work } from './work.ts';

/**
 * What a word does in a clause that tells who speaks, as one letter, so that a sentence is a short string and a clause a
 * pattern. Beside those of {@link WORDS}: `M` somebody named, `P` with a possessive, `m` in an oblique case or as a part
 * of a compound; `Q` another quotation; `O` another possessive; `G` a word in -ing; `X` a capitalised word; `0` a number;
 * `x` any other word; `~` where the text was cut; and the punctuation marks `,` `;` `:` `-` `(`.
 */
const WORDS: Readonly<Record<string, string>> = {
  // Whoever does this says what is quoted. With and without a clause of what was said; then those of which an addressee
  // may follow, or the speaker; those of which only an addressee may.
  v:
    'said says sagte sagt dit replied replies responded responds retorted retorts shouted whispered muttered exclaimed ' +
    'snapped quipped joked countered antwortete repondu',
  // Of these a single quoted word may be anybody's: `confirmed the "reset"`.
  V:
    'stated states added adds insisted insists argued argues declared declares explained explains noted notes remarked ' +
    'remarks commented joked admitted admits acknowledged conceded claimed claims complained recalled recalls concluded ' +
    'continued stressed stresses emphasized emphasised underlined underscored confirmed vowed tweeted posted repeated ' +
    'observed announced protested maintained maintains reiterated cautioned lamented mused boasted began begins laughed sighed shot declare affirme ' +
    'ajoute erklarte meinte betonte',
  T: 'asked asks answered answers warned warns wrote writes promised fragte schrieb demande ecrit',
  t: 'told tells urged urges reminded reminds assured assures informed teased interrupted corrected chided scolded challenged pressed',
  c: 'called calls dubbed labelled labeled branded termed spoke speaks spoken nannte',
  q: 'quoted quotes cited cites',
  r: 'quoting citing quote',
  g:
    'saying adding telling asking replying warning insisting noting writing calling describing declaring answering ' +
    'arguing stressing explaining joking',
  e: 'say tell add write describe',
  // `as Kerry put it`; `described the plan as "…"`.
  b:
    'put puts described describes characterized characterised dismissed dismisses denounced denounces condemned praised ' +
    'praises remembers hailed hails criticized criticised portrayed portrays rejected mocked ridiculed derided slammed decried',
  F: 'went goes',
  // Of other verbs, those that tell what somebody thinks or perceives, and auxiliaries.
  E: 'heard thinks think thought believes believe believed meant means misheard read reads ask claim allege alleges alleged suppose argue insist maintain recall remember',
  l: 'has have had did does do having',
  W: 'would',
  B: 'is was were are am been be being был была было были',
  h: 'may might could can should must will shall if whether unless wenn ob',
  // What takes a statement back.
  n:
    'not never neither nor nobody none hardly almost nearly cannot without denied denies deny denying refused refuses ' +
    'perhaps maybe possibly probably не никогда никто nicht nie jamais',
  '!': 'no nothing',
  D:
    'false falsely untrue myth rumor rumour legend allegedly supposedly purportedly fake faked invented misquoted hoax ' +
    'apocryphal fabricated якобы',
  a:
    'then later earlier also too once again now still even just simply already often always recently today yesterday ' +
    'tonight soon afterwards afterward thereafter instead himself herself themselves first here there however meanwhile ' +
    'twice since only previously famously before monday tuesday wednesday thursday friday saturday sunday тогда потом ' +
    'позже затем вчера сегодня также dann auch',
  i: 'he she он она er elle il',
  u: 'it they we i you one them him us me это они wir ce',
  w: 'who',
  j: 'when because where what which whom whose after until till so than how why когда',
  J: 'but while whereas yet though although а но',
  s: 'as как',
  z: 'that что dass que',
  '&': 'and or и und et или oder ou',
  p:
    'with about on at against around near behind over under between among into during through like upon toward towards ' +
    'beside besides alongside в на об с со после',
  f: 'of',
  o: 'to for from',
  N: 'in по',
  y: 'by',
  A: 'according selon laut',
  // Of whom these words are stands in the genitive; to whom something is said in the dative.
  Z: 'словам',
  Y: 'журналистам репортерам корреспондентам прессе депутатам коллегам',
  k: 'answer answers reply replies response comment comments verdict remark remarks statement retort message warning joke appeal offer promise',
  K: 'words phrase слова',
  d: 'the a an his her its their this these those some any my our your each every all both der die das ein le la les un',
  H:
    'minister secretary president counterpart colleague host guest foreign prime russian american us state diplomat ' +
    'министр госсекретарь президент',
};

const CODES = new Map<string, string>();
for (const [code, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) if (!CODES.has(word)) CODES.set(word, code);
}

/** Of Russian verbs, in the persons and tenses of reports. */
const RUSSIAN: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:сказа|заяви|отмети|добави|ответи|подчеркну|сообщи|спроси|написа|поясни|объясни|пошути|напомни|предупреди|замети|рассказа|указа|повтори|констатирова|завери|парирова|призна|возрази|уточни|пообеща|говори|настоя|подытожи|резюмирова|подтверди|продолжи|воскликну)(?:л|ла|т)$/,
    'T',
  ],
  [/^(?:заявля|отмеча|добавля|отвеча|подчеркива|сообща|объясня|поясня|утвержда|настаива)(?:ет|л|ла)$/, 'T'],
  [/^наз(?:ы)?ва(?:л|ла|ет)$/, 'c'],
  [/^(?:сказа|заяви|добави|отмети|подчеркну|назва)в$/, 'g'],
];

function codeOf(word: string): string {
  const folded = foldWord(word);
  const code = CODES.get(folded);
  if (code !== undefined) return code;
  if (folded.endsWith("n't")) return 'n';
  if (folded.endsWith("'s")) return 'O';
  if (folded.charCodeAt(0) > 0x3ff) {
    const russian = RUSSIAN.find(([pattern]) => pattern.test(folded))?.[1];
    if (russian !== undefined) return russian;
  }
  const kind = unitKind(word.charCodeAt(0));
  if (kind & DIGIT) return '0';
  if (kind & UPPER) return 'X';
  if (folded.endsWith('ing')) return 'G';
  return folded.endsWith('ly') ? 'a' : 'x';
}

/** What a sentence is read with. All lists are in order. */
export interface Surroundings {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly quotations: readonly QuotedRange[];
  /** Start and end of what is not prose. */
  readonly masked: readonly { readonly start: number; readonly end: number }[];
}

/** A sentence, or what stands of it on one side of a quotation. */
export interface Reading {
  /** One letter for each word or mark. */
  codes: string;
  /** Whom each `M`, `P` and `m` names, and where each letter stands. */
  mentions: (Mention | undefined)[];
  offsets: number[];
  /** The unit that ended it, e.g. `?`; nothing where it ends with the stretch. */
  mark: string;
  /** Where it ended. */
  end: number;
  /** No sentence ended inside, so that it begins where the stretch does. */
  whole: boolean;
}

/** Abbreviations, folded, that end no sentence. */
const ABBREVIATION =
  /^(?:\p{L}|mr|mrs|ms|dr|gen|sen|rep|gov|st|jan|feb|mar|apr|aug|sept?|oct|nov|dec|no|vs|им|ст|гг)$/u;
/** No longer word is in any list. */
const MAX_WORD = 48;

/**
 * Reads `from`..`to`. Before a quotation (`last`) what is left is the sentence that is not ended at `to`; after one the
 * reading ends with the first sentence, or before the next quotation that it meets.
 */
export function read(around: Surroundings, from: number, to: number, last: boolean): Reading {
  const { text, mentions, quotations, masked } = around;
  const reading: Reading = { codes: '', mentions: [], offsets: [], mark: '', end: to, whole: true };
  let nextMention = firstEndingAfter(mentions, from);
  let nextQuotation = firstEndingAfter(quotations, from);
  let nextMask = firstEndingAfter(masked, from);
  const push = (code: string, at: number, mention?: Mention): void => {
    reading.codes += code;
    reading.mentions.push(mention);
    reading.offsets.push(at);
  };
  let word = '';
  let at = from;
  while (at < to) {
    work.units++;
    while ((mentions[nextMention]?.end ?? to) <= at) nextMention++;
    while ((quotations[nextQuotation]?.end ?? to) <= at) nextQuotation++;
    while ((masked[nextMask]?.end ?? to) <= at) nextMask++;
    const mask = masked[nextMask];
    const quotation = quotations[nextQuotation];
    const mention = mentions[nextMention];
    if (mask !== undefined && mask.start <= at) at = mask.end;
    else if (quotation !== undefined && quotation.start <= at) {
      const final = text.charAt(quotation.wordsEnd - 1);
      push('Q', at);
      at = quotation.end;
      if (!last) break;
      if (final === ',') push(',', at);
      if (final === '.' && startsSentence(text, at, to)) clear(reading);
    } else if (mention !== undefined && mention.start <= at) {
      const end = Math.max(at + 1, Math.min(to, mention.end));
      const possessive = /^['’](?:s(?![\p{L}\p{N}])|(?=\s))/u.exec(text.slice(end, end + 3))?.[0] ?? '';
      push(possessive !== '' ? 'P' : isSubject(text, mention) ? 'M' : 'm', at, mention);
      at = end + possessive.length;
      word = '';
    } else if (isWord(text.charCodeAt(at))) {
      const end = wordEnd(text, at, Math.min(to, mention?.start ?? to, at + MAX_WORD));
      word = text.slice(at, end);
      push(codeOf(word), at);
      at = end;
    } else {
      const char = text.charAt(at);
      if (/[.!?…]/.test(char)) {
        let end = at + 1;
        while (end < to && /[.!?…)\]*_'"’”»]/.test(text.charAt(end)) && end !== quotation?.start) end++;
        const abbreviation = char === '.' && ABBREVIATION.test(foldWord(word));
        if (!abbreviation && (char !== '…' || last) && startsSentence(text, end, to)) {
          if (!last) {
            reading.mark = char;
            reading.end = end;
            break;
          }
          clear(reading);
        }
        at = end;
      } else {
        if (/[,;:(]/.test(char)) push(char, at);
        else if (char === ')') closeBracket(reading);
        else if (isDash(text, at) && reading.codes.at(-1) !== '-') push('-', at);
        at++;
      }
    }
  }
  if (!last && reading.mark === '' && at < reading.end) reading.end = at;
  return reading;
}

function clear(reading: Reading): void {
  reading.whole = false;
  reading.codes = '';
  reading.mentions = [];
  reading.offsets = [];
}

/** What stands in brackets says nothing of the clause. */
function closeBracket(reading: Reading): void {
  const open = reading.codes.lastIndexOf('(');
  if (open < 0) return;
  reading.codes = reading.codes.slice(0, open);
  reading.mentions.length = reading.offsets.length = open;
}

function wordEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to) {
    const unit = text.charCodeAt(end);
    const joins = unit === 0x27 || unit === 0x2019 || isHyphen(unit);
    if (!isWord(unit) && !(joins && end + 1 < to && unitKind(text.charCodeAt(end + 1)) & LETTER)) break;
    end++;
  }
  return end;
}

/** Whether what stands at `at` begins a sentence, after a mark that may end one. */
function startsSentence(text: string, at: number, to: number): boolean {
  if (at >= to) return true;
  if (!isSpace(text.charCodeAt(at))) return false;
  let next = at;
  while (next < to && /[\s>*_[(]/.test(text.charAt(next))) next++;
  if (next >= to) return true;
  const kind = unitKind(text.charCodeAt(next));
  return (kind & LETTER) === 0 || (kind & UPPER) !== 0;
}

/** A dash between clauses: not one inside a word or between two. */
function isDash(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === '—' || char === '―') return true;
  if (char !== '-' && char !== '–') return false;
  const outer = (unit: number): boolean => Number.isNaN(unit) || !isWord(unit);
  return outer(text.charCodeAt(at - 1)) || outer(text.charCodeAt(at + 1));
}

/** Whether a mention may be a subject: no part of a compound, and in Russian in the nominative. */
function isSubject(text: string, { start, nameEnd, form }: Mention): boolean {
  if (
    /^[-–/‑]\p{L}/u.test(text.slice(nameEnd, nameEnd + 2)) ||
    /\p{L}[-–/‑]$/u.test(text.slice(Math.max(0, start - 2), start))
  )
    return false;
  const final = text.charAt(nameEnd - 1).toLowerCase();
  return !/[а-я]/.test(final) || form.toLowerCase().endsWith(final);
}
