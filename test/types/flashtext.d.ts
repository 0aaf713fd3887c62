// flashtext.js ships no types; this much of it is used.
declare module 'flashtext.js' {
  export default class KeywordProcessor {
    constructor(caseSensitive?: boolean);
    addKeywordsFromArray(keywords: readonly string[]): void;
    /** The keywords in the text, in order. */
    extractKeywords(text: string): string[];
  }
}
