import type { Range } from './ordered-ranges.ts';

// What looks like a citation key, or like a citation, and is none.

/** What Quarto, bookdown and pandoc-crossref number looks like a key and is none: figures, tables, theorems. */
export const isCrossReference = (key: string): boolean =>
  /^(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)[-:]/.test(key);

/** Whether a key names what programs resolve or number: identifiers, packages and teams, figures and tables. */
export const isForeignKey = (key: string): boolean =>
  isCrossReference(key) ||
  /[/\\]|^(?:(?:doi|url|https?|raw|tag)(?::|$)|(?:pm(?:id|cid|c)|isbn|arxiv|wikidata)(?=[:\d]|$)|10\.\d{4})/i.test(
    key,
  );

/** A citation, as far as its brackets tell whether it is one. */
interface Bracketed {
  readonly start: number;
  readonly bracketed: boolean;
  readonly role?: string;
  readonly items: readonly { readonly end: number; readonly key: Range }[];
}

/** Whether what stands around keys is a citation, and nothing else that is written with brackets and `@`. */
export function isCitation(text: string, { start, bracketed, role, items }: Bracketed): boolean {
  if (role !== undefined) return true;
  // A note's name in two pairs of brackets, or a path of XPath before it.
  if (!bracketed || /[[\w/*)\]]/.test(text.charAt(start - 1))) return false;
  return items.every(({ key, end }) => {
    const suffix = text.slice(key.end, end);
    return /^(?:[\s,;:{]|$)/.test(suffix) && !suffix.includes('@');
  });
}

/** So many unknown keys are no slips. */
const MANY = 5;

/** The keys of a file, and what is known of where they are explained. */
export interface FileKeys {
  /** How many keys, each counted once, are meant for sources and known to nobody. */
  readonly unknown: number;
  /** How many are known: to the dossier, to the file itself, to its bibliography files. */
  readonly known: number;
  /**
   * Whether the bibliography files that the file names were read, all of them; `undefined` where it names none, and a whole
   * project may have some.
   */
  readonly complete: boolean | undefined;
}

/**
 * Whether nothing can be said of keys that nobody knows: the file's bibliography was not read as a whole; or it names none,
 * and most of what it cites, by many keys, must be explained elsewhere.
 */
export const areElsewhere = ({ unknown, known, complete }: FileKeys): boolean =>
  complete === undefined ? unknown >= MANY && unknown > known : !complete;
