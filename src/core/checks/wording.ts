import type { SourceDocument } from '../dossier/records.ts';
import type { Translate } from '../dossier/translate.ts';
import { fewNumbers } from '../text/number-runs.ts';

/** `a, b and c`. */
export function listed(words: readonly string[], t: Translate): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : t('{0} and {1}', words.slice(0, -1).join(', '), last);
}

/** More of the writer's words nobody reads in a message. */
const LONGEST = 120;

/** Words of the writer's as they stand in a message: on one line, and of many the first. */
export function quoted(text: string): string {
  const line = text.trim().replace(/\s+(?:>\s*)*/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}

/** `Reuters 2013, paragraph 5`; without paragraphs the document alone. */
export function named({ shortName }: SourceDocument, paragraphs: readonly number[], t: Translate): string {
  if (paragraphs.length === 0) return shortName;
  return paragraphs.length === 1
    ? t('{0}, paragraph {1}', shortName, paragraphs[0] ?? 0)
    : t('{0}, paragraphs {1}', shortName, fewNumbers(paragraphs));
}
