import type { TextField } from './entry.ts';

/** Pairs of a compact table: `a b;c d e` becomes a map from `a` to `['b']` and from `c` to `['d', 'e']`. */
const table = (rows: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    rows.split(';').map(row => {
      const [first = '', ...rest] = row.split(' ');
      return [first, rest] as const;
    }),
  );

/**
 * The types of CSL that have one of their own in BibLaTeX, and its name there; where the same name has several, its
 * `entrysubtype` tells them apart. All others are `misc` with the type as `entrysubtype`.
 */
const TYPES = table(
  'article-journal article;article-magazine article magazine;article-newspaper article newspaper;book book;' +
    'chapter incollection;paper-conference inproceedings;thesis thesis;report report;webpage online;document misc;' +
    'manuscript unpublished;patent patent;dataset dataset;software software;motion_picture movie;song audio;' +
    'graphic artwork;personal_communication letter;legislation legislation;legal_case jurisdiction;treaty legal;' +
    'performance performance;review review;periodical periodical;entry-encyclopedia inreference;pamphlet booklet',
);
/** What BibTeX calls them where it differs; it has no names but these and the ones of {@link CLASSIC}. */
const BIBTEX_TYPES = table('thesis phdthesis;report techreport');
const CLASSIC = /^(?:article|book|booklet|incollection|inproceedings|unpublished|misc)$/;

/** Further types of entries, and what CSL calls them. */
const ALIASES = new Map(
  Array.from(
    TYPES,
    ([csl, [bib = '', subtype]]) =>
      [bib, subtype === undefined ? csl : 'article-journal'] as [string, string],
  ).concat(
    Array.from(
      table(
        'inbook chapter;bookinbook chapter;suppbook chapter;conference paper-conference;proceedings book;' +
          'collection book;mvbook book;mvcollection book;mvproceedings book;reference book;mvreference book;' +
          'manual book;phdthesis thesis;mastersthesis thesis;techreport report;electronic webpage;www webpage;' +
          'suppperiodical article-journal;image graphic;video motion_picture;music song',
      ),
      ([bib, [csl = '']]) => [bib, csl] as [string, string],
    ),
  ),
);

/** The other types of CSL. */
const OTHERS = new Set(
  (
    'article bill broadcast classic collection entry entry-dictionary event figure hearing interview map ' +
    'musical_score post post-weblog regulation review-book speech standard'
  ).split(' '),
);

/** The type of CSL of an entry; what is not known is a `document`. */
export function cslType(bibType: string, subtype: string): string {
  if (OTHERS.has(subtype) || (bibType === 'misc' && TYPES.has(subtype))) return subtype;
  if (bibType === 'article' && /^(?:magazine|newspaper)$/.test(subtype)) return `article-${subtype}`;
  return ALIASES.get(bibType) ?? 'document';
}

/** The type of an entry for a type of CSL, and its `entrysubtype`. */
export function bibType(
  type: string,
  biblatex: boolean,
): { readonly name: string; readonly subtype?: string } {
  const [name = 'misc', subtype = TYPES.has(type) || !OTHERS.has(type) ? undefined : type] =
    TYPES.get(type) ?? [];
  const own = biblatex ? name : (BIBTEX_TYPES.get(type)?.[0] ?? name);
  if (!biblatex && own === name && !CLASSIC.test(name)) return { name: 'misc', subtype: type };
  return { name: own, ...(subtype !== undefined && { subtype }) };
}

/** The fields of CSL that hold plain text, each with the fields of BibLaTeX that say it; the first is written. */
export const TEXT_SOURCES = table(
  'title-short shorttitle;collection-title series;event-title eventtitle;event-place venue;genre type;' +
    'medium howpublished;edition edition;version version;volume volume;chapter-number chapter;section section;' +
    'page pages;number-of-pages pagetotal;number-of-volumes volumes;publisher-place location address;' +
    'archive library;status pubstate;DOI doi;ISBN isbn;ISSN issn;URL url;language langid hyphenation language;' +
    'note note addendum;keyword keywords;abstract abstract',
);
/** What BibLaTeX’s own words for kinds of works stand for. */
export const KINDS: ReadonlyMap<string, string> = new Map([
  ['phdthesis', 'PhD thesis'],
  ['mathesis', 'MA thesis'],
  ['bathesis', 'BA thesis'],
  ['techreport', 'technical report'],
  ['resreport', 'research report'],
]);
export const NAME_SOURCES = table(
  'author author;editor editor;translator translator;container-author bookauthor',
);
export const DATE_SOURCES = table(
  'issued date;accessed urldate lastchecked;event-date eventdate;original-date origdate',
);

/** The field that holds what the work is part of. */
export const containerField = (name: string, subtype: string | undefined, biblatex: boolean): string =>
  /^(?:article|periodical|review)$/.test(name)
    ? biblatex
      ? 'journaltitle'
      : 'journal'
    : name === 'online' || (name === 'misc' && subtype !== undefined)
      ? 'organization'
      : 'booktitle';

/** What `number` means in an entry of this type of CSL. */
export const numberField = (type: string, hasSeries: boolean): TextField =>
  type.startsWith('article-')
    ? 'issue'
    : hasSeries && /^(?:book|chapter)$/.test(type)
      ? 'collection-number'
      : 'number';

const LANGUAGES = table(
  'en english;en-US american usenglish;en-GB british ukenglish;ru russian;uk ukrainian;de german ngerman;fr french;' +
    'es spanish;it italian;pt portuguese;pl polish;nl dutch;tr turkish;fa persian;ar arabic;zh chinese;ja japanese',
);

/** The name under which LaTeX knows a language; the tag itself where it is not in the table. */
export const babelName = (tag: string): string => LANGUAGES.get(tag)?.[0] ?? tag;

/** The tag of a language that LaTeX knows under a name; the name itself where it is not in the table. */
export function languageTag(name: string): string {
  for (const [tag, names] of LANGUAGES) if (names.includes(name.toLowerCase())) return tag;
  return name;
}
