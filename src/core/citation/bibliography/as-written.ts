import type { Bibliography } from './entry.ts';
import { jsonText } from './write.ts';

/**
 * An entry as its file has it, with all that we know nothing of: of BibTeX the very text, of CSL-JSON the same object laid
 * out anew. Nothing for a file of another format, for a key that it does not have, and for an entry that is broken.
 */
export function entryAsWritten(
  text: string,
  { format, entries }: Bibliography,
  key: string,
): string | undefined {
  const entry = entries.find(each => each.key === key);
  if (!entry) return undefined;
  const written = text.slice(entry.start, entry.end);
  if (format === 'biblatex') return /[})]$/.test(written) ? written.replace(/\r\n?/g, '\n') : undefined;
  if (format !== 'csl-json') return undefined;
  try {
    return jsonText(JSON.parse(written), '  ', '\n');
  } catch {
    return undefined; // a comma too many, which our own reader forgives
  }
}
