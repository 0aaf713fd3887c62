import type { CslItem } from '../csl-item.ts';
import type { RichText } from '../rich-text.ts';
import { join, type Part, wrap } from './parts.ts';
import { headline } from './title-case.ts';

// What an editor would mend in a reference, where a record says something in another way than the handbooks.

/** A main title of fewer words says too little without the rest: `Interview: …`, `Ada Vale: …`. */
const LEAST_WORDS = 3;

/** A title as later references have it: the short one of the record, else the title without its subtitle. */
export function shortTitle({ type, title = '', 'title-short': short }: CslItem): string {
  if (short) return short;
  const colon = type === 'post' ? -1 : title.search(/: /);
  const main = colon < 0 ? title : title.slice(0, colon);
  return main.split(/\s+/).length >= LEAST_WORDS ? main : title;
}

const NEWS_SERVICES = new RegExp(
  `^(?:the )?(?:${[
    'afp|agence france-presse|anadolu agency|ansa|ap|associated press|deutsche presse-agentur|dpa|interfax|irna|itar-tass',
    'kyodo(?: news)?|pti|(?:thomson )?reuters|ria novosti|sputnik(?: international)?|tass|united press international|upi',
    'xinhua(?: news agency)?|интерфакс|итар-тасс|риа новости|тасс',
  ].join('|')})$`,
  'iu',
);

/**
 * A dispatch of a news service is no article of a newspaper: the service is named in roman, and its text stands as a page on
 * its own (Chicago Manual of Style, names of news services; APA 10.16).
 */
export const asPublished = (item: CslItem): CslItem =>
  item.type === 'article-newspaper' && NEWS_SERVICES.test(item['container-title'] ?? '')
    ? { ...item, type: 'webpage' }
    : item;

/** What a thesis is called, in the words of a style; the record's own where it is neither of the two. */
export function thesisKind(
  genre: string | undefined,
  doctoral: string,
  masters?: string,
): string | undefined {
  if (/^(?:ph\.? ?d\.?|doctoral|d\.? ?phil\.?)(?=\W)|^phdthesis$/i.test(genre ?? '')) return doctoral;
  if (/^(?:m\.?a\.?|m\.?sc\.?|master(?:[’']?s)?)(?=\W)|^mathesis$/i.test(genre ?? ''))
    return masters ?? genre;
  return genre;
}

/** Laws and what becomes one, which are cited by where they are printed. */
export const isLaw = ({ type }: CslItem): boolean => ['legislation', 'bill', 'regulation'].includes(type);

/** `Tarn Act, Pub. L. 112-208, 126 Stat. 1496 (2012)`: as lawyers cite in English (The Bluebook, rule 12). */
export function law(item: CslItem, year: string, place?: Part): RichText {
  const { title, language, number, volume, page } = item;
  const printed = join(' ', volume, item['container-title'], page);
  const named = join(', ', headline(title, language), number, printed);
  return join(', ', join(' ', named, wrap('(', year, ')')), place);
}

/** Whether a publisher is the author, who need not be named twice (APA 9.24). */
export const isAuthor = ({ author = [], publisher }: CslItem): boolean =>
  author.length === 1 && author.some(name => 'literal' in name && same(name.literal, publisher));

const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();

/** Academic presses and universities as MLA shortens them: `Tarn UP`, `U of Tarn P` (appendix 1). */
export const shortenedPress = (publisher: string | undefined): string | undefined =>
  publisher
    ?.replace(/\bUniversity Press\b/g, 'UP')
    .replace(/\bUniversity of (.+) Press\b/g, 'U of $1 P')
    .replace(/\bUniversity\b/g, 'U');
