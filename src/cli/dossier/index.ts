import type { SourceDocument } from '../../core/dossier/records.ts';
import { terms } from '../../core/search/terms.ts';
import { fingerprint } from '../../core/text/fingerprint.ts';
import { words } from '../../core/text/fold.ts';
import type { DocumentIndex } from './schema.ts';

/** The index of a document, made from its received text. */
export function indexDocument(document: SourceDocument, text: string): DocumentIndex {
  return {
    document: document.id,
    sha256: document.source.sha256,
    passages: document.passages.map(({ number, start, end }) => {
      const passage = text.slice(start, end);
      return { number, terms: terms(passage), fingerprint: fingerprint(passage) };
    }),
  };
}

/** The longest line of an index file, that of the formatter which the repository uses. */
const LINE_WIDTH = 110;

/** The bytes of an index file: laid out as the repository's formatter does it, so that it leaves them as they are. */
export function formatIndex({ document, sha256, passages }: DocumentIndex): string {
  const entries = passages.map(({ number, terms: words, fingerprint: hashes }) =>
    [
      '    {',
      `      "number": ${number},`,
      `${formatList('      "terms": ', words, 'line each')},`,
      formatList('      "fingerprint": ', hashes, 'filled lines'),
      '    }',
    ].join('\n'),
  );
  const list = entries.length === 0 ? '[]' : `[\n${entries.join(',\n')}\n  ]`;
  return `{\n  "document": ${JSON.stringify(document)},\n  "sha256": ${JSON.stringify(sha256)},\n  "passages": ${list}\n}\n`;
}

/** A list behind its key: on one line where it is short, else its entries on lines of their own. */
function formatList(
  key: string,
  items: readonly (string | number)[],
  layout: 'line each' | 'filled lines',
): string {
  const json = items.map(item => JSON.stringify(item));
  const short = `${key}[${json.join(', ')}]`;
  if (short.length < LINE_WIDTH) return short;
  const indent = ' '.repeat(8);
  const lines: string[] = [];
  for (const [index, item] of json.entries()) {
    const piece = index === json.length - 1 ? item : `${item},`;
    const filled = `${lines.at(-1)} ${piece}`;
    if (index > 0 && layout === 'filled lines' && filled.length <= LINE_WIDTH)
      lines[lines.length - 1] = filled;
    else lines.push(`${indent}${piece}`);
  }
  return `${key}[\n${lines.join('\n')}\n      ]`;
}

/** What was made of which stretch, one line a passage: `¶5 1007–1253, 41 words`. */
export function reportIndex(document: SourceDocument, text: string): string[] {
  const lines = document.passages.map(({ number, start, end }) => {
    const count = [...words(text.slice(start, end))].length;
    return `  ¶${number} ${start}–${end}, ${count} ${count === 1 ? 'word' : 'words'}`;
  });
  const total = `${lines.length} ${lines.length === 1 ? 'passage' : 'passages'}`;
  return [`${document.id} (${document.source.file}): ${total}`, ...lines];
}
