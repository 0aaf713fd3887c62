import { frontMatterFields } from '../../text/front-matter-fields.ts';
import type { PreviewCitation } from './find.ts';

/** What Quarto and pandoc-crossref number, and identifiers that programs resolve: no keys of documents. */
const FOREIGN =
  /^(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)[-:]|[/\\]|^(?:doi|url|https?|pm(?:id|cid|c)|isbn|arxiv|wikidata|raw|tag|10\.\d{4,}):?/i;

/** So many keys that no document has, and none that one has: the file cites something else. */
const MANY = 5;

/**
 * Whether a key that no document has is meant for one: the brackets around it are a citation and nothing else that is
 * written with brackets and `@`. @param text the block that the citation stands in
 */
export function isMeantForSource(text: string, citation: PreviewCitation, key: string): boolean {
  const { start, bracketed, items } = citation;
  return (
    bracketed &&
    !FOREIGN.test(key) &&
    !/[[\w/*)\]]/.test(text.charAt(start - 1)) &&
    items.every(({ at, end, mark }) => {
      const behind = text.slice(at + mark.replace(/^-/, '').length, end);
      return /^(?:[\s,;:{\]]|$)/.test(behind) && !behind.includes('@');
    })
  );
}

/**
 * Whether nothing can be said of the keys of a file that no document has: its bibliography files were not all read, or it
 * cites many sources and none that is known.
 * @param complete whether those files were read, all of them; left out where only the front matter tells of any
 */
export function citesElsewhere(
  text: string,
  unknown: ReadonlySet<string>,
  someKnown: boolean,
  complete?: boolean,
): boolean {
  if (unknown.size >= MANY && !someKnown) return true;
  return !(complete ?? frontMatterFields(text).bibliography.length === 0);
}

/** The keys of the references that the file itself carries. */
export const ownKeys = (text: string): ReadonlySet<string> =>
  new Set(frontMatterFields(text).references.map(({ id }) => id));
