import type { Quotation } from '../dossier/records.ts';
import type { Reference } from './references.ts';

/** More letters than this are given by their first and last words. */
const LONGEST = 80;
const ENDS = 4;

/**
 * An address that leads to the words on the page (https://wicg.github.io/scroll-to-text-fragment/), where the document has
 * a recorded quotation in the first of the paragraphs. No other words of a document are ours to write into a text.
 */
export function withTextFragment(address: string, reference: Reference): string {
  if (reference.kind !== 'work') return address;
  const { work, paragraphs, words } = reference;
  const inPlace = (work.quotations ?? []).filter(({ passage }) => passage === paragraphs[0]);
  const rank = ({ kind }: Quotation): number => (kind === 'not-speech' ? 1 : 0);
  const [best] = paragraphs.length > 0 ? [...inPlace].sort((a, b) => rank(a) - rank(b)) : [];
  const directive = directiveFor(words ?? best?.words ?? '');
  if (directive === undefined) return address;
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** The words for a text directive; `undefined` where a single word would be looked for. */
function directiveFor(quoted: string): string | undefined {
  const words = quoted
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .split(/\s+/)
    .filter(word => word !== '');
  if (words.length < 2) return undefined;
  const text = words.join(' ');
  if (text.length <= LONGEST || words.length <= 2 * ENDS) return encoded(text);
  return `${encoded(words.slice(0, ENDS).join(' '))},${encoded(words.slice(-ENDS).join(' '))}`;
}

/** Percent-encoded, with what has a meaning in a directive (`-`) or in a Markdown link. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, '')).replace(
    /[-!'()*_~]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
