import type { Fault } from './faults.ts';
import type { Place } from './places.ts';

/** The précis of a passage, as it stands in a document's file. */
export interface Precis extends Place {
  readonly number: number;
  readonly text: string;
}

/** The two parts of a document's file. */
export interface MarkdownParts {
  /** The YAML between the two lines `---`; left out where there is none. */
  readonly frontMatter?: string;
  /** How many lines of the file stand above the YAML. */
  readonly linesBefore: number;
  readonly precis: readonly Precis[];
  readonly faults: readonly Fault[];
}

const FENCE = /^---\s*$/;
const ITEM = /^(\d+)\. +(\S.*?)\s*$/;

/** Parts a document's file into its front matter and its numbered précis, one item a line. */
export function splitMarkdown(path: string, text: string): MarkdownParts {
  const lines = text.split(/\r?\n/);
  const faults: Fault[] = [];
  const fault = (line: number, message: string): void => {
    faults.push({ file: path, line, column: 1, field: '', rule: 'read', message });
  };
  const close = FENCE.test(lines[0] ?? '')
    ? lines.findIndex((line, index) => index > 0 && FENCE.test(line))
    : -1;
  if (close < 0) {
    fault(1, 'has no front matter: begin it with a line ---, the fields, and a line ---');
    return { linesBefore: 0, precis: [], faults };
  }
  const precis: Precis[] = [];
  for (const [index, content] of lines.entries()) {
    if (index <= close || content.trim() === '') continue;
    const line = index + 1;
    const [, number = '', words = ''] = ITEM.exec(content) ?? [];
    if (number === '')
      fault(line, 'is no précis: write each on one line that begins with its number, "1. …"');
    else precis.push({ number: Number(number), text: words, line, column: 1 });
  }
  return { frontMatter: `${lines.slice(1, close).join('\n')}\n`, linesBefore: 1, precis, faults };
}
