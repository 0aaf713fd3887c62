import { foldWord, words } from '../../text/fold.ts';
import type { BibliographyItem } from './entry.ts';

const folded = (text: string): string => Array.from(words(text), word => foldWord(word.text)).join(' ');

/** An address without what differs between copies of it. */
const bare = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[/#?]+$/, '');

const yearOf = ({ issued }: BibliographyItem): string => /\d{4}/.exec(issued ?? '')?.[0] ?? '';

/** What tells a work from others. */
interface WorkIdentity {
  readonly doi: string;
  readonly url: string;
  readonly title: string;
  readonly year: string;
  readonly author: string;
}

function workIdentity(item: BibliographyItem): WorkIdentity {
  const [first] = item.author ?? [];
  return {
    doi: (item.DOI ?? '').toLowerCase(),
    url: bare(item.URL ?? ''),
    title: folded(item.title ?? ''),
    year: yearOf(item),
    author: first === undefined ? '' : folded('literal' in first ? first.literal : first.family),
  };
}

/**
 * Whether two records are of one work: the same DOI, or the same title, year and first author without a DOI or an
 * address that says otherwise. A title of one word is not enough, nor is an address, which may be that of a site.
 */
function isSameWork(a: WorkIdentity, b: WorkIdentity): boolean {
  if (a.doi !== '' && b.doi !== '') return a.doi === b.doi;
  if (a.title !== b.title || !a.title.includes(' ') || a.year !== b.year || a.author !== b.author)
    return false;
  return a.url === '' || b.url === '' || a.url === b.url;
}

/** The first of some entries that is of the same work as a record. */
export function sameWorkAmong<Entry extends { readonly fields: BibliographyItem }>(
  entries: Iterable<Entry>,
  item: BibliographyItem,
): Entry | undefined {
  const identity = workIdentity(item);
  for (const entry of entries) {
    const { fields } = entry;
    // Most of thousands of entries are told apart without a look at their titles.
    if (!(fields.DOI && item.DOI) && yearOf(fields) !== identity.year) continue;
    if (isSameWork(workIdentity(fields), identity)) return entry;
  }
  return undefined;
}
