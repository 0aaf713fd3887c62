import {
  babelName,
  bibType,
  containerField,
  DATE_SOURCES,
  NAME_SOURCES,
  numberField,
  TEXT_SOURCES,
} from './bib-fields.ts';
import { bibNameList } from './bib-names.ts';
import { type CslRecord, cslRecord, isCslRecord } from './csl-item.ts';
import { monthMacro } from './dates.ts';
import {
  type BibliographyFormat,
  type BibliographyItem,
  DATE_FIELDS,
  type DateField,
  NAME_FIELDS,
  type NameField,
  TEXT_FIELDS,
  type TextField,
} from './entry.ts';
import { latexValue } from './latex.ts';
import { readBibliography } from './read.ts';

/** How the text of an entry is laid out. */
export interface EntryStyle {
  /** Blanks before a field; none puts an entry of CSL-JSON on one line. */
  readonly indent: string;
  readonly eol: string;
  /** Whether the equals signs of BibTeX stand below one another. */
  readonly align?: boolean;
}

export interface EntryText {
  /** Begins in the first column and ends without a line break. */
  readonly text: string;
  /** The fields of the item that the format cannot hold, or not as they are; `type` where it has no such type. */
  readonly lost: readonly (keyof BibliographyItem)[];
}

const FIELDS = ['type', ...TEXT_FIELDS, ...NAME_FIELDS, ...DATE_FIELDS] as const;
const LIST_FIELD = /^(?:publisher|institution|location|address|organization)$/;

const address = (value: string): string =>
  value.trim().replace(/[\s\\{}]/g, char => encodeURIComponent(char));

/** A key as a file of BibTeX can hold it: what would end it is left out. */
export const bibKey = (key: string): string => key.replace(/[\s,{}()"=#%\\@]/g, '') || 'key';

function bibText(item: BibliographyItem, key: string, biblatex: boolean, style: EntryStyle): string {
  const { name, subtype } = bibType(item.type, biblatex);
  const fields: [name: string, value: string][] = [];
  const put = (field: string, value: string | undefined) => {
    if (value && !fields.some(([known]) => known === field)) fields.push([field, value]);
  };
  const plain = (field: string, value: string | undefined) => {
    const text = latexValue(value ?? '');
    if (text)
      put(
        field,
        `{${LIST_FIELD.test(field) ? text.replace(/ and(?= )/gi, word => ` {${word.slice(1)}}`) : text}}`,
      );
  };
  for (const [field, [source = '']] of NAME_SOURCES) {
    const names = item[field as NameField];
    if (names && names.length > 0) put(source, `{${bibNameList(names, biblatex)}}`);
  }
  // A second pair of braces keeps the capitals of names where a style or program would make them small.
  const title = latexValue(item.title ?? '');
  if (title)
    put(
      'title',
      /^en\b|^$/i.test(item.language ?? '') && /.\p{Lu}/u.test(title) ? `{{${title}}}` : `{${title}}`,
    );
  plain(containerField(name, subtype, biblatex), item['container-title']);
  if (subtype !== undefined) put('entrysubtype', `{${subtype}}`);
  const publisher =
    name === 'phdthesis' ? 'school' : /^(?:thesis|(?:tech)?report)$/.test(name) ? 'institution' : 'publisher';
  plain(publisher, item.publisher);
  plain('number', item[numberField(item.type, item['collection-title'] !== undefined)]);
  plain('issue', item.issue === undefined || item.type.startsWith('article-') ? undefined : item.issue);
  const dates: [string, string | undefined][] = [];
  for (const [field, [source = '']] of DATE_SOURCES) dates.push([source, item[field as DateField]]);
  for (const [field, edtf] of dates) {
    // BibLaTeX has no sets.
    if (edtf === undefined || /^[[{]/.test(edtf)) continue;
    const [, year, month, day] = /^(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?$/.exec(edtf) ?? [];
    if (field !== 'date' || biblatex || year === undefined) put(field, `{${edtf}}`);
    if (field !== 'date' || biblatex) continue;
    put('year', `{${year ?? edtf.replaceAll('..', '').replace('/', '--')}}`);
    put('month', month && monthMacro(Number(month)));
    put('day', day && `{${Number(day)}}`);
  }
  for (const [field, [source = '', , other]] of TEXT_SOURCES) {
    const value = item[field as TextField];
    if (value === undefined) continue;
    if (source === 'url' || source === 'doi') put(source, `{${address(value)}}`);
    else if (source === 'langid')
      put(biblatex ? source : (other ?? source), `{${latexValue(babelName(value))}}`);
    else if (source === 'pages') plain(source, value.replace(/(?<=\d)-(?=\d)/g, '–'));
    else if (source === 'location' && !biblatex) plain('address', value);
    else plain(source, value);
  }
  const widest = style.align ? Math.max(...fields.map(([field]) => field.length)) : 0;
  const lines = fields.map(([field, value]) => `${style.indent}${field.padEnd(widest)} = ${value},`);
  return [`@${name}{${key},`, ...lines, '}'].join(style.eol);
}

/** A value as JSON that people read. */
export const jsonText = (value: unknown, indent: string, eol: string): string =>
  // No string has a line break in it: what has one is `date-parts`, which people write on one line.
  JSON.stringify(value, null, indent)
    .replace(/\[[\s\d,[\]]+\]/g, parts => (parts.includes('\n') ? parts.replace(/\s+/g, '') : parts))
    .replaceAll('\n', eol);

/** A scalar of YAML: plain where it is nothing but words. */
function yamlScalar(value: unknown): string {
  const text = String(value);
  if (/[\p{Cc}\u2028\u2029\uFEFF\uD800-\uDFFF]/u.test(text)) return JSON.stringify(text);
  return /^\p{L}[\p{L}\p{M}\p{N} .,_/()’“”«»–—-]*$/u.test(text) &&
    !/^(?:true|false|yes|no|on|off|null|y|n)$|[ \s]$|\u00A0|\u0085/i.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;
}

function yamlLines(record: CslRecord, indent: string): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    if (Array.isArray(value))
      return [`${key}:`, ...value.filter(isCslRecord).flatMap(member => dashed(yamlLines(member, indent)))];
    return isCslRecord(value)
      ? [`${key}:`, ...yamlLines(value, indent).map(line => indent + line)]
      : [`${key}: ${yamlScalar(value)}`];
  });
}

const dashed = (lines: readonly string[]): string[] =>
  lines.map((line, index) => (index === 0 ? '- ' : '  ') + line);

/**
 * An item as the text of an entry. A key that BibTeX cannot hold loses the characters that would end it. For CSL-YAML the
 * entry is a member of a list, with its dash.
 */
export function entryText(
  item: BibliographyItem,
  key: string,
  format: BibliographyFormat,
  style: EntryStyle,
): EntryText {
  let text: string;
  if (format === 'csl-json') {
    text = jsonText(cslRecord(item, key, false), style.indent, style.eol);
  } else if (format === 'csl-yaml') {
    text = dashed(yamlLines(cslRecord(item, key, true), style.indent || '  ')).join(style.eol);
  } else text = bibText(item, bibKey(key), format === 'biblatex', style);
  const [entry] = readBibliography(format === 'csl-json' ? `[${text}]` : text, format).entries;
  const back = entry?.fields;
  const lost = FIELDS.filter(field => sorted(item[field]) !== sorted(back?.[field]));
  return { text, lost };
}

/** The same for equal values, in whatever order their parts are. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    isCslRecord(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';
