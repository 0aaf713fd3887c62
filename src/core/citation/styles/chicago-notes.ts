import type { CslFields, CslName } from '../../dossier/records.ts';
import { paragraphLocator } from '../locators.ts';
import { isWebAddress, italic, joinRuns, type RichText, run } from '../rich-text.ts';
import { englishDate } from './english-dates.ts';
import type { CitationStyle } from './style.ts';

/**
 * The Chicago Manual of Style, 18th edition, notes and bibliography: full notes in English (chapters 13 and 14). Checked
 * against the official CSL style. Where we differ from it: titles keep the capitals they are printed with, and a publisher
 * that bears the name of the site is not repeated.
 */
export const chicagoNotes: CitationStyle = {
  id: 'chicago-notes',
  name: 'Chicago Manual of Style, 18th edition (notes)',
  language: 'en-US',
  note: (fields, paragraphs) => {
    const locator = paragraphLocator(paragraphs, '–');
    const head = ALONE.has(fields.type) ? standingAlone(fields) : partOfSomething(fields);
    return joinRuns([...head, locator ? [run(locator)] : [], ...tail(fields)], ', ').reduce(
      endQuotation,
      [] as RichText,
    );
  },
};

/** Types whose title is that of a whole work: in italics, with the publisher in parentheses. */
const ALONE: ReadonlySet<string> = new Set(['book', 'report', 'thesis', 'motion_picture']);
/** Types whose container has a title in italics; a website's is in roman (CMOS 14.104). */
const ITALIC_CONTAINER: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'broadcast',
  'interview',
  'post-weblog',
]);
/** Types that stand in a periodical, whose publisher is not given. */
const PERIODICAL: ReadonlySet<string> = new Set(['article-journal', 'article-magazine', 'article-newspaper']);

function standingAlone(fields: CslFields): RichText[] {
  const { genre, title, publisher, issued } = fields;
  const facts = [publisher, date(issued)].filter(fact => fact !== undefined).join(', ');
  const named = joinRuns([[italic(title)], optional(genre)], ', ');
  return [authors(fields.author), facts === '' ? named : [...named, run(` (${facts})`)]];
}

function partOfSomething(fields: CslFields): RichText[] {
  const { type, genre, section } = fields;
  const container = fields['container-title'];
  const title: RichText =
    container === undefined && type === 'broadcast'
      ? [italic(fields.title)]
      : [run('“'), run(withoutDoubleQuotes(fields.title)), CLOSING];
  const named =
    container === undefined ? [] : [ITALIC_CONTAINER.has(type) ? italic(container) : run(container)];
  return [
    authors(fields.author),
    title,
    optional(genre),
    optional(PERIODICAL.has(type) ? section : undefined),
    named,
    ...(type === 'broadcast' ? aired(fields) : published(fields)),
  ];
}

function published({ type, publisher, issued, ...fields }: CslFields): RichText[] {
  const container = fields['container-title'];
  const repeated = publisher?.toLowerCase() === container?.toLowerCase();
  const shown = !repeated && (container === undefined || !PERIODICAL.has(type)) ? publisher : undefined;
  return [optional(shown), optional(date(issued))];
}

/** A programme (CMOS 14.165): when it was aired and on which station. */
function aired({ publisher, issued, ...fields }: CslFields): RichText[] {
  const when = date(issued);
  const station = publisher === fields['container-title'] ? undefined : publisher;
  if (fields.URL !== undefined) return [optional(station), optional(when)];
  return [optional(when && `aired ${when}`), optional(station && `on ${station}`)];
}

/** What follows the locator. The day of access matters only for what has an address and no date (CMOS 13.15). */
function tail({ type, medium, issued, accessed, URL }: CslFields): RichText[] {
  const address: RichText = isWebAddress(URL) ? [{ text: URL, url: true }] : [];
  const visit = address.length > 0 && !issued ? date(accessed) : undefined;
  return [optional(ALONE.has(type) ? undefined : medium), optional(visit && `accessed ${visit}`), address];
}

const optional = (text: string | undefined): RichText =>
  text === undefined || text === '' ? [] : [run(text)];

const date = (edtf: string | undefined): string | undefined => (edtf ? englishDate(edtf) : undefined);

/** One name, two with "and", more as "et al." (CMOS 13.23). */
function authors(names: readonly CslName[] | undefined): RichText {
  const [first, second, ...more] = (names ?? []).map(nameInOrder);
  if (first === undefined) return [];
  if (second === undefined) return [run(first)];
  return [run(more.length > 0 ? `${first} et al.` : `${first} and ${second}`)];
}

const nameInOrder = (name: CslName): string =>
  'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ');

/** Double quotation marks within a title become single ones, since the title stands in double ones (CMOS 6.11). */
function withoutDoubleQuotes(title: string): string {
  return title
    .replace(/(^|[\s([{—–-])"/g, '$1‘')
    .replace(/"/g, '’')
    .replace(/“/g, '‘')
    .replace(/”/g, '’')
    .replace(/(\p{L})'(?=\p{L})/gu, '$1’');
}

const CLOSING = run('”');

/**
 * Moves the comma that follows a closing quotation mark before it, and before a single one that closes with it (CMOS 6.9).
 * A full stop that ended the title gives way to it unless it belongs to an abbreviation.
 */
function endQuotation(runs: RichText, next: { readonly text: string }): RichText {
  const last = runs.at(-1);
  if (last !== CLOSING || !next.text.startsWith(',')) return [...runs, next];
  const title = runs.at(-2)?.text ?? '';
  const inner = /’$/.test(title) && title.includes('‘') ? '’' : '';
  const words = inner ? title.slice(0, -1) : title;
  const stem = /(?<![.\s]\p{L})\.$/u.test(words) && !/\.\S*\.$/.test(words) ? words.slice(0, -1) : words;
  return [...runs.slice(0, -2), run(`${stem},${inner}`), CLOSING, run(next.text.slice(1))];
}
