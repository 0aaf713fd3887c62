import { type EdtfDate, parseEdtf } from '../../dossier/edtf.ts';
import type { Edtf } from '../../dossier/records.ts';

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** EDTF as BibLaTeX and CSL files have it, with what older versions and careless writers do; `undefined` for other dates. */
export function edtfOf(written: string): Edtf | undefined {
  const text = written
    .slice(0, 60)
    .trim()
    .replace(/T\d\d:[^/]*/g, '')
    .replace(/\?~|~\?/g, '%')
    .replace(/(?<=\d)u/g, 'X')
    .replace(/unknown|open/g, '..')
    .replace(/(?<=^|\/)(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)/g, (_, year, month, day) =>
      iso(year, month, day),
    );
  return parsed(text)?.text;
}

function parsed(text: string): EdtfDate | undefined {
  // Most fields are not there, and an error costs more than all else about an entry.
  if (text === '') return undefined;
  try {
    return parseEdtf(text);
  } catch {
    return undefined;
  }
}

const iso = (...parts: readonly unknown[]): string =>
  parts
    .filter(part => part !== undefined)
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');

/** The date of the fields `year`, `month` and `day` of BibTeX, in plain text. */
export function bibtexDate(year: string, month: string, day: string): Edtf | undefined {
  const years = year.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  if (years.length !== 1) return edtfOf(year.replace(/[-–—]+/, '/'));
  const named = MONTHS.indexOf(/[a-z]{3}/i.exec(month)?.[0].toLowerCase() ?? '-');
  const [first = '', second] = month.match(/\d+/g) ?? [];
  const number = named >= 0 && named % 3 === 0 ? named / 3 + 1 : Number(first);
  const within = day || (named >= 0 ? first : (second ?? ''));
  if (!(number > 0)) return edtfOf(years[0]);
  return edtfOf(iso(years[0], number, within || undefined)) ?? edtfOf(iso(years[0], number));
}

/** What `month = …` needs for a date; the macro of BibTeX. */
export const monthMacro = (month: number): string => MONTHS.slice(month * 3 - 3, month * 3);

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A date as CSL-JSON and CSL-YAML have it: EDTF, `date-parts`, `raw`, or Pandoc's maps of year, month and day. */
export function cslDate(value: unknown): Edtf | undefined {
  if (typeof value === 'string' || typeof value === 'number') return edtfOf(String(value));
  if (Array.isArray(value)) return interval(value.slice(0, 2).map(cslDate));
  if (!isMap(value)) return undefined;
  const { 'date-parts': parts, year, month, day, season, circa } = value;
  const qualifier = circa === undefined || /^(?:false|0|)$/.test(String(circa)) ? '' : '~';
  const seasonMonth = Number(season) > 20 ? Number(season) : 20 + Number(season);
  const point = ([y, m, d]: readonly unknown[]): Edtf | undefined => {
    if (!(Number(y) > 0)) return undefined;
    const inner = Number(m) > 12 && Number(m) < 17 ? Number(m) + 8 : Number(m);
    return inner > 0
      ? edtfOf(iso(y, inner, Number(d) > 0 ? d : undefined) + qualifier)
      : edtfOf((seasonMonth > 20 ? iso(y, seasonMonth) : iso(y)) + qualifier);
  };
  if (Array.isArray(parts)) {
    // Pandoc and citeproc take a date that is not in an array of its own.
    const points = parts.every(part => !Array.isArray(part)) ? [parts] : parts;
    return interval(points.slice(0, 2).map(part => (Array.isArray(part) ? point(part) : undefined)));
  }
  if (year !== undefined) return point([year, month, day]);
  const written = value['edtf'] ?? value['raw'] ?? value['literal'];
  return written === undefined ? undefined : edtfOf(String(written));
}

const interval = (points: readonly (Edtf | undefined)[]): Edtf | undefined =>
  points.length < 2 ? points[0] : points[0] && edtfOf(`${points[0]}/${points[1] ?? '..'}`);

type DateParts = readonly (readonly number[])[];

/** A date for CSL-JSON. What `date-parts` cannot say stands as EDTF in `raw`, which Pandoc reads as such. */
export function cslDateParts(
  edtf: Edtf,
): { readonly 'date-parts': DateParts; readonly circa?: true } | { readonly raw: string } {
  const [, text = '', tilde] = /^([\d/-]+)(~?)$/.exec(edtf) ?? [];
  const points = text.split('/').map(point => point.split('-').map(Number));
  const exact = text !== '' && points.every(point => (point[0] ?? 0) > 0 && (point[1] ?? 1) < 13);
  if (!exact || (tilde && points.length > 1)) return { raw: edtf };
  return { 'date-parts': points, ...(tilde && { circa: true as const }) };
}
