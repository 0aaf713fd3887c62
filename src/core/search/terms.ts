import { foldWord, words } from '../text/fold.ts';

/** The folded words of a text, each once, in the order of their UTF-16 units, so that nothing of its word order is left. */
export function terms(text: string): string[] {
  return [...new Set(Array.from(words(text), word => foldWord(word.text)))].sort();
}
