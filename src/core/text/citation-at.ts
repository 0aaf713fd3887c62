import type { Analysis } from './analysis.ts';
import { type Citation, citationAround, type KeyMention } from './citations.ts';

/** The citation around a key of the text; `undefined` where the key stands in no paragraph. */
export function citationOf(analysis: Analysis, key: KeyMention): Citation | undefined {
  const paragraph = analysis.paragraphAt(key.start);
  return paragraph && citationAround(analysis.text, key, paragraph);
}

/** The numbers of the paragraphs that the citation around a key gives for it. */
export const paragraphsCited = (analysis: Analysis, key: KeyMention): readonly number[] =>
  citationOf(analysis, key)?.items.find(item => item.key.start === key.start)?.paragraphs ?? [];
