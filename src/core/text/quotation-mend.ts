import { isUpper, isWord } from './chars.ts';
import type { Departure } from './quotation-match.ts';

/** Words that have a capital only where they begin a sentence. */
const SMALL_WORD =
  /^(?:An?|And|As|But|He|If|In|It|Just|My|Our|She|That|The|There|They|This|We|What|You|Your)(?!\p{L})/u;

const MARKUP = /[[\](){}<>*_`\\]/;

const withFirst = (text: string, first: (char: string) => string): string =>
  first(text.charAt(0)) + text.slice(1);

/**
 * The writer's words with the true ones in place of each departure. Everything else stays: the capital at the beginning,
 * the kind of apostrophe, the mark at the end. Nothing where what stands there is not known of every departure, or markup
 * is in the way.
 */
export function mend(words: string, departures: readonly Departure[]): string | undefined {
  let mended = '';
  let done = 0;
  for (const departure of departures) {
    const { expected } = departure;
    // Half of a link or of an emphasis is not to be taken out.
    if (expected === undefined || MARKUP.test(words.slice(departure.start, departure.end))) return undefined;
    const { start, end, text } = edit(words, departure, expected);
    mended += words.slice(done, Math.max(done, start)) + text;
    done = end;
  }
  return done > 0 ? mended + words.slice(done) : undefined;
}

function edit(
  words: string,
  { start, end, kind }: Departure,
  expected: string,
): { readonly start: number; readonly end: number; readonly text: string } {
  if (kind === 'added') return removal(words, start, end);
  const apostrophe = /['’]/.exec(words)?.[0];
  const text = apostrophe ? expected.replace(/['’]/g, apostrophe) : expected;
  if (kind === 'left-out') {
    const before = words.charAt(start - 1);
    return { start, end, text: text + (/[-‐‑]/.test(before) ? before : ' ') };
  }
  if (!isFirst(words, start)) return { start, end, text };
  if (isUpper(words.charCodeAt(start)))
    return { start, end, text: withFirst(text, char => char.toUpperCase()) };
  return { start, end, text: SMALL_WORD.test(text) ? withFirst(text, char => char.toLowerCase()) : text };
}

/** Takes words out with the space before them, and a comma that would stand before another mark. */
function removal(words: string, from: number, to: number) {
  let [start, end] = [from, to];
  if (isFirst(words, start)) {
    while (/[\s,;:.–—-]/.test(words.charAt(end))) end++;
    const next = words.charAt(end);
    return { start, end: end + 1, text: isUpper(words.charCodeAt(start)) ? next.toUpperCase() : next };
  }
  while (/\s/.test(words.charAt(start - 1))) start--;
  if (/[,;:]/.test(words.charAt(start - 1)) && /^(?:$|[.,;:!?…])/.test(words.slice(end, end + 1))) start--;
  return { start, end, text: '' };
}

/** Whether no word stands before an offset. */
function isFirst(words: string, offset: number): boolean {
  for (let at = 0; at < offset; at++) {
    if (isWord(words.charCodeAt(at))) return false;
  }
  return true;
}
