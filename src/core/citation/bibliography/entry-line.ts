import type { BibliographyItem } from './entry.ts';

/** How an entry stands in a list: who and when, and its title. All of it is untrusted text. */
export function entryLine({ author = [], editor = [], publisher, issued, title = '' }: BibliographyItem): {
  readonly who: string;
  readonly title: string;
} {
  const names = author.length > 0 ? author : editor;
  const [first, second, third] = names.map(name => ('literal' in name ? name.literal : name.family));
  const people = third === undefined ? [first, second].filter(Boolean).join(' & ') : `${first} et al.`;
  const year = /\d{4}/.exec(issued ?? '')?.[0];
  return { who: [people || publisher, year].filter(Boolean).join(' '), title };
}
