import { paragraphsIn } from '../text/citations.ts';

/** The numbers of paragraphs as a writer gives them: `5, 7–9`; none for nothing, `undefined` for anything else. */
export function readParagraphs(text: string): readonly number[] | undefined {
  if (text.trim() === '') return [];
  if (!/^\s*\d{1,4}(?:\s*[-–,]\s*\d{1,4})*\s*$/.test(text)) return undefined;
  const numbers = paragraphsIn(`para. ${text.trim().replace(/\s*([-–,])\s*/g, '$1')}`);
  return numbers.length > 0 ? [...new Set(numbers)].sort((a, b) => a - b) : undefined;
}
