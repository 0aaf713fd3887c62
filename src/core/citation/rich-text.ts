/** A stretch of a formatted reference. A style answers in runs, so that one style serves Markdown, plain text and HTML. */
export interface Run {
  readonly text: string;
  readonly italic?: boolean;
  /** The text is this address, to be a link where the target has links. */
  readonly url?: boolean;
}

export type RichText = readonly Run[];

export const run = (text: string): Run => ({ text });
export const italic = (text: string): Run => ({ text, italic: true });

export const toPlain = (runs: RichText): string => runs.map(part => part.text).join('');

/** Puts a text between several; empty ones are left out. */
export function joinRuns(parts: readonly RichText[], separator: string): RichText {
  const filled = parts.filter(part => part.length > 0);
  return filled.flatMap((part, index) => (index === 0 ? part : [run(separator), ...part]));
}

/** Markdown in which each run shows as exactly its text, in CommonMark, GFM and Pandoc. */
export function toMarkdown(runs: RichText): string {
  const written = runs.map(markdownOf).join('');
  return escapeLineStart(written);
}

function markdownOf({ text, italic: slanted, url }: Run): string {
  // What is no address of the web, or is broken by what stands in it, would be markup or a command between the marks.
  if (url && isWebAddress(text)) return `<${text.replace(/[\s<>`\p{Cc}]/gu, encodeURIComponent)}>`;
  const escaped = escapeInline(text);
  return slanted && escaped.trim() !== '' ? `*${escaped.trim()}*` : escaped;
}

/** What is markup anywhere in a line, in CommonMark, GFM or Pandoc (`^`, `~`, `$`, `@`); line breaks become blanks. */
export function escapeInline(text: string): string {
  return text
    .replace(/[ \t\r\n\f\v\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_[\]<>~^$|@]/g, '\\$&')
    .replace(/&(?=#?[a-zA-Z0-9]+;)/g, '\\&');
}

/** What is markup only where a line begins: headings, lists, quotations, rules, definitions. */
function escapeLineStart(text: string): string {
  return text.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2').replace(/^[#+\-=:]/, '\\$&');
}

/** An address as the destination of a Markdown link, which it must neither end early nor leave. */
export function linkDestination(url: string): string {
  return url.replace(/[\s<>\\^`{|}"()\p{Cc}]/gu, char =>
    char === '(' ? '%28' : char === ')' ? '%29' : encodeURIComponent(char),
  );
}

/** Whether an address can be a link in the writer's text. */
export const isWebAddress = (url: string | undefined): url is string =>
  url !== undefined && /^https?:\/\/[^\s/]+/i.test(url);
