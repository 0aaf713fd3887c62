/** Accents by their command, as combining marks. */
const ACCENTS = new Map(
  [...'`\'^~"=.uvHckrdbt'].map((command, index) => [
    command,
    '\u0300\u0301\u0302\u0303\u0308\u0304\u0307\u0306\u030C\u030B\u0327\u0328\u030A\u0323\u0331\u0361'.charAt(
      index,
    ),
  ]),
);

/** Commands that stand for characters, each before its own; `-` is nothing. */
const SYMBOLS = new Map(
  Array.from(
    (
      'ss ß o ø O Ø ae æ AE Æ oe œ OE Œ aa å AA Å l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ ' +
      'textendash – textemdash — textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” ' +
      'quotedblbase „ quotesinglbase ‚ glqq „ grqq “ guillemotleft « guillemotright » ' +
      'textquotesingle \' textquotedbl " dots … ldots … textellipsis … textbackslash \\ textasciitilde ~ ' +
      'textasciicircum ^ textbraceleft { textbraceright } textbar | ' +
      'S § P ¶ copyright © pounds £ euro € textregistered ® ' +
      'texttrademark ™ textdegree ° textnumero № alpha α beta β gamma γ delta δ epsilon ε lambda λ mu μ pi π ' +
      'sigma σ omega ω times × pm ± it - bf - em - sc - tt - itshape - bfseries - bibstring - relax -'
    ).matchAll(/(\S+) (\S+)/g),
    ([, name = '', char = '']) => [name, char === '-' ? '' : char] as const,
  ),
);

/** Commands of whose arguments the first is not read: an address, a sorting aid, a language. */
const MUTED = /^(?:href|noopsort|SortNoop|foreignlanguage|selectlanguage|label|cite\w*)$/;
const QUOTED = /^(?:mkbib)?quote$|^enquote$/;

const TOKEN =
  /\\([a-zA-Z]+)[ \t\r\n]*|\\(\r?[\s\S])|[{}$~]|---?|``|''|[ \t\r\n]+|[^\\{}$~`'\- \t\r\n]+|[\s\S]/gu;
const IN_NEED = /[\\{}$~]|--|``|''|[ \t\r\n]{2}|[\t\r\n]|^ | $/;

/**
 * The text that a value of BibTeX stands for: accents and common commands become characters, braces and formatting go,
 * a command that is not known leaves its argument or else its name. Runs of blanks become one.
 */
export function latexText(raw: string): string {
  if (!IN_NEED.test(raw)) return raw;
  const groups: { readonly closing: string; readonly muted: boolean }[] = [];
  let result = '';
  /** Whether a blank would be one too many; to look at the result each time would cost its length. */
  let blank = true;
  let marks = '';
  let muted = 0;
  let math = false;
  /** What the group that opens next closes with, and whether it is read. */
  let closing = '';
  let mute = false;
  const emit = (text: string) => {
    if (muted > 0 || text === '') return;
    if (marks === '') {
      if (text !== ' ' || !blank) result += text;
      blank = text === ' ';
      return;
    }
    const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
    const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
    result += (base === ' ' ? '' : (base + marks).normalize('NFC')) + text.slice(first.length);
    marks = '';
    blank = false;
  };
  for (const match of raw.matchAll(TOKEN)) {
    const { index } = match;
    const [token, command, escaped] = match;
    if (command !== undefined) {
      const accent = command.length === 1 && ACCENTS.get(command);
      const symbol = SYMBOLS.get(command);
      if (accent) marks = accent + marks;
      else if (MUTED.test(command)) mute = true;
      else if (QUOTED.test(command)) {
        emit('“');
        closing = '”';
      } else emit(symbol ?? (raw.charAt(index + token.length) === '{' ? '' : command));
      continue;
    }
    if (escaped !== undefined) {
      const accent = ACCENTS.get(escaped);
      if (accent) marks = accent + marks;
      else if (/[&%$#_{}]/.test(escaped)) emit(escaped);
      else if (/[\s\\,;:]/.test(escaped)) emit(' ');
      continue;
    }
    if (token === '{') {
      groups.push({ closing, muted: mute });
      if (mute) muted++;
      closing = '';
      mute = false;
    } else if (token === '}') {
      const group = groups.pop();
      if (group?.muted) muted--;
      marks = '';
      if (group) emit(group.closing);
    } else if (token === '$') math = !math;
    else if (token === '~') emit('\u00A0');
    else if (token === '--') emit('–');
    else if (token === '---') emit('—');
    else if (token === '``') emit('“');
    else if (token === "''") emit('”');
    else if (/^[ \t\r\n]/.test(token)) emit(' ');
    else emit(math ? token.replace(/[\^_]/g, '') : token);
  }
  return result.replace(/^ +| +$/g, '');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '\u00A0': '~',
};

/** Text as a value of BibTeX, without its braces: what LaTeX reads otherwise is escaped, all else stays as it is. */
export function latexValue(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '')
    .replace(/[\\{}^~\u00A0]|[$&#%_]|-(?=-)|`(?=`)|'(?=')/g, char =>
      /[-`']/.test(char) ? `${char}{}` : (ESCAPES[char] ?? `\\${char}`),
    );
}
