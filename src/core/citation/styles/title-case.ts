import { capital } from './parts.ts';

/** Articles, conjunctions and prepositions, which stay small in a headline (as citeproc-js has them). */
const SMALL = new Set(
  (
    'a about above across after against al along alongside amid among amongst an and around as aside astride at atop ' +
    'barring before behind below beneath beside besides between beyond but by c ca circa d’ de despite down during et ' +
    'except for from given in inside into lest like modulo near next nor notwithstanding of off on onto or out outside ' +
    'over per plus pro qua sans since so than the through throughout till to toward towards under underneath until unto ' +
    'up upon v van versus via von vs with within without yet'
  ).split(' '),
);

/**
 * An English title with the capitals of a headline (CMOS chapter 8, MLA chapter 2): what is written small is capitalised unless it is
 * one of the small words in the middle; what has capitals keeps them. A title in another language or script stays as it is.
 */
export function headline(title: string, language: string | undefined): string {
  if ((language && !/^en/i.test(language)) || !/[a-z]/i.test(title)) return title;
  const words = [...title.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'.]\p{L}+)*/gu)];
  let result = '';
  let end = 0;
  for (const [index, match] of words.entries()) {
    const [word] = match;
    const between = title.slice(end, match.index);
    const starts = index === 0 || /[:?!][’”"']?\s/.test(between);
    const big = starts || index === words.length - 1 || !SMALL.has(word);
    // An address keeps its letters: each of its parts ends at a full stop, a hyphen or a slash without a blank.
    const address =
      /^[\p{L}\p{N}\-/]*\.\p{L}{2}/u.test(title.slice(match.index, match.index + 64)) || word.includes('.');
    result +=
      between +
      (big && !address && /^[a-zß-ÿ]/.test(word) && word === word.toLowerCase() ? capital(word) : word);
    end = match.index + word.length;
  }
  return result + title.slice(end);
}

/** An English title in which what follows a colon begins with a capital (APA 6.17). */
export const afterColon = (title: string, language: string | undefined): string =>
  language && !/^en/i.test(language)
    ? title
    : capital(title).replace(
        /(: [“‘]?)([a-z])/g,
        (_, before: string, letter: string) => before + letter.toUpperCase(),
      );
