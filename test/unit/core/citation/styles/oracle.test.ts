import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../../src/core/citation/csl-item.ts';
import type { Locator } from '../../../../../src/core/citation/locators.ts';
import { ended } from '../../../../../src/core/citation/styles/parts.ts';
import { STYLES } from '../../../../../src/core/citation/styles/registry.ts';
import type { CitationStyle } from '../../../../../src/core/citation/styles/style.ts';
import { COLUMNS, DIFFERENCES, type Difference, mended } from '../../../../oracle/differences.ts';
import { TYPES } from '../../../../oracle/generator.ts';
import { FILE, type Table } from '../../../../oracle/table.ts';
import { html } from './html.ts';

// Written by `npm run oracle`, in the shape of its type.
const table = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Table;

/** Our texts in the order of the table's columns, closed as the official styles close them. */
function ours(style: CitationStyle, item: CslItem, at: Locator): string[] {
  const notes = style.kind === 'notes';
  const first = (place?: Locator) =>
    html(notes ? ended(style.note(item, place)) : style.citation(item, place));
  // In the text a citation is the same each time.
  const later = (place?: Locator) => (notes ? html(ended(style.laterNote(item, place))) : first(place));
  return [first(), first(at), later(), later(at), html(style.entry(item))];
}

describe('references as citeproc-js makes them with the official styles', () => {
  it('are there for 500 records of every type and every style', () => {
    expect(table.records.length).toBeGreaterThanOrEqual(500);
    for (const { id } of STYLES) expect(table.expected[id]).toHaveLength(table.records.length);
    for (const type of TYPES) {
      expect(table.records.filter(({ item }) => item.type === type).length, type).toBeGreaterThanOrEqual(35);
    }
  });

  const used = new Set<Difference>();
  it.each(STYLES)('are those of $id', style => {
    const wrong: string[] = [];
    for (const [index, record] of table.records.entries()) {
      const { item, locator } = record;
      const expected = table.expected[style.id]?.[index] ?? [];
      for (const [column, text] of ours(style, item, locator).entries()) {
        const name = COLUMNS[column] ?? 'entry';
        const right = mended(style.id, expected[column] ?? '', record, name);
        for (const difference of right.differences) used.add(difference);
        expect(text).not.toBe('');
        const bare = (words: string) => (right.apart ? words.replaceAll(right.apart, '') : words);
        if (right.text !== undefined && bare(text) !== bare(right.text)) {
          wrong.push(`record ${index}, ${item.type}, ${name}\n- ${right.text}\n+ ${text}`);
        }
      }
    }
    expect(wrong.slice(0, 20).join('\n')).toBe('');
  });

  it('differ on purpose only where the list says so, and each line of the list is in use', () => {
    expect(DIFFERENCES.filter(difference => !used.has(difference)).map(({ id }) => id)).toEqual([]);
  });
});
