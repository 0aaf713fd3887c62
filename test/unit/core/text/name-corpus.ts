import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A name in a text of the corpus. */
export interface Marked {
  readonly start: number;
  readonly end: number;
  /** Whom it means, in the order of likelihood: `kerry`. */
  readonly people: string;
  /** It is known not to be found. */
  readonly missed: boolean;
}

/** A text of the corpus without its marks, and what they say. */
export interface Sentence {
  readonly line: string;
  readonly text: string;
  readonly marked: readonly Marked[];
}

function unmark(line: string): Sentence {
  const raw = line.replaceAll('\\n', '\n');
  const marked: Marked[] = [];
  let text = '';
  let at = 0;
  for (const match of raw.matchAll(/⟦([^|]*)\|([^⟧|]*)(\|missed)?⟧/g)) {
    const [whole, name = '', people = '', missed] = match;
    text += raw.slice(at, match.index);
    marked.push({ start: text.length, end: text.length + name.length, people, missed: missed !== undefined });
    text += name;
    at = match.index + whole.length;
  }
  return { line, text: text + raw.slice(at), marked };
}

/** Lines of explanation at the head of the file. */
const HEADER_LINES = 2;

/** The sections of `test/fixtures/markdown/names.txt`. */
export const corpus: ReadonlyMap<string, readonly Sentence[]> = (() => {
  const path = join(import.meta.dirname, '../../../fixtures/markdown/names.txt');
  const sections = new Map<string, Sentence[]>();
  let section: Sentence[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n').slice(HEADER_LINES)) {
    if (line.startsWith('## ')) {
      section = [];
      sections.set(line.slice(3), section);
    } else if (line !== '') section.push(unmark(line));
  }
  return sections;
})();
