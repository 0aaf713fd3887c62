// `npm run oracle`: writes test/fixtures/citations/oracle.json.gz, what citeproc-js with the official styles makes of made-up
// records. The styles and locales are looked for in COUNTERPARTS_CSL (default ../shared/csl). Development only.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import CSL from 'citeproc';
import type { CslItem } from '../../src/core/citation/csl-item.ts';
import { parseEdtf } from '../../src/core/dossier/edtf.ts';
import { records } from './generator.ts';
import { COUNT, type Expected, FILE, SEED, type Table } from './table.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const CSL_FOLDER = path.resolve(ROOT, process.env['COUNTERPARTS_CSL'] ?? '../shared/csl');

/** Our ids and the official files. */
const STYLE_FILES: Readonly<Record<string, string>> = {
  'chicago-notes': 'chicago-notes-bibliography',
  'chicago-author-date': 'chicago-author-date',
  apa: 'apa',
  mla: 'modern-language-association',
  gost: 'gost-r-7-0-5-2008',
};

/** An EDTF string as CSL-JSON has dates, which know no difference between uncertain and approximate. */
function cslDate(edtf: string): Record<string, unknown> {
  const date = parseEdtf(edtf);
  const parts = (text: string) => text.replace(/[?~%]/g, '').split('-').map(Number);
  const circa = date.approximate || date.uncertain ? { circa: true } : {};
  if (date.kind === 'season') {
    const [year, season] = parts(edtf);
    return { 'date-parts': [[year]], season: (season ?? 0) - 20, ...circa };
  }
  return { 'date-parts': edtf.split('/').map(parts), ...circa };
}

/** A record for citeproc. A speech is held when it is dated: MLA asks for the date of the event. */
function cslJson(item: CslItem, id: string): Record<string, unknown> {
  return {
    ...item,
    id,
    ...(item.issued ? { issued: cslDate(item.issued) } : {}),
    ...(item.accessed ? { accessed: cslDate(item.accessed) } : {}),
  };
}

/** The runs of citeproc's HTML: italics stay as `<i>`, other marks go. */
function cleaned(html: string): string {
  return html
    .replace(/<(?!\/?i>)[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .trim();
}

const made = records(COUNT, SEED);
const items = new Map(made.map(({ item }, index) => [String(index), cslJson(item, String(index))]));
const table: Record<string, Expected[]> = {};
for (const [style, file] of Object.entries(STYLE_FILES)) {
  const language = style === 'gost' ? 'ru-RU' : 'en-US';
  const dated = (id: string) => {
    const item = items.get(id);
    return style === 'mla' && item?.['type'] === 'speech' && item['issued']
      ? { ...item, 'event-date': item['issued'] }
      : item;
  };
  const engine = new CSL.Engine(
    {
      retrieveLocale: wanted =>
        readFileSync(
          path.join(CSL_FOLDER, `locales-${wanted.startsWith('ru') ? 'ru-RU' : 'en-US'}.xml`),
          'utf8',
        ),
      retrieveItem: dated,
    },
    readFileSync(path.join(CSL_FOLDER, `${file}.csl`), 'utf8'),
    language,
    true,
  );
  table[style] = made.map(({ locator }, index) => {
    const id = String(index);
    engine.updateItems([id]);
    const cite = (position: number, where = {}) =>
      cleaned(engine.makeCitationCluster([{ id, position, ...where }]));
    const at = { locator: locator.value, label: locator.label };
    const bibliography = engine.makeBibliography();
    if (!bibliography) throw new Error(`${file} makes no bibliography`);
    return [cite(0), cite(0, at), cite(1), cite(1, at), cleaned(bibliography[1].join(''))];
  });
  console.log(`${style}: ${made.length} records`);
}
const written: Table = { seed: SEED, records: made, expected: table };
const zipped = gzipSync(JSON.stringify(written), { level: 9 });
writeFileSync(FILE, zipped);
console.log(`${path.relative(ROOT, FILE)}: ${(zipped.length / 1000).toFixed(0)} kB`);
