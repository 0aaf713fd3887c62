import {
  containerField,
  cslType,
  DATE_SOURCES,
  KINDS,
  languageTag,
  NAME_SOURCES,
  numberField,
  TEXT_SOURCES,
} from './bib-fields.ts';
import { bibNames } from './bib-names.ts';
import { bibtexDate, edtfOf } from './dates.ts';
import type { BibliographyItem, DateField, ItemDraft, NameField, TextField } from './entry.ts';
import { latexText } from './latex.ts';

/** A value in a verbatim field. A backslash is no part of an address: many programs escape there all the same. */
function verbatim(raw: string): string {
  const [, address = raw] = /^\s*\\url\s*\{([^}]*)\}\s*$/.exec(raw) ?? [];
  return address
    .trim()
    .replace(/\{?\\([_%&#$~{}])(?:\{\})?\}?/g, '$1')
    .replace(/^\{(.*)\}$/s, '$1');
}

const DOI_PREFIX = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)(?=10\.)/i;

const withSubtitle = (title: string, subtitle: string): string =>
  subtitle === ''
    ? title
    : title === ''
      ? subtitle
      : `${title}${/[?!.:]$/.test(title) ? '' : ':'} ${subtitle}`;

/**
 * An entry of BibTeX or BibLaTeX as an item.
 * @param type the entry's, in small letters.
 * @param raw the value of a field as it stands in the file, without its outer braces; inherited ones, too.
 * @param biblatex whether particles of names are left out in sorting, as there, or belong to the family name.
 */
export function bibItem(
  type: string,
  raw: (field: string) => string | undefined,
  biblatex: boolean,
): BibliographyItem {
  const text = (...fields: readonly string[]): string => {
    for (const field of fields) {
      const value = latexText(raw(field) ?? '');
      if (value !== '') return value;
    }
    return '';
  };
  const subtype = text('entrysubtype');
  const item: ItemDraft = { type: cslType(type, subtype) };
  const put = (field: TextField, value: string) => {
    if (value !== '') item[field] = value;
  };
  /** Dates hold `~`, which is a blank elsewhere. */
  const date = (field: string): string => (raw(field) ?? '').replace(/[{}]/g, '').replace(/--|–/, '/');
  put('title', withSubtitle(text('title'), text('subtitle')));
  const organized = containerField(type, subtype || undefined, biblatex) === 'organization';
  const container =
    withSubtitle(text('journaltitle', 'journal'), text('journalsubtitle')) ||
    withSubtitle(text('booktitle', 'maintitle'), text('booksubtitle')) ||
    (organized ? text('organization') : '');
  put('container-title', container);
  put('publisher', text('publisher', 'institution', 'school') || (organized ? '' : text('organization')));
  for (const [field, sources] of TEXT_SOURCES) put(field as TextField, text(...sources));
  put('genre', KINDS.get(item.genre ?? '') ?? '');
  put(numberField(item.type, item['collection-title'] !== undefined), text('number'));
  if (item.issue === undefined) put('issue', text('issue'));
  for (const field of ['DOI', 'URL'] as const) {
    delete item[field];
    put(field, verbatim(raw(field.toLowerCase()) ?? '').replace(DOI_PREFIX, ''));
  }
  const address = verbatim(raw('howpublished') ?? '');
  if (/^(?:https?|ftp):\/\/\S+$/.test(address)) {
    item.URL ??= address;
    delete item.medium;
  }
  if (item.page !== undefined) item.page = item.page.replace(/\s*–\s*/g, '-');
  if (item.language !== undefined) item.language = languageTag(item.language);
  const useprefix =
    /useprefix(?:=true)?(?:,|$)/.test((raw('options') ?? '').replace(/\s+/g, '')) || !biblatex;
  for (const [field, [source = '']] of NAME_SOURCES) {
    const names = bibNames(raw(source) ?? '', useprefix);
    if (names.length > 0) item[field as NameField] = names;
  }
  for (const [field, sources] of DATE_SOURCES) {
    const found = sources.map(source => edtfOf(date(source))).find(edtf => edtf !== undefined);
    if (found !== undefined) item[field as DateField] = found;
  }
  if (item.issued === undefined) {
    const found = bibtexDate(text('year') || date('date'), text('month'), text('day'));
    if (found !== undefined) item.issued = found;
  }
  return item;
}
