import { applyEdits, type TextEdit } from '../edits.ts';
import { cslRecord } from './csl-item.ts';
import type { Bibliography, BibliographyFormat, BibliographyItem } from './entry.ts';
import { readBibliography } from './read.ts';
import { sameWorkAmong } from './same-work.ts';
import { bibKey, type EntryStyle, entryText } from './write.ts';

/** A work that a file should have. */
export interface WantedEntry {
  readonly key: string;
  readonly item: BibliographyItem;
}

export interface Appended {
  /** What is to be inserted: at most one place. None where nothing is missing, or where the file has no place for it. */
  readonly edits: readonly TextEdit[];
  /** For each wanted key the one to cite: its own, or that under which the file has the same work already. */
  readonly keys: ReadonlyMap<string, string>;
  /** The wanted keys that are written. */
  readonly added: readonly string[];
  /** What the format cannot hold, by wanted key. */
  readonly lost: ReadonlyMap<string, readonly (keyof BibliographyItem)[]>;
  /** The file is no list of works, or so broken at its end that what is written there would not be read: nothing is. */
  readonly refused: boolean;
}

/** How a file is laid out, by its first entries; as reference managers do it where it has none. */
function styleOf(text: string, { format, entries, list }: Bibliography): EntryStyle {
  const eol = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  const [first] = entries;
  const sample = first ? text.slice(first.start, Math.min(first.end, first.start + 5_000)) : '';
  const [, inner = '  '] = /[\r\n]([ \t]+)(?=\S)/.exec(sample) ?? [];
  if (format === 'csl-json') {
    const outer = list?.indent ?? '';
    const oneLine = first !== undefined && !/[\r\n]/.test(sample);
    return {
      indent: oneLine ? '' : inner.startsWith(outer) && inner !== outer ? inner.slice(outer.length) : inner,
      eol,
    };
  }
  if (format === 'csl-yaml') return { indent: '  ', eol };
  const signs = Array.from(sample.matchAll(/[\r\n]([ \t]*[\w-]+[ \t]*)=/g), ([, before = '']) => before);
  const align =
    new Set(signs.map(before => before.length)).size === 1 && signs.some(before => before.endsWith('  '));
  return { indent: inner, eol, align };
}

/** Where in a file of BibTeX or BibLaTeX the next entry goes, and what stands around it there. */
function atEnd(text: string, eol: string, whole: string): TextEdit {
  const [ending = ''] = /(?:\r\n|[\r\n])*$/.exec(text.slice(-4)) ?? [];
  const breaks = ending.replaceAll('\r\n', '\n').length;
  const before = /^\uFEFF?$/.test(text) ? '' : eol.repeat(Math.max(0, 2 - breaks));
  return {
    start: text.length,
    end: text.length,
    text: before + whole + (breaks > 0 || before === '' ? eol : ''),
  };
}

const indented = (text: string, indent: string): string => text.replace(/(?<=^|\n)(?=[^\r\n])/g, indent);

/**
 * Writes into a file what it lacks, behind what it has: all other bytes stay, and nothing is ordered. A key that the file
 * has, or a work that it has under another key, is not written again.
 * @param known the file as it was read, where the caller has it.
 */
export function appendEntries(
  text: string,
  format: BibliographyFormat,
  wanted: readonly WantedEntry[],
  known: Bibliography = readBibliography(text, format),
): Appended {
  const { entries, list } = known;
  const style = styleOf(text, known);
  const bib = format === 'biblatex' || format === 'bibtex';
  const held = new Set(entries.flatMap(({ key, aliases }) => [key, ...aliases.map(alias => alias.key)]));
  const keys = new Map<string, string>();
  const lost = new Map<string, readonly (keyof BibliographyItem)[]>();
  const added: string[] = [];
  const texts: string[] = [];
  const written: { readonly key: string; readonly fields: BibliographyItem }[] = [];
  for (const { key, item } of wanted) {
    const own = bib ? bibKey(key) : key;
    if (held.has(own)) {
      keys.set(key, own);
      continue;
    }
    const same = sameWorkAmong(entries, item) ?? sameWorkAmong(written, item);
    if (same) {
      keys.set(key, same.key);
      continue;
    }
    const entry = entryText(item, own, format, style);
    held.add(own);
    written.push({ key: own, fields: item });
    keys.set(key, own);
    added.push(key);
    if (entry.lost.length > 0) lost.set(key, entry.lost);
    // JSON is YAML, too: a list in brackets takes it.
    const inBrackets = format === 'csl-yaml' && list?.kind === 'flow';
    texts.push(inBrackets ? JSON.stringify(cslRecord(item, own, true)) : entry.text);
  }
  if (texts.length === 0) return { edits: [], keys, added, lost, refused: false };
  const edit = insertion(text, format, texts, style, list);
  // What is broken before it could swallow an entry, or be closed by it.
  const after = readBibliography(applyEdits(text, [edit]), format).entries;
  const expected = [...entries.map(entry => entry.key), ...added.map(key => keys.get(key))];
  const place = bib || list !== undefined || format === 'csl-json' || isMapping(text);
  if (place && after.length === expected.length && after.every(({ key }, index) => key === expected[index]))
    return { edits: [edit], keys, added, lost, refused: false };
  for (const key of added) keys.delete(key);
  return { edits: [], keys, added: [], lost: new Map(), refused: true };
}

function insertion(
  text: string,
  format: BibliographyFormat,
  texts: readonly string[],
  style: EntryStyle,
  list: Bibliography['list'],
): TextEdit {
  const { eol } = style;
  if (format === 'biblatex' || format === 'bibtex') return atEnd(text, eol, texts.join(eol + eol));
  const insert = (at: number, inserted: string): TextEdit => ({ start: at, end: at, text: inserted });
  if (list?.kind === 'flow') {
    const empty =
      !list.comma && /^\s*\]?/.test(text.slice(list.at, list.at + 1)) && text.charAt(list.at - 1) === '[';
    const indent = empty && format === 'csl-json' && list.indent === '' ? style.indent : list.indent;
    const onLines = format === 'csl-json' && (style.indent !== '' || /[\r\n]/.test(text.slice(0, list.at)));
    const separator = onLines ? eol : ' ';
    const body = texts
      .map(member => (onLines ? separator + indented(member, indent) : `${empty ? '' : ' '}${member}`))
      .join(',');
    const behind = empty && onLines && /^[ \t]*\]/.test(text.slice(list.at)) ? eol : '';
    return insert(list.at, (list.comma ? ',' : '') + body + behind);
  }
  if (format === 'csl-json')
    return insert(
      text.length,
      `[${eol}${texts.map(entry => indented(entry, style.indent)).join(`,${eol}`)}${eol}]${eol}`,
    );
  if (list) return insert(list.at, eol + texts.map(entry => indented(entry, list.indent)).join(eol));
  // Before the mark that ends a document, or front matter.
  const mark = text.search(/(?<=\S[ \t]*\r?\n)(?:\.\.\.|---)\s*$/);
  const at = mark < 0 ? text.length : mark;
  const before = /[^\n\uFEFF]$/.test(text.slice(0, at)) ? eol : '';
  return insert(at, `${before}references:${eol}${texts.join(eol)}${eol}`);
}

/** Whether a file of YAML may take a list of works beside what it has: it has other names with values, or nothing. */
const isMapping = (text: string): boolean =>
  /^["'\w][^\n]*:(?:\s|$)/m.test(text) || text.replace(/#[^\n]*|---|\.\.\./g, '').trim() === '';
