import type { Edtf } from '../../dossier/records.ts';
import type { YamlProblemCode } from '../../text/yaml/nodes.ts';

/** The kinds of bibliography files. `.bib` is read as `biblatex`; `bibtex` differs in what is written. */
export type BibliographyFormat = 'biblatex' | 'bibtex' | 'csl-json' | 'csl-yaml';

/** The format of a file by its name; `undefined` where it is no bibliography. */
export function bibliographyFormat(path: string): BibliographyFormat | undefined {
  const ending = /\.(?:(bib|bibtex|biblatex)|(json)|ya?ml)$/i.exec(path);
  return ending ? (ending[1] ? 'biblatex' : ending[2] ? 'csl-json' : 'csl-yaml') : undefined;
}

/** A name as CSL-JSON has it, with its particles. `{ literal: 'others' }` as the last stands for "and others". */
export type ItemName =
  | {
      readonly family: string;
      readonly given?: string;
      readonly 'dropping-particle'?: string;
      readonly 'non-dropping-particle'?: string;
      readonly suffix?: string;
    }
  | { readonly literal: string };

/** The fields of CSL-JSON that hold text, in the order in which they are written. */
export const TEXT_FIELDS = [
  'title',
  'title-short',
  'container-title',
  'collection-title',
  'collection-number',
  'event-title',
  'event-place',
  'genre',
  'medium',
  'edition',
  'version',
  'volume',
  'issue',
  'number',
  'chapter-number',
  'section',
  'page',
  'number-of-pages',
  'number-of-volumes',
  'publisher',
  'publisher-place',
  'archive',
  'archive_location',
  'status',
  'DOI',
  'ISBN',
  'ISSN',
  'URL',
  'language',
  'note',
  'keyword',
  'abstract',
] as const;
export const NAME_FIELDS = ['author', 'editor', 'translator', 'container-author', 'interviewer'] as const;
export const DATE_FIELDS = ['issued', 'accessed', 'event-date', 'original-date'] as const;

export type TextField = (typeof TEXT_FIELDS)[number];
export type NameField = (typeof NAME_FIELDS)[number];
export type DateField = (typeof DATE_FIELDS)[number];

/** A work in the fields of CSL-JSON, in plain text; its dates are EDTF strings. A document's `csl` is one. */
export type BibliographyItem = { readonly type: string } & {
  readonly [Field in TextField]?: string;
} & { readonly [Field in NameField]?: readonly ItemName[] } & { readonly [Field in DateField]?: Edtf };

/** An item while it is put together. */
export type ItemDraft = { -readonly [Field in keyof BibliographyItem]: BibliographyItem[Field] };

/** A key and its place. */
export interface KeyPlace {
  readonly key: string;
  /** UTF-16 offsets of the key in the file, without quotes; end exclusive. */
  readonly keyStart: number;
  readonly keyEnd: number;
}

/** An entry of a bibliography file. */
export interface BibliographyEntry extends KeyPlace {
  /** UTF-16 offsets of the whole entry, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Further keys by which the entry may be cited (`ids` of BibLaTeX). */
  readonly aliases: readonly KeyPlace[];
  /** What it says; converted when first asked for. */
  readonly fields: BibliographyItem;
}

/**
 * What is wrong at a place: a bracket, brace or quotation mark that is not closed (`unclosed`) or closed too often
 * (`extra-brace`), a comma, colon, equals sign or key that is missing, a key with blanks in it (`bad-key`), a value that
 * cannot be read (`bad-value`), YAML beyond the part that is read (`unsupported`), brackets in more than 40 others
 * (`too-deep`), a file that holds no list of works (`no-list`).
 */
export type BibliographyProblemCode =
  | YamlProblemCode
  | 'missing-equals'
  | 'missing-key'
  | 'bad-key'
  | 'no-list';

export interface BibliographyProblem {
  readonly code: BibliographyProblemCode;
  readonly start: number;
  readonly end: number;
  /** The field or key that it is about, as the file has it; may be empty. */
  readonly detail: string;
}

/** Where the next entry goes in a file of CSL. */
export interface ListPlace {
  /** A list in brackets, or of dashes. */
  readonly kind: 'flow' | 'block';
  /** Offset at which the next entry is inserted. */
  readonly at: number;
  /** What must precede it: a comma, or nothing, because none is needed or there is one. */
  readonly comma: boolean;
  /** The blanks before the entries, of one that begins its line. */
  readonly indent: string;
}

/** What a file holds, in its order. */
export interface Bibliography {
  readonly format: BibliographyFormat;
  readonly entries: readonly BibliographyEntry[];
  readonly problems: readonly BibliographyProblem[];
  /** Left out for BibLaTeX and BibTeX, and where there is no list yet. */
  readonly list?: ListPlace;
}

/** Takes what is wrong. */
export type ProblemSink = (
  code: BibliographyProblemCode,
  start: number,
  end: number,
  detail?: string,
) => void;

/** An entry that is converted once, when it is first asked. */
export function lazyEntry(
  place: Omit<BibliographyEntry, 'fields'>,
  convert: () => BibliographyItem,
): BibliographyEntry {
  let fields: BibliographyItem | undefined;
  return {
    ...place,
    get fields() {
      fields ??= convert();
      return fields;
    },
  };
}
