import { pad, parseEdtf } from '../dossier/edtf.ts';
import type { Edtf } from '../dossier/records.ts';
import { dateAt } from './dates.ts';
import { frontMatterEnd } from './front-matter.ts';

/** What a Markdown file's front matter says of it. Offsets are those of the values in the text, without their quotes. */
export interface FrontMatterFields {
  /** The document's date, where it gives one: none of `today`. */
  readonly date?: Edtf;
  /** A language tag: `en`, `ru-RU`. */
  readonly lang?: string;
  readonly bibliography: readonly { readonly path: string; readonly start: number; readonly end: number }[];
  /** The keys of the references that the file itself carries, as Pandoc has it. */
  readonly references: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

interface Scalar {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A scalar inside brackets, how many of them are open around it, and whether a colon makes it a key. */
interface FlowScalar extends Scalar {
  readonly depth: number;
  readonly key: boolean;
}

/**
 * Reads the fields at the top level of YAML front matter, and of TOML's up to the first table. It is no reader of YAML:
 * scalars on one line, lists in brackets and lists of dashes are known, anything else is not read. Takes any string.
 */
export function frontMatterFields(text: string): FrontMatterFields {
  const head = text.slice(0, frontMatterEnd(text)).replace(/(?:---|\.\.\.|\+\+\+)\s*$/, '');
  const toml = head.startsWith('+++', head.charCodeAt(0) === 0xfeff ? 1 : 0);
  const body = toml ? head.replace(/^\[[\s\S]*/m, '') : head;
  const fields = toml
    ? /^(["']?)(date|lang|bibliography)\1[ \t]*=/gm
    : /^(["']?)(date|lang|bibliography|references)\1[ \t]*:(?=\s)/gm;
  const values = new Map<string, { readonly from: number; readonly to: number }>();
  for (const match of body.matchAll(fields)) {
    const [whole, , name = ''] = match;
    if (values.has(name)) continue;
    const from = match.index + whole.length;
    const next = body.slice(from).search(/(?<=\n)[^\s#\-\]}"']/);
    values.set(name, { from, to: next < 0 ? body.length : from + next });
  }
  const scalarOf = (name: string): string | undefined => {
    const value = values.get(name);
    return value && scalar(body, value.from, value.to)?.value;
  };
  const date = dateOf(scalarOf('date') ?? '');
  const lang = scalarOf('lang');
  const { from: bibliography = 0, to: bibliographyEnd = 0 } = values.get('bibliography') ?? {};
  const { from: references = 0, to: referencesEnd = 0 } = values.get('references') ?? {};
  return {
    ...(date !== undefined && { date }),
    ...(lang !== undefined && /^[a-z]{2,3}(?:[-_][a-z\d]{1,8}){0,4}$/i.test(lang) && { lang }),
    bibliography: pathsIn(body, bibliography, bibliographyEnd).map(({ value, ...at }) => ({
      path: value,
      ...at,
    })),
    references: idsIn(body, references, referencesEnd).map(({ value, ...at }) => ({ id: value, ...at })),
  };
}

/** Nothing but comments. */
const BLANK = /^(?:[ \t\r]*(?:#[^\n]*)?(?:\n|$))*$/;

/** The scalar that is all there is between two offsets, comments apart; on one line. */
function scalar(body: string, from: number, to: number): Scalar | undefined {
  const all = body.slice(from, to);
  const lead = /^\s*/.exec(all)?.[0].length ?? 0;
  const rest = all.slice(lead);
  const quoted = /^(?:"([^"\\\n]*)"|'([^'\n]*)')/.exec(rest);
  const [line = ''] = /^[^\n]*/.exec(rest) ?? [];
  const value = quoted ? (quoted[1] ?? quoted[2] ?? '') : plain(line);
  const start = from + lead + (quoted ? 1 : 0);
  const behind = rest.slice(quoted ? quoted[0].length : value.length);
  return value === '' || all.charAt(lead - 1) === '\n' || !BLANK.test(behind)
    ? undefined
    : { value, start, end: start + value.length };
}

/** The plain scalar that a line holds, or `''` where it holds something else. */
function plain(line: string): string {
  const comment = line.search(/[ \t]#/);
  const value = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  return /^[[\]{}&*!|>%@`#,"'?]|^-(?:\s|$)|:(?:\s|$)/.test(value) ? '' : value;
}

/** The scalars inside the brackets that open at `at` and are all there is before `to`; one that is written otherwise has no value. */
function flow(body: string, at: number, to: number): FlowScalar[] {
  const found: FlowScalar[] = [];
  // A plain scalar ends before a colon that makes it a key, so that no stretch is read twice.
  const token =
    /[[{\]},]|"([^"\\\n]*)"|'([^'\n]*)'|#[^\n]*|(?:[^\s,[\]{}"'#:]|:(?=\S))(?:[^,[\]{}\n:]|:(?=\S))*|\S/g;
  token.lastIndex = at;
  let depth = 0;
  /** Whether a scalar may begin here: nothing stands between it and its bracket, comma or key. */
  let fresh = true;
  for (let match = token.exec(body); match !== null; match = token.exec(body)) {
    const [whole, double, single] = match;
    if (whole.startsWith('#')) continue;
    if (/^[[{\]},]/.test(whole)) {
      fresh = true;
      if (/[[{]/.test(whole)) depth++;
      else if (whole !== ',' && --depth === 0)
        return BLANK.test(body.slice(token.lastIndex, to)) ? found : [];
      continue;
    }
    let value = double ?? single;
    let end = match.index + whole.length;
    if (value === undefined) {
      // A comment may hold commas.
      const comment = whole.search(/\s#/);
      const colon = whole.search(/:(?:\s|$)/);
      if (comment >= 0) end = lineEnd(body, end, body.length);
      else if (colon >= 0) end = match.index + colon;
      value = plain(body.slice(match.index, end));
    }
    const start = match.index + (double === undefined && single === undefined ? 0 : 1);
    const key = /^\s?:/.test(body.slice(end, end + 2));
    token.lastIndex = key ? body.indexOf(':', end) + 1 : end;
    const last = found.at(-1);
    if (fresh) found.push({ value, start, end: start + value.length, depth, key });
    else if (last) found[found.length - 1] = { ...last, value: '' };
    fresh = key;
  }
  return [];
}

/** The lines of a list of dashes, all as far in as the first: where the content of each begins, and how far in. */
function dashes(body: string, from: number, to: number): { at: number; end: number; column: number }[] {
  const found: { at: number; end: number; column: number }[] = [];
  let indent: number | undefined;
  for (const match of body.slice(from, to).matchAll(/(?<=\n)( *)(-(?:[ \t]+|(?=\r?\n|$)))/g)) {
    const [whole, before = '', dash = ''] = match;
    if (indent === undefined && !BLANK.test(body.slice(from, from + match.index))) return found;
    indent ??= before.length;
    if (before.length !== indent) continue;
    const last = found.at(-1);
    if (last) last.end = from + match.index;
    found.push({ at: from + match.index + whole.length, end: to, column: before.length + dash.length });
  }
  // A line that is less far in, or as far without a dash, makes it something else.
  const outside = new RegExp(`\\n {0,${indent ?? 0}}[^\\s#]`);
  return found.some(item => outside.test(body.slice(item.at, item.end))) ? [] : found;
}

const lineEnd = (body: string, at: number, to: number): number => {
  const end = body.indexOf('\n', at);
  return end < 0 || end > to ? to : end;
};

const isFlow = (body: string, at: number): boolean => /[[{]/.test(body.charAt(at));

function pathsIn(body: string, from: number, to: number): Scalar[] {
  const at = from + body.slice(from, to).search(/\S|$/);
  if (isFlow(body, at))
    return flow(body, at, to)
      .filter(
        ({ value, depth, key }, index, all) =>
          depth === 1 && !key && value !== '' && !all[index - 1]?.key && body.charAt(at) === '[',
      )
      .map(({ value, start, end }) => ({ value, start, end }));
  const items = dashes(body, from, to).map(item => scalar(body, item.at, item.end));
  return [scalar(body, from, to), ...items].filter(item => item !== undefined);
}

function idsIn(body: string, from: number, to: number): Scalar[] {
  const at = from + body.slice(from, to).search(/\S|$/);
  if (isFlow(body, at)) return flowIds(flow(body, at, to), 2);
  return dashes(body, from, to).flatMap(item => {
    // Of each item no more is read than is its own.
    if (isFlow(body, item.at)) return flowIds(flow(body.slice(0, item.end), item.at, item.end), 1);
    const entry = body.slice(item.at, item.end);
    // After a dash alone the entry is as far in as its first line.
    const alone = /^\s*\n( *)/.exec(entry);
    const column = alone?.[1]?.length ?? item.column;
    const key = new RegExp(`(?:^|\\n {${column}})(?:id|"id"|'id'):[ \\t]+`).exec(entry);
    if (key === null) return [];
    const start = item.at + key.index + key[0].length;
    const found = scalar(body, start, lineEnd(body, start, item.end));
    return found === undefined ? [] : [found];
  });
}

/** The values of the keys `id` that stand in so many brackets. */
function flowIds(scalars: readonly FlowScalar[], depth: number): Scalar[] {
  return scalars
    .filter((item, index) => {
      const before = scalars[index - 1];
      return (
        item.depth === depth && !item.key && before?.key && before.value === 'id' && before.depth === depth
      );
    })
    .map(({ value, start, end }) => ({ value, start, end }));
}

/** A date as people write it into front matter; `undefined` where it is none or names more than a date. */
function dateOf(value: string): Edtf | undefined {
  const [, year, month = '', day = ''] =
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ][\d:.,+Z -]*)?$/i.exec(value) ?? [];
  const written = year === undefined ? value : `${year}-${pad(month)}-${pad(day)}`;
  try {
    return parseEdtf(written).text;
  } catch {
    const first = value.search(/\d/);
    const found = first < 0 ? undefined : dateAt(value, first, 0, value.length);
    const around = found && `${value.slice(0, found.start)}|${value.slice(found.end)}`;
    return /^(?:\p{L}{2,12}\.?,?\s+)?\|(?:,?\s+\d{1,2}[:.]\d\d.{0,20})?$/u.test(around ?? '')
      ? found?.edtf
      : undefined;
  }
}
