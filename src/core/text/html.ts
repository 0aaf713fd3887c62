import { work } from './work.ts';

// HTML in Markdown, by the CommonMark 0.31 rules for HTML blocks and raw HTML.

const BLOCK_TAGS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);

/** What a line must hold to end an HTML block of kind 1 to 5; kinds 6 and 7 end at a blank line. */
export const HTML_BLOCK_END: readonly (RegExp | undefined)[] = [
  undefined,
  /<\/(?:script|pre|style|textarea)>/i,
  /-->/,
  /\?>/,
  />/,
  /\]\]>/,
];

/**
 * The kind (1 to 7, as CommonMark counts them) of the HTML block that begins with `line`, which begins with `<`; 0 if
 * none does. `inParagraph`: the line would otherwise go on with a paragraph, which kind 7 must not interrupt.
 */
export function htmlBlockKind(line: string, inParagraph: boolean): number {
  const [, close, name] = /^<(\/?)([a-z][a-z\d-]*)/i.exec(line) ?? [];
  if (name === undefined) {
    if (line.startsWith('<!--')) return 2;
    if (line.startsWith('<?')) return 3;
    if (/^<![a-z]/i.test(line)) return 4;
    return line.startsWith('<![CDATA[') ? 5 : 0;
  }
  const after = line.slice((close?.length ?? 0) + name.length + 1, (close?.length ?? 0) + name.length + 3);
  const tag = name.toLowerCase();
  if (close === '' && /^(?:script|pre|style|textarea)$/.test(tag)) {
    if (/^(?:[\s>]|$)/.test(after)) return 1;
  }
  if (BLOCK_TAGS.has(tag) && /^(?:\s|\/?>|$)/.test(after)) return 6;
  if (inParagraph) return 0;
  const end = tagEnd(line, 0, line.length);
  return end > 0 && !/\S/.test(line.slice(end)) ? 7 : 0;
}

function isLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}

/** The end of the opening or closing tag that begins at `at` with `<`, at most `to`; -1 if none does. */
export function tagEnd(text: string, at: number, to: number): number {
  const unit = (offset: number): number => {
    work.units++;
    return offset < to ? text.charCodeAt(offset) : 0;
  };
  const skipSpace = (offset: number): number => {
    let next = offset;
    while (isSpace(unit(next))) next++;
    return next;
  };
  let pos = at + 1;
  const closing = unit(pos) === 47;
  if (closing) pos++;
  if (!isLetter(unit(pos))) return -1;
  while (isLetter(unit(pos)) || isDigit(unit(pos)) || unit(pos) === 45) pos++;
  if (closing) {
    pos = skipSpace(pos);
    return unit(pos) === 62 ? pos + 1 : -1;
  }
  for (;;) {
    let next = skipSpace(pos);
    if (unit(next) === 62) return next + 1;
    if (unit(next) === 47) return unit(next + 1) === 62 ? next + 2 : -1;
    if (next === pos) return -1;
    if (!isLetter(unit(next)) && unit(next) !== 95 && unit(next) !== 58) return -1;
    while (isLetter(unit(next)) || isDigit(unit(next)) || /[_:.-]/.test(text.charAt(next))) {
      if (next >= to) return -1;
      next++;
    }
    pos = next;
    next = skipSpace(pos);
    if (unit(next) !== 61) continue;
    next = skipSpace(next + 1);
    const quote = unit(next);
    if (quote === 34 || quote === 39) {
      // Much faster than a loop: it may be a picture.
      const value = text.slice(next + 1, to).indexOf(quote === 34 ? '"' : "'");
      work.units += value < 0 ? to - next : value + 1;
      if (value < 0) return -1;
      pos = next + value + 2;
    } else {
      const start = next;
      while (next < to && !isSpace(unit(next)) && !/["'=<>`]/.test(text.charAt(next))) next++;
      if (next === start) return -1;
      pos = next;
    }
  }
}
