import { cslDate, cslDateParts } from './dates.ts';
import {
  type BibliographyItem,
  DATE_FIELDS,
  type ItemDraft,
  type ItemName,
  NAME_FIELDS,
  TEXT_FIELDS,
} from './entry.ts';

/** A value of a file of CSL: what JSON has. */
export type CslRecord = Readonly<Record<string, unknown>>;

export const isCslRecord = (value: unknown): value is CslRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

const PARTICLES = ['given', 'dropping-particle', 'non-dropping-particle', 'suffix'] as const;

function nameOf(value: unknown): ItemName | undefined {
  const [family, literal] = isCslRecord(value)
    ? [textOf(value['family']), textOf(value['literal'])]
    : ['', textOf(value)];
  if (family === '') {
    const only = literal || (isCslRecord(value) ? textOf(value['given']) : '');
    return only === '' ? undefined : { literal: only };
  }
  const parts = PARTICLES.map(part => [part, textOf((value as CslRecord)[part])] as const);
  return { family, ...Object.fromEntries(parts.filter(([, text]) => text !== '')) };
}

/** An object of CSL-JSON or CSL-YAML as an item; what it does not know, it leaves out. */
export function cslItem(record: CslRecord): BibliographyItem {
  const item: ItemDraft = { type: textOf(record['type']) || 'document' };
  for (const field of TEXT_FIELDS) {
    const value = record[field];
    const text = textOf(Array.isArray(value) ? value.map(textOf).join(', ') : value);
    if (text !== '') item[field] = text;
  }
  for (const field of NAME_FIELDS) {
    const value = record[field];
    const names = (Array.isArray(value) ? value : [value]).map(nameOf).filter(name => name !== undefined);
    if (names.length > 0) item[field] = names;
  }
  for (const field of DATE_FIELDS) {
    const date = cslDate(record[field]);
    if (date !== undefined) item[field] = date;
  }
  return item;
}

/** An item as an object of CSL-JSON, or of CSL-YAML, which has EDTF for dates. */
export function cslRecord(item: BibliographyItem, key: string, yaml: boolean): CslRecord {
  const record: Record<string, unknown> = { id: key, type: item.type };
  const names = () => {
    for (const field of NAME_FIELDS) if (item[field]?.length) record[field] = item[field];
  };
  for (const field of TEXT_FIELDS) {
    if (item[field]) record[field] = item[field];
    // Names behind the title, dates before the publisher, as people write them.
    if (field === 'title') names();
    if (field === 'page')
      for (const date of DATE_FIELDS) {
        const edtf = item[date];
        if (edtf !== undefined) record[date] = yaml ? edtf : cslDateParts(edtf);
      }
  }
  return record;
}
