import { pad, parseEdtf } from '../dossier/edtf.ts';
import type { Edtf } from '../dossier/records.ts';
import { dateAt } from './dates.ts';
import { frontMatterEnd } from './front-matter.ts';
import { BlockReader } from './yaml/block-reader.ts';
import { dashItems, flowItems } from './yaml/items.ts';
import { isDash, lineEnd } from './yaml/lines.ts';
import { isList, isMap, type YamlNode } from './yaml/nodes.ts';

/** What a Markdown file's front matter says of it. Offsets are those of the values as they are written, without quotes. */
export interface FrontMatterFields {
  /** The document's date, where it gives one: none of `today`. */
  readonly date?: Edtf;
  /** A language tag: `en`, `ru-RU`. */
  readonly lang?: string;
  readonly bibliography: readonly { readonly path: string; readonly start: number; readonly end: number }[];
  /** The keys of the references that the file itself carries, as Pandoc has it. */
  readonly references: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

/** A scalar of one line. */
interface Line {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the fields at the top level of YAML front matter, and of TOML's up to the first table, whose dates, strings and lists
 * of strings YAML has, too. What is broken of the other fields is not read, of `references` all that can be: their keys are
 * those of the list as a bibliography file. Takes any string.
 */
export function frontMatterFields(text: string): FrontMatterFields {
  const head = text.slice(0, frontMatterEnd(text)).replace(/(?:---|\.\.\.|\+\+\+)\s*$/, '');
  const toml = head.startsWith('+++', head.charCodeAt(0) === 0xfeff ? 1 : 0);
  const body = toml ? head.replace(/^\[[\s\S]*/m, '') : head;
  const fields = toml
    ? /^(["']?)(date|lang|bibliography)\1[ \t]*=/gm
    : /^(["']?)(date|lang|bibliography|references)\1[ \t]*:(?=\s)/gm;
  const values = new Map<string, YamlNode>();
  for (const match of body.matchAll(fields)) {
    const [whole, , name = ''] = match;
    if (values.has(name)) continue;
    const from = match.index + whole.length;
    const next = body.slice(from).search(/(?<=\n)[^\s#\-\]}"']/);
    const to = next < 0 ? body.length : from + next;
    values.set(name, fieldIn(body, from, to, name !== 'references'));
  }
  const [date] = lines(values.get('date')).map(({ value }) => dateOf(value));
  const [lang] = lines(values.get('lang'));
  const bibliography = values.get('bibliography') ?? [];
  const references = values.get('references') ?? [];
  return {
    ...(date !== undefined && { date }),
    ...(lang && /^[a-z]{2,3}(?:[-_][a-z\d]{1,8}){0,4}$/i.test(lang.value) && { lang: lang.value }),
    bibliography: (isList(bibliography) ? bibliography : [bibliography])
      .flatMap(lines)
      .map(({ value: path, start, end }) => ({ path, start, end })),
    references: (isList(references) ? references : [])
      .flatMap(member => lines(isMap(member) ? member.get('id') : undefined))
      .map(({ value: id, start, end }) => ({ id, start, end })),
  };
}

/**
 * The value of the field that stands between two offsets, of a list each member for itself.
 * @param strict whether nothing is taken of a list in brackets, or of a member, that is broken
 */
function fieldIn(text: string, from: number, to: number, strict: boolean): YamlNode {
  const read = (at: number, end: number, member: boolean): YamlNode => {
    let broken = false;
    const reader = new BlockReader(text, at, end, () => {
      broken = true;
    });
    const node = member ? reader.block(0) : reader.member(0);
    // A key in quotes may be the next field; anything else behind the value belongs to nothing.
    return strict && (broken || reader.next() > 0 || /^[^"']/.test(reader.peek())) ? [] : node;
  };
  const start = new BlockReader(text, from, to, () => {});
  start.skip();
  if (!strict && start.peek() === '[') return Array.from(flowItems(start), ({ node }) => node);
  return start.at < to && start.at > lineEnd(text, from, to) && isDash(text, start.at)
    ? Array.from(dashItems(text, start.at, to), item => read(item.start + 1, item.end, true))
    : read(from, to, false);
}

/** A node that is a string of one line, or none. */
const lines = (node: YamlNode | undefined): Line[] =>
  node && 'value' in node && typeof node.value === 'string' && /^.+$/.test(node.value)
    ? [{ ...node, value: node.value }]
    : [];

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
