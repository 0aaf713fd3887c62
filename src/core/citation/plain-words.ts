import { CITATION_KEY } from '../text/addresses.ts';

/** Citations with all that stands in their brackets, footnote labels, targets of links, and the marks of Markdown. */
const MARKUP = new RegExp(
  [
    String.raw`\[\^[^\]\s]{1,256}\]`,
    String.raw`\[[^\]]{0,1000}@[^\]]{0,1000}\]`,
    String.raw`\{[\w:+.\-]+\}\x60[^\x60]{0,1000}\x60`,
    String.raw`(?<![\p{L}\p{N}])-?@${CITATION_KEY}`,
    String.raw`\]\([^)]{0,2000}\)`,
    String.raw`[*_\x60\[\]>#\|]`,
  ].join('|'),
  'gu',
);

/** A sentence with blanks in the place of its citations and of the marks of Markdown: offsets stay. */
export const blankMarkup = (text: string): string => text.replace(MARKUP, mark => ' '.repeat(mark.length));

/** The words of a sentence on one line, without its citations and the marks of Markdown. */
export const plainWords = (text: string): string =>
  blankMarkup(text)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?…](?:\s|$))/g, '')
    .trim();
